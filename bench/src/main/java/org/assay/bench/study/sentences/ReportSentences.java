package org.assay.bench.study.sentences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
 * {@code --reports 400} teams per design, {@code --seed 1}, {@code --designs name,name} in place of
 * all, {@code --threads 1} of designs at a time. With {@code -Djava.io.tmpdir} on a file system in
 * memory it is faster. The tables do not depend on the threads.
 */
public final class ReportSentences {
  private static final double NANOS = 1e9;

  private final int reports;
  private final long seed;
  private final Path folder;

  private ReportSentences(int reports, long seed, Path folder) {
    this.reports = reports;
    this.seed = seed;
    this.folder = folder;
  }

  /**
   * Prints the tables; progress goes to standard error.
   *
   * @param args the options
   * @throws IOException if the files cannot be written
   */
  public static void main(String[] args) throws IOException {
    int reports = 400;
    long seed = 1;
    int threads = 1;
    List<TeamDesign> designs = TeamDesigns.all();
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--reports" -> reports = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--threads" -> threads = Integer.parseInt(value);
        case "--designs" -> designs = TeamDesigns.named(List.of(value.split(",")));
        default ->
            throw new IllegalArgumentException(
                "options must be --reports, --seed, --threads and --designs, got " + args[i]);
      }
    }
    Path folder = Files.createTempDirectory("report-sentences");
    try {
      List<SentenceScore> scores =
          new ReportSentences(reports, seed, folder).scores(designs, threads);
      System.out.print(SentenceTable.of(scores, reports, seed));
    } finally {
      delete(folder);
    }
  }

  private List<SentenceScore> scores(List<TeamDesign> designs, int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<CompletableFuture<SentenceScore>> scores =
          designs.stream().map(d -> CompletableFuture.supplyAsync(() -> score(d), pool)).toList();
      return scores.stream().map(CompletableFuture::join).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  private SentenceScore score(TeamDesign design) {
    long start = System.nanoTime();
    SentenceScore score = new ReportRun(folder.resolve(design.name())).score(design, reports, seed);
    StringBuilder said = new StringBuilder();
    score.faults().stream()
        .distinct()
        .limit(2)
        .forEach(fault -> said.append("  ").append(fault).append(System.lineSeparator()));
    System.err.printf(
        Locale.ROOT,
        "%-22s %6.1f s %s%n%s",
        design.name(),
        (System.nanoTime() - start) / NANOS,
        SentenceTable.broken(score),
        said);
    return score;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
