package org.assay.io.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assay.estimate.LevelConclusion;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.policy.Policy;
import org.assay.plan.Boundary;
import org.assay.plan.Design;
import org.assay.plan.Lot.Reading;
import org.assay.plan.Promise;
import org.assay.plan.QaLevel;
import org.assay.plan.SequentialPlan;

/**
 * How one QA level is shown for one lot.
 *
 * @param level name of the level in the policy
 * @param design kind of plan
 * @param acceptable rate
 * @param unacceptable rate
 * @param acceptableCount most defective items of an acceptable lot
 * @param unacceptableCount fewest defective items of an unacceptable lot
 * @param producerRisk promised: an acceptable lot is rejected
 * @param consumerRisk promised: an unacceptable lot is accepted
 * @param achievedProducerRisk exact
 * @param achievedConsumerRisk exact
 * @param checksWithoutErrors checks after which a lot is accepted when none of them found an error
 * @param averageChecks expected checks at the acceptable rate
 * @param maximumChecks most checks there can be
 * @param leastChecks fewest checks for a state, before which the plan decides nothing where the lot
 *     has as many; 0 in a plan that was made without
 * @param boundary acceptance and rejection numbers, where they change
 */
public record PlannedLevel(
    String level,
    Design design,
    double acceptable,
    double unacceptable,
    long acceptableCount,
    long unacceptableCount,
    double producerRisk,
    double consumerRisk,
    double achievedProducerRisk,
    double achievedConsumerRisk,
    int checksWithoutErrors,
    double averageChecks,
    int maximumChecks,
    int leastChecks,
    List<Step> boundary) {
  public PlannedLevel {
    boundary = List.copyOf(boundary);
  }

  /**
   * Numbers that hold from one number of checks to the next step.
   *
   * @param checks from here on
   * @param acceptAt accept at that many errors or fewer; null when that is not possible
   * @param rejectAt reject at that many errors or more; null when that is not possible
   */
  public record Step(int checks, Integer acceptAt, Integer rejectAt) {}

  static PlannedLevel of(QaLevel level, long lotSize, Design wanted) {
    Promise promise = Promise.of(level, lotSize, Reading.AT_MOST);
    int least = LevelConclusion.leastChecks(level);
    Design.Made made = wanted.make(promise, (int) Math.min(least, lotSize));
    SequentialPlan plan = made.plan();
    return new PlannedLevel(
        level.name(),
        made.design(),
        level.acceptable(),
        level.unacceptable(),
        (long) promise.acceptable(),
        (long) promise.unacceptable(),
        promise.producerRisk(),
        promise.consumerRisk(),
        plan.producerRisk(),
        plan.consumerRisk(),
        withoutErrors(plan.boundary()),
        plan.at(promise.lot().rate(promise.acceptable())).averageSampleNumber(),
        plan.boundary().maximum(),
        least,
        steps(plan.boundary()));
  }

  /** The level of the policy, which must be the one planned for. */
  QaLevel in(Policy policy) {
    QaLevel found =
        policy.levels().stream()
            .filter(l -> l.name().equals(this.level))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInputException(
                        "the policy must have the planned level "
                            + Shown.quoted(this.level)
                            + ", got "
                            + policy.levels().stream().map(QaLevel::name).toList()));
    if (found.acceptable() != acceptable
        || found.unacceptable() != unacceptable
        || found.producerRisk() != producerRisk
        || found.consumerRisk() != consumerRisk) {
      throw new BadInputException(
          "the policy's level "
              + Shown.quoted(this.level)
              + " must be the one that was planned for, but its rates or risks have changed");
    }
    return found;
  }

  private static int withoutErrors(Boundary boundary) {
    return boundary.card().get(0).acceptFrom().orElse(boundary.maximum());
  }

  private static List<Step> steps(Boundary boundary) {
    var steps = new ArrayList<Step>();
    Step last = new Step(0, null, null);
    for (int n = 1; n <= boundary.maximum(); n++) {
      Integer accept = boundary.acceptAt(n) < 0 ? null : boundary.acceptAt(n);
      Integer reject = boundary.rejectAt(n) > n ? null : boundary.rejectAt(n);
      if (!Objects.equals(accept, last.acceptAt) || !Objects.equals(reject, last.rejectAt)) {
        last = new Step(n, accept, reject);
        steps.add(last);
      }
    }
    return steps;
  }

  /**
   * The plan, to evaluate verdicts with.
   *
   * @param lotSize gradings in the lot
   * @return the plan with its exact risks
   */
  SequentialPlan plan(long lotSize) {
    Promise promise =
        Promise.inLot(lotSize, acceptableCount, unacceptableCount, producerRisk, consumerRisk);
    if (design == Design.ALWAYS_VALID) {
      // in a long lot its boundary leaves cases open, which rows cannot
      return design.plan(promise, (int) Math.max(1, Math.min(leastChecks, lotSize)));
    }
    var rows = new ArrayList<Boundary.Row>();
    for (int s = 0; s < boundary.size(); s++) {
      Step step = boundary.get(s);
      int end = s + 1 < boundary.size() ? boundary.get(s + 1).checks() : maximumChecks + 1;
      for (int n = step.checks(); n < end; n++) {
        rows.add(new Boundary.Row(n, step.acceptAt(), step.rejectAt()));
      }
    }
    return SequentialPlan.given(promise, Boundary.of(rows));
  }

  /** Whether every grading of the lot may have to be checked. */
  boolean isFullInspection(long lotSize) {
    return maximumChecks >= lotSize;
  }

  /** Whether the lot has fewer gradings than a state needs. */
  boolean isTooSmall(long lotSize) {
    return lotSize < leastChecks;
  }

  private String least(long lotSize) {
    return isTooSmall(lotSize)
        ? String.format(
            Locale.ROOT,
            " No PASS or FAIL is possible: the lot has %,d gradings, and a state needs %,d checks.",
            lotSize,
            leastChecks)
        : leastChecks > 1
            ? String.format(
                Locale.ROOT,
                " Nothing is decided before the %,d checks that a state needs%s.",
                leastChecks,
                design == Design.ZERO_ACCEPTANCE ? ", except a rejection" : "")
            : "";
  }

  /** Why it is that many checks, in a sentence or two. */
  String reason(long lotSize) {
    String risks =
        String.format(
            Locale.ROOT,
            "a lot with %,d defective of %,d is rejected with probability %.4f (promised %s),"
                + " one with %,d accepted with %.4f (promised %s)",
            acceptableCount,
            lotSize,
            achievedProducerRisk,
            Texts.plain(producerRisk),
            unacceptableCount,
            achievedConsumerRisk,
            Texts.plain(consumerRisk));
    String why =
        isFullInspection(lotSize)
            ? "Full inspection: the lot is too small for a plan that always checks less; "
                + risks
                + "."
            : design == Design.ZERO_ACCEPTANCE
                ? "Fewest checks without an error, the producer's risk is not kept: " + risks + "."
                : "Fewest checks of a plan of design " + design + ": " + risks + ".";
    return why + least(lotSize);
  }
}
