package org.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.assay.data.ErrorClass;
import org.assay.data.Gradings;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckCounts;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignScope;
import org.assay.estimate.ReferenceChecks;
import org.assay.estimate.SamplingFrame;
import org.assay.estimate.SamplingFrame.ScopeFrame;

/** The random checks of a table, weighed by the design of all of it, split into scopes. */
final class ScopedChecks {
  private final Gradings gradings;
  private final Periods periods;
  private final List<CheckCell> cells;
  private final Blindness basis;
  private final CheckWeights weights;
  private final SamplingFrame frame;

  ScopedChecks(Verdicts verdicts, Periods periods) {
    this.gradings = verdicts.gradings();
    this.periods = periods;
    ReferenceChecks checks = ReferenceChecks.of(verdicts, ReferenceRule.FIRST_BLIND);
    this.cells = CheckCounts.of(checks, periods).snapshot();
    this.basis = DesignRates.basis(cells);
    this.weights = CheckWeights.of(cells, basis);
    this.frame = SamplingFrame.of(checks, row -> false);
  }

  /** The checks that rates stand on. */
  Blindness basis() {
    return basis;
  }

  /** A part of the table: its checks, and the gradings they are of. */
  record Scoped(String label, String period, List<CheckCell> cells, DesignScope design) {
    DesignRate rate(ErrorClass errors) {
      return design.rate(errors);
    }
  }

  /** What a scope has. */
  private static final class Content {
    private final List<CheckCell> cells = new ArrayList<>();
    private long gradings;
    private long outside;

    DesignScope design(CheckWeights weights) {
      return DesignScope.of(cells, weights, new ScopeFrame(gradings - outside, outside));
    }
  }

  Scoped whole() {
    Content all = new Content();
    all.cells.addAll(cells);
    for (int row = 0; row < gradings.size(); row++) {
      all.gradings++;
      all.outside += frame.isOutside(row) ? 1 : 0;
    }
    return new Scoped("", "", all.cells, all.design(weights));
  }

  /** By part and period, in the order of periods and first appearance. */
  List<Scoped> by(Part part) {
    IdColumn column = column(part);
    ToIntFunction<CheckCell> code = code(part);
    Map<Long, Content> contents = new TreeMap<>();
    long[] times = gradings.gradedAt().orElse(null);
    for (int row = 0; row < gradings.size(); row++) {
      int period = times == null ? 0 : periods.code(times[row]);
      Content content =
          contents.computeIfAbsent(key(period, column.codes().get(row)), k -> new Content());
      content.gradings++;
      content.outside += frame.isOutside(row) ? 1 : 0;
    }
    for (CheckCell cell : cells) {
      contents.get(key(cell.period(), code.applyAsInt(cell))).cells.add(cell);
    }
    var scopes = new ArrayList<Scoped>();
    contents.forEach(
        (key, content) ->
            scopes.add(
                new Scoped(
                    column.ids().id((int) (long) key),
                    periods.kind() == PeriodKind.ALL
                        ? ""
                        : periods.label((int) (key >> Integer.SIZE)),
                    content.cells,
                    content.design(weights))));
    return scopes;
  }

  private static long key(int period, int code) {
    return (long) period << Integer.SIZE | code;
  }

  private static ToIntFunction<CheckCell> code(Part part) {
    return switch (part) {
      case ASSESSOR -> CheckCell::assessor;
      case UNIT -> CheckCell::unit;
      case STREAM -> CheckCell::stream;
    };
  }

  private IdColumn column(Part part) {
    if (part == Part.ASSESSOR) {
      return gradings.assessor();
    }
    return gradings
        .attribute(part == Part.UNIT ? Gradings.Attribute.UNIT : Gradings.Attribute.STREAM)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "gradings must carry their " + part.name().toLowerCase(Locale.ROOT)));
  }
}
