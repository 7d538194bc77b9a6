package org.assay.io.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.files.SealedZip;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A pick-list as a workbook (XLSX). Ids are text, so that a spreadsheet leaves them alone; the
 * grade is chosen from those of the scheme, the day of the check is a date. What is not to be
 * filled in is protected, without a password: against slips, not against people.
 */
final class PickListBook {
  private static final String TEXT = "@";
  private static final String DATE = "yyyy-mm-dd"; // the same in every language
  private static final List<String> TO_FILL_IN = List.of("reviewer_id", "grade", "checked_at");
  private static final int MOST_ROWS = 1_048_575; // of a sheet, without the header
  private static final int LONGEST = 32_767; // characters of a cell
  private static final double NARROW = 14;
  private static final int WIDEST = 60;

  // What the format takes for an escaped character would be another one when it is read.
  private static final Pattern ESCAPE = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");
  private static final Pattern PASSWORD = Pattern.compile(" password=\"[^\"]*\"");
  private static final Pattern CREATED = Pattern.compile("<dcterms:created.*</dcterms:created>");

  private PickListBook() {}

  static boolean isName(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  /** The workbook; the same list gives the same bytes. */
  static byte[] bytes(PickList list, Path file) {
    requireFits(list, file);
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "Assay", null)) {
      Worksheet checks = book.newWorksheet("Checks");
      Worksheet grades = book.newWorksheet("Grades");
      grades.setVisibilityState(VisibilityState.HIDDEN);
      for (int g = 0; g < list.grades().size(); g++) {
        grades.value(g, 0, escaped(list.grades().get(g)));
      }
      fill(checks, list);
      if (list.items() > 0) {
        int grade = list.columns().indexOf("grade");
        checks
            .range(1, grade, list.items(), grade)
            .validateWithList(grades.range(0, 0, list.grades().size() - 1, 0))
            .allowBlank(true)
            .errorStyle(DataValidationErrorStyle.STOP)
            .showErrorMessage(true)
            .errorTitle("Grade")
            .error("Choose a grade from the list.");
      }
      checks.freezePane(0, 1);
      checks.protect(
          "",
          SheetProtectionOption.SHEET,
          SheetProtectionOption.OBJECTS,
          SheetProtectionOption.SCENARIOS,
          SheetProtectionOption.DELETE_ROWS,
          SheetProtectionOption.DELETE_COLUMNS,
          SheetProtectionOption.INSERT_ROWS,
          SheetProtectionOption.INSERT_COLUMNS,
          SheetProtectionOption.SORT);
      grades.finish();
      checks.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory throw none
    }
    return SealedZip.of(out.toByteArray(), PickListBook::withoutMoment);
  }

  private static void fill(Worksheet sheet, PickList list) {
    for (int c = 0; c < list.columns().size(); c++) {
      String title = list.columns().get(c);
      sheet.value(0, c, title);
      sheet.style(0, c).bold().set();
      boolean isDate = title.equals("checked_at");
      int widest = title.length();
      for (int r = 0; r < list.items(); r++) {
        String text = list.rows().get(r).get(c);
        widest = Math.max(widest, Math.min(WIDEST, text.length()));
        if (!text.isEmpty()) {
          sheet.value(r + 1, c, escaped(text));
        }
      }
      sheet.width(c, Math.max(NARROW, widest + 2.0));
      if (list.items() > 0) {
        sheet
            .range(1, c, list.items(), c)
            .style()
            .format(isDate ? DATE : TEXT)
            .protectionOption(ProtectionOption.LOCKED, !TO_FILL_IN.contains(title))
            .set();
      }
    }
  }

  private static String escaped(String text) {
    return ESCAPE.matcher(text).replaceAll("_x005F_$1");
  }

  private static void requireFits(PickList list, Path file) {
    if (list.items() > MOST_ROWS) {
      throw new BadInputException(
          Shown.path(file)
              + " cannot hold "
              + list.items()
              + " items, a workbook has 1,048,576 rows; name a file that ends in .csv");
    }
    for (List<String> row : list.rows()) {
      if (row.get(0).length() > LONGEST) {
        throw new BadInputException(
            Shown.path(file)
                + " cannot hold item "
                + Shown.quoted(row.get(0))
                + ", which is longer than the 32,767 characters of a cell; name a file that ends in"
                + " .csv");
      }
    }
  }

  // No password, rather than an empty one; and nothing that would differ in the next run.
  private static String withoutMoment(String xml) {
    return CREATED.matcher(PASSWORD.matcher(xml).replaceAll("")).replaceAll("");
  }
}
