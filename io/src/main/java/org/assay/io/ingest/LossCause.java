package org.assay.io.ingest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.io.Shown;

/**
 * Why rows of a table are lost, and what can be done.
 *
 * @param reason why
 * @param column column at fault, as the file calls it; "" when it is the whole row
 * @param rows how many rows
 * @param values what stood there most often, with the number of rows, at most five
 * @param remedy what was expected and what to do, one sentence or question
 */
public record LossCause(
    Reason reason, String column, long rows, List<Value> values, String remedy) {

  public LossCause {
    values = List.copyOf(values);
  }

  /**
   * What stood in a field.
   *
   * @param text the text
   * @param rows in how many rows
   */
  public record Value(String text, long rows) {}

  /**
   * The cause in words: the column, the most frequent values with their rows, and the remedy.
   *
   * @return one line, such as {@code grade "x" (401), "b" (206); do you mean "B"?}
   */
  public String sentence() {
    String what = values.stream().map(LossCause::shown).collect(Collectors.joining(", "));
    return (column.isEmpty() ? "" : column + " ") + what + "; " + remedy;
  }

  private static String shown(Value value) {
    return String.format(
        Locale.ROOT,
        "%s (%,d)",
        value.text().isEmpty() ? "empty" : Shown.quoted(value.text()),
        value.rows());
  }
}
