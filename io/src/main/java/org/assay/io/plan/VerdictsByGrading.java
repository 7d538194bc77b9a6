package org.assay.io.plan;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assay.data.ErrorClass;
import org.assay.data.Gradings;
import org.assay.data.Verdicts;
import org.assay.io.ingest.Intake;
import org.assay.plan.Verdict;

/** What the verdicts say about drawn gradings. The first verdict on a grading stands. */
final class VerdictsByGrading {
  private final Verdicts verdicts;
  private final Map<String, Integer> gradingOf = new HashMap<>(); // drawn ones that are there
  private final Map<Integer, Integer> verdictOf = new HashMap<>(); // grading row -> verdict row
  private final Set<String> missingItems;
  private long second;
  private long notDrawn;

  VerdictsByGrading(Intake intake, List<KeyRow> key, Set<String> missingItems) {
    this.verdicts = intake.verdicts();
    this.missingItems = missingItems;
    BitSet items = findGradings(intake.gradings(), key);
    var drawn = new HashSet<>(gradingOf.values());
    for (int v = 0; v < verdicts.size(); v++) {
      int grading = verdicts.selections().grading(v);
      if (!drawn.contains(grading)) {
        notDrawn += items.get(intake.gradings().item().codes().get(grading)) ? 0 : 1;
      } else {
        Integer other = verdictOf.get(grading);
        second += other == null ? 0 : 1;
        if (other == null || verdicts.checkedAt(v) < verdicts.checkedAt(other)) {
          verdictOf.put(grading, v);
        }
      }
    }
  }

  private BitSet findGradings(Gradings gradings, List<KeyRow> key) {
    var items = new BitSet();
    var wanted = new HashSet<String>();
    for (KeyRow row : key) {
      OptionalInt code = gradings.item().ids().code(row.item());
      code.ifPresent(items::set);
      wanted.add(row.id());
    }
    var ids = new GradingIds(gradings);
    for (int row = 0; row < gradings.size(); row++) {
      if (items.get(gradings.item().codes().get(row)) && wanted.contains(ids.id(row))) {
        gradingOf.put(ids.id(row), row);
      }
    }
    return items;
  }

  /** What a drawn grading counts as; empty while nobody has checked it. */
  Optional<Verdict> of(KeyRow row, ErrorClass errors) {
    Integer grading = gradingOf.get(row.id());
    if (grading == null || missingItems.contains(row.item())) {
      return Optional.of(Verdict.MISSING);
    }
    Integer verdict = verdictOf.get(grading);
    if (verdict == null) {
      return Optional.empty();
    }
    return Optional.of(
        errors.counts(verdicts.reference().get(verdict), verdicts.grade(verdict))
            ? Verdict.ERROR
            : Verdict.RIGHT);
  }

  /** Whether a drawn grading need not be checked any more. */
  boolean isSettled(KeyRow row) {
    Integer grading = gradingOf.get(row.id());
    return grading == null || missingItems.contains(row.item()) || verdictOf.containsKey(grading);
  }

  /** Verdicts on gradings that have an earlier one. */
  long second() {
    return second;
  }

  /** Verdicts on items that were not drawn. */
  long notDrawn() {
    return notDrawn;
  }

  /** Drawn gradings with a verdict. */
  long used() {
    return verdictOf.size();
  }
}
