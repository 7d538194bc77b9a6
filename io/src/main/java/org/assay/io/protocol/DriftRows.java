package org.assay.io.protocol;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assay.drift.DriftChecks;

/** The rows of op {@code drift} as codes, and the labels of the codes. */
final class DriftRows {
  private static final int MOST_PERIODS = 10_000;

  private final List<String> assessors;
  private final List<String> periods;
  private final List<String> cells;
  private final DriftChecks checks;

  DriftRows(List<DriftOperation.Row> rows) {
    if (rows.isEmpty()) {
      throw new FieldException("input.checks", "checks must have at least one row, got none");
    }
    Map<String, Integer> who = codes(rows, DriftOperation.Row::assessor);
    Map<String, Integer> strata = codes(rows, DriftOperation.Row::stratum);
    Map<String, Integer> kinds = codes(rows, DriftOperation.Row::cell);
    this.assessors = List.copyOf(who.keySet());
    this.cells = List.copyOf(kinds.keySet());
    this.periods = periods(rows);
    Map<String, Integer> when = new LinkedHashMap<>();
    periods.forEach(p -> when.put(p, when.size()));
    var builder = DriftChecks.builder(who.size(), when.size(), strata.size(), kinds.size());
    for (DriftOperation.Row row : rows) {
      int a = who.get(text(row.assessor()));
      int t = when.get(text(row.period()));
      int s = strata.get(text(row.stratum()));
      if (row.cell() == null) {
        builder.add(a, t, s, row.errors(), row.checked());
      } else {
        builder.add(a, t, s, 0, row.checked());
        builder.addErrors(a, t, s, kinds.get(text(row.cell())), row.errors());
      }
    }
    try {
      this.checks = builder.build();
    } catch (IllegalArgumentException e) {
      throw new FieldException("input.checks", e.getMessage());
    }
  }

  private static Map<String, Integer> codes(
      List<DriftOperation.Row> rows, Function<DriftOperation.Row, Object> label) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (DriftOperation.Row row : rows) {
      if (label.apply(row) != null) {
        codes.putIfAbsent(text(label.apply(row)), codes.size());
      }
    }
    return codes;
  }

  // Whole numbers are counted through; texts are sorted.
  private static List<String> periods(List<DriftOperation.Row> rows) {
    Set<String> texts = new HashSet<>();
    Map<Long, String> numbers = new TreeMap<>();
    for (DriftOperation.Row row : rows) {
      String period = text(row.period());
      texts.add(period);
      if (period.matches("-?[0-9]{1,15}")) {
        numbers.put(Long.parseLong(period), period);
      }
    }
    if (texts.size() > numbers.size()) {
      return texts.stream().sorted().toList();
    }
    long first = numbers.keySet().iterator().next();
    long size = numbers.keySet().stream().mapToLong(n -> n).max().orElseThrow() - first + 1;
    if (size > MOST_PERIODS) {
      throw new FieldException(
          "input.checks", "periods must be at most " + MOST_PERIODS + ", got " + size);
    }
    return IntStream.range(0, (int) size)
        .mapToObj(i -> numbers.getOrDefault(first + i, Long.toString(first + i)))
        .toList();
  }

  private static String text(Object label) {
    return String.valueOf(label);
  }

  DriftChecks checks() {
    return checks;
  }

  /** Codes of the assessors in the order of their ids. */
  List<Integer> inOrder() {
    return IntStream.range(0, assessors.size())
        .boxed()
        .sorted(Comparator.comparing(assessors::get))
        .toList();
  }

  String assessor(int code) {
    return assessors.get(code);
  }

  String period(int code) {
    return periods.get(code);
  }

  String cell(int code) {
    return cells.get(code);
  }
}
