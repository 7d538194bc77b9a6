package org.assay.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Weights;
import org.assay.count.RatingPatterns;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.internal.Check;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ReGraderCalibration;
import org.assay.result.Interval;

/**
 * Gradings that two QA officers checked: how well the reference agrees with itself.
 *
 * <p>Of each grading the first verdicts of its first two officers make a pair, by time and then by
 * row; both must be of random selections. Pairs of two blind verdicts are independent readings and
 * give the agreement. Pairs in which an officer saw the grade, or for which that is not recorded,
 * stand apart: two who defer to the same grade agree without having looked.
 *
 * <p>Where the two differ, a later verdict on the grading settles it (an adjudication), and one of
 * them, or both, were overturned. What the two agree on, and what was settled, tells how often the
 * first officer finds an error ({@link #calibration}), which {@link ReGraderCalibration} carries
 * into rates.
 *
 * <p><b>What it cannot tell.</b> An error that both officers share: what they were both taught, and
 * what the guideline has wrong, counts as agreement here. Items whose grade comes from elsewhere
 * show it.
 *
 * <p><b>Cost.</b> O(n log n) for n verdicts. Immutable and thread-safe.
 *
 * @param blind agreement of two blind verdicts
 * @param others agreement where the grade was in sight, or it is not recorded
 * @param officers each officer with a pair, by code
 * @param calibration what the first of two blind verdicts makes of gradings whose reference the
 *     pair agrees on or a later verdict has settled
 */
public record DoubleChecks(Pairs blind, Pairs others, List<Row> officers, Calibration calibration) {
  public DoubleChecks {
    officers = List.copyOf(officers);
  }

  /**
   * Agreement of pairs of verdicts.
   *
   * @param gradings checked by two officers
   * @param agreed of them, with the same grade
   * @param interval exact limits of the share that agrees (Clopper-Pearson); 0 to 1 without pairs
   * @param kappa Fleiss' kappa of the pairs (Scott's pi): officers are interchangeable
   * @param ac1 Gwet's AC1 of the pairs, which prevalence moves less
   */
  public record Pairs(
      long gradings,
      long agreed,
      Interval interval,
      AgreementEstimate kappa,
      AgreementEstimate ac1) {}

  /**
   * An officer in pairs of blind verdicts.
   *
   * @param officer code of the officer
   * @param pairs with any other officer
   * @param agreed of them, with the same grade
   * @param interval exact limits of the share that agrees
   * @param settled of those that differ, settled by a later verdict
   * @param overturned of the settled, in which another grade than this officer's stands
   */
  public record Row(
      int officer, long pairs, long agreed, Interval interval, long settled, long overturned) {}

  /**
   * How often the first of two blind verdicts was right.
   *
   * @param shownErrors gradings whose reference differs from the grade
   * @param found of them, where the first verdict says that the grade is wrong
   * @param shownRight gradings whose reference is the grade
   * @param confirmed of them, where the first verdict says so
   * @param unsettled pairs that differ and that nobody settled, which are in none of these
   */
  public record Calibration(
      long shownErrors, long found, long shownRight, long confirmed, long unsettled) {
    /**
     * The counts as what carries them into rates.
     *
     * @return empty without a grading of either kind
     */
    public Optional<ReGraderCalibration> reGrader() {
      return shownErrors > 0 && shownRight > 0
          ? Optional.of(new ReGraderCalibration(shownErrors, found, shownRight, confirmed))
          : Optional.empty();
    }
  }

  /**
   * The double checks of a table.
   *
   * @param verdicts of random checks; a third verdict may be of any selection
   * @param confidence of the limits, in (0, 1)
   * @return agreement, officers and calibration
   */
  public static DoubleChecks of(Verdicts verdicts, double confidence) {
    Check.openUnit("confidence", confidence);
    return new Builder(verdicts, confidence).build();
  }

  private static final class Builder {
    private final Verdicts verdicts;
    private final double confidence;
    private final RatingPatterns blind;
    private final RatingPatterns others;
    private final long[] agreed = new long[2]; // blind, others
    private final long[] gradings = new long[2];
    private final TreeMap<Integer, long[]> officers = new TreeMap<>();
    private final long[] calibration = new long[5];

