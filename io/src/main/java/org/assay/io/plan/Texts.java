package org.assay.io.plan;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Numbers and tables as text that is the same on every Java version. */
final class Texts {
  private static final MathContext DIGITS = new MathContext(15);

  private Texts() {}

  /** A number without exponent, 15 digits at most. */
  static String plain(double number) {
    BigDecimal digits = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    return digits.signum() == 0 ? "0" : digits.toPlainString();
  }

  /** A number with six digits, whatever its size. */
  static String digits(double number) {
    return new BigDecimal(number).round(new MathContext(6)).stripTrailingZeros().toString();
  }

  /** CSV with commas and LF; texts from outside must be neutralised before. */
  static String csv(List<List<String>> rows) {
    return csv(rows, ',');
  }

  /** The same with something else between the fields. */
  static String csv(List<List<String>> rows, char separator) {
    var text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.LF).build(text)) {
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter throws none
    }
    return text.toString();
  }

  /**
   * Columns padded to the same width, two spaces between them; the first {@code left}, and those
   * without a heading, to the left.
   */
  static String columns(List<List<String>> rows, int left) {
    int[] width = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int c = 0; c < width.length; c++) {
        width[c] = Math.max(width[c], row.get(c).length());
      }
    }
    var text = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int c = 0; c < width.length; c++) {
        String pad = " ".repeat(width[c] - row.get(c).length());
        line.append(c == 0 ? "" : "  ")
            .append(c < left || rows.get(0).get(c).isEmpty() ? row.get(c) + pad : pad + row.get(c));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
