package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.io.plan.Plan;
import org.assay.io.policy.FamilyWise;
import org.assay.io.report.FurtherTotals.Part;
import org.assay.plan.FurtherChecks;

/** What would settle the rest, in words. */
final class FurtherText {
  private FurtherText() {}

  /** The sums with their sentences. */
  static FurtherTotals of(Part all, Part last, FamilyWise family, boolean looksOnce) {
    return new FurtherTotals(
        all,
        last,
        Plan.USUAL_CHECKS_PER_HOUR,
        FurtherChecks.USUAL_CHANCE,
        all.open() == 0
            ? List.of("No state is NOT DEMONSTRATED: nothing is left to settle.")
            : sentences(all, last, family, looksOnce));
  }

  private static List<String> sentences(Part all, Part last, FamilyWise family, boolean looksOnce) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        Words.count(all.open(), "state is", "states are")
            + " NOT DEMONSTRATED, "
            + Words.count(last.open())
            + " of them in the last period. "
            + settles(all)
            + (all.settled() == 0 ? "" : " " + price(all, true))
            + (all.settled() == 0 || last.settled() == all.settled()
                ? ""
                : " In the last period alone: "
                    + Words.count(last.settled())
                    + (last.settled() == 0 ? "." : ", " + price(last, false))));
    String rest = rest(all);
    if (!rest.isEmpty()) {
      sentences.add(rest);
    }
    sentences.add(
        "Every viewing shows somebody the material once more. An open state says nothing against"
            + " anybody, and a period that has ended needs no state unless somebody is to act on"
            + " it.");
    if (looksOnce && all.settled() > 0) {
      sentences.add(
          "Of a level with one look, judging again after these checks is another look, which the"
              + " policy must count before they are made.");
    }
    if (family != FamilyWise.NONE) {
      sentences.add(
          "The numbers are those of each state by itself; states that are judged together need"
              + " more.");
    }
    return sentences;
  }

  private static String settles(Part all) {
    if (all.settled() == 0 && all.together() > 0) {
      return "Of none can a number of further checks be said that settles it.";
    }
    return all.settled() == 0
        ? "No number of further checks within the lot is likely to settle any of them."
        : "Further random checks within the lot would settle "
            + Words.count(all.settled())
            + ", each with a chance of "
            + Words.given(FurtherChecks.USUAL_CHANCE)
            + " at the rate assumed for it:";
  }

  private static String price(Part part, boolean explained) {
    return Words.count(part.checks(), "check", "checks")
        + (explained ? " (of a member and period the most that any level needs)" : "")
        + ", about "
        + Words.count(Math.round(part.viewings()), "viewing", "viewings")
        + (explained ? " (a grading that several lots draw is viewed once)" : "")
        + ", "
        + hours(part)
        + " hours"
        + (explained
            ? " at " + Words.count((long) Plan.USUAL_CHECKS_PER_HOUR) + " checks per hour"
            : "")
        + (part.reviewerDays() == null
            ? ""
            : ", "
                + Words.count(part.reviewerDays(), "reviewer-day", "reviewer-days")
                + (explained ? " at the exposure ceiling" : ""))
        + ".";
  }

  private static String hours(Part part) {
    return String.format(Locale.ROOT, part.hours() < 100 ? "%,.1f" : "%,.0f", part.hours());
  }

  private static String rest(Part all) {
    List<String> parts = new ArrayList<>();
    if (all.waiting() > 0) {
      parts.add(Words.count(all.waiting(), "waits", "wait") + " for verdicts that are due");
    }
    if (all.everything() > 0) {
      parts.add(
          Words.count(all.everything())
              + " only a check of everything left would settle, which nobody is asked for");
    }
    if (all.nothing() > 0) {
      parts.add(Words.count(all.nothing()) + " nothing settles within the lot");
    }
    if (all.planned() > 0) {
      parts.add(
          Words.count(all.planned(), "stands", "stand")
              + " on checks of a plan that asks for no more, or is of another level or lot");
    }
    if (all.together() > 0) {
      parts.add(
          Words.count(all.together(), "is shown by itself", "are shown by themselves")
              + ", but not among all states of the level: how many more checks that takes depends"
              + " on the other states");
    }
    return parts.isEmpty() ? "" : "Not in these numbers: " + String.join("; ", parts) + ".";
  }

  private static String left(Part all) {
    long nothing = all.nothing() + all.everything() + all.together();
    return nothing == 0 ? "" : " For " + Words.count(nothing) + " of all no number is said.";
  }

  /** At most two lines of a summary. */
  static List<String> summary(FurtherTotals totals) {
    Part all = totals.all();
    if (all.open() == 0) {
      return List.of();
    }
    if (all.settled() == 0 && all.together() > 0) {
      return List.of(
          "Open: "
              + Words.count(all.open())
              + ". Shown alone, but not among all states of the level: "
              + Words.count(all.together())
              + ".");
    }
    if (all.settled() == 0) {
      return List.of(
          "Open: "
              + Words.count(all.open())
              + ". No number of checks within the lots is likely to settle any.");
    }
    Part last = totals.last();
    return List.of(
        "Of "
            + Words.count(all.open(), "open state", "open states")
            + " "
            + Words.count(all.checks())
            + " further checks settle "
            + Words.count(all.settled())
            + ": "
            + Words.count(Math.round(all.viewings()))
            + " viewings, "
            + hours(all)
            + " hours.",
        "In the last period: "
            + Words.count(last.checks())
            + " for "
            + Words.count(last.settled())
            + " of "
            + Words.count(last.open())
            + "."
            + left(all));
  }
}
