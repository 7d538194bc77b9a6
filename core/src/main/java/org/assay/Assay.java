package org.assay;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.Confusions.Confusion;
import org.assay.agreement.Agreement;
import org.assay.count.ConfusionMatrix;
import org.assay.count.ConfusionTable;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.drift.AssessorTrend;
import org.assay.drift.AssessorTrends;
import org.assay.drift.AssessorTrends.TrendOptions;
import org.assay.estimate.DesignRate;
import org.assay.estimate.LevelConclusion;
import org.assay.estimate.RateEstimate;
import org.assay.internal.Check;
import org.assay.plan.QaLevel;

/**
 * What a reporting system asks, one call each.
 *
 * <pre>{@code
 * Assay.agreement(rows, Row::first, Row::second).cohenKappa();   // pairs of labels
 * Assay.agreement(gradings).pairs();                             // everybody with everybody
 * Assay.confusion(verdicts).by(Part.ASSESSOR);                   // who mixes up what
 * Assay.judge(level, verdicts);                                  // is the level met, by whom
 * Assay.plan(level).lot(2_000).build().draw(ids, seed);          // how many checks, and which
 * Assay.drift(verdicts, zone);                                   // is somebody drifting
 * }</pre>
 *
 * <p>Tables come from {@link Gradings#from} and {@link Verdicts#from}, levels from {@link
 * QaLevel#named}. Every result is a record that JSON libraries write and read back. Rates stand on
 * the random checks of one kind, the blind ones where there are any, with the first blind verdict
 * of a grading as its reference. Intervals are at 95 % unless another level is given.
 */
public final class Assay {
  private static final double USUAL_CONFIDENCE = 0.95;

  private Assay() {}

  /**
   * Agreement of pairs of labels, over the grades seen, sorted.
   *
   * @param rows one object per item
   * @param first label given by the first rater
   * @param second label given by the second rater, or the reference
   * @param <T> type of a row
   * @return the agreement; {@link PairAgreement#grades} gives the grades their order
   * @throws IllegalArgumentException if there is no row, or a label is null
   */
  public static <T> PairAgreement agreement(
      Iterable<? extends T> rows, Function<? super T, ?> first, Function<? super T, ?> second) {
    var pairs = new ArrayList<String[]>();
    var seen = new TreeSet<String>();
    for (T row : rows) {
      String[] pair = {
        label("first", pairs.size(), first.apply(row)),
        label("second", pairs.size(), second.apply(row))
      };
      pairs.add(pair);
      seen.addAll(Arrays.asList(pair));
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(
          "rows must be at least one where the grades are not given, got none");
    }
    return agreement(
        GradingScheme.unordered(seen.toArray(String[]::new)), pairs, p -> p[0], p -> p[1]);
  }

  /**
   * Agreement of pairs of labels, over the grades of a scheme.
   *
   * @param scheme the grades; of three or more ordered ones there are weighted coefficients, too
   * @param rows one object per item
   * @param first label given by the first rater
   * @param second label given by the second rater, or the reference
   * @param <T> type of a row
   * @return the agreement; undefined coefficients without a row
   * @throws IllegalArgumentException if a label is null or not of the scheme
   */
  public static <T> PairAgreement agreement(
      GradingScheme scheme,
      Iterable<? extends T> rows,
      Function<? super T, ?> first,
      Function<? super T, ?> second) {
    ConfusionMatrix pairs = ConfusionMatrix.create(scheme.size());
    long row = 0;
    for (T each : rows) {
      pairs.add(
          scheme.codeOf(label("first", row, first.apply(each))),
          scheme.codeOf(label("second", row, second.apply(each))));
      row++;
    }
    return PairAgreement.of(pairs, scheme);
  }

  private static String label(String name, long row, Object label) {
    if (label == null) {
      throw new IllegalArgumentException(
          "row " + (row + 1) + ": " + name + " must be a label, got null");
    }
    return label.toString();
  }

  /**
   * Agreement of a table of counts.
   *
   * @param scheme the grades, in the order of rows and columns
   * @param counts pairs by first (rows) and second grade, each at least 0
   * @return the agreement
   * @throws IllegalArgumentException if the table is not as large as the scheme or has a negative
   *     count
   */
  public static PairAgreement agreement(GradingScheme scheme, long[][] counts) {
    ConfusionMatrix pairs = ConfusionMatrix.of(counts);
    if (pairs.grades() != scheme.size()) {
      throw new IllegalArgumentException(
          "counts must be as large as the scheme, " + scheme.size() + ", got " + pairs.grades());
    }
    return PairAgreement.of(pairs, scheme);
  }

  /**
   * Agreement of a table of counts under its labels.
   *
   * @param table for example of a {@link Confusion}
   * @return the agreement; {@link PairAgreement#grades} gives the grades their order
   */
  public static PairAgreement agreement(ConfusionTable table) {
    return PairAgreement.of(
        table.matrix(), GradingScheme.unordered(table.grades().toArray(String[]::new)));
  }

