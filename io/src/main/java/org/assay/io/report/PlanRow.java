package org.assay.io.report;

import java.util.OptionalDouble;
import org.assay.estimate.DesignRate;
import org.assay.io.plan.LevelState;
import org.assay.io.plan.PlanRuling;
import org.assay.io.report.LevelSection.Place;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.Evaluation.Remaining;
import org.assay.plan.LevelJudge;
import org.assay.plan.QaLevel;
import org.assay.plan.QaLevel.About;
import org.assay.result.Conclusion.State;
import org.assay.result.Interval;

/**
 * A level that a plan asked checks for: judged by the plan's own boundary, with its bounds, never
 * as a fixed sample of as many checks. The state is that of {@link PlanRuling}.
 */
final class PlanRow {
  private static final int CHANCE = 1; // of three: 80 %

  private final QaLevel level;
  private final PlanRuling ruling;
  private final LevelState at;
  private final LevelJudge judge;
  private final OptionalDouble upper;
  private final OptionalDouble lower;
  private final Remaining remaining;

  PlanRow(QaLevel level, PlanRuling ruling) {
    this.level = level;
    this.ruling = ruling;
    this.at = ruling.at();
    this.judge = LevelJudge.of(level);
    this.upper = at.upperBound();
    this.lower = at.lowerBound();
    this.remaining = at.remaining().get(CHANCE);
  }

  /**
   * Limits of the rate of everything in the lot, that allow for the plan's stopping; what was
   * excluded when the plan was made may be anything. They contain the rate that is printed.
   */
  static Interval limits(LevelState at, DesignRate rate, double confidence) {
    Interval own = at.interval(confidence);
    double covered = (double) at.lot().gradings() / (at.lot().gradings() + at.lot().excluded());
    double upper = covered * own.upper() + 1 - covered;
    double lower = covered * own.lower();
    return rate.rate().defined()
        ? new Interval(
            Math.min(lower, rate.rate().value() * covered),
            Math.min(1, Math.max(upper, rate.rate().value())),
            confidence,
            own.method())
        : new Interval(lower, Math.min(1, upper), confidence, own.method());
  }

  /** The row, with the rate of the lot as it is estimated from all checks. */
  LevelPart.Level row(Place place, RatePart.Rate rate) {
    return new LevelPart.Level(
        level.name(),
        level.scope(),
        place.member(),
        place.period(),
        ruling.state(),
        level.unacceptable(),
        upper.orElse(1),
        judge.passConfidence(),
        lower.orElse(0),
        judge.failConfidence(),
        About.LOT,
        1,
        1,
        ruling.leastChecks(),
        rate,
        place.gradings(),
        rate.unresolved(),
        false,
        furtherChecks(),
        remaining.chance(),
        sentence(),
        new LevelPart.LevelPlan(
            at.level().design().toString(),
            at.lot().id(),
            at.state().decision(),
            at.state().checked(),
            at.state().errors(),
            at.isOpen() ? null : (Integer) at.state().decidedAt().getAsInt(),
            at.level().maximumChecks()));
  }

  private boolean isUsedUp() {
    return at.isOpen() && at.state().checked() >= at.level().maximumChecks();
  }

  private Long furtherChecks() {
    return remaining.n() == null ? null : (Long) remaining.n().longValue();
  }

  private String sentence() {
    String text = found() + decided() + allowed();
    return switch (ruling.reason()) {
      case PLAN -> text;
      case TOO_FEW ->
          text
              + " Nothing is said on fewer than "
              + Words.count(ruling.leastChecks(), "check", "checks")
              + ".";
      case LOST -> text + " Too many rows are lost for a PASS: see the first lines of the report.";
      case TOGETHER -> text + LevelSentence.TOGETHER;
    };
  }

  private String found() {
    int checked = at.state().checked();
    int errors = at.state().errors();
    if (checked == 0) {
      return "Nothing of the plan was checked: ";
    }
    String text =
        Words.count(checked, "check", "checks")
            + " of the plan found "
            + (errors == 0 ? "no error" : Words.count(errors, "error", "errors"));
    return at.missing() == 0
        ? text + ": "
        : text
            + ", "
            + Words.count(at.missing(), "item that could not", "items that could not")
            + " be checked among them: ";
  }

  private String decided() {
    String decision =
        at.state().decision().name()
            + (isDecidedBefore() ? " after the first " + decidedAfter() : "")
            + " by the plan's own boundary, over all its looks";
    return switch (at.state().decision()) {
      case ACCEPT ->
          decision
              + "; the rate of the lot is at most "
              + Words.percentUp(upper.orElseThrow())
              + confidence(judge.passConfidence());
      case REJECT ->
          lower.isEmpty()
              ? decision + "; that holds only if what could not be checked is wrong"
              : decision
                  + "; the rate of the lot is at least "
                  + Words.percentDown(lower.orElseThrow())
                  + confidence(judge.failConfidence());
      case CONTINUE -> decision + always();
    };
  }

  // Checks made after the decision change nothing: the bound is of those before.
  private boolean isDecidedBefore() {
    return !at.isOpen() && at.state().decidedAt().getAsInt() < at.state().checked();
  }

  private String decidedAfter() {
    int errors = at.state().decidedErrors().getAsInt();
    return Words.count(at.state().decidedAt().getAsInt())
        + ", with "
        + (errors == 0 ? "no error" : Words.count(errors, "error", "errors"))
        + ",";
  }

  // Only an always-valid plan says something before it decides.
  private String always() {
    return upper.isEmpty() || lower.isEmpty()
        ? "; nothing is shown before it decides"
        : "; the rate of the lot is at most "
            + Words.percentUp(upper.getAsDouble())
            + confidence(judge.passConfidence())
            + " and at least "
            + Words.percentDown(lower.getAsDouble())
            + confidence(judge.failConfidence());
  }

  private static String confidence(double level) {
    return " (" + Words.confidence(level) + " confidence)";
  }

  private String allowed() {
    String limit = Words.given(level.unacceptable());
    if (at.state().decision() == Decision.REJECT && lower.isEmpty()) {
      return ", and the level allows at most "
          + limit
          + ". The plan asks for no more checks."
          + excluded();
    }
    if (at.state().decision() == Decision.REJECT && at.standing() != State.FAIL) {
      return ", worse than the acceptable "
          + Words.given(level.acceptable())
          + ", but not shown to be worse than the "
          + limit
          + " that the level allows. The plan asks for no more checks."
          + excluded();
    }
    String text = ", and the level allows at most " + limit + "." + excluded();
    return at.isOpen() ? text + further() : text;
  }

  private String excluded() {
    return at.lot().excluded() == 0
        ? ""
        : " The "
            + Words.count(at.lot().excluded(), "grading", "gradings")
            + " excluded when the plan was made are not in the lot.";
  }

  private String further() {
    if (isUsedUp()) {
      return " The plan is used up: only the rest of the lot can say.";
    }
    return accepts()
        + (remaining.n() == null
            ? "; all that it has decide with a chance of less than "
            : remaining.n() == 1
                ? "; 1 more decides with a chance of "
                : "; " + Words.count(remaining.n()) + " more decide with a chance of ")
        + Words.given(remaining.chance())
        + ", if the true rate is "
        + Words.percent(at.assumedRate())
        + ".";
  }

  private String accepts() {
    if (!at.canAccept()) {
      return " The plan cannot accept it any more";
    }
    int clean = at.acceptedAt() - at.state().checked();
    return clean == 1
        ? " The next check accepts it if it finds no error"
        : " The next " + Words.count(clean) + " checks accept it if they find no error";
  }
}
