package org.assay.io.report;

import org.assay.data.Selections.Blindness;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignScope.Fit;
import org.assay.estimate.LevelConclusion;
import org.assay.io.policy.FamilyWise;
import org.assay.io.report.LevelSection.Ruling;
import org.assay.plan.FurtherChecks.FurtherAnswer;
import org.assay.plan.LevelJudge;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;

/** Why a level has its state, in words. */
final class LevelSentence {
  private static final double WORTH_SAYING = 0.05; // of the limit

  private final QaLevel level;
  private final LevelJudge judge;
  private final Blindness basis;
  private final Conclusion conclusion;
  private final DesignRate rate;
  private final Fit fit;

  LevelSentence(QaLevel level, Blindness basis, Conclusion conclusion, DesignRate rate, Fit fit) {
    this.level = level;
    this.judge = LevelConclusion.judge(level);
    this.basis = basis;
    this.conclusion = conclusion;
    this.rate = rate;
    this.fit = fit;
  }

  /** What a state that is shown by itself says when it is not among all states of its level. */
  static final String TOGETHER = " Judged together with the level's other states, it is not shown.";

  String text(Ruling ruling, boolean provisional) {
    String text =
        found()
            + bound()
            + ", and the level allows at most "
            + Words.given(conclusion.limit())
            + "."
            + uncovered();
    return switch (ruling.reason()) {
      case LOST -> text + " Too many rows are lost for a PASS: see the first lines of the report.";
      case LOOKS_SPENT ->
          text
              + " This is look "
              + ruling.look()
              + " of "
              + Words.count(level.judging().looks())
              + ": the risks of the level are spent, and the state is that of the last look. State"
              + " more looks in the policy before the next period begins.";
      case TOGETHER -> text + TOGETHER;
      case CHECKS ->
          ruling.state() == State.NOT_DEMONSTRATED ? text + " " + open(provisional) : text;
    };
  }

  /** Of checks made for plans of other levels, which stop by what they find. */
  String ofStopped(Ruling ruling) {
    String text =
        found()
            + bound(" confidence, whenever the plan stopped)")
            + ", and the level allows at most "
            + Words.given(conclusion.limit())
            + "."
            + uncovered();
    if (ruling.reason() == Ruling.Reason.TOGETHER) {
      return text + TOGETHER;
    }
    int least = LevelConclusion.leastChecks(level);
    return switch (ruling.state()) {
      case PASS, FAIL -> text;
      case NOT_DEMONSTRATED ->
          ruling.reason() == Ruling.Reason.LOST
              ? text + " Too many rows are lost for a PASS: see the first lines of the report."
              : rate.checked() > 0 && rate.checked() < least
                  ? text
                      + " Nothing is said about a person on fewer than "
                      + Words.count(least)
                      + " checks."
                  : text
                      + " The checks were made for a plan of another level or lot; one of its own"
                      + " would say how many more.";
    };
  }

  private String found() {
    if (rate.checked() == 0) {
      return "Nothing was checked";
    }
    String errors =
        Words.checks(basis, rate.checked())
            + " found "
            + (rate.errors() == 0 ? "no error" : Words.count(rate.errors(), "error", "errors"));
    return rate.unresolved() == 0
        ? errors + "; "
        : errors
            + ", "
            + Words.count(rate.unresolved(), "selection has", "selections have")
            + " no usable verdict; ";
  }

  private String bound() {
    int looks = level.judging().looks();
    return bound(
        " confidence, "
            + (looks == 1 ? "one look" : "each of " + Words.count(looks) + " looks")
            + ")");
  }

