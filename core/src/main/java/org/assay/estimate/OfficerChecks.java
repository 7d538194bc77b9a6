package org.assay.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;

/**
 * The random checks of a table as the work of the QA officers who made them: every verdict once,
 * also a second one on a grading, with what decides how many errors there are to find.
 */
final class OfficerChecks {
  private static final long BLOCK = 30 * 86_400_000L; // what comes, and how people grade, changes
  private static final int BLOCKS = 4096; // more than the tables' years have

  private final Verdicts verdicts;
  private final Codes item;
  private final Codes assessor;
  private final Codes unit; // null when not recorded, as the next two
  private final Codes stream;
  private final long[] gradedAt;
  private final int units;
  private final int streams;

  OfficerChecks(Verdicts verdicts) {
    this.verdicts = verdicts;
    Gradings gradings = verdicts.gradings();
    this.item = gradings.item().codes();
    this.assessor = gradings.assessor().codes();
    this.unit = gradings.attribute(Attribute.UNIT).map(IdColumn::codes).orElse(null);
    this.stream = gradings.attribute(Attribute.STREAM).map(IdColumn::codes).orElse(null);
    this.gradedAt = gradings.gradedAt().orElse(null);
    this.units = size(gradings, Attribute.UNIT);
    this.streams = size(gradings, Attribute.STREAM);
  }

  private static int size(Gradings gradings, Attribute attribute) {
    return gradings.attribute(attribute).map(column -> column.ids().size()).orElse(1);
  }

  /** Rows of verdicts that chance chose: what an officer was given says nothing of the officer. */
  List<Integer> random() {
    Selections selections = verdicts.selections();
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < verdicts.size(); row++) {
      if (selections.isRandom(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  int officer(int row) {
    return verdicts.reviewer().codes().get(row);
  }

  int officers() {
    return verdicts.reviewer().ids().size();
  }

  /**
   * What was given to find: assessor, unit, stream, thirty days of gradings, the grade given, and
   * whether it was in sight. The grade given stands for the stratum of a design that selects by it.
   */
  long caseMix(int row) {
    int grading = verdicts.selections().grading(row);
    long key = assessor.get(grading);
    key = key * units + (unit == null ? 0 : unit.get(grading));
    key = key * streams + (stream == null ? 0 : stream.get(grading));
    key = key * BLOCKS + (gradedAt == null ? 0 : Math.floorMod(gradedAt[grading] / BLOCK, BLOCKS));
    key = key * verdicts.gradings().scheme().size() + verdicts.gradings().grade().get(grading);
    return key * Blindness.values().length + verdicts.selections().blindness(row).ordinal();
  }

  /** The verdict as a cell, for comparisons that take cells. */
  CheckCell cell(int row) {
    int grading = verdicts.selections().grading(row);
    return new CheckCell(
        assessor.get(grading),
        0,
        unit == null ? 0 : unit.get(grading),
        stream == null ? 0 : stream.get(grading),
        verdicts.selections().stratum().codes().get(row),
        verdicts.selections().blindness(row),
        verdicts.selections().method(row),
        CheckCell.ALONE,
        verdicts.selections().inclusionProbability(row),
        verdicts.reference().get(row),
        verdicts.gradings().grade().get(grading),
        1);
  }

  int item(int row) {
    return item.get(verdicts.selections().grading(row));
  }

  /** By officer, then time, then row. */
  Comparator<Integer> byOfficerAndTime() {
    return Comparator.comparingInt(this::officer)
        .thenComparingLong(verdicts::checkedAt)
        .thenComparingInt(row -> row);
  }

  Verdicts verdicts() {
    return verdicts;
  }
}
