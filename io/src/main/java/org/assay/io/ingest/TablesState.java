package org.assay.io.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.io.BadInputException;
import org.assay.io.table.KeptTable;
import org.assay.io.table.StateIn;
import org.assay.io.table.StateOut;
import org.assay.io.table.Table;
import org.assay.io.table.TableSource;

/**
 * What files of gradings and verdicts say, as bytes that any machine reads back: read where the
 * files are, put together where the report is made.
 *
 * <p>What repeats, contradicts, corrects or checks a row may stand in another file, weeks later. So
 * a state keeps the rows as they were read, before anything is concluded from them, and nothing of
 * a policy: states can be used under another policy and another as-of time.
 *
 * <pre>{@code
 * // where the files of a week are
 * byte[] state = TablesState.write(InputTables.of(List.of(g), List.of(v))).state();
 * // where the report is made
 * InputTables year = TablesState.read(week1, "W01").with(TablesState.read(week2, "W02"));
 * Intake intake = Ingest.read(IngestOptions.of(year, policy));
 * }</pre>
 *
 * <p><b>Promise.</b> Any tables, kept in any number of states that are put together in any order
 * with {@link InputTables#with}, give what reading the files together gives: the same columns,
 * ledger and losses, and a report with the same bytes.
 *
 * <p><b>Bytes.</b> The frame is that of {@link org.assay.count.Accumulator}, with the kind {@value
 * #KIND} and version {@value #VERSION}, and numbers and texts are as there. Inside, for gradings
 * and then for verdicts:
 *
 * <pre>{@code
 * number          columns that the files call otherwise
 *   text, text    for each the name of the column and its name in the files
 * number          files, in the order of their names; for each
 *   text          its name without folders
 *   number, text  its size and SHA-256, hexadecimal; 0 and "" when the table was in no file
 *   number        1 when numbers may have decimal commas, else 0
 *   text          how times are written, as --date-format has it; "" for ISO 8601
 *   number        entries of an export that are no rows
 *   number, texts the titles of all columns
 *   number, ...   places of the columns that are kept, from 0
 *   number        rows
 *   number, bytes the rows, compressed with zlib
 * }</pre>
 *
 * The rows are in groups of at most 4096; no rows are the end:
 *
 * <pre>{@code
 * number          rows of the group
 * rows signed     how far each row is from the number after that of the row before, 0 for most
 * rows numbers    0 for a row with as many fields as there are titles, else 1 + its fields
 * for each column that is kept
 *   rows numbers        0 for a new cell, or 1 + the place of an earlier one among the new ones
 *   new cells numbers   bytes at its beginning that it shares with the new cell before
 *   new cells numbers   bytes after these
 *   bytes               all of them, cell after cell
 * }</pre>
 *
 * A signed number is written as twice itself, or for one below 0 as twice its amount less 1. A
 * column that has more than 16,384 new cells, or 4 MiB of them, begins anew with the next group.
 */
public final class TablesState {
  /**
   * Title of the column by which a pick-list knows its items again. Nothing is read from it until
   * the key of the draw is there, so that states keep it beside the columns of verdicts.
   */
  public static final String DRAW_MARK = "draw";

  private static final String KIND = "Tables";
  private static final int VERSION = 1;
  private static final String WRITER = "assay read";

  private TablesState() {}

  /**
   * Reads tables to their ends and writes them down.
   *
   * @param tables files, states, or both
   * @return the state of all of them
   * @throws BadInputException if there are none, or one cannot be used
   * @throws IOException if a file cannot be read
   */
  public static Written write(InputTables tables) throws IOException {
    return write(tables, (read, all) -> {});
  }

