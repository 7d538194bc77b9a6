package org.assay.io.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.assay.io.report.NeedPart.Need;
import org.assay.io.report.NeedPart.Needs;
import org.assay.io.report.NeedPart.Person;

/** The training-needs table of the page: the team first, then units, then people by their ids. */
final class NeedTables {
  private final Html html;

  NeedTables(Html html) {
    this.html = html;
  }

  void print(Needs needs) {
    long rows =
        needs.guideline().size()
            + needs.cohorts().stream().mapToLong(p -> p.needs().size()).sum()
            + needs.people().stream().mapToLong(p -> p.needs().size()).sum();
    if (rows > 0) {
      html.table(
          "Training needs",
          "Who",
          needs.of().equals("GRADE_GIVEN") ? "Reference/grade, of grade" : "Reference/grade",
          "Evidence",
          "Found, of checks",
          "Share",
          "Others",
          "Odds at least",
          "Severity beyond others, per 1,000 checks (shrunken)",
          "Team's rate falls by",
          "Examples");
      needs.guideline().forEach(this::row);
      needs.cohorts().forEach(this::rows);
      needs.people().forEach(this::rows);
      html.endTable();
      html.element(
          "p",
          "Everybody's problems first, then units, then people in the order of ids. Shares of"
              + " people and units are not weighted; those of everybody are of the population. The"
              + " last figures are what the team's error rate would fall by if the errors became as"
              + " frequent as among the others in the same checks.",
          "class",
          "note");
    }
    trainings(needs);
  }

  private void row(NeedPart.Guideline g) {
    html.row(
        "Everybody",
        g.reference() + "/" + g.grade(),
        "guideline: " + Words.count(g.peopleAbove()) + " of " + Words.count(g.people()) + " people",
        Words.count(g.found()) + " of " + Words.count(g.checked()),
        Words.percent(g.share()) + " (at least " + Words.percentDown(g.shareAtLeast()) + ")",
        "-",
        "-",
        "-",
        "-",
        "-");
  }

  private void rows(Person p) {
    for (Need n : p.needs()) {
      html.row(
          p.id(),
          n.reference() == null ? "all errors" : cell(n),
          n.evidence().name().toLowerCase(Locale.ROOT),
          Words.count(n.errors().found()) + " of " + Words.count(n.errors().checked()),
          Words.percent(n.errors().share())
              + " ("
              + Words.percentDown(n.errors().lower())
              + " to "
              + Words.percentUp(n.errors().upper())
              + ")",
          Words.percent(n.errors().others()),
          NeedsSection.times(n.errors().oddsRatioAtLeast()),
          one(n.severityExcess()) + " (" + one(n.shrunkenSeverityExcess()) + ")",
          Optional.ofNullable(n.teamFall()).map(NeedTables::fall).orElse("-"),
          String.join(", ", n.examples()));
    }
  }

  private static String cell(Need n) {
    return n.reference() + "/" + n.grade() + (n.guideline() ? ", everybody, too" : "");
  }

  private static String fall(NeedPart.Fall f) {
    return points(f.estimate(), RoundingMode.HALF_EVEN)
        + " points ("
        + points(f.lower(), RoundingMode.FLOOR)
        + " to "
        + points(f.upper(), RoundingMode.CEILING)
        + ")";
  }

  private static String points(double x, RoundingMode rounding) {
    return BigDecimal.valueOf(100 * x).setScale(2, rounding).toPlainString();
  }

  private static String one(double x) {
    return NeedsSection.one(x);
  }

  private void trainings(Needs needs) {
    if (!needs.trainings().isEmpty()) {
      html.table(
          "What trainings did",
          "Assessor",
          "Date",
          "About",
          "Before",
          "After",
          "Expected after, without an effect",
          "Ratio",
          "As it looks",
          "What can be said");
      for (NeedPart.Trained t : needs.trainings()) {
        html.row(
            t.assessor(),
            t.date(),
            t.reference() == null ? "all errors" : t.reference() + "/" + t.grade(),
            Words.count(t.foundBefore()) + " of " + Words.count(t.checkedBefore()),
            Words.count(t.foundAfter()) + " of " + Words.count(t.checkedAfter()),
            t.predicted() == null ? "-" : one(t.predicted()),
            t.ratio() == null
                ? "-"
                : Words.mean(t.ratio())
                    + " ("
                    + Words.mean(t.lower())
                    + " to "
                    + Words.mean(t.upper())
                    + ")",
            t.unadjusted() == null ? "-" : Words.mean(t.unadjusted()),
            t.sentence());
      }
      html.endTable();
    }
  }
}
