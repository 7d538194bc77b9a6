package org.assay.io.report;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignScope;
import org.assay.estimate.SamplingFrame.ScopeFrame;

/** Checks split by one of their codes, laid out once for every rate that is asked for. */
final class Scopes {
  private final IntFunction<DesignScope> nobody;
  private final IntFunction<ScopeFrame> frames;
  private final Map<Integer, List<CheckCell>> cells; // in the order of the codes
  private final Map<Integer, DesignScope> scopes;

  Scopes(
      List<CheckCell> all,
      ToIntFunction<CheckCell> by,
      CheckWeights weights,
      IntFunction<ScopeFrame> frames) {
    this.frames = frames;
    this.nobody = code -> DesignScope.of(List.of(), weights, frames.apply(code));
    this.cells = DesignRates.groups(all, by);
    this.scopes =
        cells.entrySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Map.Entry::getKey,
                    group ->
                        DesignScope.of(group.getValue(), weights, frames.apply(group.getKey()))));
  }

  /** Cells by code, in the order of the codes; without codes that have none. */
  Map<Integer, List<CheckCell>> cells() {
    return cells;
  }

  List<CheckCell> cells(int code) {
    return cells.getOrDefault(code, List.of());
  }

  /** Gradings of a scope, with those that were lost. */
  ScopeFrame frame(int code) {
    return frames.apply(code);
  }

  DesignScope of(int code) {
    DesignScope scope = scopes.get(code);
    return scope == null ? nobody.apply(code) : scope;
  }
}
