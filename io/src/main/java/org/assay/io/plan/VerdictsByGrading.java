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
  private final Gradings gradings;
  private final Map<String, Integer> gradingOf = new HashMap<>(); // drawn ones that are there
  private final Map<String, Found> found = new HashMap<>();
  private final Set<String> missingItems;
  private final BitSet drawnItems;
  private long earlier;
  private long second;
  private long notDrawn;

  /**
   * A verdict on a drawn grading.
   *
   * @param reference code of the reference grade
   * @param checkedAt milliseconds since 1970-01-01T00:00Z
   */
  record Found(int reference, long checkedAt) {}

  VerdictsByGrading(Gradings gradings, List<KeyRow> key, Set<String> missingItems) {
    this.gradings = gradings;
    this.missingItems = missingItems;
    this.drawnItems = findGradings(key);
  }

  private BitSet findGradings(List<KeyRow> key) {
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

  /** Adds the verdicts of an earlier evaluation. */
  void addEarlier(EvaluationState state) {
    found.putAll(state.found(gradings.scheme()));
    earlier = found.size();
    second = state.second();
    notDrawn = state.notDrawn();
  }

  /** Adds verdicts. */
  void add(Intake intake) {
    Verdicts verdicts = intake.verdicts();
    var idOf = new HashMap<Integer, String>();
    gradingOf.forEach((id, row) -> idOf.put(row, id));
    for (int v = 0; v < verdicts.size(); v++) {
      int grading = verdicts.selections().grading(v);
      String id = idOf.get(grading);
      if (id == null) {
        notDrawn += drawnItems.get(gradings.item().codes().get(grading)) ? 0 : 1;
      } else {
        add(id, new Found(verdicts.reference().get(v), verdicts.checkedAt(v)));
      }
    }
  }

  private void add(String id, Found verdict) {
    Found other = found.get(id);
    second += other == null || other.equals(verdict) ? 0 : 1;
    if (other == null || verdict.checkedAt < other.checkedAt) {
      found.put(id, verdict);
    }
  }

  /** What a drawn grading counts as; empty while nobody has checked it. */
  Optional<Verdict> of(KeyRow row, ErrorClass errors) {
    Integer grading = gradingOf.get(row.id());
    Found verdict = found.get(row.id());
    if (grading == null || missingItems.contains(row.item())) {
      return Optional.of(Verdict.MISSING);
    }
    if (verdict == null) {
      return row.excluded() ? Optional.of(Verdict.MISSING) : Optional.empty();
    }
    return Optional.of(
        errors.counts(verdict.reference, gradings.grade().get(grading))
            ? Verdict.ERROR
            : Verdict.RIGHT);
  }

  /** Whether a drawn grading need not be checked any more. */
  boolean isSettled(KeyRow row) {
    return row.excluded()
        || !gradingOf.containsKey(row.id())
        || missingItems.contains(row.item())
        || found.containsKey(row.id());
  }

  /** Verdicts by id of the drawn grading. */
  Map<String, Found> found() {
    return found;
  }

  Set<String> missingItems() {
    return missingItems;
  }

  /** Verdicts that came from an earlier evaluation. */
  long earlier() {
    return earlier;
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
    return found.keySet().stream().filter(gradingOf::containsKey).count();
  }
}