    Builder(Verdicts verdicts, double confidence) {
      this.verdicts = verdicts;
      this.confidence = confidence;
      this.blind = RatingPatterns.create(verdicts.gradings().scheme().size());
      this.others = RatingPatterns.create(verdicts.gradings().scheme().size());
    }

    DoubleChecks build() {
      Selections selections = verdicts.selections();
      List<Integer> rows = new ArrayList<>();
      for (int row = 0; row < verdicts.size(); row++) {
        rows.add(row);
      }
      rows.sort(
          Comparator.<Integer>comparingInt(selections::grading)
              .thenComparingLong(verdicts::checkedAt)
              .thenComparingInt(row -> row));
      for (int from = 0, to; from < rows.size(); from = to) {
        to = from + 1;
        while (to < rows.size()
            && selections.grading(rows.get(to)) == selections.grading(rows.get(from))) {
          to++;
        }
        look(rows.subList(from, to));
      }
      List<Row> each = new ArrayList<>();
      officers.forEach(
          (officer, n) -> each.add(new Row(officer, n[0], n[1], limits(n[1], n[0]), n[2], n[3])));
      return new DoubleChecks(
          pairs(0, blind),
          pairs(1, others),
          each,
          new Calibration(
              calibration[0], calibration[1], calibration[2], calibration[3], calibration[4]));
    }

    private Pairs pairs(int kind, RatingPatterns patterns) {
      return new Pairs(
          gradings[kind],
          agreed[kind],
          limits(agreed[kind], gradings[kind]),
          FleissKappa.of(patterns),
          GwetAc.with(Weights.identity(patterns.grades())).estimate(patterns));
    }

    private Interval limits(long of, long all) {
      return ProportionInterval.CLOPPER_PEARSON.of(of, all, confidence);
    }

    private int officer(int row) {
      return verdicts.reviewer().codes().get(row);
    }

    private int grade(int row) {
      return verdicts.reference().get(row);
    }

    // The verdicts on a grading, in order.
    private void look(List<Integer> all) {
      List<Integer> random = all.stream().filter(verdicts.selections()::isRandom).toList();
      if (random.isEmpty()) {
        return;
      }
      int first = random.get(0);
      Optional<Integer> next =
          random.stream().filter(row -> officer(row) != officer(first)).findFirst();
      if (next.isEmpty()) {
        return;
      }
      int second = next.get();
      boolean isBlind = isBlind(first) && isBlind(second);
      boolean isAgreed = grade(first) == grade(second);
      int[] counts = new int[blind.grades()];
      counts[grade(first)]++;
      counts[grade(second)]++;
      (isBlind ? blind : others).add(counts);
      gradings[isBlind ? 0 : 1]++;
      agreed[isBlind ? 0 : 1] += isAgreed ? 1 : 0;
      if (!isBlind) {
        return;
      }
      int last = all.get(all.size() - 1);
      boolean isSettled = !isAgreed && all.indexOf(last) > all.indexOf(second);
      for (int row : new int[] {first, second}) {
        long[] own = officers.computeIfAbsent(officer(row), o -> new long[4]);
        own[0]++;
        own[1] += isAgreed ? 1 : 0;
        own[2] += isSettled ? 1 : 0;
        own[3] += isSettled && grade(last) != grade(row) ? 1 : 0;
      }
      calibrate(first, isAgreed || isSettled, grade(isSettled ? last : first));
    }

    private boolean isBlind(int row) {
      return verdicts.selections().blindness(row) == Blindness.BLIND;
    }

    private void calibrate(int first, boolean isKnown, int reference) {
      if (!isKnown) {
        calibration[4]++;
        return;
      }
      boolean isError = reference != verdicts.grade(first);
      int at = isError ? 0 : 2;
      calibration[at]++;
      calibration[at + 1] += verdicts.isError(first) == isError ? 1 : 0;
    }
  }
}
