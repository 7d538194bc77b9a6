package org.assay.plan;

import java.util.Objects;
import java.util.OptionalInt;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Periods.PeriodKind;
import org.assay.internal.Check;
import org.assay.plan.LevelJudge.LevelAssessment;
import org.assay.plan.QaLevel.About;
import org.assay.plan.QaLevel.Judging;
import org.assay.plan.QaLevel.Scope;
import org.assay.result.Conclusion;

/**
 * A predefined QA level: how often an error of a class may happen, for whom, and over what period.
 *
 * <p>The level is met when the rate is at most {@code unacceptable}, its limit; {@code acceptable}
 * is a better rate at which work should pass. The two risks bound the probability of a wrong
 * statement, and there are four statements:
 *
 * <pre>{@code
 * PASS, ACCEPT  at most the limit shown       wrong above the limit         at most consumerRisk
 * FAIL          worse than the limit shown    wrong at the limit or below   at most producerRisk
 * REJECT        worse than acceptable shown   wrong at acceptable or below  at most producerRisk
 * }</pre>
 *
 * ACCEPT and REJECT are said by a plan, which uses both rates; PASS and FAIL by {@link LevelJudge},
 * which knows the limit only. A REJECT need not be a FAIL: the rate may lie between the two.
 *
 * @param name as reports show it
 * @param counts which mix-ups count
 * @param acceptable rate in [0, unacceptable)
 * @param unacceptable rate in (0, 1)
 * @param producerRisk in (0, 0.5)
 * @param consumerRisk in (0, 0.5)
 * @param scope for whom the level holds
 * @param period over what period
 * @param judging what its state is about, and what a state needs
 */
