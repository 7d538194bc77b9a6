package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.doctor.Diagnosis;
import org.assay.io.doctor.DiagnosisText;
import org.assay.io.doctor.Doctor;
import org.assay.io.ingest.InputTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The doctor: what can be concluded from a data set, and what is wrong with it. */
@Command(
    name = "check",
    description = "Say what can and cannot be concluded from tables, and what to mend or add.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay check gradings.csv",
      "  assay check --gradings gradings.csv --verdicts verdicts.csv",
      "  assay check --gradings g.xlsx --wide --verdicts v.csv --policy policy.json",
      "  assay check --gradings g.csv --quiet --fail-on excluded || echo look at the rows",
      "",
      "Nothing is written. Without a policy the grades are those that occur.",
      "Exit status: 0 done, whatever was found; 1 a row is excluded and --fail-on excluded",
      "was given; 2 a table or the policy cannot be used at all."
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private GradingsArgument input;

  @Mixin private VerdictsOption verdicts;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Grading scheme and QA levels, JSON; without it the grades are those seen.")
  private Path policy;

  @Mixin private ResultOptions results;

  @Override
  public Integer call() throws IOException {
    InputTables tables = input.with(verdicts);
    Diagnosis diagnosis;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      bar.update("reading and counting", 0);
      diagnosis = Doctor.look(tables, Optional.ofNullable(policy), Version.number());
    }
    PrintWriter print = results.out(spec);
    print.print(results.json() ? diagnosis.json() : DiagnosisText.of(diagnosis));
    return results.status(false, false, diagnosis.excludesRows());
  }
}
