package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.io.BadInputException;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.plan.Draw;
import org.assay.io.plan.ExclusionList;
import org.assay.io.plan.Plan;
import org.assay.io.plan.PlanFiles;
import org.assay.io.plan.SeedPromise;
import picocli.CommandLine.ArgGroup;
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
      "             --seed-file seed.txt --commitment commitment.json \\",
      "             --pick-list list.csv --key key.csv",
      "  assay draw ... --pick-list list.xlsx --key key.csv",
      "  assay draw ... --exclude last-month.csv --reviewer r01,r02 --seen verdicts.csv",
      "  assay draw --plan plan.json ... --seed-file seed.txt --key key.csv --verify",
      "",
      "The list begins with the checks that accept every lot when none finds an error;",
      "assay evaluate says what to check next. The same seed draws the same items."
    })
final class DrawCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TablesInput input;

  @Mixin private DrawFiles files;

  @ArgGroup(multiplicity = "0..1")
  private SeedOption seed;

  @Option(
      names = "--commitment",
      paramLabel = "FILE",
      description =
          "What assay commit wrote for the seed before the gradings were in; without it, or if it"
              + " is later, the draw proves nothing against whoever drew, and says so.")
  private Path commitment;

  @Option(
      names = "--reserve",
      description = "Put everything the plan may need on the list, not only the first checks.")
  private boolean reserve;

  @Option(
      names = "--pick-list",
      paramLabel = "FILE",
      description =
          "Items for the QA officers: no grade, no assessor, no reason. A workbook if the name ends"
              + " in .xlsx, else CSV.")
  private Path pickList;

  @Mixin private ListOption listed;

  @Option(
      names = "--verify",
      description =
          "Draw again and compare with --key, once the seed is published; nothing is written.")
  private boolean verify;

  @Mixin private ExcludeOption exclude;
  @Mixin private ReviewerOptions reviewers;

  @Mixin private OutputOption output;

  private List<Path> inputs() {
    List<Path> all = new ArrayList<>(input.files(List.of()));
    all.addAll(exclude.files());
    all.addAll(reviewers.seen());
    return all;
  }

  @Override
  public Integer call() throws IOException {
    requireListOrVerify();
    OutputFiles outputs = outputs();
    String text = seed == null ? SeedOption.ask(spec.commandLine().getErr()) : seed.text();
    if (!verify) {
      SeedPromise.requireStrong(text);
    }
    IngestOptions options = input.options();
    Plan plan = PlanFiles.read(files.plan());
    ExclusionList excluded = exclude.list();
    var officers = reviewers.officers();
    var gradings = Ingest.read(options).gradings();
    var how = new Draw.Options(text, reserve, excluded, officers);
    Draw draw =
        Draw.of(
            plan,
            options.policy(),
            gradings,
            commitment == null ? how : how.withPromise(SeedPromise.read(commitment)));
    var out = spec.commandLine().getOut();
    if (verify) {
      draw.requireSame(files.key());
      out.println(files.key() + " is what this seed draws.");
      out.println(draw.worth());
      return 0;
    }
    outputs.put(files.key(), Kind.KEY, draw.key());
    listed.put(outputs, pickList, draw.list());
    out.println(draw.items() + " items to check are in " + pickList);
    out.print(draw.list().summary());
    out.println(draw.gradings() + " drawn gradings, the reserve included, are in " + files.key());
    if (draw.excluded() > 0) {
      out.println(draw.excluded() + " of them are excluded and on no list");
    }
    exclude.account(plan, options.policy(), gradings, excluded, out, outputs);
    outputs.write();
    out.println(
        (commitment == null
                ? "Commitment to the seed, to publish now: "
                : "Commitment to the seed: ")
            + draw.commitment());
    out.println(draw.worth());
    return 0;
  }

  private void requireListOrVerify() {
    if (pickList == null && !verify) {
      throw new BadInputException(
          "--pick-list FILE is missing: where the items for the QA officers go; or --verify to"
              + " compare the draw with --key");
    }
    if (pickList != null && verify) {
      throw new BadInputException("--verify writes nothing; leave out --pick-list");
    }
  }

  private OutputFiles outputs() throws IOException {
    List<Path> read =
        OutputOption.paths(inputs(), files.plan(), commitment, seed == null ? null : seed.file());
    return verify
        ? output.files(read)
        : output.files(read).require(files.key()).require(pickList).require(exclude.report());
  }
}
