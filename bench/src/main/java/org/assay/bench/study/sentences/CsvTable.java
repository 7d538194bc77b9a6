package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small CSV file with a header, in memory. */
final class CsvTable {
  private CsvTable() {}

  /** Its rows by column; quoted fields on one line. */
  static List<Map<String, String>> read(String csv) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> head = List.of();
    for (String line : csv.lines().toList()) {
      List<String> cells = cells(line);
      if (head.isEmpty()) {
        head = cells;
      } else {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          row.put(head.get(i), cells.get(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
