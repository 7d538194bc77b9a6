package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assay.io.ingest.Exclusion;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.InputTables;
import org.assay.io.ingest.Reason;
import org.assay.io.ingest.TablesState;
import org.assay.io.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report from the states of many weeks, put together in random order, has the bytes of the report
 * on all files together; with rows that repeat, contradict and correct rows of other files, checks
 * weeks later, and rows that cannot be read.
 */
class ReportFromStatesTest {
  private static final int WEEKS = 12;

  @TempDir Path temp;

  /** The rows of a table dealt to files at random, some to two of them, some spoilt or changed. */
  private List<Path> weeks(Path table, String letter, SplittableRandom random) throws IOException {
    List<String> lines = Files.readAllLines(table);
    var files = new ArrayList<StringBuilder>();
    for (int week = 0; week < WEEKS; week++) {
      files.add(new StringBuilder(lines.get(0)).append('\n'));
    }
    for (String row : lines.subList(1, lines.size())) {
      files.get(random.nextInt(WEEKS)).append(row).append('\n');
      String again =
          switch (random.nextInt(400)) {
            case 0 -> row;
            case 1 -> row.replace(",B,", ",N,").replace(",A,", ",B,");
            case 2 -> row.replace("2025-", "in 2025-");
            case 3 -> row + ",one,more";
            case 4 -> row.replace(",B,", ",Bb,").replace(",A,", ", a ,").replace("i", "\u00e9");
            default -> null;
          };
      if (again != null) {
        files.get(random.nextInt(WEEKS)).append(again).append('\n');
      }
    }
    var paths = new ArrayList<Path>();
    for (int week = 0; week < WEEKS; week++) {
      Path path = temp.resolve(letter + (10 + week) + ".csv");
      paths.add(Files.writeString(path, files.get(week)));
    }
    return paths;
  }

  private Path report(InputTables tables, SmallYear year, String name) throws IOException {
    Path folder = temp.resolve(name);
    ReportJob.run(
        IngestOptions.of(tables, PolicyReader.read(year.policy())),
        year.policy(),
        folder,
        null,
        "test",
        (task, share) -> {});
    return folder;
  }

  @Test
  void hasTheBytesOfTheReportOnAllFiles() throws IOException {
    SmallYear year = SmallYear.write(temp);
    var random = new SplittableRandom(20250303);
    List<Path> gradings = weeks(year.gradings(), "g", random);
    List<Path> verdicts = weeks(year.verdicts(), "v", random);
    var all = InputTables.of(gradings, verdicts);
    Path once = report(all, year, "once");

    var states = new ArrayList<byte[]>();
    for (int week = 0; week < WEEKS; week++) {
      var tables =
          InputTables.of(gradings.subList(week, week + 1), verdicts.subList(week, week + 1));
      states.add(
          random.nextInt(states.size() + 1), TablesState.write(tables, (r, a) -> {}).state());
    }
    InputTables merged = InputTables.NONE;
    for (byte[] state : states) {
      merged = merged.with(TablesState.read(state, "state"));
    }
    Path together = report(merged, year, "together");

    assertEquals(names(once), names(together));
    for (String name : names(once)) {
      assertArrayEquals(
          Files.readAllBytes(once.resolve(name)), Files.readAllBytes(together.resolve(name)), name);
    }
    assertEquals(2 * WEEKS + 1, digests(Files.readString(together.resolve("manifest.json"))));
    requireClutter(all, year);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertEquals(5, names.size());
      return names;
    }
  }

  private static long digests(String manifest) {
    String inputs = manifest.substring(0, manifest.indexOf("\"outputs\""));
    return Arrays.stream(inputs.split("\"sha256\" : \"\\p{XDigit}{64}\"", -1)).count() - 1;
  }

  // What is compared must hold what could differ.
  private static void requireClutter(InputTables tables, SmallYear year) {
    var ledger = Ingest.read(IngestOptions.of(tables, PolicyReader.read(year.policy()))).ledger();
    for (Reason reason :
        List.of(
            Reason.EXACT_DUPLICATE,
            Reason.CONFLICTING_DUPLICATE,
            Reason.BAD_TIME,
            Reason.FIELD_COUNT)) {
      Exclusion of = ledger.gradings().exclusion(reason).orElseThrow();
      assertTrue(of.rows() > 0, reason::name);
    }
    assertTrue(
        ledger.gradings().exclusion(Reason.CONFLICTING_DUPLICATE).orElseThrow().examples().stream()
            .anyMatch(e -> !e.file().equals(e.otherFile())));
    assertTrue(ledger.verdicts().excluded(Reason.EXACT_DUPLICATE) > 0);
  }
}
