package org.assay.bench.study;

import java.util.Locale;
import java.util.SplittableRandom;
import org.assay.count.ConfusionCube;
import org.assay.count.RatingPatterns;
import org.assay.data.Codes;
import org.assay.data.IdColumn;

/**
 * Question: do 100 million gradings fit 2 GiB of heap, from ids as text to the cube and the
 * patterns, and what does each column cost?
 *
 * <p>20 million items graded five times each by 500 assessors over 52 weeks, every id read as text
 * into a dictionary, nothing sized beforehand. Fails with OutOfMemoryError when it does not fit.
 *
 * <p>Run: {@code java -Xmx2g -cp bench/target/benchmarks.jar org.assay.bench.study.MemoryStudy >
 * bench/results/memory.md}
 */
public final class MemoryStudy {
  private static final int ITEMS = 20_000_000;
  private static final int RATINGS = 5;
  private static final int ROWS = ITEMS * RATINGS;
  private static final int ASSESSORS = 500;
  private static final int PERIODS = 52;
  private static final int GRADES = 5;

  private MemoryStudy() {}

  /**
   * Fills the columns one after the other and prints what each takes.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.printf(
        Locale.ROOT,
        "%,d gradings, heap limit %,d MiB, JDK %s%n%n| after | MiB in use | bytes per grading |%n"
            + "|---|---:|---:|%n",
        ROWS,
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.version().feature());
    var rng = new SplittableRandom(20261122L);
    long before = used();
    IdColumn.Builder items = new IdColumn.Builder();
    for (int row = 0; row < ROWS; row++) {
      items.add("i" + row / RATINGS);
    }
    IdColumn item = items.build();
    items = null;
    before = print("items: dictionary of " + ITEMS + " ids, and codes", before);
    IdColumn.Builder assessors = new IdColumn.Builder();
    for (int row = 0; row < ROWS; row++) {
      assessors.add("a" + rng.nextInt(ASSESSORS));
    }
    IdColumn assessor = assessors.build();
    assessors = null;
    before = print("assessors", before);
    Codes grade = column(rng, GRADES);
    before = print("grades", before);
    Codes period = column(rng, PERIODS);
    before = print("periods", before);
    Codes reference = column(rng, GRADES);
    before = print("reference grades", before);
    long start = System.nanoTime();
    ConfusionCube cube =
        ConfusionCube.create(ASSESSORS, PERIODS, 1, GRADES)
            .addAll(assessor.codes(), period, null, reference, grade);
    before = print("the cube of 500 x 52 x 5 x 5", before);
    RatingPatterns patterns = RatingPatterns.create(GRADES).addAll(item.codes(), grade);
    print("the patterns", before);
    System.out.printf(
        Locale.ROOT,
        "%nCounted: %,d gradings in the cube, %,d items in %d patterns, in %.1f s.%n",
        cube.total().total(),
        patterns.snapshot().items(),
        patterns.snapshot().size(),
        (System.nanoTime() - start) / 1e9);
  }

  private static Codes column(SplittableRandom rng, int codes) {
    Codes.Builder builder = Codes.builder();
    for (int row = 0; row < ROWS; row++) {
      builder.add(rng.nextInt(codes));
    }
    return builder.build();
  }

  private static long print(String what, long before) {
    long now = used();
    System.out.printf(
        Locale.ROOT, "| %s | %,d | %.2f |%n", what, now >> 20, (now - before) / (double) ROWS);
    return now;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
