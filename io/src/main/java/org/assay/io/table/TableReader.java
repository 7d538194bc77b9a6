package org.assay.io.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
   * @param source where it is
   * @param names name in the source by name of the column
   * @param read receives how many bytes more were read
   * @param sink makes, from the header, what takes each row after it
   * @return what took the rows
   * @throws BadInputException if the source cannot be read or lacks a column
   */
  public static <S extends RowSink> S read(
      Table table,
      TableSource source,
      Map<String, String> names,
      LongConsumer read,
      Function<Header, S> sink) {
    try (TableRows rows = source.open(read)) {
      S taker = sink.apply(header(table, source, names, rows));
      var batches = new RowBatches(rows);
      for (RowBatch batch = batches.next(); batch != null; batch = batches.next()) {
        taker.expect(batch.rowsExpected());
        var row = new Row(batch);
        while (row.next()) {
          taker.accept(row);
        }
        taker.endBatch();
      }
      return taker;
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
