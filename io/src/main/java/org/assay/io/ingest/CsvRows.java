package org.assay.io.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assay.io.BadInputException;

/** The rows of a CSV file. */
final class CsvRows implements TableRows {
  private final CsvSource source;
  private final CsvReader<RowReader> csv;
  private final Iterator<RowReader> iterator;
  private final RowReader reader = new RowReader();
  private long rows; // so far
  private long bytes; // of these rows

  private CsvRows(CsvSource source) {
    this.source = source;
    this.csv =
        CsvReader.builder()
            .fieldSeparator(source.separator())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(reader, source.reader());
    this.iterator = csv.iterator();
  }

  static CsvRows open(Path file, ByteCounter counter) {
    return new CsvRows(CsvSource.open(file, counter));
  }

  @Override
  public Header header(Table table, Map<String, String> names) {
    var first = new RowBatch();
    read(first, 1);
    var row = new Row(first);
    if (!row.next()) {
      throw new BadInputException(
          source.file() + ": file is empty, expected a header with " + table.required());
    }
    List<String> titles = new ArrayList<>();
    for (int f = 0; f < row.fields(); f++) {
      titles.add(row.field(f));
    }
    return Header.of(table, source.file(), names, titles, source.separator());
  }

  @Override
  public void fill(RowBatch batch) {
    read(batch, Integer.MAX_VALUE);
    rows += batch.rows();
    bytes += batch.text().length() + batch.fields(); // something ends each field
    batch.expectRows((long) ((double) source.bytes() / Math.max(1, bytes) * rows));
  }

  private void read(RowBatch batch, int rows) {
    reader.begin(batch);
    try {
      while (batch.rows() < rows && !reader.isFull() && iterator.hasNext()) {
        iterator.next();
      }
    } catch (CsvParseException e) {
      throw new BadInputException(
          source.file()
              + ": row "
              + reader.number()
              + " is not CSV: a quoted field does not end or goes on after its closing quote, or a field"
              + " is too long",
          e);
    } catch (UncheckedIOException e) {
      throw CsvSource.unreadable(source.file(), e.getCause(), "in or after row " + reader.number());
    } finally {
      reader.end();
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
    source.close();
  }
}
