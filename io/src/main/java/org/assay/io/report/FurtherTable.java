package org.assay.io.report;

import java.util.Locale;

/** What would settle the rest, as a section of the page. */
final class FurtherTable {
  private FurtherTable() {}

  static void write(FurtherTotals totals, Html html) {
    html.section("further", "What would settle the rest");
    html.paragraphs(totals.sentences());
    if (totals.all().open() > 0) {
      html.table(
          "States that are not demonstrated, and what settles them",
          "Periods",
          "Open states",
          "Settled by further checks",
          "Checks",
          "Viewings",
          "Hours",
          "Reviewer-days",
          "Waiting for verdicts",
          "Only by everything left",
          "By nothing within the lot",
          "Shown alone, not together");
      row("All", totals.all(), html);
      row("The last of each kind", totals.last(), html);
      html.endTable();
    }
    html.close();
  }

  private static void row(String name, FurtherTotals.Part part, Html html) {
    html.row(
        name,
        Words.count(part.open()),
        Words.count(part.settled()),
        Words.count(part.checks()),
        Words.count(Math.round(part.viewings())),
        String.format(Locale.ROOT, "%,.1f", part.hours()),
        part.reviewerDays() == null ? "-" : Words.count(part.reviewerDays()),
        Words.count(part.waiting()),
        Words.count(part.everything()),
        Words.count(part.nothing()),
        Words.count(part.together()));
  }
}
