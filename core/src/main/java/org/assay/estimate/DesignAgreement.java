package org.assay.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.agreement.Coefficient;
import org.assay.agreement.TableCoefficient;
import org.assay.internal.Check;
import org.assay.internal.GammaSampler;
import org.assay.internal.StretchedQuantiles;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Agreement of grades and reference grades in the population, estimated from random checks with
 * their weights, by any {@link Coefficient}.
 *
 * <pre>{@code
 * p_ij  share of the population with reference i and grade j, by the weights of DesignRate
 * p_o = sum p_ii
 * }</pre>
 *
 * A sample stratified by the grade given does not have the population's shares of grades, so that
 * unweighted coefficients would describe the design and not the team. Standard errors are
 * linearised: each check's contribution to the coefficient goes through the stratified variance of
 * {@link DesignRate}. For kappa with equal weights, one stratum and a large lot they are those of
 * Fleiss, Cohen and Everitt (1969), times sqrt(n / (n - 1)). Limits are those of {@link
 * CheckedTable}.
 *
 * <p><b>Edges.</b> Without a check, with fewer than two checks for the standard errors, or when
 * agreement by chance is certain, the outcome is undefined and says why.
 *
 * @param checked checks
 * @param observed p_o
 * @param estimates one per coefficient, in their order
 * @param commonest code of the commonest reference grade, -1 without a check
 * @param commonestShare its share of the population, 0 without a check
 * @param table the population's table, which limits come from
 */
