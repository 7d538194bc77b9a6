package org.assay.io.ingest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The account of the rows of one table: rows in = rows used + rows pending + rows excluded.
 *
 * @param table gradings or verdicts
 * @param file name of the file, without folders; of several the first and the last, and their
 *     number; "" when there was none
 * @param rowsIn rows after the header, without blank lines
 * @param rowsUsed rows that entered the columns
 * @param rowsPending selections that wait for their verdict; 0 for gradings
 * @param rowsExcluded rows left out, the sum over {@code exclusions}
 * @param rowsUnresolved those excluded rows whose random selection stays in the denominators,
 *     because its verdict exists but cannot be used; 0 for gradings
 * @param exclusions one per reason that occurred, in the order of {@link Reason}
 * @param notes what else the reader should know about rows that were used
 * @param ignoredColumns columns of the file that nothing here reads
 * @param missingColumns optional columns the file lacks, with what is lost without them
 * @param files what came in and was left out of each of several files, which adds up to the rows
 *     above; left out where there is one file
 */
public record TableLedger(
    String table,
    String file,
    long rowsIn,
    long rowsUsed,
    long rowsPending,
    long rowsExcluded,
    long rowsUnresolved,
    List<Exclusion> exclusions,
    List<Note> notes,
    List<String> ignoredColumns,
    List<MissingColumn> missingColumns,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FileRows> files) {

  public TableLedger {
    exclusions = List.copyOf(exclusions);
    notes = List.copyOf(notes);
    ignoredColumns = List.copyOf(ignoredColumns);
    missingColumns = List.copyOf(missingColumns);
    files = List.copyOf(files);
    long listed = exclusions.stream().mapToLong(Exclusion::rows).sum();
    if (rowsIn != rowsUsed + rowsPending + rowsExcluded || rowsExcluded != listed) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must balance: %d in, %d used, %d pending, %d excluded (%d by reason)",
              table,
              rowsIn,
              rowsUsed,
              rowsPending,
              rowsExcluded,
              listed));
    }
    if (!files.isEmpty()
        && (rowsIn != files.stream().mapToLong(FileRows::rowsIn).sum()
            || rowsExcluded != files.stream().mapToLong(FileRows::rowsExcluded).sum())) {
      throw new IllegalArgumentException(
          table + " must balance: " + rowsIn + " in, " + rowsExcluded + " excluded, got " + files);
    }
    if (rowsUnresolved < 0 || rowsUnresolved > rowsExcluded) {
      throw new IllegalArgumentException(
          "rowsUnresolved must be in [0, " + rowsExcluded + "], got " + rowsUnresolved);
    }
  }

  /** The account of a table every row of which is used or pending. */
  static TableLedger complete(String table, String file, long used, long pending) {
    return new TableLedger(
        table,
        file,
        used + pending,
        used,
        pending,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * The account of a table that was not supplied.
   *
   * @param table name of the table
   * @return all zero
   */
  static TableLedger absent(String table) {
    return complete(table, "", 0, 0);
  }

  /**
   * Whether there was a file.
   *
   * @return false for the account of a table that was not supplied
   */
  @JsonIgnore
  public boolean isPresent() {
    return !file.isEmpty();
  }

  /**
   * The rows excluded for a reason.
   *
   * @param reason why
   * @return number of rows, 0 when there were none
   */
  public long excluded(Reason reason) {
    return exclusion(reason).map(Exclusion::rows).orElse(0L);
  }

  /**
   * What was excluded for a reason.
   *
   * @param reason why
   * @return empty when nothing was
   */
  public Optional<Exclusion> exclusion(Reason reason) {
    return exclusions.stream().filter(exclusion -> exclusion.reason() == reason).findFirst();
  }

  /**
   * The rows a note speaks of.
   *
   * @param kind which note
   * @return number of rows, 0 when the note was not made
   */
  public long noted(Note.Kind kind) {
    return notes.stream().filter(note -> note.kind() == kind).mapToLong(Note::rows).sum();
  }
}
