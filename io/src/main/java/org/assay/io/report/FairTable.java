package org.assay.io.report;

import org.assay.io.report.FairPart.Fair;
import org.assay.io.report.FairPart.Limits;
import org.assay.io.report.FairPart.Standing;

/** {@link Fair} as a section of the page: a table in the order of ids, and a funnel. */
final class FairTable {
  private FairTable() {}

  static void write(Fair fair, double confidence, Html html) {
    html.section("fair", "What would rates be with the same work?");
    html.paragraphs(fair.sentences());
    if (!fair.people().isEmpty()) {
      html.table(
          "In the order of ids; rates from weighted checks",
          "Assessor",
          "Checks",
          "Crude rate",
          "The others with this mix",
          "With the team's mix, beside the others",
          "Drawn towards the team's",
          "With the team's mix, stratum by stratum",
          "Chance moves it between (all compared)");
      for (Standing p : fair.people()) {
        html.row(
            p.assessor(),
            Words.count(p.checked()),
            MatrixTable.text(p.crude()),
            MatrixTable.percent(p.expected()),
            MatrixTable.text(p.indirect()),
            MatrixTable.percent(p.indirect().shrunken()),
            MatrixTable.text(p.direct()),
            limits(p.limits()));
      }
      html.endTable();
    }
    if (FunnelChart.fits(fair)) {
      html.open("figure");
      html.element(
          "figcaption",
          "Rates with the team's mix, and how far chance moves a rate around the team's: dashed for"
              + " a look at one person, solid for a look at all. Numbers are in the table.");
      FunnelChart.draw(html, fair, confidence);
      html.close();
    }
    html.close();
  }

  private static String limits(Limits limits) {
    return limits == null
        ? "-"
        : Words.percentDown(limits.lowerAll()) + " and " + Words.percentUp(limits.upperAll());
  }
}
