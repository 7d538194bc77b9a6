package org.assay.io.ingest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The batches of a file, one ahead: while one is worked on, a thread of its own reads the next. Two
 * batches take turns.
 */
final class RowBatches implements AutoCloseable {
  private final TableRows rows;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            var t = new Thread(task, "assay-rows");
            t.setDaemon(true);
            return t;
          });
  private RowBatch current = new RowBatch();
  private Future<RowBatch> coming;

  RowBatches(TableRows rows) {
    this.rows = rows;
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
    try {
      rows.fill(batch);
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
