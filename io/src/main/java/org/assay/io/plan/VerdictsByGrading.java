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
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.estimate.CheckCell;
import org.assay.estimate.ReferenceChecks;
import org.assay.plan.Evaluation.Verdict;

/**
 * What the verdicts say about drawn gradings. Of several verdicts on one, {@link ReferenceChecks}
 * says which counts, as for the rates of a report; where it says that none does yet, the grading
 * waits for one more as if there were none.
 *
 * <p>The draw has chosen these gradings, so every verdict on one of them counts here, whatever its
 * own row says about its selection.
 */
final class VerdictsByGrading {
  private final Gradings gradings;
  private final Map<String, Integer> gradingOf = new HashMap<>(); // drawn ones that are there
  private final Map<Integer, Integer> reference = new HashMap<>(); // by grading
  private final Set<String> missingItems;
  private long second;
  private long notDrawn;
  private long waiting;

  /**
   * Finds the reference grades.
   *
   * @param verdicts all of them
   * @param key what was drawn
   * @param rule which of several verdicts on a grading counts
   * @param missingItems drawn items that cannot be checked
   */
  VerdictsByGrading(
      Verdicts verdicts, List<KeyRow> key, ReferenceRule rule, Set<String> missingItems) {
    this.gradings = verdicts.gradings();
    this.missingItems = missingItems;
    BitSet items = findGradings(key);
    var drawn = new BitSet();
    gradingOf.values().forEach(drawn::set);
    var read = new BitSet();
    for (int v = 0; v < verdicts.size(); v++) {
      int grading = verdicts.selections().grading(v);
      read.set(grading, drawn.get(grading));
      notDrawn += drawn.get(grading) || items.get(gradings.item().codes().get(grading)) ? 0 : 1;
    }
    var checks = ReferenceChecks.of(ofDraw(verdicts, drawn), rule);
    for (int check = 0; check < checks.size(); check++) {
      if (checks.reference(check) != CheckCell.PENDING) {
        reference.put(checks.grading(check), checks.reference(check));
      }
    }
    second = checks.furtherVerdicts();
    waiting = (long) read.cardinality() - reference.size();
  }

  /** Items of drawn gradings that are not in the table although nobody has said so. */
  List<String> lost(List<KeyRow> key) {
    return key.stream()
        .filter(
            row ->
                !gradingOf.containsKey(row.id())
                    && !row.excluded()
                    && !missingItems.contains(row.item()))
        .map(KeyRow::item)
        .distinct()
        .toList();
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

  // The same rows as selections of the draw where they are on drawn gradings, else of nothing.
  private static Verdicts ofDraw(Verdicts verdicts, BitSet drawn) {
    long[] times = new long[verdicts.size()];
    for (int v = 0; v < times.length; v++) {
      times[v] = verdicts.checkedAt(v);
    }
    return Verdicts.of(
        verdicts.gradings(),
        ofDraw(verdicts.selections(), drawn, false),
        verdicts.reviewer(),
        verdicts.reference(),
        times,
        ofDraw(verdicts.pending(), drawn, true),
        ofDraw(verdicts.unresolved(), drawn, true));
  }

  private static Selections ofDraw(Selections rows, BitSet drawn, boolean drawnOnly) {
    Selections.Builder of = Selections.builder();
    for (int row = 0; row < rows.size(); row++) {
      int grading = rows.grading(row);
      Blindness blind = rows.blindness(row);
      if (drawn.get(grading)) {
        of.add(grading, SelectionMethod.SRS, 1, "", blind);
      } else if (!drawnOnly) {
        of.add(grading, SelectionMethod.CONVENIENCE, 0, "", blind);
      }
    }
    return of.build();
  }

  private Optional<Integer> reference(KeyRow row) {
    return Optional.ofNullable(gradingOf.get(row.id())).map(reference::get);
  }

  /** What a drawn grading counts as; empty while nobody has checked it. */
  Optional<Verdict> of(KeyRow row, ErrorClass errors) {
    Integer grading = gradingOf.get(row.id());
    if (grading == null || missingItems.contains(row.item())) {
      return Optional.of(Verdict.MISSING);
    }
    Optional<Integer> found = reference(row);
    if (found.isEmpty()) {
      return row.excluded() ? Optional.of(Verdict.MISSING) : Optional.empty();
    }
    return Optional.of(
        errors.counts(found.get(), gradings.grade().get(grading)) ? Verdict.ERROR : Verdict.RIGHT);
  }

  /** Whether a drawn grading need not be checked any more. */
  boolean isSettled(KeyRow row) {
    return row.excluded()
        || !gradingOf.containsKey(row.id())
        || missingItems.contains(row.item())
        || reference(row).isPresent();
  }

  Set<String> missingItems() {
    return missingItems;
  }

  /** Verdicts on drawn gradings beside the reference of each. */
  long second() {
    return second;
  }

  /** Verdicts on items that were not drawn. */
  long notDrawn() {
    return notDrawn;
  }

  /** Drawn gradings with a reference grade. */
  long used() {
    return reference.size();
  }

  /** Drawn gradings with verdicts of which none is the reference yet. */
  long waiting() {
    return waiting;
  }
}