  /**
   * Agreement of everybody who graded the same items.
   *
   * @param gradings each row once
   * @return coefficients, pairs of assessors, each with the others, and repeats
   */
  public static Agreement agreement(Gradings gradings) {
    return Agreement.of(gradings);
  }

  /**
   * Confusion matrices of the random checks, with intervals at 95 %.
   *
   * <p>Not for checks that stopped because of what they found, see {@link Plan#draw}.
   *
   * @param verdicts what was checked
   * @return the matrices by assessor, unit or stream
   */
  public static Confusions confusion(Verdicts verdicts) {
    return confusion(verdicts, USUAL_CONFIDENCE);
  }

  /**
   * Confusion matrices of the random checks.
   *
   * @param verdicts what was checked
   * @param confidenceLevel of the intervals, in (0, 1)
   * @return the matrices by assessor, unit or stream
   */
  public static Confusions confusion(Verdicts verdicts, double confidenceLevel) {
    return new Confusions(verdicts, Check.openUnit("confidenceLevel", confidenceLevel));
  }

  /**
   * The rate of errors in all gradings, from the random checks.
   *
   * <p>Not for checks that stopped because of what they found, see {@link Plan#draw}.
   *
   * @param verdicts what was checked
   * @param errors which mix-ups count
   * @return the rate with its interval at 95 %; undefined and [0, 1] without a check
   */
  public static RateEstimate rate(Verdicts verdicts, ErrorClass errors) {
    return new ScopedChecks(verdicts, Periods.all())
        .whole()
        .rate(errors)
        .estimate(USUAL_CONFIDENCE);
  }

  /**
   * Is a level met, by whom and when? Periods begin at midnight UTC.
   *
   * <p>Not for checks that stopped because of what they found, see {@link Plan#draw}.
   *
   * @param level what must be met
   * @param verdicts what was checked; the gradings must carry times unless the level is for ever,
   *     and their unit where the level is of a unit
   * @return the state of each assessor or unit in each period with gradings, in order of time
   * @throws IllegalArgumentException if the gradings lack a column that the level needs
   */
  public static List<LevelState> judge(QaLevel level, Verdicts verdicts) {
    return judge(level, verdicts, ZoneId.of("UTC"));
  }

  /**
   * Is a level met, by whom and when?
   *
   * <p>Not for checks that stopped because of what they found, see {@link Plan#draw}.
   *
   * @param level what must be met
   * @param verdicts what was checked; the gradings must carry times unless the level is for ever,
   *     and their unit where the level is of a unit
   * @param zone whose midnights bound the periods
   * @return the state of each assessor or unit in each period with gradings, in order of time
   * @throws IllegalArgumentException if the gradings lack a column that the level needs
   */
  public static List<LevelState> judge(QaLevel level, Verdicts verdicts, ZoneId zone) {
    Objects.requireNonNull(level, "level");
    var checks = new ScopedChecks(verdicts, periods(level.period(), verdicts.gradings(), zone));
    var states = new ArrayList<LevelState>();
    for (ScopedChecks.Scoped scope :
        checks.by(level.scope() == QaLevel.Scope.UNIT ? Part.UNIT : Part.ASSESSOR)) {
      DesignRate rate = scope.rate(level.counts());
      states.add(
          new LevelState(
              level.name(), scope.label(), scope.period(), LevelConclusion.of(level, rate)));
    }
    return states;
  }

  /**
   * How many checks prove a level in a lot?
   *
   * @param level what must be met
   * @return a builder; give it the lot
   */
  public static Plan.Builder plan(QaLevel level) {
    return new Plan.Builder(level);
  }

  /**
   * Is somebody drifting? Week by week, any error, as {@link TrendOptions#weekly}.
   *
   * @param verdicts what was checked; the gradings must carry times
   * @param zone whose midnights bound the weeks
   * @return one per assessor with checks, sorted by pseudonym; nobody is ranked
   * @throws IllegalArgumentException if the gradings carry no times
   */
  public static List<AssessorTrend> drift(Verdicts verdicts, ZoneId zone) {
    Gradings gradings = verdicts.gradings();
    return AssessorTrends.of(
        verdicts,
        ErrorClass.any(gradings.scheme()),
        periods(PeriodKind.WEEK, gradings, zone),
        TrendOptions.weekly(basis(verdicts)));
  }

  private static Blindness basis(Verdicts verdicts) {
    return new ScopedChecks(verdicts, Periods.all()).basis();
  }

  private static Periods periods(PeriodKind kind, Gradings gradings, ZoneId zone) {
    if (kind == PeriodKind.ALL || gradings.size() == 0) {
      return Periods.all();
    }
    long[] times =
        gradings
            .gradedAt()
            .orElseThrow(() -> new IllegalArgumentException("gradings must carry times"));
    return Periods.holding(kind, zone, times);
  }
}
