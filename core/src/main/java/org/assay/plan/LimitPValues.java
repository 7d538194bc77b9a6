package org.assay.plan;

import org.assay.internal.Binomial;
import org.assay.internal.Check;
import org.assay.internal.Hypergeometric;

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
