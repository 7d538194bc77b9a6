package org.assay.io.table;

import java.util.Arrays;

/** Reads what {@link KeptCells} wrote into the text of a batch. */
final class KeptCellsIn {
  private final CellText known = new CellText();
  private int[] knownStart = new int[1024]; // entry i ends where i + 1 begins
  private int entries;
  private int[] inBatch = new int[1024]; // where an entry begins in the text of the batch, or -1
  private final int[] code = new int[RowBatch.ROWS];
  private final int[] start = new int[RowBatch.ROWS]; // in the text of the batch
  private final int[] end = new int[RowBatch.ROWS];

  /** Reads the cells of the next rows. */
  void read(StateIn in, int rows, CellText text) {
    if (entries > KeptCells.MOST || known.length() > KeptCells.MOST_BYTES) {
      known.clear();
      entries = 0;
    }
    int before = entries;
    int after = entries;
    for (int row = 0; row < rows; row++) {
      int seen = in.number(after);
      code[row] = seen == 0 ? after++ : seen - 1;
    }
    addEntries(in, before, after);
    Arrays.fill(inBatch, 0, entries, -1);
    for (int row = 0; row < rows; row++) {
      int entry = code[row];
      int length = knownStart[entry + 1] - knownStart[entry];
      if (inBatch[entry] < 0) {
        inBatch[entry] = text.length();
        text.append(known.text(), knownStart[entry], length);
      }
      start[row] = inBatch[entry];
      end[row] = inBatch[entry] + length;
    }
  }

  private void addEntries(StateIn in, int before, int after) {
    if (after >= inBatch.length) {
      int grown = Math.max(after + 1, inBatch.length * 2);
      inBatch = Arrays.copyOf(inBatch, grown);
      knownStart = Arrays.copyOf(knownStart, grown + 1);
    }
    int[] shared = new int[after - before];
    int[] added = new int[after - before];
    for (int i = 0; i < shared.length; i++) {
      shared[i] = in.number(Integer.MAX_VALUE);
    }
    for (int i = 0; i < added.length; i++) {
      added[i] = in.number(Integer.MAX_VALUE);
    }
    for (int i = 0; i < shared.length; i++) {
      int entry = before + i;
      int previous = entry == 0 ? 0 : knownStart[entry - 1];
      int most = entry == 0 ? 0 : knownStart[entry] - previous;
      if (shared[i] > most) {
        throw in.damaged("a cell shares " + shared[i] + " bytes with one of " + most);
      }
      known.append(known.text(), previous, shared[i]);
      in.bytes(added[i], known);
      knownStart[entry + 1] = known.length();
      entries = entry + 1;
    }
  }

  /** Where the cell of a row begins in the text of the batch. */
  int start(int row) {
    return start[row];
  }

  int end(int row) {
    return end[row];
  }
}
