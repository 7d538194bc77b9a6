package org.assay.io.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.assay.io.BadInputException;

/** Walks over the rows of one CSV file. */
final class CsvTable {
  private CsvTable() {}

  /**
   * Reads a file from its header to its end.
   *
   * @param table columns the file may have
   * @param file CSV file
   * @param names name in the file by name of the column
   * @param counter counts the bytes
   * @param sink makes, from the header, what takes each row after it
   * @return what took the rows
   */
  static <S extends RowSink> S read(
      Table table,
      Path file,
      Map<String, String> names,
      ByteCounter counter,
      Function<Header, S> sink) {
    var handler = new RowReader();
    try (CsvSource source = CsvSource.open(file, counter);
        CsvReader<RowReader> reader =
            CsvReader.builder()
                .fieldSeparator(source.separator())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(handler, source.reader());
        var batches = new RowBatches(reader.iterator(), handler)) {
      S rows = null;
      for (RowBatch batch = batches.next(); batch != null; batch = batches.next()) {
        var row = new Row(batch);
        if (rows == null && row.next()) {
          rows = sink.apply(Header.of(table, file, names, row, source.separator()));
        }
        while (row.next()) {
          rows.accept(row);
        }
        rows.endBatch();
      }
      if (rows == null) {
        throw new BadInputException(
            file + ": file is empty, expected a header with " + table.required());
      }
      return rows;
    } catch (CsvParseException e) {
      throw new BadInputException(
          file
              + ": row "
              + handler.number()
              + " is not CSV: a quoted field does not end or goes on after its closing quote, or a field"
              + " is too long",
          e);
    } catch (UncheckedIOException e) {
      throw CsvSource.unreadable(file, e.getCause(), "in or after row " + handler.number());
    } catch (IOException e) {
      throw CsvSource.unreadable(file, e, "in or after row " + handler.number());
    }
  }
}
