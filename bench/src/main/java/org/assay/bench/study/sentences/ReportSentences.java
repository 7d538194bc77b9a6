package org.assay.bench.study.sentences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Question: do the sentences of a report hold as often as they say, on data as it comes?
 *
 * <p>Teams with known truths are written as files and reported. Every interval, state, bound and
 * name is compared with what was planted; see {@link Statement} for what is counted and {@link
 * TeamDesigns} for the designs.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar
 * org.assay.bench.study.sentences.ReportSentences > bench/results/report-sentences.md}. Options:
 * {@code --reports 400} per design, {@code --seed 1}, {@code --designs name,name} in place of all.
 */
public final class ReportSentences {
  private static final double NANOS = 1e9;

  private ReportSentences() {}

  /**
   * Prints the tables; progress goes to standard error.
   *
   * @param args the options
   * @throws IOException if the files cannot be written
   */
  public static void main(String[] args) throws IOException {
    int reports = 400;
    long seed = 1;
    List<TeamDesign> designs = TeamDesigns.all();
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--reports" -> reports = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--designs" -> designs = TeamDesigns.named(List.of(value.split(",")));
        default ->
            throw new IllegalArgumentException(
                "options must be --reports, --seed and --designs, got " + args[i]);
      }
    }
    Path folder = Files.createTempDirectory("report-sentences");
    try {
      System.out.print(SentenceTable.of(scores(designs, reports, seed, folder), reports, seed));
    } finally {
      delete(folder);
    }
  }

  private static List<SentenceScore> scores(
      List<TeamDesign> designs, int reports, long seed, Path folder) {
    List<SentenceScore> scores = new ArrayList<>();
    for (TeamDesign design : designs) {
      long start = System.nanoTime();
      SentenceScore score = new ReportRun(folder).score(design, reports, seed);
      scores.add(score);
      System.err.printf(
          Locale.ROOT,
          "%-22s %6.1f s %s%n",
          design.name(),
          (System.nanoTime() - start) / NANOS,
          SentenceTable.broken(score));
      score.faults().stream().distinct().limit(2).forEach(f -> System.err.println("  " + f));
    }
    return scores;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
