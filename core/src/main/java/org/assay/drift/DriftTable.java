package org.assay.drift;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.estimate.CheckCell;
import org.assay.estimate.ReferenceChecks;

/**
 * The random checks of a table of verdicts in the shape that {@link TeamDrift} reads: by assessor,
 * and once more by officer, so that a change in how somebody checks is found as such.
 *
 * <p>A stratum is made of stream, grade given and officer (for officers: assessor), and of the
 * design's own stratum where it is one that several assessors share. A check whose verdict is still
 * to come is left out: it says nothing about change yet.
 *
 * <p>Kinds of errors have the code reference grade times number of grades plus grade. Cost: O(n log
 * n) for n checks.
 */
public final class DriftTable {
  private static final int MOST_DESIGN_STRATA = 50;

  private final ReferenceChecks checks;
  private final Periods periods;
  private final Blindness basis;
  private final long[] gradedAt;

  private DriftTable(ReferenceChecks checks, Periods periods, Blindness basis) {
    this.checks = checks;
    this.periods = periods;
    this.basis = basis;
    this.gradedAt =
        gradings()
            .gradedAt()
            .orElseThrow(() -> new IllegalArgumentException("gradings must carry times"));
  }

  /**
   * The checks by assessor.
   *
   * @param checks each grading once; the gradings must carry times
   * @param periods calendar that covers the gradings
   * @param basis which checks: blind or non-blind ones, never both
   * @return codes of assessors as in the gradings, of periods as in the calendar
   * @throws IllegalArgumentException if the gradings carry no times
   */
  public static DriftChecks byAssessor(ReferenceChecks checks, Periods periods, Blindness basis) {
    return new DriftTable(checks, periods, basis).count(true);
  }

  /**
   * The same checks by officer.
   *
   * @param checks each grading once; the gradings must carry times
   * @param periods calendar that covers the gradings
   * @param basis which checks: blind or non-blind ones, never both
   * @return codes of officers as in the verdicts, of periods as in the calendar
   * @throws IllegalArgumentException if the gradings carry no times
   */
  public static DriftChecks byOfficer(ReferenceChecks checks, Periods periods, Blindness basis) {
    return new DriftTable(checks, periods, basis).count(false);
  }

  private Gradings gradings() {
    return checks.verdicts().gradings();
  }

  private DriftChecks count(boolean byAssessor) {
    Verdicts verdicts = checks.verdicts();
    IdColumn assessors = gradings().assessor();
    IdColumn officers = verdicts.reviewer();
    Codes grade = gradings().grade();
    int grades = gradings().scheme().size();
    Codes stream = gradings().attribute(Attribute.STREAM).map(IdColumn::codes).orElse(null);
    int streams = gradings().attribute(Attribute.STREAM).map(c -> c.ids().size()).orElse(1);
    boolean design = isDesignShared();
    int besides = Math.max(1, byAssessor ? officers.ids().size() : assessors.ids().size());
    Map<Long, Integer> strata = new HashMap<>();
    int[] stratumOf = new int[checks.size()];
    for (int i = 0; i < checks.size(); i++) {
      if (isUsed(i)) {
        int g = checks.grading(i);
        int row = checks.row(i);
        long key = design ? checks.selections(i).stratum().codes().get(row) : 0;
        key = key * besides + (byAssessor ? officers.codes().get(row) : assessors.codes().get(g));
        key = key * grades + grade.get(g);
        key = key * streams + (stream == null ? 0 : stream.get(g));
        stratumOf[i] = strata.computeIfAbsent(key, k -> strata.size());
      }
    }
    IdColumn who = byAssessor ? assessors : officers;
    var builder =
        DriftChecks.builder(
            who.ids().size(), periods.size(), Math.max(1, strata.size()), grades * grades);
    for (int i = 0; i < checks.size(); i++) {
      if (isUsed(i)) {
        int g = checks.grading(i);
        int person = byAssessor ? assessors.codes().get(g) : officers.codes().get(checks.row(i));
        int period = periods.code(gradedAt[g]);
        builder.add(person, period, stratumOf[i], 0, 1);
        if (checks.reference(i) != grade.get(g)) {
          int cell = checks.reference(i) * grades + grade.get(g);
          builder.addErrors(person, period, stratumOf[i], cell, 1);
        }
      }
    }
    return builder.build();
  }

  private boolean isUsed(int check) {
    return checks.reference(check) != CheckCell.PENDING
        && checks.selections(check).blindness(checks.row(check)) == basis;
  }

  // A stratum of one assessor alone would leave nobody to compare with.
  private boolean isDesignShared() {
    Map<Integer, Set<Integer>> assessors = new HashMap<>();
    for (int i = 0; i < checks.size(); i++) {
      if (isUsed(i)) {
        Selections selections = checks.selections(i);
        assessors
            .computeIfAbsent(selections.stratum().codes().get(checks.row(i)), s -> new HashSet<>())
            .add(gradings().assessor().codes().get(checks.grading(i)));
        if (assessors.size() > MOST_DESIGN_STRATA) {
          return false;
        }
      }
    }
    return assessors.values().stream().allMatch(a -> a.size() > 1);
  }
}
