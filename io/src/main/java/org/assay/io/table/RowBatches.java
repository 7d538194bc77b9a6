package org.assay.io.table;

/**
 * The batches of a file, one ahead: while one is worked on, a thread of its own reads the next.
 * Three batches take turns, so that a batch stays as it is until the one after it was worked on.
 */
final class RowBatches {
  private final TableRows rows;
  private final Worker worker = new Worker("assay-rows");
  private RowBatch before = new RowBatch();
  private RowBatch current = new RowBatch();
  private RowBatch coming = new RowBatch();

  RowBatches(TableRows rows) {
    this.rows = rows;
    worker.start(() -> fill(coming));
  }

  /**
   * The next batch; the one before the last is overwritten.
   *
   * @return null when there are no more rows
   * @throws RuntimeException what ended the reading, after the rows before it
   */
  RowBatch next() {
    requireRead(current);
    worker.await();
    RowBatch empty = before;
    before = current;
    current = coming;
    coming = empty;
    if (current.isEmpty()) {
      requireRead(current);
      return null;
    }
    if (current.failure() == null) {
      worker.start(() -> fill(empty));
    }
    return current;
  }

  private static void requireRead(RowBatch batch) {
    if (batch.failure() != null) {
      throw batch.failure();
    }
  }

  private void fill(RowBatch batch) {
    batch.clear();
    try {
      rows.fill(batch);
    } catch (RuntimeException e) {
      batch.fail(e);
    }
    batch.checkText();
  }
}
