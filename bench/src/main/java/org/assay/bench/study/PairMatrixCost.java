package org.assay.bench.study;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.SplittableRandom;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.TeamAgreement;
import org.assay.agreement.TeamAgreement.LeaveOneOut;
import org.assay.agreement.Weights;
import org.assay.count.PairTables;
import org.assay.count.PeerPatterns;
import org.assay.data.Codes;

/**
 * Question: what does it cost to compare all pairs of a large team, each with the rest, and the
 * team without each?
 *
 * <p>Two million items with three gradings each, by assessors of the same group of 40 in turn, four
 * grades. The team of 100 runs once unprinted to warm up.
 *
 * <p>Run: {@code java -Xmx2g -cp bench/target/benchmarks.jar org.assay.bench.study.PairMatrixCost >
 * bench/results/pair-matrix-cost.md}
 */
public final class PairMatrixCost {
  private static final int ITEMS = 2_000_000;
  private static final int GRADES = 4;
  private static final int GROUP = 40;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PairMatrixCost() {}

  /**
   * Prints the table.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    System.out.println("# All pairs of a large team");
    System.out.println();
    System.out.printf(
        Locale.ROOT,
        "%,d items, 3 gradings each, groups of %d, %d grades; JDK %s, one thread, seconds of processor time.%n%n",
        ITEMS,
        GROUP,
        GRADES,
        Runtime.version().feature());
    System.out.println(
        "| assessors | pairs with an item | pairs with 20 | count pairs | kappas | count peers |"
            + " with the rest | leave one out |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    run(100);
    for (int assessors : new int[] {100, 1_000, 10_000}) {
      System.out.println(run(assessors));
    }
  }

  private static String run(int assessors) {
    var random = new SplittableRandom(1);
    int[] item = new int[3 * ITEMS];
    int[] assessor = new int[item.length];
    byte[] grade = new byte[item.length];
    for (int row = 0; row < item.length; row += 3) {
      int group = random.nextInt((assessors + GROUP - 1) / GROUP) * GROUP;
      int size = Math.min(GROUP, assessors - group);
      int first = random.nextInt(size);
      int step = 1 + random.nextInt((size - 1) / 2); // so that the three differ
      int truth = random.nextInt(GRADES);
      for (int r = 0; r < 3; r++) {
        item[row + r] = row / 3;
        assessor[row + r] = group + (first + r * step) % size;
        grade[row + r] = (byte) (random.nextInt(5) > 0 ? truth : random.nextInt(GRADES));
      }
    }
    Codes items = Codes.of(item);
    Codes who = Codes.of(assessor);
    Codes grades = Codes.of(grade);
    TeamAgreement team = TeamAgreement.standard(GRADES);
    long start = THREADS.getCurrentThreadCpuTime();
    PairTables pairs = PairTables.create(GRADES).addAll(items, who, grades, 0, item.length);
    long counted = THREADS.getCurrentThreadCpuTime();
    var all = team.pairs(pairs);
    long compared = THREADS.getCurrentThreadCpuTime();
    PeerPatterns peers = PeerPatterns.create(GRADES).addAll(items, who, grades, 0, item.length);
    long peersCounted = THREADS.getCurrentThreadCpuTime();
    var rest = team.againstRest(peers);
    long restCompared = THREADS.getCurrentThreadCpuTime();
    var left = LeaveOneOut.of(FleissKappa.with(Weights.identity(GRADES)), peers);
    long end = THREADS.getCurrentThreadCpuTime();
    if (rest.rows().size() + rest.omitted() != left.size()) {
      throw new IllegalStateException("every assessor must be compared or counted as omitted");
    }
    return String.format(
        Locale.ROOT,
        "| %,d | %,d | %,d | %.2f | %.2f | %.2f | %.2f | %.2f |",
        assessors,
        all.rows().size() + all.omitted(),
        all.rows().size(),
        (counted - start) / 1e9,
        (compared - counted) / 1e9,
        (peersCounted - compared) / 1e9,
        (restCompared - peersCounted) / 1e9,
        (end - restCompared) / 1e9);
  }
}
