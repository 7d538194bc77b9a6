package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.assay.io.doctor.StarterPolicy;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.ingest.InputTables;
import org.assay.io.ingest.Survey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a policy to begin with. */
@Command(
    name = "init",
    description = "Write a policy to begin with, from the grades in a table of gradings.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay init gradings.csv --out policy.json",
      "  assay init --gradings gradings.xlsx --wide --out policy.json",
      "  assay init --gradings g.csv --verdicts v.csv --zone Europe/Berlin --out policy.json",
      "",
      "The policy works at once; comments in it (\"//\") say what somebody must decide before",
      "anything it says is acted on: the grades and their order, the rates, and which errors",
      "are unacceptable however rare."
    })
final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private GradingsArgument input;

  @Mixin private VerdictsOption verdicts;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Time zone of times without an offset, such as Europe/Berlin; default this machine's.")
  private ZoneId zone = ZoneId.systemDefault();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The policy, JSON; a file that is there is not replaced without --force.")
  private Path out;

  @Mixin private OutputOption output;

  @Override
  public Integer call() throws IOException {
    InputTables tables = input.with(verdicts);
    OutputFiles outputs = output.files(input.files(verdicts)).require(out);
    StarterPolicy policy = StarterPolicy.of(Survey.of(tables), zone);
    policy.policy(); // what is written can be read
    outputs.put(out, Kind.OWN, policy.json());
    outputs.write();
    spec.commandLine()
        .getOut()
        .println(
            out
                + " is a policy for "
                + policy.words()
                + ". Open it: what somebody must decide is marked DECIDE.");
    return 0;
  }
}
