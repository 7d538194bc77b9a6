package org.assay.plan;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.assay.internal.Binomial;
import org.assay.internal.Check;
import org.assay.internal.Hypergeometric;
import org.assay.plan.Lot.Reading;

/**
 * What checks say against each side of a limit: two exact p-values, from which a {@link LevelJudge}
 * tells the state of a level.
 *
 * <pre>{@code
 * process:  soFew = P(X <= errors | limit)          soMany = P(X >= errors | limit)
 * lot:      soFew = P(X <= errors | allowed + 1)    soMany = P(X >= errors | allowed)
 * }</pre>
 *
 * where allowed is the most defective items that are "at most" the limit. Small {@code soFew}
 * speaks against a rate above the limit, small {@code soMany} against one that keeps it; both
 * cannot be below 1/2.
 *
 * @param soFew probability of so few errors or fewer if the rate were just above the limit, in [0,
 *     1]
 * @param soMany probability of that many errors or more if the rate were the limit, in [0, 1]
 */
public record LimitPValues(double soFew, double soMany) {
  private static final double LARGEST_RISK = 1 - 1e-9;
  private static final double SMALLEST_RISK = 1e-12;
  private static final double PRECISION = 1e-3;

  /** Nothing has been checked. */
  public static final LimitPValues NONE = new LimitPValues(1, 1);

  public LimitPValues {
    Check.closedUnit("soFew", soFew);
    Check.closedUnit("soMany", soMany);
  }

  /**
   * Of independent checks of a process.
   *
   * @param errors found, in [0, checked]
   * @param checked at least 0
   * @param limit rate in (0, 1)
   * @return binomial p-values
   */
  public static LimitPValues ofProcess(long errors, long checked, double limit) {
    Check.atLeast("checked", 0, checked);
    Check.range("errors", 0, checked, errors);
    var errorsAtLimit = new Binomial(checked, Check.openUnit("limit", limit));
    return new LimitPValues(
        errorsAtLimit.tails(errors).lower(), errorsAtLimit.tails(errors - 1).upper());
  }

  /**
   * Of a simple random sample of a lot.
   *
   * @param errors found, in [0, checked]
   * @param checked in [0, lotSize]
   * @param lotSize items in the lot, at most 3 * 10^9
   * @param limit rate in (0, 1), read as "at most", see {@link Reading}
   * @return hypergeometric p-values
   */
  public static LimitPValues ofLot(long errors, long checked, long lotSize, double limit) {
    Check.range("lotSize", 1, Hypergeometric.LARGEST, lotSize);
    Check.range("checked", 0, lotSize, checked);
    Check.range("errors", 0, checked, errors);
    long allowed = Reading.AT_MOST.largest(Check.openUnit("limit", limit), lotSize);
    return new LimitPValues(
        new Hypergeometric(lotSize, allowed + 1, checked).tails(errors).lower(),
        new Hypergeometric(lotSize, allowed, checked).tails(errors - 1).upper());
  }

  /**
   * Of bounds that hold at any risk: the smallest risks at which they reach the limit.
   *
   * @param lower lower bound of the rate at a risk in (0, 1); falls with a smaller risk
   * @param upper upper bound of the rate at a risk in (0, 1); rises with a smaller risk
   * @param limit rate
   * @return at least 1e-12, to a thousandth of themselves; 1 for a side that no risk shows
   */
  public static LimitPValues ofBounds(
      DoubleUnaryOperator lower, DoubleUnaryOperator upper, double limit) {
    return new LimitPValues(
        least(risk -> upper.applyAsDouble(risk) <= limit),
        least(risk -> lower.applyAsDouble(risk) > limit));
  }

  // The smallest risk at which something is shown, by halving its logarithm.
  private static double least(DoublePredicate isShown) {
    double shown = LARGEST_RISK;
    if (!isShown.test(shown)) {
      return 1;
    }
    double not = SMALLEST_RISK;
    while (shown > not * (1 + PRECISION)) {
      double middle = Math.sqrt(shown * not);
      if (isShown.test(middle)) {
        shown = middle;
      } else {
        not = middle;
      }
    }
    return shown;
  }

  /**
   * Where some of the checks drawn have no verdict: a PASS must hold if all of those are errors, a
   * FAIL if none is.
   *
   * @param allErrors p-values with every unresolved check an error
   * @param noErrors p-values with every unresolved check clean
   * @return {@code soFew} of the first, {@code soMany} of the second
   */
  public static LimitPValues unresolved(LimitPValues allErrors, LimitPValues noErrors) {
    return new LimitPValues(allErrors.soFew, noErrors.soMany);
  }
}
