package org.assay.simulate;

import org.assay.simulate.Sink.GradingEvent;

/** One grading while it is being made, with what no file shows: reference grade and difficulty. */
final class Row {
  /** An item that several rows share; its id is given when the first of them is emitted. */
  static final class Item {
    String id;
  }

  final int assessor;
  final long time;
  final int stream;
  final boolean hard;
  int reference; // planted errors set it after the grade is known
  final int grade;
  final String stratum;
  final Item item; // null for an ordinary item, graded once

  boolean checked;
  ClutterKind clutter;
  GradingEvent event; // once emitted

  Row(
      int assessor,
      long time,
      int stream,
      boolean hard,
      int reference,
      int grade,
      String stratum,
      Item item) {
    this.assessor = assessor;
    this.time = time;
    this.stream = stream;
    this.hard = hard;
    this.reference = reference;
    this.grade = grade;
    this.stratum = stratum;
    this.item = item;
  }

  /** Whether the row belongs to the flow of work that QA makes claims about. */
  boolean isOrdinary() {
    return item == null;
  }
}
