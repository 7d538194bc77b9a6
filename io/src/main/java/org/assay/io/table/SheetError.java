package org.assay.io.table;

import java.util.Set;

/**
 * What a spreadsheet shows in a cell whose formula has no value. Nobody means it: it is neither an
 * id nor a grade.
 */
public final class SheetError {
  private static final Set<String> TEXTS =
      Set.of(
          "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

  private SheetError() {}

  /**
   * Whether a text is one.
   *
   * @param text all of a cell
   * @return false for a text that only begins so
   */
  public static boolean is(String text) {
    return text.startsWith("#") && TEXTS.contains(text);
  }
}
