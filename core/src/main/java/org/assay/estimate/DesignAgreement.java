package org.assay.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assay.data.Blindness;
import org.assay.internal.Check;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Agreement of grades and reference grades in the population, estimated from random checks with
 * their weights.
 *
 * <pre>{@code
 * p_ij  share of the population with reference i and grade j, by the weights of DesignRate
 * p_o = sum p_ii        p_e = sum p_i. p_.i                        kappa = (p_o - p_e) / (1 - p_e)
 * q_i = (p_i. + p_.i)/2 p_g = sum q_i (1 - q_i) / (K - 1)          AC1   = (p_o - p_g) / (1 - p_g)
 * }</pre>
 *
 * A sample stratified by the grade given does not have the population's shares of grades, so that
 * unweighted coefficients would describe the design and not the team. Standard errors are
 * linearised: each check's contribution to the coefficient goes through the stratified variance of
 * {@link DesignRate}. With equal weights, one stratum and a large lot they are those of Fleiss,
 * Cohen and Everitt (1969), times sqrt(n / (n - 1)).
 *
 * <p><b>Edges.</b> Without a check, with fewer than two checks for the standard errors, or when
 * agreement by chance is certain, the outcome is undefined and says why.
 *
 * @param checked checks
 * @param observed p_o
 * @param expected p_e of kappa
 * @param kappa Cohen's kappa
 * @param kappaError its standard error
 * @param ac1 Gwet's AC1
 * @param ac1Error its standard error
 * @param commonest code of the commonest reference grade, -1 without a check
 * @param commonestShare its share of the population, 0 without a check
 * @param table the population's table, which limits come from
 */
