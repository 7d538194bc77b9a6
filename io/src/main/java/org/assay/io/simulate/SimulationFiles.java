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
import java.util.List;
import java.util.function.IntConsumer;
import java.util.zip.GZIPOutputStream;
import org.assay.simulate.Simulator;
import org.assay.simulate.Team;
import org.assay.simulate.Truth;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a team into a folder: {@code gradings.csv}, {@code verdicts.csv}, {@code policy.json} and
 * {@code truth.json}.
 *
 * <p>The same team gives the same bytes on every machine and Java version (compressed files: the
 * same bytes once unpacked).
 */
public final class SimulationFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private SimulationFiles() {}

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
   * Plays a team and writes the files, in place of older ones of the same name.
   *
   * @param team the parameters
   * @param policy policy file that goes with the team, copied as {@code policy.json}
   * @param folder where to; made when it does not exist
   * @param gzip whether the two tables are compressed, with {@code .gz} added to their names
   * @param progress hears the share of the work that is done, in percent
   * @return what really happened
   * @throws IOException if a file cannot be written
   */
  public static Truth write(Team team, Path policy, Path folder, boolean gzip, IntConsumer progress)
      throws IOException {
    byte[] policyBytes = Files.readAllBytes(policy);
    Files.createDirectories(folder);
    Truth truth;
    try (Writer gradings = table(folder, "gradings.csv", gzip);
        Writer verdicts = table(folder, "verdicts.csv", gzip)) {
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
    Files.writeString(
        folder.resolve("truth.json"),
        JSON.writeValueAsString(TruthFile.of(team.seed(), truth)).replace("\r\n", "\n") + "\n");
    Files.write(folder.resolve("policy.json"), policyBytes);
    progress.accept(100);
    return truth;
  }

  private static Writer table(Path folder, String name, boolean gzip) throws IOException {
    OutputStream out = Files.newOutputStream(folder.resolve(gzip ? name + ".gz" : name));
    return new BufferedWriter(
        new OutputStreamWriter(
            gzip ? new GZIPOutputStream(out, 1 << 16) : out, StandardCharsets.UTF_8),
        1 << 16);
  }
}
