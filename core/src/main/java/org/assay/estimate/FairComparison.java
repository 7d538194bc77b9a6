package org.assay.estimate;

import java.util.ArrayList;
import java.util.List;
import org.assay.data.ErrorClass;
import org.assay.estimate.FunnelPlot.Dispersion;
import org.assay.estimate.MixStrata.Others;
import org.assay.internal.Check;
import org.assay.interval.WeightedShare;
import org.assay.interval.WeightedShare.Sums;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Error rates of people who get different work, made comparable: beside the crude rate what it
 * would be with the team's mix of streams and reference grades, and what chance alone can do.
 *
 * <p>Strata h are streams by reference grades; O is an assessor's weighted rate over the strata in
 * which others were checked, too, W the weights.
 *
 * <pre>{@code
 * expected   E = sum_h (W_ah / W_a) R_h           R_h rate of the others
 * indirect   team's rate x O / E
 * direct     sum_h (W_h / W) R_ah                 with R_h where the assessor has no check
 * shrunken   team + (indirect - team) tau^2 / (tau^2 + s^2)
 * }</pre>
 *
 * <p><b>Limits of the rates</b> are those of {@link WeightedShare}; the error of E widens them.
 * <b>Funnel</b>: exact interpolated limits around the team's rate at as many checks as have the
 * variance that the others' rates would give the same weighted checks, s^2, with the error of E;
 * where people differ by more than chance, widened by tau^2 after winsorising ({@link FunnelPlot}).
 * One pair of limits for a look at one person, one that allows for everybody in the picture. A
 * point outside is no finding: who differs is for the training needs to say.
 *
 * <p><b>Undefined</b> TOO_FEW_ITEMS with fewer than {@value #LEAST_CHECKS} checks beside those of
 * others; the direct rate also where more than a tenth of the team's mix would have to be taken
 * from others. Selections without a verdict are left out: {@link DesignRate} counts them at their
 * worst. What it cannot tell: harder items within a stream and grade.
 *
 * <p>People stand in the order of their codes; there is no ranking. <b>Cost.</b> O(cells + people x
 * strata). Immutable and thread-safe.
 *
 * <p><b>Source.</b> Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202; Fay and Feuer
 * (1997), Statistics in Medicine 16, 791-801; Breslow and Day (1987), IARC Scientific Publications
 * 82, chapter 2.
 */
public final class FairComparison {
  /** Checks beside those of others below which nobody is compared. */
  public static final int LEAST_CHECKS = 50;

  private static final double MOST_TAKEN = 0.1;
  private static final double LEAST_GAP = 0.05; // of the team's rate

  private final MixStrata strata;
  private final double confidence;
  private final double team;
  private final Dispersion dispersion;
  private final List<Person> people;

  private FairComparison(MixStrata strata, double confidence) {
    this.strata = strata;
    this.confidence = Check.openUnit("confidenceLevel", confidence);
    this.team = teamRate();
    List<Standing> standings = new ArrayList<>();
    strata.people().forEach((assessor, own) -> standings.add(new Standing(assessor, own)));
    List<Standing> compared = standings.stream().filter(s -> s.isCompared).toList();
    this.dispersion = dispersion(compared);
    this.people = standings.stream().map(s -> s.person(compared.size())).toList();
  }

  /**
   * Compares people.
   *
   * @param cells random checks and unresolved selections of the whole table
   * @param weights of the same table; checks of its basis count
   * @param errors which mix-ups count
   * @param confidenceLevel of limits, in (0, 1)
   * @return the comparison
   */
  public static FairComparison of(
      List<CheckCell> cells, CheckWeights weights, ErrorClass errors, double confidenceLevel) {
    return new FairComparison(new MixStrata(cells, weights, errors), confidenceLevel);
  }

  /**
   * An assessor.
   *
   * @param assessor code
   * @param checked checks of the basis
   * @param crude rate as it is
   * @param expected rate the others would have with this assessor's mix
   * @param indirect rate with the team's mix, by comparison with the others; shrunken towards the
   *     team
   * @param direct rate with the team's mix, stratum by stratum
   * @param limits of the funnel; null where there are too few checks
   */
  public record Person(
      int assessor,
      long checked,
      MatrixShare crude,
      Outcome expected,
      MatrixShare indirect,
      MatrixShare direct,
      FunnelLimits limits) {}

  /**
   * How far an indirectly standardised rate lies from the team's by chance.
   *
   * @param checks equal checks that vary as much
   * @param lower limit for a look at one person
   * @param upper limit for a look at one person
   * @param lowerAll limit that allows for everybody in the picture
   * @param upperAll limit that allows for everybody in the picture
   */
  public record FunnelLimits(
      long checks, double lower, double upper, double lowerAll, double upperAll) {}

  /** What is known of an assessor before the dispersion of the team is. */
  private final class Standing {
    private final int assessor;
    private final MixStrata.Sums own;
    private final Others others;
    private long checked;
    private long comparable;
    private double weight;
    private double errors;
    private double errorSquares;
    private double squares;
    private double heaviest;
    private double expected;
    private double expectedVariance;
    private double chance; // variance of the rate with the others' rates
    private final boolean isCompared;

    Standing(int assessor, MixStrata.Sums own) {
      this.assessor = assessor;
      this.own = own;
      this.others = new Others(strata.team(), own);
      for (int h = 0; h < strata.size(); h++) {
        checked += own.checks(h);
        if (own.checks(h) > 0 && others.checks(h) > 0) {
          double r = others.rate(h);
          comparable += own.checks(h);
          weight += own.weight(h);
          errors += own.errors(h);
          errorSquares += own.errorSquares(h);
          squares += own.squares(h);
          heaviest = Math.max(heaviest, own.heaviest(h));
          expected += own.weight(h) * r;
          expectedVariance += own.weight(h) * own.weight(h) * others.variance(h);
          chance += own.squares(h) * r * (1 - r);
        }
      }
      if (weight > 0) {
        expected /= weight;
        expectedVariance /= weight * weight;
        chance /= weight * weight;
      }
      isCompared = comparable >= LEAST_CHECKS && expected > 0 && expected < 1 && chance > 0;
    }

    private double rate() {
      return Math.min(1, errors / weight);
    }

    private double variance() {
      return chance + expectedVariance;
    }

    Person person(int compared) {
      if (!isCompared) {
        MatrixShare none = MatrixShare.undefined(Undefined.TOO_FEW_ITEMS);
        return new Person(assessor, checked, crude(), none.value(), none, none, null);
      }
      return new Person(
          assessor, checked, crude(), Outcome.of(expected), indirect(), direct(), limits(compared));
    }

    private MatrixShare crude() {
      double all = 0;
      double wrong = 0;
      double wrongSquares = 0;
      double allSquares = 0;
      double most = 0;
      for (int h = 0; h < strata.size(); h++) {
        all += own.weight(h);
        wrong += own.errors(h);
        wrongSquares += own.errorSquares(h);
        allSquares += own.squares(h);
        most = Math.max(most, own.heaviest(h));
      }
      return share(Sums.of(Math.min(wrong, all), wrongSquares, all, allSquares), most);
    }

    private MatrixShare indirect() {
      double factor = variance() / chance; // as if every check stood for that many times as much
      Sums sums =
          Sums.of(Math.min(errors, weight), factor * errorSquares, weight, factor * squares);
      Interval limits =
          WeightedShare.of(sums, sums, factor * heaviest, factor * heaviest, confidence);
      double scale = team / expected;
      double value = Math.min(1, scale * rate());
      double s2 = variance() * scale * scale;
      double own2 = dispersion.variance();
      return new MatrixShare(
          Outcome.of(value),
          Interval.within(
              0, 1, scale * limits.lower(), scale * limits.upper(), confidence, limits.method()),
          Outcome.of(team + (value - team) * own2 / (own2 + s2)),
          expected * (1 - expected) / variance());
    }

    private MatrixShare direct() {
      double all = 0;
      double in = 0;
      double inSquares = 0;
      double allSquares = 0;
      double most = 0;
      double taken = 0;
      double takenErrors = 0;
      double total = 0;
      for (int h = 0; h < strata.size(); h++) {
        total += strata.team().weight(h);
      }
      for (int h = 0; h < strata.size(); h++) {
        double part = strata.team().weight(h) / total;
        if (own.checks(h) > 0) {
          double scale = part / own.weight(h);
          all += part;
          in += scale * own.errors(h);
          inSquares += scale * scale * own.errorSquares(h);
          allSquares += scale * scale * own.squares(h);
          most = Math.max(most, scale * own.heaviest(h));
        } else {
          taken += part;
          takenErrors += part * others.rate(h);
        }
      }
      if (taken > MOST_TAKEN) {
        return MatrixShare.undefined(Undefined.TOO_FEW_ITEMS);
      }
      MatrixShare made = share(Sums.of(Math.min(in, all), inSquares, all, allSquares), most);
      Interval limits = made.interval();
      return new MatrixShare(
          Outcome.of(Math.min(1, all * made.value().value() + takenErrors)),
          Interval.within(
              0,
              1,
              all * limits.lower() + takenErrors,
              all * limits.upper() + takenErrors,
              confidence,
              limits.method()),
          made.shrunken(),
          made.effectiveChecks());
    }

    private FunnelLimits limits(int compared) {
      long n = Math.max(1, Math.round(expected * (1 - expected) / variance()));
      double scale = team / expected;
      var funnel = new FunnelPlot(expected);
      var around = new Dispersion(dispersion.phi(), dispersion.variance() / (scale * scale));
      double one = (1 - confidence) / 2;
      double each = one / Math.max(1, compared);
      return new FunnelLimits(
          n,
          scaled(scale, funnel.limit(n, one, around)),
          scaled(scale, funnel.limit(n, 1 - one, around)),
          scaled(scale, funnel.limit(n, each, around)),
          scaled(scale, funnel.limit(n, 1 - each, around)));
    }

    private double scaled(double scale, double limit) {
      return Math.min(1, scale * limit);
    }
  }

  private MatrixShare share(Sums sums, double heaviest) {
    return new MatrixShare(
        Outcome.of(sums.share()),
        WeightedShare.of(sums, sums, heaviest, heaviest, confidence),
        Outcome.undefined(Undefined.NOT_APPLICABLE),
        sums.effectiveChecks());
  }

  private double teamRate() {
    double errors = 0;
    double weight = 0;
    for (int h = 0; h < strata.size(); h++) {
      errors += strata.team().errors(h);
      weight += strata.team().weight(h);
    }
    return weight > 0 ? Math.min(1, errors / weight) : 0;
  }

  private Dispersion dispersion(List<Standing> compared) {
    if (compared.size() < 2) {
      return new Dispersion(1, 0);
    }
    double[] gaps = new double[compared.size()];
    double[] variances = new double[gaps.length];
    for (int i = 0; i < gaps.length; i++) {
      Standing s = compared.get(i);
      double scale = team / s.expected;
      gaps[i] = scale * (s.rate() - s.expected);
      variances[i] = scale * scale * s.variance();
    }
    return Dispersion.of(gaps, variances);
  }

  /**
   * Everybody with a check of the basis.
   *
   * @return in the order of the codes
   */
  public List<Person> people() {
    return people;
  }

  /**
   * The rate of everybody with the mix of everybody.
   *
   * @return in [0, 1]; undefined TOO_FEW_ITEMS without a check
   */
  public Outcome team() {
    return people.isEmpty() ? Outcome.undefined(Undefined.TOO_FEW_ITEMS) : Outcome.of(team);
  }

  /**
   * How much more standardised rates vary than by chance.
   *
   * @return phi 1 and variance 0 with fewer than two people to compare
   */
  public Dispersion dispersion() {
    return dispersion;
  }

  /**
   * Two people of whom the one has the lower crude rate and the other the lower rate with the
   * team's mix.
   *
   * @param lowerCrude code of the one
   * @param lowerStandardised code of the other
   */
  public record Reversal(int lowerCrude, int lowerStandardised) {}

  /**
   * Pairs whose order turns round, where both differences are at least a twentieth of the team's
   * rate: who compares crude rates gets them wrong. O(people^2).
   *
   * @param most how many to give at most, at least 0
   * @return the first of them in the order of the codes
   */
  public List<Reversal> reversals(int most) {
    List<Reversal> found = new ArrayList<>();
    forEachReversal(
        (a, b) -> {
          if (found.size() < most) {
            found.add(new Reversal(a, b));
          }
        });
    return found;
  }

  /**
   * How many pairs turn round, see {@link #reversals}.
   *
   * @return at least 0
   */
  public long reversedPairs() {
    long[] pairs = {0};
    forEachReversal((a, b) -> pairs[0]++);
    return pairs[0];
  }

  private interface PairTaker {
    void take(int lowerCrude, int lowerStandardised);
  }

  private void forEachReversal(PairTaker taker) {
    List<Person> compared = people.stream().filter(p -> p.limits() != null).toList();
    double[] crude = compared.stream().mapToDouble(p -> p.crude().value().value()).toArray();
    double[] fair = compared.stream().mapToDouble(p -> p.indirect().value().value()).toArray();
    for (int i = 0; i < crude.length; i++) {
      for (int j = i + 1; j < crude.length; j++) {
        double c = crude[j] - crude[i];
        double f = fair[j] - fair[i];
        if (c * f < 0 && Math.min(Math.abs(c), Math.abs(f)) >= LEAST_GAP * team) {
          int first = compared.get(c > 0 ? i : j).assessor();
          taker.take(first, compared.get(c > 0 ? j : i).assessor());
        }
      }
    }
  }
}
