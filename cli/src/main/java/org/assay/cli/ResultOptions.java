package org.assay.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a program that runs Assay wants to know: by exit status, and in JSON. */
final class ResultOptions {
  /** What may make a run fail. */
  enum FailOn {
    /** A level FAILs, or a lot is REJECTed. */
    FAIL,
    /** A level is NOT DEMONSTRATED, or a lot needs more checks. */
    NOT_DEMONSTRATED,
    /** A row was excluded. */
    EXCLUDED
  }

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      converter = FailOnWord.class,
      description =
          "Exit with status 1 when a level FAILs (fail), when one is NOT DEMONSTRATED"
              + " (not-demonstrated), or when rows were excluded (excluded). Repeatable.")
  private List<FailOn> failOn = new ArrayList<>();

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  ResultOptions() {}

  /** Where the summary goes. */
  PrintWriter out(CommandSpec spec) {
    return quiet ? new PrintWriter(Writer.nullWriter()) : spec.commandLine().getOut();
  }

  boolean json() {
    return json;
  }

  /** The exit status of a run that has done its work. */
  int status(boolean fails, boolean isNotDemonstrated, boolean excludes) {
    return fails && failOn.contains(FailOn.FAIL)
            || isNotDemonstrated && failOn.contains(FailOn.NOT_DEMONSTRATED)
            || excludes && failOn.contains(FailOn.EXCLUDED)
        ? Assay.FAILED
        : 0;
  }

  /** Words as users write them. */
  static final class FailOnWord implements ITypeConverter<FailOn> {
    FailOnWord() {}

    @Override
    public FailOn convert(String word) {
      return switch (word.toLowerCase(java.util.Locale.ROOT).replace('_', '-')) {
        case "fail" -> FailOn.FAIL;
        case "not-demonstrated" -> FailOn.NOT_DEMONSTRATED;
        case "excluded" -> FailOn.EXCLUDED;
        default -> throw new TypeConversionException("expected fail, not-demonstrated or excluded");
      };
    }
  }
}
