package org.assay.plan;

import org.assay.internal.Check;
import org.assay.internal.Risk;
import org.assay.result.Conclusion.State;

/**
 * The one place that says whether a level's limit is kept.
 *
 * <pre>{@code
 * PASS               so few errors have probability <= share(consumerRisk) just above the limit
 * FAIL               so many errors have probability <= share(producerRisk) at the limit
 * NOT_DEMONSTRATED   neither
 * }</pre>
 *
 * <p>This is the same as comparing one-sided exact bounds with the limit (upper bound at confidence
 * 1 - consumerRisk, lower at 1 - producerRisk), without their rounding: at a tie both say so, see
 * {@link LimitPValues}.
 *
 * <p><b>Looks.</b> Whoever judges once and then, with more checks, again, has two chances to be
 * wrong. With the number of looks stated beforehand each look has its share of the risk ({@link
 * #share}), and the promise holds over all of them together. Without, it holds for one look: a
 * wrong PASS at a limit of 5 % with 150 checks has probability 1.8 %, and 8.4 % when an open
 * question is followed by as many checks as {@link FurtherChecks} says and judged again.
 *
 * @param producerRisk in (0, 1): probability at most of a FAIL when the rate keeps the limit
 * @param consumerRisk in (0, 1): probability at most of a PASS when the rate is above the limit
 * @param looks how often the level is judged in all, at least 1
 */
public record LevelJudge(double producerRisk, double consumerRisk, int looks) {
  private static final double PRICE_OF_ADVICE = 0.5; // looks

  public LevelJudge {
    Check.openUnit("producerRisk", producerRisk);
    Check.openUnit("consumerRisk", consumerRisk);
    Check.atLeast("looks", 1, looks);
  }

  /**
   * The judge of a level that is looked at once.
   *
   * @param level its two risks count
   * @return the judge
   */
  public static LevelJudge of(QaLevel level) {
    return new LevelJudge(level.producerRisk(), level.consumerRisk(), 1);
  }

  /**
   * The same risks over several looks together.
   *
   * @param number looks in all, at least 1, stated before the first
   * @return a stricter judge
   */
  public LevelJudge over(int number) {
    return new LevelJudge(producerRisk, consumerRisk, number);
  }

  /**
   * Judges.
   *
   * @param found what the checks say against each side of the limit
   * @return the state
   */
  public State judge(LimitPValues found) {
    return shows(found.soFew())
        ? State.PASS
        : refutes(found.soMany()) ? State.FAIL : State.NOT_DEMONSTRATED;
  }

  /** Whether a p-value against "above the limit" is small enough. */
  boolean shows(double soFew) {
    return Risk.isAtMost(soFew, passRisk());
  }

  /** Whether a p-value against "keeps the limit" is small enough. */
  boolean refutes(double soMany) {
    return Risk.isAtMost(soMany, failRisk());
  }

  /**
   * What each of several looks may spend of a risk.
   *
   * <pre>{@code
   * risk                  one look
   * risk / (looks + 0.5)  more
   * }</pre>
   *
   * The looks alone would leave each a part of risk / looks (Bonferroni), if the numbers of checks
   * were fixed beforehand. They are not: the second look follows the errors of the first by {@link
   * FurtherChecks}, and with equal parts the exact probability of a wrong PASS over both was up to
   * 1.03 times a risk of 5 % and 1.19 times one of 1 % (lots of 200 and 1,000 and a process, limits
   * of 1 to 20 %, 10 to 600 checks). The half look pays for that.
   *
   * @param risk over all looks, in (0, 1)
   * @param looks at least 1
   * @return risk of each look
   */
  public static double share(double risk, int looks) {
    Check.openUnit("risk", risk);
    Check.atLeast("looks", 1, looks);
    return looks == 1 ? risk : risk / (looks + PRICE_OF_ADVICE);
  }

  /** Share of the consumer's risk of one look. */
  double passRisk() {
    return share(consumerRisk, looks);
  }

  /** Share of the producer's risk of one look. */
  double failRisk() {
    return share(producerRisk, looks);
  }

  /**
   * Confidence of the upper bound that a PASS stands on, at each look.
   *
   * @return 1 - share(consumerRisk, looks)
   */
  public double passConfidence() {
    return Risk.complement(passRisk());
  }

  /**
   * Confidence of the lower bound that a FAIL stands on, at each look.
   *
   * @return 1 - share(producerRisk, looks)
   */
  public double failConfidence() {
    return Risk.complement(failRisk());
  }
}
