package org.assay.count;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.assay.internal.Check;

/**
 * Counts ranges of rows on several threads, each into an accumulator of its own, and merges.
 *
 * <p>Because accumulators merge exactly, the result is the same, bit for bit, on any number of
 * threads.
 *
 * <pre>{@code
 * ConfusionMatrix counts =
 *     ParallelCount.over(
 *         grade.size(),
 *         threads,
 *         () -> ConfusionMatrix.create(5),
 *         (matrix, from, to) -> matrix.addAll(reference, grade, from, to),
 *         ConfusionMatrix::merge);
 * }</pre>
 */
public final class ParallelCount {
  private ParallelCount() {}

  /**
   * Adds some rows to an accumulator.
   *
   * @param <A> the accumulator
   */
  public interface RangeCounter<A> {
    /**
     * Adds the rows from..to-1.
     *
     * @param accumulator to add to
     * @param from first row
     * @param to row after the last
     */
    void count(A accumulator, int from, int to);
  }

  /**
   * Counts all rows.
   *
   * @param <A> the accumulator
   * @param rows number of rows (or of items, if that is what the counter takes), at least 0
   * @param threads number of ranges, at least 1; the calling thread counts the first, threads of
   *     {@link ForkJoinPool#commonPool()} the others, and the calling thread what these do not come
   *     to
   * @param create an empty accumulator
   * @param counter adds a range; called once for each
   * @param merge adds the second to the first and returns the result
   * @return everything merged
   */
  public static <A> A over(
      int rows, int threads, Supplier<A> create, RangeCounter<A> counter, BinaryOperator<A> merge) {
    Check.atLeast("rows", 0, rows);
    Check.atLeast("threads", 1, threads);
    List<FutureTask<A>> tasks = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = (int) ((long) rows * t / threads);
      int to = (int) ((long) rows * (t + 1) / threads);
      tasks.add(
          new FutureTask<>(
              () -> {
                A part = create.get();
                counter.count(part, from, to);
                return part;
              }));
    }
    tasks.subList(1, threads).forEach(ForkJoinPool.commonPool()::execute);
    A all = null;
    for (FutureTask<A> task : tasks) {
      task.run(); // unless a thread of the pool has taken it
      A part = result(task);
      all = all == null ? part : merge.apply(all, part);
    }
    return all;
  }

  private static <A> A result(FutureTask<A> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true; // the counting goes on: it is finite, and the caller sees the flag
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException bad) {
            throw bad;
          }
          if (e.getCause() instanceof Error bad) {
            throw bad;
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
