package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.io.Shown;
import org.assay.io.table.Row;
import org.assay.io.table.SheetError;

/** Ids of a column that a spreadsheet seems to have changed, counted by what it does to ids. */
final class DamagedIds {
  private static final int EXACT_DIGITS = 15; // of a number in a spreadsheet
  private static final int FEW = 2;

  /** What spreadsheets do to ids. */
  private enum Damage {
    SHORTENED(
        "look like numbers that a spreadsheet has shortened",
        "export the column as text, or ids that differ become one"),
    ROUNDED(
        "have nothing but zeros after the fifteenth digit, as spreadsheets round long numbers",
        "export the column as text from where the ids come from"),
    DATE("look like dates that a spreadsheet has made of ids", "format the column as text"),
    ERROR("are errors of a spreadsheet", "put the formula right and save the table again");

    final String sentence;
    final String remedy;

    Damage(String sentence, String remedy) {
      this.sentence = sentence;
      this.remedy = remedy;
    }
  }

  private static final Pattern LONG = Pattern.compile("\\d{" + (EXACT_DIGITS + 1) + ",40}");
  private static final String MONTH =
      "(?i:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)";
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,2}[-. ]"
              + MONTH
              + "\\.?|"
              + MONTH
              + "[-. ]\\d{2,4}|\\d{4}-\\d\\d-\\d\\d"
              + "|\\d{1,2}[./]\\d{1,2}[./]\\d{4}");

  private static final class Count {
    long rows;
    String first = "";
  }

  private final String column;
  private final Map<Damage, Count> counts = new EnumMap<>(Damage.class);
  private int field; // in the file that is read
  private long rows;
  private long longNumbers;

  DamagedIds(String column) {
    this.column = column;
  }

  DamagedIds inField(int place) {
    field = place;
    return this;
  }

  void look(Row row) {
    if (row.isEmpty(field)) {
      return;
    }
    rows++;
    String id = row.field(field);
    if (id.length() < 4) {
      return;
    }
    if (SheetError.is(id)) {
      count(Damage.ERROR, id);
    } else if (ShortenedIds.NUMBER.matcher(id).matches()) {
      count(Damage.SHORTENED, id);
    } else if (LONG.matcher(id).matches()) {
      longNumbers++;
      if (id.substring(EXACT_DIGITS).chars().allMatch(c -> c == '0')) {
        count(Damage.ROUNDED, id);
      }
    } else if (DATE.matcher(id).matches()) {
      count(Damage.DATE, id);
    }
  }

  private void count(Damage damage, String id) {
    Count count = counts.computeIfAbsent(damage, none -> new Count());
    count.rows++;
    count.first = count.first.isEmpty() ? id : count.first;
  }

  /** What is wrong, in words; a column that is nothing but dates is one of dates. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    counts.forEach(
        (damage, count) -> {
          boolean isSaid =
              switch (damage) {
                case ROUNDED -> count.rows > FEW && 2 * count.rows > longNumbers;
                case DATE -> 2 * count.rows < rows;
                case SHORTENED, ERROR -> true;
              };
          if (isSaid) {
            sentences.add(
                String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d ids %s, such as %s; %s.",
                    column,
                    count.rows,
                    rows,
                    damage.sentence,
                    Shown.quoted(count.first),
                    damage.remedy));
          }
        });
    return sentences;
  }
}
