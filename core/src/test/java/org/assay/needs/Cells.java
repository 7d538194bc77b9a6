package org.assay.needs;

import java.util.ArrayList;
import java.util.List;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;

/** Cells of blind checks, for tests. */
final class Cells {
  private final List<CheckCell> cells = new ArrayList<>();

  Cells add(int person, int period, int stream, int reference, int grade, long count) {
    if (count > 0) {
      cells.add(
          new CheckCell(
              person,
              period,
              0,
              stream,
              0,
              Blindness.BLIND,
              SelectionMethod.SRS,
              CheckCell.ALONE,
              .5,
              reference,
              grade,
              count));
    }
    return this;
  }

  /** Checks with one reference grade, of which some got another grade. */
  Cells row(int person, int reference, int grade, long wrong, long all) {
    return add(person, 0, 0, reference, reference, all - wrong)
        .add(person, 0, 0, reference, grade, wrong);
  }

  List<CheckCell> list() {
    return cells;
  }
}
