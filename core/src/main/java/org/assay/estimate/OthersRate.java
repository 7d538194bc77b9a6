package org.assay.estimate;

import org.assay.estimate.RateSums.Stratum;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * The rate of everybody but one assessor, for one assessor after the other: {@link DesignRate} of
 * the cells that are left when the assessor's are taken out, without reading the others again.
 *
 * <p>Rate and standard error depend on sums over strata only, of which the assessor's are
 * subtracted; in a stratum that the assessor shares, the sums of its checks. A team costs as much
 * as its cells, not cells times assessors. Checks keep the weights they have in the team.
 *
 * <p>Immutable and thread-safe.
 */
public final class OthersRate {
  private final DesignScope team;
  private final RateParts parts;
  private final Sums sums = new Sums();

  private OthersRate(DesignScope team, RateParts parts) {
    this.team = team;
    this.parts = parts;
    var sum = new Stratum();
    for (int s = 0; s < team.strata(); s++) {
      sums.add(team.sumUp(s, parts, sum), 1);
    }
  }

  /**
   * Sums up everybody.
   *
   * @param team checks of all assessors
   * @param parts what a check is to the rate
   * @return ready to leave out one assessor after the other
   */
  public static OthersRate of(DesignScope team, RateParts parts) {
    return new OthersRate(team, parts);
  }

  /**
   * The rate of everybody else. O(cells of the assessor, and of the others in the same strata).
   *
   * @param part one assessor in the same team
   * @return rate in [0, 1] and its standard error; both undefined TOO_FEW_ITEMS when the others
   *     have fewer than two checks
   * @throws IllegalArgumentException if the part is of another team
   */
  public Estimate without(TeamPart part) {
    if (part.team != team) {
      throw new IllegalArgumentException("part must be of the team that was summed up");
    }
    var others = new Sums();
    others.add(sums);
    var whole = new Stratum();
    var own = new Stratum();
    for (int s = 0; s < part.strata.length; s++) {
      team.sumUp(part.strata[s], parts, whole);
      others.add(whole, -1);
      others.add(Stratum.difference(whole, part.own.sumUp(s, parts, own)), 1);
    }
    return others.estimate();
  }

  /**
   * A rate and how well it is known.
   *
   * @param rate in [0, 1]
   * @param standardError at least 0
   */
  public record Estimate(Outcome rate, Outcome standardError) {}

  /** Sums over strata. */
  private static final class Sums {
    private long checked;
    private double weight;
    private double errorWeight;
    private final StratumVariance variance = new StratumVariance(true);

    void add(Sums other) {
      checked += other.checked;
      weight += other.weight;
      errorWeight += other.errorWeight;
      variance.add(other.variance);
    }

    void add(Stratum s, int sign) {
      checked += sign * (s.errors + s.clean);
      weight += sign * (s.errorWeight + s.cleanWeight);
      errorWeight += sign * s.errorWeight;
      variance.add(s, sign);
    }

    Estimate estimate() {
      if (checked < 2) {
        Outcome undefined = Outcome.undefined(Undefined.TOO_FEW_ITEMS);
        return new Estimate(undefined, undefined);
      }
      double rate = Math.min(1, Math.max(0, errorWeight / weight));
      return new Estimate(Outcome.of(rate), Outcome.of(Math.sqrt(variance.at(rate, weight))));
    }
  }
}
