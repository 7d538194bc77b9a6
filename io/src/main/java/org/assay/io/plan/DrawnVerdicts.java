package org.assay.io.plan;

import java.util.List;
import java.util.Optional;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.Typed;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.table.FormulaGuard;
import org.assay.io.table.SpreadsheetText;
import org.assay.io.table.TableEdit;
import org.assay.io.table.TableSource;

/**
 * Puts the ids of a filled pick-list back as they were drawn, by the marks of the list: what kept
 * an id from being taken for a formula is taken off, and what a spreadsheet made of it is undone.
 * Other tables of verdicts have no marks, and stay as they are.
 */
final class DrawnVerdicts implements TableEdit {
  private final DrawMarks marks;
  private final String item; // title in the files
  private final String reviewer;

  private DrawnVerdicts(DrawMarks marks, String item, String reviewer) {
    this.marks = marks;
    this.item = item;
    this.reviewer = reviewer;
  }

  /** The same tables, with the ids of the draw. */
  static IngestOptions in(IngestOptions input, DrawMarks marks) {
    if (marks.isEmpty()) {
      return input;
    }
    var edit =
        new DrawnVerdicts(
            marks,
            input.verdictColumns().getOrDefault("item_id", "item_id"),
            input.verdictColumns().getOrDefault("reviewer_id", "reviewer_id"));
    return input.withVerdictsAs(table -> TableSource.ofEdited(table, edit));
  }

  @Override
  public Optional<Rows> begin(String name, List<String> titles) {
    int markAt = TableEdit.place(titles, DrawMarks.COLUMN);
    int itemAt = TableEdit.place(titles, item);
    return markAt < 0 || itemAt < 0
        ? Optional.empty()
        : Optional.of(
            new Marked(name, titles.size(), markAt, itemAt, TableEdit.place(titles, reviewer)));
  }

  private final class Marked implements Rows {
    private final String name;
    private final int width;
    private final int markAt;
    private final int itemAt;
    private final int reviewerAt;
    private long restored;

    Marked(String name, int width, int markAt, int itemAt, int reviewerAt) {
      this.name = name;
      this.width = width;
      this.markAt = markAt;
      this.itemAt = itemAt;
      this.reviewerAt = reviewerAt;
    }

    @Override
    public long restored() {
      return restored;
    }

    @Override
    public void edit(long number, List<String> cells) {
      if (cells.size() != width) {
        return;
      }
      Optional<String> drawn = marks.item(Typed.read(cells.get(markAt)));
      if (drawn.isEmpty()) {
        return;
      }
      String shown = cells.get(itemAt);
      if (!shown.equals(drawn.get()) && !shown.equals(FormulaGuard.neutralise(drawn.get()))) {
        if (!shown.isBlank() && !SpreadsheetText.mayBe(drawn.get(), shown)) {
          throw changed(number, shown, drawn.get());
        }
        restored++;
      }
      cells.set(itemAt, drawn.get());
      if (reviewerAt >= 0) {
        cells.set(reviewerAt, FormulaGuard.original(cells.get(reviewerAt)));
      }
    }

    private BadInputException changed(long number, String shown, String drawn) {
      return new BadInputException(
          name
              + ": row "
              + number
              + " has item "
              + Shown.quoted(shown)
              + " where "
              + Shown.quoted(drawn)
              + " was drawn, as column "
              + DrawMarks.COLUMN
              + " tells; put back what stood there, or empty that column in the row if another item"
              + " was checked");
    }
  }
}
