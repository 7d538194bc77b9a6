package org.assay.plan;

import java.util.Objects;
import java.util.OptionalInt;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.PeriodKind;
import org.assay.internal.Check;
import org.assay.plan.QaLevel.About;
import org.assay.plan.QaLevel.Judging;
import org.assay.plan.QaLevel.Scope;

/** Puts a {@link QaLevel} together, each number by its name. Not thread-safe. */
public final class QaLevelBuilder {
  private static final double USUAL_RISK = 0.05;

  private final String name;
  private ErrorClass counts;
  private Double acceptable;
  private Double unacceptable;
  private double producerRisk = USUAL_RISK;
  private double consumerRisk = USUAL_RISK;
  private Scope scope;
  private PeriodKind period;
  private About about;
  private OptionalInt leastChecks = OptionalInt.empty();
  private int looks = 1;

  QaLevelBuilder(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /**
   * Which mix-ups count.
   *
   * @param errors of the scheme
   * @return this
   */
  public QaLevelBuilder counting(ErrorClass errors) {
    this.counts = errors;
    return this;
  }

  /**
   * A rate at which work should pass.
   *
   * @param rate in [0, unacceptable)
   * @return this
   */
  public QaLevelBuilder acceptable(double rate) {
    this.acceptable = rate;
    return this;
  }

  /**
   * The limit.
   *
   * @param rate in (0, 1)
   * @return this
   */
  public QaLevelBuilder unacceptable(double rate) {
    this.unacceptable = rate;
    return this;
  }

  /**
   * Probability at most of a wrong FAIL or REJECT.
   *
   * @param risk in (0, 0.5)
   * @return this
   */
  public QaLevelBuilder producerRisk(double risk) {
    this.producerRisk = risk;
    return this;
  }

  /**
   * Probability at most of a wrong PASS or ACCEPT.
   *
   * @param risk in (0, 0.5)
   * @return this
   */
  public QaLevelBuilder consumerRisk(double risk) {
    this.consumerRisk = risk;
    return this;
  }

  /**
   * Both risks.
   *
   * @param risk in (0, 0.5)
   * @return this
   */
  public QaLevelBuilder risks(double risk) {
    return producerRisk(risk).consumerRisk(risk);
  }

  /**
   * Counts every error of a scheme: {@code counting(ErrorClass.any(scheme))}.
   *
   * @param scheme the grades
   * @return this
   */
  public QaLevelBuilder of(GradingScheme scheme) {
    return counting(ErrorClass.any(scheme));
  }

  /**
   * Both risks.
   *
   * @param producer chance at most of a FAIL when the rate keeps the limit, in (0, 0.5)
   * @param consumer chance at most of a PASS when the rate is above the limit, in (0, 0.5)
   * @return this
   */
  public QaLevelBuilder risks(double producer, double consumer) {
    return producerRisk(producer).consumerRisk(consumer);
  }

  /**
   * A level of each assessor.
   *
   * @return this
   */
  public QaLevelBuilder perAssessor() {
    return of(Scope.ASSESSOR);
  }

  /**
   * A level of everybody in a unit together.
   *
   * @return this
   */
  public QaLevelBuilder perUnit() {
    return of(Scope.UNIT);
  }

  /**
   * The level, judged each month; the last call, {@code per(MONTH).build()}.
   *
   * @return the level
   */
  public QaLevel perMonth() {
    return per(PeriodKind.MONTH).build();
  }

  /**
   * The level, judged each quarter; the last call, {@code per(QUARTER).build()}.
   *
   * @return the level
   */
  public QaLevel perQuarter() {
    return per(PeriodKind.QUARTER).build();
  }

  /**
   * For whom the level holds.
   *
   * @param whom each unit or each assessor
   * @return this
   */
  public QaLevelBuilder of(Scope whom) {
    this.scope = whom;
    return this;
  }

  /**
   * Over what period.
   *
   * @param kind of period
   * @return this
   */
  public QaLevelBuilder per(PeriodKind kind) {
    this.period = kind;
    return this;
  }

  /**
   * What the state is about.
   *
   * @param what the lot or the process; by default a unit's lot and an assessor's process
   * @return this
   */
  public QaLevelBuilder about(About what) {
    this.about = what;
    return this;
  }

  /**
   * Fewest checks for any state but NOT_DEMONSTRATED.
   *
   * @param checks at least 1; by default the risks alone decide
   * @return this
   */
  public QaLevelBuilder leastChecks(int checks) {
    this.leastChecks = OptionalInt.of(Check.atLeast("leastChecks", 1, checks));
    return this;
  }

  /**
   * How often the state is looked at within its period.
   *
   * @param number in [1, 1000]; 1 by default
   * @return this
   */
  public QaLevelBuilder looks(int number) {
    this.looks = number;
    return this;
  }

  /**
   * Builds the level.
   *
   * @return the level
   * @throws IllegalArgumentException if a part is missing or out of its range; the message names it
   */
  public QaLevel build() {
    Scope whom = required("of", scope);
    return new QaLevel(
        name,
        required("counting", counts),
        required("acceptable", acceptable),
        required("unacceptable", unacceptable),
        producerRisk,
        consumerRisk,
        whom,
        required("per", period),
        new Judging(about == null ? Judging.of(whom).about() : about, leastChecks, looks));
  }

  private <T> T required(String part, T value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "level \"" + name + "\" must be given " + part + "(...) before it is built");
    }
    return value;
  }
}
