package org.assay.count;

import org.assay.internal.Check;

/** Adds up the tables of a range of periods and strata. */
record CubeSlice(CubeSlice.Span periods, CubeSlice.Span strata, int allStrata, int grades) {

  /** A range of codes along an axis. */
  record Span(int from, int to) {
    static Span of(String name, int code, int size, String things) {
      if (code == ConfusionCube.ALL) {
        return new Span(0, size);
      }
      Check.index(name, code, size, things);
      return new Span(code, code + 1);
    }

    private boolean contains(int code) {
      return code >= from && code < to;
    }
  }

  ConfusionMatrix sum(CellCounts[] blocks, Span assessors) {
    ConfusionMatrix sum = ConfusionMatrix.create(grades);
    for (int a = assessors.from; a < assessors.to; a++) {
      CellCounts block = blocks[a];
      if (block != null && block.isHashed()) {
        block.forEach((cell, n) -> addCell(sum, cell, n));
      } else if (block != null) {
        for (int p = periods.from; p < periods.to; p++) {
          for (int s = strata.from; s < strata.to; s++) {
            addTable(sum, block, (p * allStrata + s) * grades * grades);
          }
        }
      }
    }
    return sum;
  }

  private void addTable(ConfusionMatrix sum, CellCounts block, int from) {
    for (int r = 0; r < grades; r++) {
      for (int g = 0; g < grades; g++) {
        sum.add(r, g, block.get(from + r * grades + g));
      }
    }
  }

  private void addCell(ConfusionMatrix sum, int cell, long n) {
    int table = cell / (grades * grades);
    if (periods.contains(table / allStrata) && strata.contains(table % allStrata)) {
      sum.add(cell / grades % grades, cell % grades, n);
    }
  }
}
