package org.assay.io.report;

import org.assay.data.Blindness;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignScope.Fit;
import org.assay.estimate.LevelConclusion;
import org.assay.plan.LevelJudge;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;

/** Why a level has its state, in words. */
final class LevelSentence {
  private final QaLevel level;
  private final LevelJudge judge;
  private final Blindness basis;
  private final Conclusion conclusion;
  private final DesignRate rate;
  private final Fit fit;

  LevelSentence(QaLevel level, Blindness basis, Conclusion conclusion, DesignRate rate, Fit fit) {
    this.level = level;
    this.judge = LevelJudge.of(level).over(level.judging().looks());
    this.basis = basis;
    this.conclusion = conclusion;
    this.rate = rate;
    this.fit = fit;
  }

  double passConfidence() {
    return judge.passConfidence();
  }

  double failConfidence() {
    return judge.failConfidence();
  }

  String text(boolean provisional) {
    String allowed = ", and the level allows at most " + Words.given(conclusion.limit());
    String found =
        rate.checked() == 0
            ? "Nothing was checked"
            : found()
                + switch (conclusion.state()) {
                  case PASS ->
                      "the rate is at most "
                          + Words.percentUp(conclusion.passBound())
                          + holds(passConfidence());
                  case FAIL ->
                      "the rate is at least "
                          + Words.percentDown(conclusion.failBound())
                          + holds(failConfidence());
                  case NOT_DEMONSTRATED ->
                      "the rate may be as high as "
                          + Words.percentUp(conclusion.passBound())
                          + holds(passConfidence());
                };
    String text = found + allowed + "." + uncovered();
    return conclusion.state() == State.NOT_DEMONSTRATED ? text + " " + open(provisional) : text;
  }

  private String found() {
    String errors =
        Words.checks(basis.name(), rate.checked())
            + " found "
            + (rate.errors() == 0 ? "no error" : Words.count(rate.errors(), "error", "errors"));
    return rate.unresolved() == 0
        ? errors + "; "
        : errors
            + ", "
            + Words.count(rate.unresolved(), "selection has", "selections have")
            + " no usable verdict; ";
  }

  private String holds(double confidence) {
    int looks = level.judging().looks();
    return " ("
        + Words.confidence(confidence)
        + " confidence, "
        + (looks == 1 ? "one look" : "each of " + Words.count(looks) + " looks")
        + ")";
  }

  private String uncovered() {
    if (rate.checked() == 0 || rate.covered() >= 1 - 1e-9) {
      return fit == Fit.SOME_NOT_IN_TABLE
          ? " The recorded probabilities account for more gradings than the table has: some are"
              + " missing."
          : "";
    }
    String share = Words.percent(1 - rate.covered());
    return fit == Fit.SOME_NOT_SELECTABLE
        ? " The recorded probabilities leave out "
            + share
            + " of the gradings; these count as errors above and as none below."
        : " No check stands for "
            + share
            + " of the gradings; these count as errors above and as none below.";
  }

  private String open(boolean provisional) {
    int least = LevelConclusion.leastChecks(level);
    if (provisional) {
      return "Only the unresolved selections stand between: with their verdicts the answer may"
          + " change.";
    }
    if (rate.checked() > 0 && rate.checked() < least) {
      return "Nothing is said about a person on fewer than " + Words.count(least) + " checks.";
    }
    if (conclusion.furtherChecks().isEmpty()) {
      return "The rate seen is so close to the limit that no number of checks is likely to settle"
          + " it.";
    }
    return "About "
        + Words.count(conclusion.furtherChecks().getAsLong(), "further check", "further checks")
        + " would settle it with a chance of "
        + Words.given(conclusion.chance())
        + ", if the rate seen is the true one.";
  }
}
