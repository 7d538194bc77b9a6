package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.assay.io.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code assay} command: picks the subcommand, and turns failures into one line and a status.
 */
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = "Sampling and inter-rater agreement for graded work.",
    subcommands = {
      DemoCommand.class,
      ReportCommand.class,
      ReadCommand.class,
      AgreementCommand.class,
      PlanCommand.class,
      CommitCommand.class,
      DrawCommand.class,
      EvaluateCommand.class,
      SimulateCommand.class,
      BatchCommand.class,
      SchemaCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay demo                   a simulated year of a million gradings, reported",
      "  assay report --gradings g.csv --verdicts v.csv --policy policy.json --out report/",
      "  assay read                   tables of a week into a state, for a report on many",
      "  assay agreement              how well assessors agree with one another",
      "  assay plan, draw, evaluate   the fewest checks, a blind pick-list, the decision",
      "  assay commit                 promise the seed of a draw before the gradings are in",
      "  assay batch requests.jsonl   answer requests of the JSON Lines protocol",
      "",
      "Exit status: 0 done, 1 a level FAILs and --fail-on-level was given, or a request fails and",
      "--fail-on-error was given, 2 bad input, 3 a defect of the program, with a log file to send",
      "to whoever maintains it."
    })
public final class Assay implements Runnable {
  /** Exit status when what an option like {@code --fail-on-error} names has happened. */
  static final int FAILED = 1;

  /** Exit status of a bad file or argument. */
  static final int BAD_INPUT = 2;

  /** Exit status of a defect. */
  static final int DEFECT = 3;

  @Spec private CommandSpec spec;

  Assay() {}

  /**
   * Runs the command and exits with its status.
   *
   * @param args command line
   */
  public static void main(String[] args) {
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status;
    try {
      status =
          commandLine(new PrintWriter(System.out, false, StandardCharsets.UTF_8), err)
              .execute(args);
    } catch (Error e) { // out of memory, too deep a recursion: nothing further in can be trusted
      status = Defect.report(e, "assay", err);
    }
    System.exit(status);
  }

  /** The command with its output going where the caller says. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Assay())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (e, args) -> {
              e.getCommandLine()
                  .getErr()
                  .println(
                      e.getCommandLine().getCommandSpec().qualifiedName() + ": " + e.getMessage());
              return BAD_INPUT;
            })
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof BadInputException || e instanceof IOException) {
                command
                    .getErr()
                    .println(command.getCommandSpec().qualifiedName() + ": " + sentence(e));
                return BAD_INPUT;
              }
              return Defect.report(e, command.getCommandSpec().qualifiedName(), command.getErr());
            })
        .setExecutionStrategy(
            parsed -> {
              int status = new CommandLine.RunLast().execute(parsed);
              parsed.commandSpec().commandLine().getOut().flush();
              return status;
            });
  }

  private static String sentence(Exception e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    return e instanceof FileSystemException other
        ? other.getFile() + " cannot be used: " + other.getReason()
        : e.getMessage();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed; see assay --help");
  }
}
