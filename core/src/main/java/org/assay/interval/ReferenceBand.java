package org.assay.interval;

import org.assay.internal.Check;
import org.assay.interval.ReGraderCalibration.ReGrader;
import org.assay.result.Interval;

/**
 * What a rate may be when it is only known between which limits the checks' sensitivity and
 * specificity lie: a band for "how wrong could the reference make this".
 *
 * <p>The rate behind a share q that checks found, (q + specificity - 1) / (sensitivity +
 * specificity - 1), rises with q, falls with the sensitivity and, below a share of the sensitivity,
 * rises with the specificity. So its ends are at corners:
 *
 * <pre>{@code
 * lower : lower limit of q, most sensitivity, least specificity
 * upper : upper limit of q, least sensitivity, most specificity
 * }</pre>
 *
 * <p>A band is no confidence interval of its own: it holds with the confidence of q's limits, if
 * both shares are within theirs. Where they were estimated, {@link ReGraderCalibration} is better.
 *
 * <p><b>Source.</b> Rogan and Gladen (1978), Amer. J. Epidemiol. 107, 71-76.
 *
 * @param leastSensitivity in (0, 1]
 * @param mostSensitivity in [leastSensitivity, 1]
 * @param leastSpecificity in (0, 1]; with leastSensitivity above 1, or checks say nothing
 * @param mostSpecificity in [leastSpecificity, 1]
 */
public record ReferenceBand(
    double leastSensitivity,
    double mostSensitivity,
    double leastSpecificity,
    double mostSpecificity) {
  /** Name of the method of a band. */
  public static final String METHOD = "roganGladenBand";

  public ReferenceBand {
    requireOrder("Sensitivity", leastSensitivity, mostSensitivity);
    requireOrder("Specificity", leastSpecificity, mostSpecificity);
    if (leastSensitivity + leastSpecificity <= 1) {
      throw new IllegalArgumentException(
          "leastSensitivity + leastSpecificity must be above 1, got "
              + leastSensitivity
              + " + "
              + leastSpecificity);
    }
  }

  private static void requireOrder(String what, double least, double most) {
    Check.closedUnit("least" + what, least);
    Check.closedUnit("most" + what, most);
    if (least > most) {
      throw new IllegalArgumentException(
          "least" + what + " must be <= most" + what + ", got " + least + " and " + most);
    }
  }

  /**
   * The band of a rate.
   *
   * @param found limits of the share of gradings in which checks find an error, in [0, 1]
   * @return limits of the rate, cut to [0, 1], with the confidence of those given
   */
  public Interval of(Interval found) {
    Check.closedUnit("found.lower", found.lower());
    Check.closedUnit("found.upper", found.upper());
    return new Interval(
        new ReGrader(mostSensitivity, leastSpecificity).behind(found.lower()),
        new ReGrader(leastSensitivity, mostSpecificity).behind(found.upper()),
        found.confidenceLevel(),
        METHOD);
  }
}
