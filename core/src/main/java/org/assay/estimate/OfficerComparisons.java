package org.assay.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.compare.Multiplicity;
import org.assay.data.Verdicts;
import org.assay.internal.Check;

/**
 * Does a QA officer find more, or fewer, errors than the others would have found in the same
 * checks?
 *
 * <p>Checks that chance selected are compared within strata of assessor, unit, stream, thirty days
 * of gradings, grade given and kind of check (blind, in sight of the grade, not recorded), so that
 * neither a harder share of the work nor a larger share of blind checks looks like an officer's own
 * doing. Each comparison is exact ({@link OddsComparison}); of all officers with at least {@value
 * #LEAST_CHECKS} checks that others can be compared with, p-values are adjusted by Holm's method,
 * so that where nobody differs the chance that anybody is named is at most 1 - confidence.
 *
 * <p>An officer who finds fewer errors accepts grades that the others do not (is lenient), or finds
 * what is there while the others see errors where there are none: the comparison cannot tell which.
 * Adjudicated double checks can ({@link DoubleChecks}).
 *
 * <p><b>What it assumes.</b> Who checks what does not depend on whether it is wrong, given the
 * stratum, and checks are independent: errors that come in series within an officer's share of the
 * work (a bad week of one assessor, all given to one officer) count as the officer's.
 *
 * <p><b>Cost.</b> O(n log n) for n verdicts, then a convolution over strata per officer. Immutable
 * and thread-safe.
 *
 * @param officers everybody who was compared, by code of the officer
 * @param few who could not be, and why: too few checks that others can be compared with
 * @param confidence of the limits, and one less the chance of a false name
 */
public record OfficerComparisons(List<Row> officers, List<Few> few, double confidence) {
  /** Nobody with fewer comparable checks is compared. */
  public static final int LEAST_CHECKS = 50;

  public OfficerComparisons {
    officers = List.copyOf(officers);
    few = List.copyOf(few);
  }

  /** What a comparison shows. */
  public enum Finding {
    /** Fewer errors found than the others would have found. */
    FINDS_FEWER,
    /** More errors found. */
    FINDS_MORE,
    /** Not distinguishable from the others. */
    NOT_DISTINGUISHABLE
  }

  /**
   * An officer beside the others.
   *
   * @param officer code of the officer
   * @param all errors found beside those that the others would have found
   * @param adjusted p-value adjusted for the number of officers
   * @param finding what it shows
   * @param inSight what this officer's checks in sight of the grade find, relative to the same
   *     officer's blind ones
   */
  public record Row(
      int officer, OddsComparison all, double adjusted, Finding finding, DetectionRatio inSight) {}

  /**
   * Somebody who cannot be compared.
   *
   * @param officer code of the officer
   * @param checked random checks
   * @param comparable of them, in strata that others checked, too
   */
  public record Few(int officer, long checked, long comparable) {}

  /**
   * Compares the QA officers of a table.
   *
   * @param verdicts random checks count, blind ones beside blind ones; other selections do not
   * @param confidence in (0, 1), for example 0.95
   * @return everybody with the others
   */
  public static OfficerComparisons of(Verdicts verdicts, double confidence) {
    Check.openUnit("confidence", confidence);
    var checks = new OfficerChecks(verdicts);
    var errors = new StratifiedErrors();
    Map<Integer, List<CheckCell>> cells = new HashMap<>();
    for (int row : checks.random()) {
      errors.add(checks.caseMix(row), checks.officer(row), verdicts.isError(row));
      cells.computeIfAbsent(checks.officer(row), o -> new ArrayList<>()).add(checks.cell(row));
    }
    List<Integer> compared = new ArrayList<>();
    List<OddsComparison> comparisons = new ArrayList<>();
    List<Few> few = new ArrayList<>();
    for (int officer = 0; officer < checks.officers(); officer++) {
      int own = officer;
      if (!cells.containsKey(own)) {
        continue;
      }
      OddsComparison c = errors.compare(o -> o == own, o -> o != own, confidence);
      if (c.checked() >= LEAST_CHECKS) {
        compared.add(own);
        comparisons.add(c);
      } else {
        few.add(new Few(own, cells.get(own).size(), c.checked()));
      }
    }
    double[] adjusted =
        Multiplicity.HOLM.adjust(
            comparisons.stream().mapToDouble(OddsComparison::pValue).toArray());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < compared.size(); i++) {
      OddsComparison c = comparisons.get(i);
      rows.add(
          new Row(
              compared.get(i),
              c,
              adjusted[i],
              finding(c, adjusted[i], confidence),
              DetectionRatio.of(cells.get(compared.get(i)))));
    }
    return new OfficerComparisons(rows, few, confidence);
  }

  private static Finding finding(OddsComparison c, double adjusted, double confidence) {
    if (!Multiplicity.isRejected(adjusted, 1 - confidence)) {
      return Finding.NOT_DISTINGUISHABLE;
    }
    return c.found() < c.expected() ? Finding.FINDS_FEWER : Finding.FINDS_MORE;
  }
}
