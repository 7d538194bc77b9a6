package org.assay.io.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * A whole CSV file as texts, for small tables whose columns have any name: read as every other CSV
 * file, gzip or not, with the separator that its header has, or that a line {@code sep=} names.
 *
 * @param titles of the columns; none when the file is empty
 * @param rows as many texts each as there are titles; blank lines are left out
 */
public record CsvTexts(List<String> titles, List<List<String>> rows) {
  public CsvTexts {
    titles = List.copyOf(titles);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Reads a file. A last column without a title and without a text is none: some programs end each
   * line with a separator.
   *
   * @param file CSV
   * @return its texts
   * @throws BadInputException if it cannot be read, is no text in UTF-8, or a row has more or fewer
   *     fields than the header
   */
  public static CsvTexts read(Path file) {
    requireUtf8(file);
    try (CsvRows csv = CsvRows.open(file, bytes -> {})) {
      List<String> titles = csv.titles();
      var rows = new ArrayList<List<String>>();
      var batches = new RowBatches(csv);
      for (RowBatch batch = batches.next(); batch != null; batch = batches.next()) {
        var row = new Row(batch);
        while (row.next()) {
          rows.add(texts(file, row, titles.size()));
        }
      }
      return new CsvTexts(titles, rows).withoutEmptyEnd();
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read", e);
    }
  }

  // A request is UTF-8, and so is what it names: who writes requests can write that.
  private static void requireUtf8(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(2);
      int mark = first.length < 2 ? 0 : (first[0] & 0xFF) << 8 | first[1] & 0xFF;
      if (mark == 0xFEFF || mark == 0xFFFE) {
        throw new BadInputException(file + ": is UTF-16, expected UTF-8");
      }
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read", e);
    }
  }

  private static List<String> texts(Path file, Row row, int columns) {
    if (row.fields() != columns) {
      throw new BadInputException(
          file
              + ": row "
              + row.number()
              + " has "
              + row.fields()
              + (row.fields() == 1 ? " field" : " fields")
              + ", the header has "
              + columns);
    }
    var texts = new ArrayList<String>();
    for (int f = 0; f < columns; f++) {
      if (row.isUnreadable(f)) {
        throw new BadInputException(
            file
                + ": row "
                + row.number()
                + ", field "
                + (f + 1)
                + " is not UTF-8, got "
                + Shown.quoted(row.field(f)));
      }
      texts.add(row.field(f));
    }
    return texts;
  }

  private CsvTexts withoutEmptyEnd() {
    int last = titles.size() - 1;
    boolean isEmpty =
        last > 0
            && titles.get(last).isEmpty()
            && rows.stream().allMatch(row -> row.get(last).isEmpty());
    return isEmpty
        ? new CsvTexts(
            titles.subList(0, last), rows.stream().map(row -> row.subList(0, last)).toList())
        : this;
  }
}
