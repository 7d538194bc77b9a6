package org.assay.io.ingest;

/**
 * Rows of verdicts that cannot be used although it is known which gradings they are about, with
 * these gradings.
 */
final class Strays {
  private final IntList rows = new IntList(); // places among the rows that were kept
  private final IntList gradings = new IntList();
  private final IntList end = new IntList(); // of each row's gradings

  /** Adds a row; its place is above those added before. */
  void add(int row, IntList about) {
    rows.add(row);
    for (int i = 0; i < about.size(); i++) {
      gradings.add(about.get(i));
    }
    end.add(gradings.size());
  }

  int size() {
    return rows.size();
  }

  /** Place of the row among those that were kept. */
  int row(int i) {
    return rows.get(i);
  }

  /** Counts a row as lost for what its gradings belong to. */
  void lose(int i, GradingTable of, LossCounter losses) {
    for (int g = from(i); g < end.get(i); g++) {
      of.lose(gradings.get(g), losses);
    }
  }

  private int from(int i) {
    return i == 0 ? 0 : end.get(i - 1);
  }

  int[] rows() {
    return rows.toArray();
  }

  /** The gradings of each row. */
  CheckedGradings gradings() {
    return CheckedGradings.of(gradings, end);
  }
}
