package org.assay.io.ingest;

import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The batches of a CSV file, one ahead: while one is worked on, a thread of its own reads the next.
 * Two batches take turns.
 */
final class RowBatches implements AutoCloseable {
  private final Iterator<RowReader> csv;
  private final RowReader reader;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            var t = new Thread(task, "assay-csv");
            t.setDaemon(true);
            return t;
          });
  private RowBatch current = new RowBatch();
  private Future<RowBatch> coming;

  RowBatches(Iterator<RowReader> csv, RowReader reader) {
    this.csv = csv;
    this.reader = reader;
    this.coming = thread.submit(() -> fill(new RowBatch()));
  }

  /**
   * The next batch, in which the one before is overwritten.
   *
   * @return null when there are no more rows
   * @throws RuntimeException what ended the reading, after the rows before it
   */
  RowBatch next() {
    requireRead(current);
    RowBatch empty = current;
    current = await(coming);
    if (current.isEmpty()) {
      requireRead(current);
      return null;
    }
    if (current.failure() == null) {
      coming = thread.submit(() -> fill(empty));
    }
    return current;
  }

  private static void requireRead(RowBatch batch) {
    if (batch.failure() != null) {
      throw batch.failure();
    }
  }

  private RowBatch fill(RowBatch batch) {
    batch.clear();
    reader.fill(batch);
    try {
      while (!batch.isFull() && csv.hasNext()) {
        csv.next();
      }
    } catch (RuntimeException e) {
      batch.fail(e);
    }
    return batch;
  }

  private static RowBatch await(Future<RowBatch> batch) {
    try {
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("reading failed", e.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
