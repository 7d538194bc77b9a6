package org.assay.io.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
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
  static <S extends Consumer<Row>> S read(
      Table table,
      Path file,
      Map<String, String> names,
      ByteCounter counter,
      Function<Header, S> sink) {
    var row = new Row();
    try (CsvSource source = CsvSource.open(file, counter);
        CsvReader<Row> reader =
            CsvReader.builder()
                .fieldSeparator(source.separator())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(row, source.reader())) {
      S rows = null;
      for (Row r : reader) {
        if (r.isBlank()) {
          continue;
        }
        if (rows == null) {
          rows = sink.apply(Header.of(table, file, names, r, source.separator()));
        } else {
          rows.accept(r);
        }
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
              + row.number()
              + " is not CSV: a quoted field does not end or goes on after its closing quote, or a field"
              + " is too long",
          e);
    } catch (UncheckedIOException e) {
      throw CsvSource.unreadable(file, e.getCause(), "in or after row " + row.number());
    } catch (IOException e) {
      throw CsvSource.unreadable(file, e, "in or after row " + row.number());
    }
  }
}
