package org.assay.io.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.zip.GZIPOutputStream;
import org.assay.io.files.OutputFolder;
import org.assay.io.files.Sha256;
import org.assay.simulate.Simulator;
import org.assay.simulate.Team;
import org.assay.simulate.Truth;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a team into a folder: {@code gradings.csv}, {@code verdicts.csv}, {@code policy.json},
 * {@code truth.json} and {@code manifest.json}.
 *
 * <p>The same team gives the same bytes on every machine and Java version (compressed files: the
 * same bytes once unpacked).
 */
public final class SimulationFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String KIND = "assay-simulation";

  private SimulationFiles() {}

  /** What manifest.json holds. */
  record ManifestFile(String kind, List<FileDigest> outputs) {}

  /** A file and its digest. */
  record FileDigest(String file, String sha256) {}

  /** What truth.json holds. */
  record TruthFile(
      long seed,
      TruthRow overall,
      List<TruthRow> quarters,
      List<TruthRow> assessors,
      List<TruthRow> assessorQuarters) {
    static TruthFile of(long seed, Truth truth) {
      return new TruthFile(
          seed,
          TruthRow.of(truth.overall()),
          truth.quarters().stream().map(truth::quarter).map(TruthRow::of).toList(),
          truth.assessors().stream().map(truth::assessor).map(TruthRow::of).toList(),
          truth.cells().stream().map(TruthRow::of).toList());
    }
  }

  /** Counts and rates of one group; rates are rounded to eight places. */
  record TruthRow(
      String assessor,
      String quarter,
      long gradings,
      long errors,
      BigDecimal errorRate,
      long critical,
      BigDecimal criticalRate) {
    static TruthRow of(Truth.Cell c) {
      return new TruthRow(
          c.assessor(),
          c.quarter(),
          c.gradings(),
          c.errors(),
          rate(c.errors(), c.gradings()),
          c.critical(),
          rate(c.critical(), c.gradings()));
    }

    private static BigDecimal rate(long part, long whole) {
      return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 8, RoundingMode.HALF_EVEN);
    }
  }

  /**
   * Plays a team and writes the files, in place of those of an earlier simulation.
   *
   * @param team the parameters
   * @param policy policy file that goes with the team, copied as {@code policy.json}
   * @param folder where to; made when it does not exist
   * @param gzip whether the two tables are compressed, with {@code .gz} added to their names
   * @param progress receives the share of the work that is done, in percent
   * @return what really happened
   * @throws IOException if a file cannot be written
   */
  public static Truth write(Team team, Path policy, Path folder, boolean gzip, IntConsumer progress)
      throws IOException {
    return write(team, policy, folder, new Options(gzip, false), progress);
  }

  /**
   * How the files are written.
   *
   * @param gzip whether the two tables are compressed, with {@code .gz} added to their names
   * @param force whether earlier files are replaced although they were changed since
   */
  public record Options(boolean gzip, boolean force) {}

  /**
   * Plays a team and writes the files into a folder of their own, with a {@code manifest.json} that
   * has their digests.
   *
   * @param team the parameters
   * @param policy policy file that goes with the team, copied as {@code policy.json}
   * @param folder where to: absent, empty, or what an earlier simulation wrote and nobody changed
   * @param options how they are written
   * @param progress receives the share of the work that is done, in percent
   * @return what really happened
   * @throws IOException if a file cannot be written
   * @throws org.assay.io.BadInputException if the folder holds something else
   */
  public static Truth write(
      Team team, Path policy, Path folder, Options options, IntConsumer progress)
      throws IOException {
    byte[] policyBytes = Files.readAllBytes(policy);
    OutputFolder target = OutputFolder.at(folder, KIND, List.of(), options.force);
    var truth = new AtomicReference<Truth>();
    target.fill(fresh -> truth.set(fill(team, policyBytes, fresh, options.gzip, progress)));
    progress.accept(100);
    return truth.get();
  }

  private static Truth fill(
      Team team, byte[] policy, Path folder, boolean gzip, IntConsumer progress)
      throws IOException {
    SortedMap<String, MessageDigest> digests = new TreeMap<>();
    Truth truth;
    try (Writer gradings = table(folder, "gradings.csv", gzip, digests);
        Writer verdicts = table(folder, "verdicts.csv", gzip, digests)) {
      truth =
          Simulator.of(team)
              .run(
                  new CsvSink(gradings, verdicts, team.calendar().zone()) {
                    @Override
                    public void weekDone(int week, int weeks) {
                      progress.accept(95 * week / weeks);
                    }
                  });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    write(folder, "truth.json", json(TruthFile.of(team.seed(), truth)), digests);
    write(folder, "policy.json", policy, digests);
    List<FileDigest> files = new ArrayList<>();
    digests.forEach((name, digest) -> files.add(new FileDigest(name, Sha256.hex(digest))));
    write(folder, OutputFolder.MANIFEST, json(new ManifestFile(KIND, files)), digests);
    return truth;
  }

  private static byte[] json(Object value) {
    return (JSON.writeValueAsString(value).replace("\r\n", "\n") + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void write(
      Path folder, String name, byte[] content, SortedMap<String, MessageDigest> digests)
      throws IOException {
    MessageDigest digest = Sha256.create();
    digest.update(content);
    digests.put(name, digest);
    Files.write(folder.resolve(name), content);
  }

  private static Writer table(
      Path folder, String table, boolean gzip, SortedMap<String, MessageDigest> digests)
      throws IOException {
    String name = gzip ? table + ".gz" : table;
    MessageDigest digest = Sha256.create();
    digests.put(name, digest);
    OutputStream out = new DigestOutputStream(Files.newOutputStream(folder.resolve(name)), digest);
    return new BufferedWriter(
        new OutputStreamWriter(
            gzip ? new GZIPOutputStream(out, 1 << 16) : out, StandardCharsets.UTF_8),
        1 << 16);
  }
}
