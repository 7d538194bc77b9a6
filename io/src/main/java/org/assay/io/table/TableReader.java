package org.assay.io.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.assay.io.BadInputException;

/** Walks over the rows of one table, wherever it is. */
public final class TableReader {
  private TableReader() {}

  /**
   * Reads a table from its header to its end.
   *
   * @param <S> what takes the rows
   * @param table columns it may have
   * @param sources where it is: one source, or several that are read one after the other
   * @param names name in the sources by name of the column
   * @param read receives how many bytes more were read
   * @param sink takes each row
   * @return the sink
   * @throws BadInputException if a source cannot be read or lacks a column
   */
  public static <S extends RowSink> S read(
      Table table,
      List<TableSource> sources,
      Map<String, String> names,
      LongConsumer read,
      S sink) {
    long bytesLeft = sources.stream().mapToLong(TableSource::bytes).sum();
    long rowsBefore = 0;
    for (TableSource source : sources) {
      long before = rowsBefore;
      double likeIt = source.bytes() == 0 ? 1 : (double) bytesLeft / source.bytes();
      rowsBefore +=
          read(
              table,
              source,
              names,
              read,
              sink,
              rows -> sink.expect(rows == 0 ? 0 : before + (long) (rows * likeIt)));
      bytesLeft -= source.bytes();
    }
    return sink;
  }

  /**
   * Looks at the titles of a table alone.
   *
   * @param table columns it may have
   * @param source where it is
   * @param names name in the source by name of the column
   * @return where its columns stand
   * @throws BadInputException if it cannot be read or lacks a column
   */
  public static Header header(Table table, TableSource source, Map<String, String> names) {
    try (TableRows rows = source.open(bytes -> {})) {
      return header(table, source, names, rows);
    } catch (IOException e) {
      throw new BadInputException(source.name() + ": cannot be read", e);
    }
  }

  private static long read(
      Table table,
      TableSource source,
      Map<String, String> names,
      LongConsumer read,
      RowSink sink,
      LongConsumer expect) {
    try (TableRows rows = source.open(read)) {
      sink.begin(header(table, source, names, rows));
      var batches = new RowBatches(rows);
      long taken = 0;
      for (RowBatch batch = batches.next(); batch != null; batch = batches.next()) {
        expect.accept(batch.rowsExpected());
        var row = new Row(batch);
        while (row.next()) {
          sink.accept(row);
        }
        taken += batch.rows();
        sink.endBatch();
      }
      sink.leaveOut(rows.leftOut());
      sink.restore(rows.restored());
      sink.end();
      return taken;
    } catch (IOException e) {
      throw new BadInputException(source.name() + ": cannot be read", e);
    } catch (StackOverflowError e) {
      throw new BadInputException(
          source.name() + ": is damaged, or nested too deeply to be a table", e);
    }
  }

  private static Header header(
      Table table, TableSource source, Map<String, String> names, TableRows rows) {
    List<String> titles = rows.titles();
    if (titles.isEmpty()) {
      throw new BadInputException(
          source.name()
              + (source.file().isPresent() ? ": file" : ": table")
              + " is empty, expected a header with "
              + table.required());
    }
    Header header = Header.of(table, source, names, titles, rows.hasDecimalCommas());
    rows.choose(header);
    return header;
  }
}
