package org.assay.io.policy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assay.data.GradingScheme;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.draw.ExposureCeiling;
import org.assay.plan.QaLevel;

/**
 * What an organisation has laid down: the grades, the QA levels, and the clock it works by.
 *
 * @param scheme grades, scores and severities
 * @param levels QA levels, names all different; none where the policy serves agreement alone
 * @param declaredZone time zone of the operation; empty when the policy names none, and a time
 *     without an offset cannot be read then
 * @param strata strata of the sampling design; empty when not declared
 * @param calendar working days; empty when not declared
 * @param driftBudget false flags the organisation accepts per team and year, above 0
 * @param exposureCeiling most items one QA officer is shown in a working day, in all and by the
 *     grade given; empty when not declared
 * @param rules how tables are read and states are made
 */
public record Policy(
    GradingScheme scheme,
    List<QaLevel> levels,
    Optional<ZoneId> declaredZone,
    List<String> strata,
    Optional<WorkCalendar> calendar,
    OptionalDouble driftBudget,
    Optional<ExposureCeiling> exposureCeiling,
    PolicyRules rules) {

  public Policy {
    levels = List.copyOf(levels);
    strata = List.copyOf(strata);
  }

  /**
   * A policy with {@link PolicyRules#DEFAULT the rules that hold where nothing is said}.
   *
   * @param scheme grades, scores and severities
   * @param levels QA levels
   * @param declaredZone time zone of the operation
   * @param strata strata of the sampling design
   * @param calendar working days
   * @param driftBudget false flags the organisation accepts per team and year
   * @param exposureCeiling most items one QA officer is shown in a working day
   */
  public Policy(
      GradingScheme scheme,
      List<QaLevel> levels,
      Optional<ZoneId> declaredZone,
      List<String> strata,
      Optional<WorkCalendar> calendar,
      OptionalDouble driftBudget,
      Optional<ExposureCeiling> exposureCeiling) {
    this(
        scheme,
        levels,
        declaredZone,
        strata,
        calendar,
        driftBudget,
        exposureCeiling,
        PolicyRules.DEFAULT);
  }

  /**
   * A policy of a scheme and levels alone.
   *
   * @param scheme grades, scores and severities
   * @param levels QA levels
   */
  public Policy(GradingScheme scheme, List<QaLevel> levels) {
    this(
        scheme,
        levels,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  /**
   * The zone whose midnights bound days, weeks and other periods.
   *
   * @return the declared zone, or UTC
   */
  public ZoneId zone() {
    return declaredZone.orElse(ZoneOffset.UTC);
  }

  /**
   * This policy with a time zone.
   *
   * @param zone time zone of the operation
   * @return a new policy
   */
  public Policy withZone(ZoneId zone) {
    return new Policy(
        scheme, levels, Optional.of(zone), strata, calendar, driftBudget, exposureCeiling, rules);
  }

  /**
   * This policy with other rules.
   *
   * @param otherRules how tables are read and states are made
   * @return a new policy
   */
  public Policy withRules(PolicyRules otherRules) {
    return new Policy(
        scheme, levels, declaredZone, strata, calendar, driftBudget, exposureCeiling, otherRules);
  }

  /**
   * Which of several verdicts on a grading is its reference.
   *
   * @return the rule, FIRST_BLIND unless the policy says otherwise
   */
  public ReferenceRule reference() {
    return rules.reference();
  }

  /**
   * Share of a scope that may be lost without consequence.
   *
   * @return in [0, 1), 0.01 unless the policy says otherwise
   */
  public double unusableAtMost() {
    return rules.unusableAtMost();
  }

  /**
   * How the states of many levels are held together.
   *
   * @return NONE unless the policy says otherwise
   */
  public FamilyWise familyWise() {
    return rules.familyWise();
  }

  /**
   * Gradings that the design does not select from.
   *
   * @return the streams and strata declared
   */
  public NotSampled notSampled() {
    return rules.notSampled();
  }

  /**
   * Trainings that people had.
   *
   * @return as declared, none unless the policy says otherwise
   */
  public List<TrainingDate> trainings() {
    return rules.trainings();
  }
}
