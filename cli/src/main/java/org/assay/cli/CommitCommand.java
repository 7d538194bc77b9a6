package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.io.BadInputException;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.plan.SeedPromise;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Promises the seed of a draw before the gradings are in. */
@Command(
    name = "commit",
    description =
        "Promise the seed of a draw before the gradings are in, so that it cannot be chosen by what it"
            + " draws.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay commit --generate seed.txt --out commitment.json",
      "  assay commit --seed-file seed.txt --out commitment.json",
      "  assay draw ... --seed-file seed.txt --commitment commitment.json",
      "",
      "Publish the commitment now, keep the seed to yourself, and publish it when the",
      "checks are done. Without --generate and --seed-file the seed is asked for."
    })
final class CommitCommand implements Callable<Integer> {
  private static final int BYTES = 20;

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = true)
  private Source source;

  /** Where the seed comes from. */
  static final class Source {
    @Option(
        names = "--generate",
        paramLabel = "FILE",
        description = "Make a random seed and write it to a file that is not there yet.")
    private Path generate;

    @Option(
        names = "--seed-file",
        paramLabel = "FILE",
        description =
            "File with the seed, white space at its ends taken off; - for standard input.")
    private Path seedFile;

    Source() {}
  }

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The commitment with its time, JSON, to publish; a file that is not there yet.")
  private Path out;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When it is made, such as 2025-03-01T08:00:00Z; now when absent.")
  private String at;

  @Override
  public Integer call() throws IOException {
    Path read = source == null ? null : source.seedFile;
    OutputFiles outputs = new OutputFiles(OutputOption.paths(List.of(), read), false).require(out);
    Instant time = time();
    String seed = seed();
    SeedPromise promise = SeedPromise.of(seed, time);
    SeedPromise.requireStrong(seed);
    outputs.put(out, Kind.ONCE, promise.json());
    if (source != null && source.generate != null) {
      outputs.put(source.generate, Kind.ONCE, seed + "\n");
    }
    outputs.write();
    var print = spec.commandLine().getOut();
    print.println("Commitment to the seed, to publish now: " + promise.commitment());
    print.println("Made at " + promise.at() + "; it is in " + out);
    if (source != null && source.generate != null) {
      print.println(
          "The seed is in "
              + source.generate
              + "; keep it to yourself until the checks are done, then publish it");
    }
    return 0;
  }

  private Instant time() {
    if (at == null) {
      return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
    try {
      return OffsetDateTime.parse(at).toInstant();
    } catch (DateTimeException e) {
      throw new BadInputException(
          "--at must be a time with offset or Z such as 2025-03-01T08:00:00Z, got \"" + at + "\"",
          e);
    }
  }

  private String seed() throws IOException {
    if (source != null && source.seedFile != null) {
      return SeedOption.read(source.seedFile);
    }
    if (source != null) {
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      return HexFormat.of().formatHex(bytes);
    }
    return SeedOption.ask(spec.commandLine().getErr());
  }
}
