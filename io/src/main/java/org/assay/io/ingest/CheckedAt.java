package org.assay.io.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.table.Table;
import org.assay.io.table.TableEdit;

/**
 * When checks were made whose row does not say so: a time for verdicts with a grade and without
 * one. Rows without a grade wait for it, and have no time either.
 */
public final class CheckedAt implements TableEdit {
  private static final String COLUMN = Table.title(VerdictColumn.CHECKED_AT);
  private static final String GRADE = Table.title(VerdictColumn.GRADE);

  private final String time;
  private final String titleOfTime;
  private final String titleOfGrade;

  private CheckedAt(String time, Map<String, String> columns) {
    this.time = time;
    this.titleOfTime = columns.getOrDefault(COLUMN, COLUMN);
    this.titleOfGrade = columns.getOrDefault(GRADE, GRADE);
  }

  /**
   * A time for all such checks.
   *
   * @param time a date, or a time as tables have it
   * @param columns name in the files by name of the column of verdicts
   * @return what puts it into tables of verdicts
   * @throws BadInputException if it is neither
   */
  public static CheckedAt of(String time, Map<String, String> columns) {
    if (!isTime(time)) {
      throw new BadInputException(
          "the time of the checks must be a date (2025-06-30) or a time (2025-06-30T18:00:00Z), got "
              + Shown.quoted(time));
    }
    return new CheckedAt(time, columns);
  }

  private static boolean isTime(String time) {
    try {
      if (time.length() <= 10) {
        LocalDate.parse(time);
      } else if (time.matches(".*(Z|[+-]\\d\\d(:\\d\\d)?)")) {
        OffsetDateTime.parse(time);
      } else {
        LocalDateTime.parse(time);
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Override
  public Map<String, String> readAs() {
    return Map.of("checkedAt", time);
  }

  @Override
  public Optional<Rows> begin(String name, List<String> titles) {
    int gradeAt = TableEdit.place(titles, titleOfGrade);
    int timeAt = TableEdit.place(titles, titleOfTime);
    if (gradeAt < 0) {
      return Optional.empty(); // whoever reads it says that the column is missing
    }
    int width = titles.size() + (timeAt < 0 ? 1 : 0);
    return Optional.of(
        new Rows() {
          @Override
          public List<String> added() {
            return timeAt < 0 ? List.of(titleOfTime) : List.of();
          }

          @Override
          public void edit(long number, List<String> cells) {
            int at = timeAt < 0 ? cells.size() - 1 : timeAt;
            boolean isWhole = cells.size() == width;
            if (isWhole && !cells.get(gradeAt).isBlank() && cells.get(at).isBlank()) {
              cells.set(at, time);
            }
          }
        });
  }
}
