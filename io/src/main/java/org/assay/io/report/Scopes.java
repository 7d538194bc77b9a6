package org.assay.io.report;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.assay.data.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignScope;

/** Checks split by one of their codes, laid out once for every rate that is asked for. */
final class Scopes {
  private final DesignScope nobody;
  private final Map<Integer, List<CheckCell>> cells; // in the order of the codes
  private final Map<Integer, DesignScope> scopes;

  Scopes(List<CheckCell> all, ToIntFunction<CheckCell> by, Blindness basis) {
    this.nobody = DesignScope.of(List.of(), basis);
    this.cells = DesignRates.groups(all, by);
    this.scopes =
        cells.entrySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Map.Entry::getKey, group -> DesignScope.of(group.getValue(), basis)));
  }

  /** Cells by code, in the order of the codes; without codes that have none. */
  Map<Integer, List<CheckCell>> cells() {
    return cells;
  }

  List<CheckCell> cells(int code) {
    return cells.getOrDefault(code, List.of());
  }

  DesignScope of(int code) {
    return scopes.getOrDefault(code, nobody);
  }
}
