package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.plan.Draw;
import org.assay.io.plan.PlanFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the checks of a plan: a blind pick-list, and the key to it. */
@Command(
    name = "draw",
    description = "Draw the checks of a plan: a blind pick-list, and the key to be kept from it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay draw --plan plan.json --gradings gradings.csv --policy policy.json \\",
      "             --seed \"31415 92653 58979 32384\" --pick-list list.csv --key key.csv",
      "",
      "The list begins with the checks that accept every lot when none finds an error;",
      "assay evaluate says what to check next. The same seed draws the same items."
    })
final class DrawCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PlanInput input;

  @Mixin private DrawFiles files;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "TEXT",
      description = "Any text; hard to guess, if others are to trust the draw.")
  private String seed;

  @Option(
      names = "--reserve",
      description = "Put everything the plan may need on the list, not only the first checks.")
  private boolean reserve;

  @Option(
      names = "--pick-list",
      required = true,
      paramLabel = "FILE",
      description = "Items for the QA officers, CSV: no grade, no assessor, no reason.")
  private Path pickList;

  @Override
  public Integer call() throws IOException {
    IngestOptions options = input.options();
    Draw draw =
        Draw.of(
            PlanFiles.read(files.plan()),
            options.policy(),
            Ingest.read(options).gradings(),
            seed,
            reserve);
    OutFile.requireNoOther(files.key(), draw.key(), "the key of another draw");
    OutFile.write(files.key(), draw.key());
    OutFile.write(pickList, draw.pickList());
    var out = spec.commandLine().getOut();
    out.println(draw.items() + " items to check are in " + pickList);
    out.println(draw.gradings() + " drawn gradings, the reserve included, are in " + files.key());
    out.println("Commitment to the seed, to publish now: " + draw.commitment());
    return 0;
  }
}
