package org.assay.io.ingest;

import java.util.Locale;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.Typed;
import org.assay.io.table.Header;
import org.assay.io.table.Row;
import org.assay.io.table.SheetError;
import org.assay.io.table.Table;

/** What both tables ask of a row of a file before they look at its values. */
final class RowChecks {
  static final int FEW = 2;

  private final Tally tally;
  private final Header header;
  private final Table.Column[] present;
  private final int[] places;
  private final boolean[] typed; // columns of words, times and numbers; ids keep their bytes
  private long rows; // of the file
  private long foreign; // rows with bytes that are not UTF-8
  private String firstForeign; // place and text of the first of them

  RowChecks(Tally tally) {
    this.tally = tally;
    this.header = tally.header();
    this.present = header.present().toArray(new Table.Column[0]);
    this.places = new int[present.length];
    this.typed = new boolean[present.length];
    for (int c = 0; c < places.length; c++) {
      places[c] = header.place(present[c]);
      typed[c] = present[c].kind() != Table.Column.Kind.ID;
    }
  }

  /** Counts the row; false when it was excluded because its fields cannot be told or read. */
  boolean accept(Row row) {
    rows++;
    tally.rowIn(row);
    if (row.fields() != header.fields()) {
      tally.excludeForFields(row);
      return false;
    }
    return (!row.mayBeUnreadable() || isReadable(row)) && hasNoError(row);
  }

  // Of words and times it is told where they are read: a scheme may have such a grade.
  private boolean hasNoError(Row row) {
    for (int c = 0; c < places.length; c++) {
      int place = places[c];
      if (!typed[c] && row.beginsWith(place, (byte) '#') && SheetError.is(row.field(place))) {
        tally.exclude(Reason.SPREADSHEET_ERROR, row, present[c]);
        return false;
      }
    }
    return true;
  }

  /** Excludes the row for a grade that is none of the scheme. */
  void excludeGrade(Row row, Table.Column column) {
    boolean isError = SheetError.is(Typed.read(row.field(header.place(column))));
    tally.exclude(isError ? Reason.SPREADSHEET_ERROR : Reason.UNKNOWN_GRADE, row, column);
  }

  private boolean isReadable(Row row) {
    for (int c = 0; c < places.length; c++) {
      int place = places[c];
      if (typed[c] ? row.isUnreadableInside(place) : row.isUnreadable(place)) {
        if (row.isForeign(place)) {
          foreign++;
          firstForeign = firstForeign == null ? foreign(row, place, present[c]) : firstForeign;
        }
        tally.exclude(Reason.UNREADABLE_TEXT, row, present[c]);
        return false;
      }
    }
    return true;
  }

  private String foreign(Row row, int place, Table.Column column) {
    String meant = new String(row.text(), row.start(place), row.length(place), Remedies.WINDOWS);
    return String.format(
        Locale.ROOT,
        "row %d, column %s would be %s in Windows-1252",
        row.number(),
        header.name(column),
        Shown.quoted(meant));
  }

  /**
   * Looks back at the whole file.
   *
   * @param share of the rows that may hold bytes that are not UTF-8
   * @throws BadInputException if more rows than {@value #FEW} and more than the share do
   */
  void requireUtf8(double share) {
    if (foreign > FEW && foreign > share * rows) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d rows hold bytes that are not UTF-8, expected UTF-8: the file is"
                  + " probably in Windows-1252 or Latin-1 (%s); say --encoding windows-1252, or"
                  + " export it as UTF-8",
              header.source().name(),
              foreign,
              rows,
              firstForeign));
    }
  }

  /** Whether a required id is there; excludes the row when not. */
  boolean require(Row row, Table.Column column) {
    return require(!row.isEmpty(header.place(column)), row, column);
  }

  /** Whether a required field has something but white space in it; excludes the row when not. */
  boolean requireTyped(Row row, Table.Column column) {
    return require(!row.isBlank(header.place(column)), row, column);
  }

  private boolean require(boolean holds, Row row, Table.Column column) {
    if (!holds) {
      tally.exclude(Reason.MISSING_FIELD, row, column);
    }
    return holds;
  }
}