public record QaLevel(
    String name,
    ErrorClass counts,
    double acceptable,
    double unacceptable,
    double producerRisk,
    double consumerRisk,
    Scope scope,
    PeriodKind period,
    Judging judging) {

  /** For whom a level holds. */
  public enum Scope {
    /** Everybody in a unit together. */
    UNIT,
    /** Each assessor. */
    ASSESSOR
  }

  /** What the state of a level is about. */
  public enum About {
    /** The gradings that there are: the sample is of a finite lot, and a census leaves no doubt. */
    LOT,
    /**
     * The way of working that made them, of which even all gradings of the period are a sample: no
     * finite-population correction.
     */
    PROCESS
  }

  /**
   * What the state of a level is about, and what a state needs.
   *
   * @param about the lot that there is, or the process behind it
   * @param leastChecks fewest checks for any state but NOT_DEMONSTRATED, at least 1; empty when the
   *     risks alone decide
   * @param looks how often the state is looked at within its period, in [1, 1000]; the risks hold
   *     over all of them
   */
  public record Judging(About about, OptionalInt leastChecks, int looks) {
    private static final int MOST_LOOKS = 1_000;

    public Judging {
      Objects.requireNonNull(about, "about");
      if (leastChecks.isPresent()) {
        Check.atLeast("leastChecks", 1, leastChecks.getAsInt());
      }
      if (looks < 1 || looks > MOST_LOOKS) {
        throw new IllegalArgumentException(
            "looks must be in [1, " + MOST_LOOKS + "], got " + looks);
      }
    }

    /**
     * What holds unless a policy says otherwise: a unit's level is about its lot, an assessor's
     * about the way of working; one look, no least number of checks.
     *
     * @param scope for whom the level holds
     * @return the default
     */
    public static Judging of(Scope scope) {
      return new Judging(scope == Scope.UNIT ? About.LOT : About.PROCESS, OptionalInt.empty(), 1);
    }
  }

  /**
   * Begins a level.
   *
   * <pre>{@code
   * QaLevel.named("any error").counting(ErrorClass.any(scheme))
   *     .acceptable(0.02).unacceptable(0.05).risks(0.05)
   *     .of(Scope.ASSESSOR).per(PeriodKind.QUARTER).build();
   * }</pre>
   *
   * @param name as reports show it
   * @return a builder; both risks are 5 % unless said otherwise
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /**
   * This level, judged otherwise.
   *
   * @param judgedSo what its state is about, and what a state needs
   * @return a new level
   */
  public QaLevel withJudging(Judging judgedSo) {
    return new QaLevel(
        name,
        counts,
        acceptable,
        unacceptable,
        producerRisk,
        consumerRisk,
        scope,
        period,
        judgedSo);
  }

  /**
   * Is the level met? By independent checks, each as likely as the others, looked at once.
   *
   * @param errors found, in [0, checked]
   * @param checked at least 0
   * @return {@link LevelAssessment#of(QaLevel, long, long)}
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public Conclusion judge(long errors, long checked) {
    return LevelAssessment.of(this, errors, checked);
  }

  /**
   * Is the level met in a lot? By a simple random sample of it, looked at once.
   *
   * @param errors found, in [0, checked]
   * @param checked in [0, lotSize]
   * @param lotSize items in the lot
   * @return {@link LevelAssessment#of(QaLevel, long, long, long)}
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public Conclusion judge(long errors, long checked, long lotSize) {
    return LevelAssessment.of(this, errors, checked, lotSize);
  }

  public QaLevel {
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(judging, "judging");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    Check.closedUnit("acceptable", acceptable);
    Check.openUnit("unacceptable", unacceptable);
    if (acceptable >= unacceptable) {
      throw new IllegalArgumentException(
          "acceptable must be below unacceptable (" + unacceptable + "), got " + acceptable);
    }
    requireRisk("producerRisk", producerRisk);
    requireRisk("consumerRisk", consumerRisk);
  }

  private static void requireRisk(String name, double risk) {
    if (!(risk > 0 && risk < 0.5)) {
      throw new IllegalArgumentException(name + " must be in (0, 0.5), got " + risk);
    }
  }

  /** Puts a {@link QaLevel} together, each number by its name. Not thread-safe. */
  public static final class Builder {
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

    Builder(String name) {
      this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Which mix-ups count.
     *
     * @param errors of the scheme
     * @return this
     */
    public Builder counting(ErrorClass errors) {
      this.counts = errors;
      return this;
    }

    /**
     * A rate at which work should pass.
     *
     * @param rate in [0, unacceptable)
     * @return this
     */
    public Builder acceptable(double rate) {
      this.acceptable = rate;
      return this;
    }

    /**
     * The limit.
     *
     * @param rate in (0, 1)
     * @return this
     */
    public Builder unacceptable(double rate) {
      this.unacceptable = rate;
      return this;
    }

    /**
     * Probability at most of a wrong FAIL or REJECT.
     *
     * @param risk in (0, 0.5)
     * @return this
     */
    public Builder producerRisk(double risk) {
      this.producerRisk = risk;
      return this;
    }

    /**
     * Probability at most of a wrong PASS or ACCEPT.
     *
     * @param risk in (0, 0.5)
     * @return this
     */
    public Builder consumerRisk(double risk) {
      this.consumerRisk = risk;
      return this;
    }

    /**
     * Both risks.
     *
     * @param risk in (0, 0.5)
     * @return this
     */
    public Builder risks(double risk) {
      return producerRisk(risk).consumerRisk(risk);
    }

    /**
     * Counts every error of a scheme: {@code counting(ErrorClass.any(scheme))}.
     *
     * @param scheme the grades
     * @return this
     */
    public Builder of(GradingScheme scheme) {
      return counting(ErrorClass.any(scheme));
    }

    /**
     * Both risks.
     *
     * @param producer chance at most of a FAIL when the rate keeps the limit, in (0, 0.5)
     * @param consumer chance at most of a PASS when the rate is above the limit, in (0, 0.5)
     * @return this
     */
    public Builder risks(double producer, double consumer) {
      return producerRisk(producer).consumerRisk(consumer);
    }

    /**
     * A level of each assessor.
     *
     * @return this
     */
    public Builder perAssessor() {
      return of(Scope.ASSESSOR);
    }

    /**
     * A level of everybody in a unit together.
     *
     * @return this
     */
    public Builder perUnit() {
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
    public Builder of(Scope whom) {
      this.scope = whom;
      return this;
    }

    /**
     * Over what period.
     *
     * @param kind of period
     * @return this
     */
    public Builder per(PeriodKind kind) {
      this.period = kind;
      return this;
    }

    /**
     * What the state is about.
     *
     * @param what the lot or the process; by default a unit's lot and an assessor's process
     * @return this
     */
    public Builder about(About what) {
      this.about = what;
      return this;
    }

    /**
     * Fewest checks for any state but NOT_DEMONSTRATED.
     *
     * @param checks at least 1; by default the risks alone decide
     * @return this
     */
    public Builder leastChecks(int checks) {
      this.leastChecks = OptionalInt.of(Check.atLeast("leastChecks", 1, checks));
      return this;
    }

    /**
     * How often the state is looked at within its period.
     *
     * @param number in [1, 1000]; 1 by default
     * @return this
     */
    public Builder looks(int number) {
      this.looks = number;
      return this;
    }

    /**
     * Builds the level.
     *
     * @return the level
     * @throws IllegalArgumentException if a part is missing or out of its range; the message names
     *     it
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
}
