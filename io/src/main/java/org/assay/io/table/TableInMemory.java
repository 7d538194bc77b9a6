package org.assay.io.table;

import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A table whose rows are in memory. The titles count as row 1, as in a file of the same table.
 *
 * @param name as messages name it
 * @param titles from left to right
 * @param rows fields from left to right
 */
record TableInMemory(String name, List<String> titles, List<List<String>> rows)
    implements TableSource {
  @Override
  public TableRows open(LongConsumer read) {
    Iterator<List<String>> left = rows.iterator();
    return new TableRows() {
      private long number = 1;

      @Override
      public List<String> titles() {
        return titles;
      }

      @Override
      public void fill(RowBatch batch) {
        while (!batch.isFull() && left.hasNext()) {
          batch.addRow(++number, left.next());
        }
        batch.expectRows(rows.size());
      }

      @Override
      public void close() {}
    };
  }
}
