package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Selections;
import org.assay.data.Verdicts;

/** Compares the rows lost with the rows read. */
final class LossTables {
  private LossTables() {}

  static TableLosses ofGradings(Gradings gradings, Tally tally) {
    LossCounter losses = tally.losses();
    var scopes = new ArrayList<ScopeLoss>();
    if (losses.rows() > 0) {
      for (ScopeLoss.Kind kind : ScopeLoss.Kind.values()) {
        column(gradings, kind)
            .ifPresent(
                column -> {
                  long[] kept = new long[column.ids().size()];
                  count(column.codes(), kept);
                  add(scopes, kind, losses.of(kind), column, kept);
                });
      }
    }
    return table(tally, gradings.size(), scopes);
  }

  private static void count(Codes codes, long[] kept) {
    for (int row = 0; row < codes.size(); row++) {
      kept[codes.get(row)]++;
    }
  }

  static TableLosses ofVerdicts(Verdicts verdicts, long keptRows, Optional<Tally> tally) {
    if (tally.isEmpty()) {
      return new TableLosses(
          VerdictColumn.TABLE.name(), 0, 0, List.of(), List.of(), LostTimes.NONE);
    }
    LossCounter losses = tally.get().losses();
    var scopes = new ArrayList<ScopeLoss>();
    if (losses.rows() > 0) {
      for (ScopeLoss.Kind kind : ScopeLoss.Kind.values()) {
        column(verdicts.gradings(), kind)
            .ifPresent(
                column -> {
                  long[] kept = new long[column.ids().size()];
                  count(verdicts.selections(), column.codes(), kept);
                  count(verdicts.pending(), column.codes(), kept);
                  add(scopes, kind, losses.of(kind), column, kept);
                });
      }
    }
    return table(tally.get(), keptRows, scopes);
  }

  private static void count(Selections selections, Codes codes, long[] kept) {
    for (int row = 0; row < selections.size(); row++) {
      if (selections.method(row).isRandom()) {
        kept[codes.get(selections.grading(row))]++;
      }
    }
  }

  private static Optional<IdColumn> column(Gradings gradings, ScopeLoss.Kind kind) {
    return switch (kind) {
      case ASSESSOR -> Optional.of(gradings.assessor());
      case UNIT -> gradings.attribute(Attribute.UNIT);
      case STRATUM -> gradings.attribute(Attribute.STRATUM);
    };
  }

  private static void add(
      List<ScopeLoss> scopes,
      ScopeLoss.Kind kind,
      Map<String, Long> lost,
      IdColumn column,
      long[] kept) {
    lost.forEach(
        (id, rows) -> {
          int code = column.ids().code(id).orElse(-1);
          scopes.add(new ScopeLoss(kind, id, rows + (code < 0 ? 0 : kept[code]), rows));
        });
  }

  private static TableLosses table(Tally tally, long kept, List<ScopeLoss> scopes) {
    LossCounter losses = tally.losses();
    scopes.sort(
        Comparator.comparingDouble(ScopeLoss::share)
            .thenComparingLong(ScopeLoss::lost)
            .reversed()
            .thenComparing(ScopeLoss::kind)
            .thenComparing(ScopeLoss::id));
    return new TableLosses(
        tally.table().name(),
        kept + losses.rows(),
        losses.rows(),
        scopes,
        losses.causes(tally.remedies()),
        losses.times());
  }
}
