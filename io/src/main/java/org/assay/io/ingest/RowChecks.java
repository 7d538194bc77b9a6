package org.assay.io.ingest;

/** What both tables ask of a row before they look at its values. */
final class RowChecks {
  private final Tally tally;
  private final Header header;
  private final Table.Column[] present;
  private final int[] places;

  RowChecks(Tally tally) {
    this.tally = tally;
    this.header = tally.header();
    this.present = header.present().toArray(new Table.Column[0]);
    this.places = new int[present.length];
    for (int c = 0; c < places.length; c++) {
      places[c] = header.place(present[c]);
    }
  }

  /** Counts the row; false when it was excluded because its fields cannot be told or read. */
  boolean accept(Row row) {
    tally.rowIn();
    if (row.fields() != header.fields()) {
      if (tally.wantsExample(Reason.FIELD_COUNT)) {
        String found = row.fields() + " fields, the header has " + header.fields();
        tally.exclude(Reason.FIELD_COUNT, row.number(), "", found, null);
      } else {
        tally.exclude(Reason.FIELD_COUNT, row.number(), "", "", null);
      }
      return false;
    }
    return !row.mayBeUnreadable() || isReadable(row);
  }

  private boolean isReadable(Row row) {
    for (int c = 0; c < places.length; c++) {
      if (row.isUnreadable(places[c])) {
        tally.exclude(Reason.UNREADABLE_TEXT, row, present[c]);
        return false;
      }
    }
    return true;
  }

  /** Whether a required field has something in it; excludes the row when not. */
  boolean require(Row row, Table.Column column) {
    if (row.isEmpty(header.place(column))) {
      tally.exclude(Reason.MISSING_FIELD, row, column);
      return false;
    }
    return true;
  }
}
