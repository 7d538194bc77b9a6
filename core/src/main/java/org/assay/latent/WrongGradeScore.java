package org.assay.latent;

import java.util.List;
import org.assay.internal.Check;
import org.assay.internal.Normal;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * P(this grade is wrong), put right by random blind checks.
 *
 * <p>A score (1 less the posterior of the grade given, or {@link CellScore}) says too little where
 * items differ in difficulty. Two numbers, found from checks with their design weights w_i = 1 /
 * inclusion probability, put it right:
 *
 * <pre>{@code logit p* = a + b logit(score)}</pre>
 *
 * by maximum weighted likelihood with the penalty b' of a normal prior for b, mean 1 and standard
 * deviation 1, worth next to nothing beside 20 errors. Scores are held between 0.0001 and 0.9999.
 * Standard errors are sandwiches, since weights are not counts.
 *
 * <p>It serves planning only, to choose which gradings are checked first, and never stands in what
 * is said about a person. {@link #usable} is false where the interval of the slope includes 0: the
 * score then does not tell wrong grades from right ones, and checks are planned without it.
 *
 * @param intercept a, with standard error and limits
 * @param slope b, with standard error and limits
 * @param inTheLarge observed rate of errors less the mean of the score as it was: what the score
 *     leaves out
 * @param reliability checks by their score, in groups of equal weight
 * @param checks number of checks
 * @param errors number of wrong grades among them
 */
public record WrongGradeScore(
    Term intercept, Term slope, Term inTheLarge, List<Group> reliability, int checks, int errors) {
  private static final double LEAST = 1e-4; // score

  /**
   * A number with its error.
   *
   * @param estimate undefined without two checks, a right and a wrong grade
   * @param standardError undefined with it
   * @param interval null when undefined
   */
  public record Term(Outcome estimate, Outcome standardError, Interval interval) {
    private static final Term NONE =
        new Term(
            Outcome.undefined(Undefined.NO_VARIATION),
            Outcome.undefined(Undefined.NO_VARIATION),
            null);

    static Term of(double estimate, double variance, double confidence) {
      double error = Math.sqrt(variance);
      double half = Normal.upper((1 - confidence) / 2) * error;
      return new Term(
          Outcome.of(estimate),
          Outcome.of(error),
          new Interval(estimate - half, estimate + half, confidence, "normal"));
    }
  }

  /**
   * Checks of similar scores.
   *
   * @param checks number of checks
   * @param score weighted mean of the scores as they were
   * @param calibrated weighted mean of p*
   * @param rate weighted rate of wrong grades
   * @param interval limits of the rate
   */
  public record Group(
      int checks, double score, double calibrated, double rate, Interval interval) {}

  public WrongGradeScore {
    reliability = List.copyOf(reliability);
  }

  /**
   * Whether the score may serve planning.
   *
   * @return false where the slope is undefined or its interval includes 0 or less
   */
  public boolean usable() {
    return slope.interval() != null && slope.interval().lower() > 0;
  }

  /**
   * The probability that a grade is wrong.
   *
   * @param score of the grading, as the checks' scores were found
   * @return p* in (0, 1); the score as it was where nothing could be found
   */
  public double calibrated(double score) {
    Check.closedUnit("score", score);
    if (!slope.estimate().defined()) {
      return score;
    }
    return expit(intercept.estimate().value() + slope.estimate().value() * logit(score));
  }

  /**
   * Finds the two numbers.
   *
   * @param score of each check, in [0, 1], found without the verdict
   * @param wrong whether the grade was wrong
   * @param weight design weight of each, above 0: 1 / inclusion probability. Only checks that were
   *     selected at random and blind may be given
   * @param confidence of all intervals, in (0, 1)
   * @return with reliability table
   * @throws IllegalArgumentException if lengths differ, or a score or weight is out of range
   */
  public static WrongGradeScore of(
      double[] score, boolean[] wrong, double[] weight, double confidence) {
    Check.openUnit("confidence", confidence);
    Check.rows("check", "wrong", score.length, wrong.length);
    Check.rows("check", "weight", score.length, weight.length);
    int errors = 0;
    for (int i = 0; i < score.length; i++) {
      Check.closedUnit("score", score[i]);
      Check.positive("weight", weight[i]);
      errors += wrong[i] ? 1 : 0;
    }
    if (errors == 0 || errors == wrong.length) {
      return new WrongGradeScore(Term.NONE, Term.NONE, Term.NONE, List.of(), score.length, errors);
    }
    var checks = new ScoredChecks(score, wrong, weight);
    double[] line = checks.line();
    double[] variance = checks.variances(line);
    return new WrongGradeScore(
        Term.of(line[0], variance[0], confidence),
        Term.of(line[1], variance[1], confidence),
        checks.inTheLarge(confidence),
        checks.groups(line, confidence),
        score.length,
        errors);
  }

  /** Of a score that is held away from 0 and 1. */
  static double logit(double score) {
    double p = Math.max(LEAST, Math.min(1 - LEAST, score));
    return Math.log(p / (1 - p));
  }

  static double expit(double t) {
    return 1 / (1 + Math.exp(-t));
  }
}
