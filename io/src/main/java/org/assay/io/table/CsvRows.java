package org.assay.io.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.assay.io.BadInputException;

/** The rows of a CSV file. */
final class CsvRows implements TableRows {
  private final CsvText text;
  private final CsvReader<CsvRecords> csv;
  private final Iterator<CsvRecords> iterator;
  private final CsvRecords reader = new CsvRecords();
  private long rows; // so far
  private long bytes; // of these rows

  private CsvRows(CsvText text) {
    this.text = text;
    this.csv =
        CsvReader.builder()
            .fieldSeparator(text.separator())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(reader, text.reader());
    this.iterator = csv.iterator();
  }

  static CsvRows open(Path file, LongConsumer read) {
    return open(file.toString(), file, Optional.empty(), read);
  }

  static CsvRows open(String name, Path file, Optional<Charset> encoding, LongConsumer read) {
    return new CsvRows(CsvText.open(name, file, encoding, read));
  }

  @Override
  public List<String> titles() {
    var first = new RowBatch();
    read(first, 1);
    var row = new Row(first);
    List<String> titles = new ArrayList<>();
    if (row.next()) {
      for (int f = 0; f < row.fields(); f++) {
        titles.add(row.field(f));
      }
    }
    return titles;
  }

  // A file with ';' between its fields may have decimal commas.
  @Override
  public boolean hasDecimalCommas() {
    return text.separator() == ';';
  }

  @Override
  public void fill(RowBatch batch) {
    read(batch, Integer.MAX_VALUE);
    rows += batch.rows();
    bytes += batch.text().length() + batch.fields(); // something ends each field
    batch.expectRows((long) ((double) text.bytes() / Math.max(1, bytes) * rows));
  }

  private void read(RowBatch batch, int rows) {
    reader.begin(batch);
    try {
      while (batch.rows() < rows && !reader.isFull() && iterator.hasNext()) {
        iterator.next();
      }
    } catch (CsvParseException e) {
      throw new BadInputException(
          text.name()
              + ": row "
              + reader.number()
              + " is not CSV: a quoted field does not end or goes on after its closing quote, or a field"
              + " is too long",
          e);
    } catch (UncheckedIOException e) {
      throw CsvText.unreadable(text.name(), e.getCause(), "in or after row " + reader.number());
    } finally {
      reader.end();
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
    text.close();
  }
}