  /**
   * Reads tables to their ends and writes them down.
   *
   * @param tables files, states, or both
   * @param progress receives progress of reading
   * @return the state of all of them
   * @throws BadInputException if there are none, or one cannot be used
   * @throws IOException if a file cannot be read
   */
  public static Written write(InputTables tables, ProgressListener progress) throws IOException {
    if (tables.gradings().isEmpty() && tables.verdicts().isEmpty()) {
      throw new BadInputException("there must be a table of gradings or of verdicts, got none");
    }
    long bytes = 0;
    for (List<TableSource> sources : List.of(tables.gradings(), tables.verdicts())) {
      bytes += sources.stream().mapToLong(TableSource::bytes).sum();
    }
    var counter = new ByteCounter(progress, bytes);
    List<KeptTable> gradings =
        kept(GradingColumn.TABLE, tables.gradings(), tables.gradingColumns(), List.of(), counter);
    List<KeptTable> verdicts =
        kept(
            VerdictColumn.TABLE,
            tables.verdicts(),
            tables.verdictColumns(),
            List.of(DRAW_MARK),
            counter);
    var out = new StateOut(KIND, VERSION);
    write(gradings, tables.gradingColumns(), out);
    write(verdicts, tables.verdictColumns(), out);
    counter.finish();
    return new Written(out.end(), gradings, verdicts);
  }

  /** A state, and what is in it. */
  public static final class Written {
    private final byte[] state;
    private final long gradings;
    private final long verdicts;

    private Written(byte[] state, List<KeptTable> gradings, List<KeptTable> verdicts) {
      this.state = state;
      this.gradings = gradings.stream().mapToLong(KeptTable::rows).sum();
      this.verdicts = verdicts.stream().mapToLong(KeptTable::rows).sum();
    }

    /**
     * The state.
     *
     * @return its bytes, to be read only
     */
    public byte[] state() {
      return state;
    }

    /**
     * Rows of gradings in the state.
     *
     * @return how many
     */
    public long gradings() {
      return gradings;
    }

    /**
     * Rows of verdicts in the state.
     *
     * @return how many
     */
    public long verdicts() {
      return verdicts;
    }
  }

  private static List<KeptTable> kept(
      Table table,
      List<TableSource> sources,
      Map<String, String> names,
      List<String> beside,
      ByteCounter counter)
      throws IOException {
    var kept = new ArrayList<KeptTable>();
    for (TableSource source : sources) {
      kept.add(KeptTable.of(table, source, names, beside, counter::add));
    }
    return kept;
  }

  private static void write(List<KeptTable> tables, Map<String, String> names, StateOut out) {
    out.number(names.size());
    new TreeMap<>(names).forEach((column, name) -> out.text(column).text(name));
    out.number(tables.size());
    tables.forEach(table -> table.writeTo(out));
  }

  /**
   * Reads a state.
   *
   * @param file what {@link #write} gave
   * @return the tables in it
   * @throws BadInputException if it is no state, damaged, of another kind, or of a newer version
   * @throws IOException if the file cannot be read
   */
  public static InputTables read(Path file) throws IOException {
    if (Files.size(file) > Integer.MAX_VALUE - 64) {
      throw new BadInputException(
          file + ": has " + Files.size(file) + " bytes, expected a state of less than 2 GiB");
    }
    return read(Files.readAllBytes(file), file.toString());
  }

  /**
   * Reads a state.
   *
   * @param state what {@link #write} gave
   * @param name as messages name it
   * @return the tables in it
   * @throws BadInputException if it is no state, damaged, of another kind, or of a newer version
   */
  public static InputTables read(byte[] state, String name) {
    StateIn in = StateIn.of(state, name, KIND, WRITER, VERSION);
    Map<String, String> gradingColumns = names(in);
    List<TableSource> gradings = tables(in, name);
    Map<String, String> verdictColumns = names(in);
    List<TableSource> verdicts = tables(in, name);
    in.end();
    return new InputTables(gradings, gradingColumns, verdicts, verdictColumns);
  }

  private static Map<String, String> names(StateIn in) {
    Map<String, String> names = new HashMap<>();
    for (long left = in.number(); left > 0; left--) {
      names.put(in.text(), in.text());
    }
    return names;
  }

  private static List<TableSource> tables(StateIn in, String name) {
    List<TableSource> tables = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      tables.add(KeptTable.read(in, name));
    }
    return tables;
  }
}
