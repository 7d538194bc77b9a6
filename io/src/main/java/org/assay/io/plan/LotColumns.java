package org.assay.io.plan;

import java.util.List;
import java.util.Locale;
import org.assay.io.table.FormulaGuard;

/** The columns by which every table of a plan names a lot. */
final class LotColumns {
  static final List<String> NAMES =
      List.of("lot", "scope", "unit_or_assessor", "stratum", "period");

  private LotColumns() {}

  static List<String> of(PlannedLot lot) {
    return List.of(
        lot.id(),
        lot.scope().name().toLowerCase(Locale.ROOT),
        FormulaGuard.neutralise(lot.who()),
        FormulaGuard.neutralise(lot.stratum()),
        lot.period());
  }
}