  private String bound(String holds) {
    if (rate.checked() == 0) {
      return "";
    }
    return switch (conclusion.state()) {
      case PASS ->
          "the rate is at most "
              + Words.percentUp(conclusion.passBound())
              + " ("
              + Words.confidence(judge.passConfidence())
              + holds;
      case FAIL ->
          "the rate is at least "
              + Words.percentDown(conclusion.failBound())
              + " ("
              + Words.confidence(judge.failConfidence())
              + holds;
      case NOT_DEMONSTRATED ->
          "the rate may be as high as "
              + Words.percentUp(conclusion.passBound())
              + " ("
              + Words.confidence(judge.passConfidence())
              + holds;
    };
  }

  private String uncovered() {
    if (rate.checked() == 0) {
      return "";
    }
    if (fit == Fit.SOME_NOT_IN_TABLE) {
      return " The recorded probabilities account for more gradings than the table has, by more"
          + " than chance alone allows: some are missing, or probabilities are recorded too"
          + " small.";
    }
    if (1 - rate.covered() < WORTH_SAYING * conclusion.limit()) {
      return ""; // in the limit, but not worth a sentence
    }
    return (fit == Fit.SOME_NOT_SELECTABLE
            ? " The recorded probabilities leave out "
            : " No check stands for ")
        + Words.percent(1 - rate.covered())
        + " of the gradings; these count as errors above and as none below.";
  }

  private String open(boolean provisional) {
    int least = LevelConclusion.leastChecks(level);
    if (provisional) {
      return "Only the unresolved selections stand between: their verdicts may settle it.";
    }
    if (rate.checked() > 0 && rate.checked() < least) {
      return "Nothing is said about a person on fewer than " + Words.count(least) + " checks.";
    }
    FurtherAnswer further = LevelConclusion.further(level, rate);
    String more = further.number().isEmpty() ? "" : Words.count(further.number().getAsLong());
    return switch (further.kind()) {
      case NEVER, SETTLED ->
          rate.unresolved() > 0 || rate.covered() < 1
              ? "No number of further checks settles it while so much is unresolved or not covered."
              : "The rate seen is so close to the limit that no number of checks is likely to"
                  + " settle it.";
      case EVERYTHING_LEFT ->
          "Only everything that is left would settle it: "
              + more
              + (further.number().getAsLong() == 1 ? " check." : " checks.");
      case CHECKS, ABOVE_CEILING ->
          "About "
              + more
              + (further.number().getAsLong() == 1 ? " further check" : " further checks")
              + " would settle it with a chance of "
              + Words.given(conclusion.chance())
              + ", if the true rate is "
              + Words.percent(further.assumedRate())
              + (level.judging().looks() == 1
                  ? "; they are another look, which the policy must count."
                  : ".");
    };
  }

  /** What a table of states is worth together. */
  static LevelPart.LevelTable table(QaLevel level, int states, FamilyWise family) {
    double pass = states * level.consumerRisk();
    double fail = states * level.producerRisk();
    String text =
        switch (family) {
          case NONE ->
              states == 1
                  ? "One state: wrong with the risks of the level."
                  : Words.count(states)
                      + " states, each with its own risks: if every rate were just above the limit,"
                      + " "
                      + Words.mean(pass)
                      + " would pass by chance; if every rate were at the limit, "
                      + Words.mean(fail)
                      + " would fail.";
          case HOLM ->
              Words.count(states)
                  + " states judged together (Holm): a wrong PASS among them has probability at"
                  + " most "
                  + Words.given(level.consumerRisk())
                  + ", a wrong FAIL at most "
                  + Words.given(level.producerRisk())
                  + ". The limits are those of each state alone.";
          case FDR ->
              Words.count(states)
                  + " states judged together (Benjamini and Hochberg): of those that PASS at most "
                  + Words.given(level.consumerRisk())
                  + " are expected to be wrong, of those that FAIL at most "
                  + Words.given(level.producerRisk())
                  + ". The limits are those of each state alone.";
        };
    boolean alone = family == FamilyWise.NONE;
    return new LevelPart.LevelTable(
        level.name(), states, family, alone ? pass : null, alone ? fail : null, text);
  }
}
