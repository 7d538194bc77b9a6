package org.assay.needs;

import java.util.Optional;
import org.assay.data.ErrorClass;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignScope;
import org.assay.internal.Check;
import org.assay.internal.Risk;
import org.assay.interval.EffectiveClopperPearson;

/**
 * By how much the team's rate would fall if somebody made errors of a kind no more often than the
 * others do in the same checks.
 *
 * <pre>{@code
 * contribution = rate of these errors among the person's gradings x gradings / gradings of the team
 * fall         = contribution (x - e) / x
 * }</pre>
 *
 * with x errors found where e were expected. Rates and gradings are weighted by the design, x and e
 * stand on the checks of the comparison. The limits are those of x, Clopper and Pearson's on counts
 * divided by the factor of the variance; how many gradings an error found stands for, and what the
 * others would have, are taken as known.
 *
 * @param contribution of these errors of the person to the team's rate
 * @param fall of the team's rate, at least 0
 * @param lower limit of the fall, at least 0
 * @param upper limit of the fall
 * @param shrunken the fall when x is drawn towards e as {@link Excess#shrunken} is
 */
public record TeamEffect(
    double contribution, double fall, double lower, double upper, double shrunken) {

  /**
   * The effect of one need.
   *
   * @param team checks of everybody
   * @param own checks of the person, on the same basis
   * @param errors the mix-up, or any error
   * @param excess of these errors
   * @param varianceFactor of the person, at least 1
   * @param confidenceLevel of the limits, two-sided, in (0, 1)
   * @return nothing without checks of the basis, or without an error
   */
  public static Optional<TeamEffect> of(
      DesignScope team,
      DesignScope own,
      ErrorClass errors,
      Excess excess,
      double varianceFactor,
      double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    DesignRate mine = own.rate(errors);
    DesignRate all = team.rate(errors);
    if (!mine.rate().defined() || !all.rate().defined() || excess.found() == 0) {
      return Optional.empty();
    }
    double contribution = mine.rate().value() * mine.population() / all.population();
    double side = Risk.complement(Risk.half(confidenceLevel));
    double errorsOf = excess.found() / varianceFactor;
    double checksOf = excess.checked() / varianceFactor;
    double fewest = excess.checked() * EffectiveClopperPearson.lower(errorsOf, checksOf, side);
    double most = excess.checked() * EffectiveClopperPearson.upper(errorsOf, checksOf, side);
    return Optional.of(
        new TeamEffect(
            contribution,
            fall(contribution, excess, (double) excess.found()),
            fall(contribution, excess, fewest),
            fall(contribution, excess, most),
            fall(contribution, excess, excess.shrunken())));
  }

  private static double fall(double contribution, Excess excess, double found) {
    return Math.max(0, contribution * (found - excess.expected()) / excess.found());
  }
}