public record DesignAgreement(
    long checked,
    Outcome observed,
    Outcome expected,
    Outcome kappa,
    Outcome kappaError,
    Outcome ac1,
    Outcome ac1Error,
    int commonest,
    double commonestShare,
    CheckedTable table) {

  /**
   * Estimates agreement from cells of one scope.
   *
   * @param cells random checks and pending selections
   * @param grades number of grades K, at least 2
   * @param basis the checks to use
   * @return the coefficients
   */
  public static DesignAgreement of(List<CheckCell> cells, int grades, Blindness basis) {
    return of(cells, grades, CheckWeights.of(cells, basis));
  }

  /**
   * Estimates agreement from cells of one scope.
   *
   * @param cells random checks and unresolved selections of the scope
   * @param grades number of grades K, at least 2
   * @param weights of the whole table that the cells are of
   * @return the coefficients
   */
  public static DesignAgreement of(List<CheckCell> cells, int grades, CheckWeights weights) {
    Check.atLeast("grades", 2, grades);
    Weighing weighing = new Weighing(cells, weights);
    if (weighing.checked == 0) {
      Outcome none = Outcome.undefined(Undefined.TOO_FEW_ITEMS);
      return new DesignAgreement(
          0, none, none, none, none, none, none, -1, 0, new CheckedTable(List.of(), 0, 0));
    }
    return new Coefficients(weighing.shares(grades)).estimate(weighing);
  }

  /**
   * Limits of kappa that hold with few checks and near perfect agreement, see {@link CheckedTable}.
   *
   * @param confidenceLevel in (0, 1)
   * @return within [-1, 1] and around kappa; the whole of it when kappa is undefined
   */
  public Interval kappaInterval(double confidenceLevel) {
    return kappa.defined()
        ? table.kappa(kappa.value(), confidenceLevel)
        : new Interval(-1, 1, confidenceLevel, "posterior");
  }

  /**
   * Limits of AC1 that hold with few checks and near perfect agreement, see {@link CheckedTable}.
   *
   * @param confidenceLevel in (0, 1)
   * @return within [-1, 1] and around AC1; the whole of it when AC1 is undefined
   */
  public Interval ac1Interval(double confidenceLevel) {
    return ac1.defined()
        ? table.ac1(ac1.value(), confidenceLevel)
        : new Interval(-1, 1, confidenceLevel, "posterior");
  }

  /**
   * Interval of one of the coefficients, by the normal distribution: for many checks with many
   * disagreements, since it is too short with few (one near perfect agreement covered .86 for a
   * nominal .95).
   *
   * @param value the coefficient
   * @param error its standard error
   * @param confidenceLevel in (0, 1)
   * @return within [-1, 1]; the whole of it when one of the two is undefined
   */
  public static Interval interval(Outcome value, Outcome error, double confidenceLevel) {
    double tail = (1 - Check.openUnit("confidenceLevel", confidenceLevel)) / 2;
    if (!value.defined() || !error.defined()) {
      return new Interval(-1, 1, confidenceLevel, "normal");
    }
    double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * error.value();
    return Interval.within(
        -1, 1, value.value() - half, value.value() + half, confidenceLevel, "normal");
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

    // n/(n-1) sum (1 - 1/w) (z - mean z)^2 over drawn units, z = 0 outside the scope.
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
      double n = units.count;
      if (n == 1) {
        return squares; // as DesignRate does with a single check
      }
      double mean = sum / n;
      return n / (n - 1) * (squares - 2 * mean * finite + mean * mean * (n - units.inverse));
    }
  }

  /** The coefficients of a table of shares, and their derivatives. */
  private static final class Coefficients {
    private final double[][] p;
    private final int k;
    private final double[] row; // reference
    private final double[] column; // grade
    private double observed;
    private double byMargins; // p_e
    private double byPrevalence; // p_g

    Coefficients(double[][] p) {
      this.p = p;
      this.k = p.length;
      this.row = new double[k];
      this.column = new double[k];
      double disagreement = 0;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          row[i] += p[i][j];
          column[j] += p[i][j];
          disagreement += i == j ? 0 : p[i][j];
        }
      }
      observed = 1 - disagreement; // exactly 1 where nothing differs, which a sum of shares is not
      for (int i = 0; i < k; i++) {
        double q = (row[i] + column[i]) / 2;
        byMargins += row[i] * column[i];
        byPrevalence += q * (1 - q) / (k - 1);
      }
    }

    DesignAgreement estimate(Weighing weighing) {
      boolean certain = byMargins >= 1 - 1e-12; // one grade throughout, up to rounding
      Outcome noVariation = Outcome.undefined(Undefined.NO_VARIATION);
      int commonest = 0;
      for (int i = 1; i < k; i++) {
        commonest = row[i] > row[commonest] ? i : commonest;
      }
      return new DesignAgreement(
          weighing.checked,
          Outcome.of(observed),
          Outcome.of(byMargins),
          certain ? noVariation : Outcome.of(corrected(byMargins)),
          certain ? noVariation : weighing.standardError(scores(byMargins, true)),
          Outcome.of(corrected(byPrevalence)),
          weighing.standardError(scores(byPrevalence, false)),
          commonest,
          row[commonest],
          weighing.table(p));
    }

    private double corrected(double chance) {
      return (observed - chance) / (1 - chance);
    }

    // d coefficient = [(d p_o) (1 - p_c) - (1 - p_o) (d p_c)] / (1 - p_c)^2, with
    // d p_e = p_.i + p_j. - 2 p_e  and  d p_g = [(1 - 2 q_i) + (1 - 2 q_j)] / (2 (K - 1)) - its
    // mean.
    private double[][] scores(double chance, boolean byMargins) {
      double[][] score = new double[k][k];
      double meanSlope = 0;
      for (int i = 0; i < k; i++) {
        double q = (row[i] + column[i]) / 2;
        meanSlope += q * (1 - 2 * q) / (k - 1);
      }
      for (int i = 0; i < p.length; i++) {
        for (int j = 0; j < k; j++) {
          double qi = (row[i] + column[i]) / 2;
          double qj = (row[j] + column[j]) / 2;
          double slope =
              byMargins ? column[i] + row[j] - 2 * chance : (1 - qi - qj) / (k - 1) - meanSlope;
          double agree = (i == j ? 1 : 0) - observed;
          score[i][j] =
              (agree * (1 - chance) - (1 - observed) * slope) / ((1 - chance) * (1 - chance));
        }
      }
      return score;
    }
  }
}
