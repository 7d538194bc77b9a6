package org.assay.bench.study;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.InputTables;
import org.assay.io.ingest.TablesState;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.ReportJob;

/**
 * Question: has the report of the demo year the same bytes when 50 processes read a week each and
 * another puts their states together in random order, and what do states cost?
 *
 * <p>Gradings are split by the week they were made in, verdicts by the week of the check, so that
 * checks, corrections and repeats are often in another file than what they are about.
 *
 * <p>Run: {@code java -Dassay.home=. -cp bench/target/benchmarks.jar
 * org.assay.bench.study.WeeklyStates target/weeks cli/target/assay.jar >
 * bench/results/weekly-states.md}
 */
public final class WeeklyStates {
  private static final int WEEKS = 50;
  private static final int ORDERS = 3;
  private static final int ROUNDS = 5;
  private static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final Path folder;
  private final Path jar;
  private final List<Path> gradings = new ArrayList<>();
  private final List<Path> verdicts = new ArrayList<>();
  private final List<Path> states = new ArrayList<>();

  private WeeklyStates(Path folder, Path jar) {
    this.folder = folder;
    this.jar = jar;
  }

  /**
   * Makes the files, the states and the reports, compares and prints.
   *
   * @param args folder for the files, the command's jar
   * @throws Exception if a process fails, or a report has other bytes
   */
  public static void main(String[] args) throws Exception {
    new WeeklyStates(Files.createDirectories(Path.of(args[0])), Path.of(args[1])).run();
  }

  private void run() throws Exception {
    Path year = folder.resolve("year");
    assay("simulate", "--out", year.toString());
    split(year.resolve("gradings.csv"), "graded_at", "g", gradings);
    split(year.resolve("verdicts.csv"), "checked_at", "v", verdicts);
    readWeeks();
    InputTables files = InputTables.of(gradings, verdicts);
    Path once = report(files, "once");
    var random = new SplittableRandom(50);
    for (int order = 0; order < ORDERS; order++) {
      requireSame(once, report(merged(shuffled(random)), "together-" + order));
    }
    print(files);
  }

  private void assay(String... args) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dassay.home=" + System.getProperty("assay.home", ""));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " ended with status " + process.exitValue());
    }
  }

  // A row without a readable time goes where the row before it went.
  private void split(Path table, String time, String letter, List<Path> files) throws IOException {
    var writers = new ArrayList<PrintWriter>();
    try (Stream<String> lines = Files.lines(table, StandardCharsets.UTF_8)) {
      var rows = lines.iterator();
      String header = rows.next();
      int column = List.of(header.split(",")).indexOf(time);
      for (int week = 0; week < WEEKS; week++) {
        Path file = folder.resolve(String.format(Locale.ROOT, "%s%02d.csv", letter, week + 1));
        files.add(file);
        writers.add(new PrintWriter(Files.newBufferedWriter(file)));
        writers.get(week).print(header + "\n");
      }
      int week = 0;
      while (rows.hasNext()) {
        String row = rows.next();
        String[] fields = row.split(",", -1);
        var date = DATE.matcher(column < fields.length ? fields[column] : "");
        if (date.lookingAt()) {
          long weeks = ChronoUnit.WEEKS.between(START, LocalDate.parse(date.group()));
          week = (int) Math.max(0, Math.min(WEEKS - 1, weeks));
        }
        writers.get(week).print(row + "\n");
      }
    } finally {
      writers.forEach(PrintWriter::close);
    }
  }

  private void readWeeks() throws Exception {
    for (int week = 0; week < WEEKS; week++) {
      Path state = folder.resolve(String.format(Locale.ROOT, "%02d.state", week + 1));
      Files.deleteIfExists(state);
      assay(
          "read",
          "--gradings",
          gradings.get(week).toString(),
          "--verdicts",
          verdicts.get(week).toString(),
          "--out",
          state.toString());
      states.add(state);
    }
  }

  private List<Path> shuffled(SplittableRandom random) {
    var shuffled = new ArrayList<Path>();
    states.forEach(state -> shuffled.add(random.nextInt(shuffled.size() + 1), state));
    return shuffled;
  }

  private static InputTables merged(List<Path> states) throws IOException {
    InputTables merged = InputTables.NONE;
    for (Path state : states) {
      merged = merged.with(TablesState.read(state));
    }
    return merged;
  }

  private IngestOptions options(InputTables tables) {
    return IngestOptions.of(tables, PolicyReader.read(policy()));
  }

  private Path policy() {
    return folder.resolve("year").resolve("policy.json");
  }

  private Path report(InputTables tables, String name) throws IOException {
    Path report = folder.resolve(name);
    if (Files.exists(report)) {
      throw new IllegalStateException(report + " exists; a second report would be a second look");
    }
    ReportJob.run(options(tables), policy(), report, null, "bench", (task, share) -> {});
    return report;
  }

  private static void requireSame(Path once, Path together) throws IOException {
    try (Stream<Path> files = Files.list(once)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.mismatch(file, together.resolve(file.getFileName())) >= 0) {
          throw new IllegalStateException(file + " and " + together + " differ");
        }
      }
    }
  }

  private void print(InputTables files) throws IOException {
    var fromFiles = new double[ROUNDS];
    var fromStates = new double[ROUNDS];
    long rows = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Ingest.read(options(files));
      fromFiles[round] = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      var ledger = Ingest.read(options(merged(states))).ledger();
      fromStates[round] = (System.nanoTime() - start) / 1e9;
      rows = ledger.gradings().rowsIn() + ledger.verdicts().rowsIn();
    }
    Arrays.sort(fromFiles);
    Arrays.sort(fromStates);
    double csv = bytes(gradings) + bytes(verdicts);
    double kept = bytes(states);
    System.out.printf(
        Locale.ROOT,
        "%,d rows of gradings and verdicts in %d files each, states written by %d processes. The"
            + " report from the states, put together in %d random orders, has the bytes of the"
            + " report from the files: all five of its files.%n%n"
            + "| | bytes | bytes per row | reading all, least of %d, s | median, s |%n"
            + "|---|---:|---:|---:|---:|%n"
            + "| CSV | %,.0f | %.1f | %.2f | %.2f |%n"
            + "| states | %,.0f | %.1f | %.2f | %.2f |%n%nJDK %s, %d processors.%n",
        rows,
        WEEKS,
        WEEKS,
        ORDERS,
        ROUNDS,
        csv,
        csv / rows,
        fromFiles[0],
        fromFiles[ROUNDS / 2],
        kept,
        kept / rows,
        fromStates[0],
        fromStates[ROUNDS / 2],
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors());
  }

  private static double bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}