public record DesignAgreement(
    long checked,
    Outcome observed,
    List<Estimate> estimates,
    int commonest,
    double commonestShare,
    CheckedTable table) {

  public DesignAgreement {
    estimates = List.copyOf(estimates);
  }

  /**
   * One coefficient.
   *
   * @param name as {@link Coefficient#name} gives it
   * @param value of the population
   * @param chance agreement by chance
   * @param standardError linearised
   * @param interval limits within [-1, 1]; the whole of it when the value is undefined
   */
  public record Estimate(
      String name, Outcome value, Outcome chance, Outcome standardError, Interval interval) {}

  /**
   * Estimates agreement from cells of one scope.
   *
   * @param cells random checks and unresolved selections of the scope
   * @param weights of the whole table that the cells are of
   * @param coefficients at least one, all of the grades of the cells
   * @param confidenceLevel of the intervals, in (0, 1)
   * @return the coefficients
   */
  public static DesignAgreement of(
      List<CheckCell> cells,
      CheckWeights weights,
      List<? extends Coefficient> coefficients,
      double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    Check.atLeast("coefficients", 1, coefficients.size());
    List<TableCoefficient> wanted = coefficients.stream().map(TableCoefficient::of).toList();
    Weighing weighing = new Weighing(cells, weights);
    if (weighing.checked == 0) {
      Outcome none = Outcome.undefined(Undefined.TOO_FEW_ITEMS);
      Interval all = CheckedTable.everything(confidenceLevel);
      return new DesignAgreement(
          0,
          none,
          wanted.stream().map(c -> new Estimate(c.name(), none, none, none, all)).toList(),
          -1,
          0,
          new CheckedTable(List.of(), 0, 0));
    }
    double[][] shares = weighing.shares(wanted.get(0).grades());
    double[] reference =
        Arrays.stream(shares).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    int commonest = 0;
    for (int i = 1; i < reference.length; i++) {
      commonest = reference[i] > reference[commonest] ? i : commonest;
    }
    CheckedTable table = weighing.table(shares);
    return new DesignAgreement(
        weighing.checked,
        Outcome.of(agreeing(shares)),
        estimates(wanted, shares, weighing, table, confidenceLevel),
        commonest,
        reference[commonest],
        table);
  }

  // Exactly 1 where nothing differs, which a sum of shares is not.
  private static double agreeing(double[][] shares) {
    double disagreement = 0;
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; j < shares.length; j++) {
        disagreement += i == j ? 0 : shares[i][j];
      }
    }
    return 1 - disagreement;
  }

  private static List<Estimate> estimates(
      List<TableCoefficient> coefficients,
      double[][] shares,
      Weighing weighing,
      CheckedTable table,
      double confidenceLevel) {
    List<Outcome> values = coefficients.stream().map(c -> c.value(shares)).toList();
    List<Interval> intervals = table.intervals(coefficients, values, confidenceLevel);
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < coefficients.size(); i++) {
      TableCoefficient c = coefficients.get(i);
      Outcome value = values.get(i);
      estimates.add(
          new Estimate(
              c.name(),
              value,
              c.chance(shares),
              value.defined() ? weighing.standardError(c.scores(shares)) : value,
              intervals.get(i)));
    }
    return estimates;
  }

  /** Checks with their weights. */
  private static final class Weighing {
    private final Map<Integer, List<CheckCell>> strata = new TreeMap<>(); // those with checks
    private final CheckWeights weights;
    private long checked;
    private double total;

    Weighing(List<CheckCell> cells, CheckWeights weights) {
      this.weights = weights;
      for (CheckCell c : cells) {
        if (!c.pending() && c.blindness() == weights.basis()) {
          strata.computeIfAbsent(c.stratum(), s -> new ArrayList<>()).add(c);
          checked += c.count();
          total += c.count() * weight(c);
        }
      }
    }

    private double weight(CheckCell c) {
      return weights.factor(c) / c.probability();
    }

    double[][] shares(int grades) {
      double[][] p = new double[grades][grades];
      for (List<CheckCell> stratum : strata.values()) {
        for (CheckCell c : stratum) {
          p[c.reference()][c.grade()] += c.count() * weight(c) / total;
        }
      }
      return p;
    }

    CheckedTable table(double[][] shares) {
      double squares = 0; // over drawn units
      double unseen = 0;
      Map<Integer, double[]> items = new TreeMap<>(); // weight, heaviest check
      for (List<CheckCell> stratum : strata.values()) {
        for (CheckCell c : stratum) {
          double w = weight(c);
          if (c.cluster() == CheckCell.ALONE) {
            squares += c.count() * w * w;
            unseen += c.count() * w * (w - 1);
          } else {
            double[] item = items.computeIfAbsent(c.cluster(), i -> new double[2]);
            item[0] += c.count() * w;
            item[1] = Math.max(item[1], w);
          }
        }
      }
      for (double[] item : items.values()) {
        squares += item[0] * item[0];
        unseen += item[0] * item[0] * (1 - 1 / item[1]);
      }
      return new CheckedTable(
          Arrays.stream(shares).map(row -> Arrays.stream(row).boxed().toList()).toList(),
          Math.min((double) checked, total * total / squares),
          Math.max(0, Math.min(1, 1 - unseen / squares)));
    }

    /** Standard error of a coefficient to which a check of a cell contributes w / total * score. */
    Outcome standardError(double[][] score) {
      if (checked < 2) {
        return Outcome.undefined(Undefined.TOO_FEW_ITEMS);
      }
      double variance = 0;
      for (Map.Entry<Integer, List<CheckCell>> stratum : strata.entrySet()) {
        variance += variance(weights.units(stratum.getKey()), stratum.getValue(), score);
      }
      return Outcome.of(Math.sqrt(Math.max(0, variance)));
    }

    private double variance(CheckWeights.Units units, List<CheckCell> checks, double[][] score) {
      Map<Integer, Double> items = new TreeMap<>(); // z of drawn items
      double sum = 0;
      double finite = 0; // sum of (1 - 1/w) z
      double squares = 0;
      double heaviest = 1;
      for (CheckCell c : checks) {
        double w = weight(c);
        double z = w / total * score[c.reference()][c.grade()];
        sum += c.count() * z;
        finite += c.count() * (1 - 1 / w) * z;
        heaviest = Math.max(heaviest, w);
        if (c.cluster() == CheckCell.ALONE) {
          squares += c.count() * (1 - 1 / w) * z * z;
        } else {
          items.merge(c.cluster(), c.count() * z, Double::sum);
        }
      }
      for (double z : items.values()) {
        squares += (1 - 1 / heaviest) * z * z;
      }
      return StratumVariance.of((double) units.count, units.inverse, sum, finite, squares);
    }
  }

  /**
   * The population's table of reference grades and grades, as weighted checks show it, and limits
   * for agreement in it.
   *
   * <p>The table is taken for one of as many equally weighted checks as Kish's rule gives, never
   * more than were made; the populations that may be behind it are those of a Dirichlet
   * distribution whose prior has the mass of one check: a quarter spread over agreement, the rest
   * over all cells. A coefficient's limits are the stretched quantiles of its values there. They
   * hold where a standard error says 0 or close to it: with a handful of errors, rare grades, and
   * at perfect agreement.
   *
   * <p>The random numbers are pinned: the same table gives the same limits.
   *
   * @param shares of the population by reference grade and grade; empty without a check
   * @param effectiveChecks (sum of w)^2 / sum of w^2
   * @param seen share of the population that was checked, as it counts in the variance, in [0, 1]
   */
  public record CheckedTable(List<List<Double>> shares, double effectiveChecks, double seen) {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final int DRAWS = 4_000;
    private static final double AGREEMENT = 0.25; // of the mass of the prior

    public CheckedTable {
      shares = shares.stream().map(List::copyOf).toList();
      Check.closedUnit("seen", seen);
    }

    /**
     * Limits of coefficients, all from the same populations.
     *
     * @param coefficients of as many grades
     * @param values the estimates, which lie inside
     * @param confidenceLevel in (0, 1)
     * @return within [-1, 1]; the whole of it where the estimate is undefined
     */
    List<Interval> intervals(
        List<TableCoefficient> coefficients, List<Outcome> values, double confidenceLevel) {
      double[][] draws = draws(coefficients);
      double stretch = StretchedQuantiles.informative(effectiveChecks, commonest());
      List<Interval> intervals = new ArrayList<>();
      for (int i = 0; i < draws.length; i++) {
        if (!values.get(i).defined()) {
          intervals.add(everything(confidenceLevel));
          continue;
        }
        double value = values.get(i).value();
        double[] limits = StretchedQuantiles.limits(draws[i], -1, stretch, seen, confidenceLevel);
        intervals.add(
            Interval.within(
                -1,
                1,
                Math.min(value, limits[0]),
                Math.max(value, limits[1]),
                confidenceLevel,
                "posterior"));
      }
      return intervals;
    }

    /** Limits that exclude nothing. */
    static Interval everything(double confidenceLevel) {
      return new Interval(-1, 1, confidenceLevel, "posterior");
    }

    private double commonest() {
      double most = 0;
      for (int i = 0; i < shares.size(); i++) {
        double share = 0;
        for (int j = 0; j < shares.size(); j++) {
          share += (shares.get(i).get(j) + shares.get(j).get(i)) / 2;
        }
        most = Math.max(most, share);
      }
      return Math.min(1, most);
    }

    // Of each coefficient the values that are defined, in ascending order.
    private double[][] draws(List<TableCoefficient> coefficients) {
      var random = new GammaSampler(SEED);
      double[][] shape = shapes();
      double[][] table = new double[shape.length][shape.length];
      double[][] values = new double[coefficients.size()][DRAWS];
      int[] defined = new int[coefficients.size()];
      for (int b = 0; b < DRAWS; b++) {
        draw(random, shape, table);
        for (int c = 0; c < values.length; c++) {
          Outcome value = coefficients.get(c).value(table);
          if (value.defined()) {
            values[c][defined[c]++] = value.value();
          }
        }
      }
      for (int c = 0; c < values.length; c++) {
        values[c] = Arrays.copyOf(values[c], defined[c]);
        Arrays.sort(values[c]);
      }
      return values;
    }

    private double[][] shapes() {
      int k = shares.size();
      double[][] shape = new double[k][k];
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double prior = (1 - AGREEMENT) / k / k + (i == j ? AGREEMENT / k : 0);
          shape[i][j] = shares.get(i).get(j) * effectiveChecks + prior;
        }
      }
      return shape;
    }

    private static void draw(GammaSampler random, double[][] shape, double[][] table) {
      double total = 0;
      for (int i = 0; i < table.length; i++) {
        for (int j = 0; j < table.length; j++) {
          table[i][j] = random.sample(shape[i][j]);
          total += table[i][j];
        }
      }
      for (double[] row : table) {
        for (int j = 0; j < row.length; j++) {
          row[j] /= total;
        }
      }
    }
  }
}
