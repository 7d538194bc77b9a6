package org.assay.io.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * Columns that a table lacks, with the same text in every row.
 *
 * @param values text by title
 */
record FilledColumns(Map<String, String> values) implements TableEdit {
  FilledColumns {
    values = new TreeMap<>(values);
  }

  @Override
  public Map<String, String> readAs() {
    var said = new TreeMap<String, String>();
    values.forEach((title, text) -> said.put("set." + title, text));
    return said;
  }

  @Override
  public Optional<Rows> begin(String name, List<String> titles) {
    for (String title : values.keySet()) {
      if (titles.stream().anyMatch(t -> Names.folded(t).equals(Names.folded(title)))) {
        throw new BadInputException(
            name
                + ": has column "
                + Shown.quoted(title)
                + " already, expected a value only for a column that it lacks");
      }
    }
    List<String> added = List.copyOf(values.keySet());
    List<String> texts = List.copyOf(values.values());
    return Optional.of(
        new Rows() {
          @Override
          public List<String> added() {
            return added;
          }

          @Override
          public void edit(long number, List<String> cells) {
            int first = cells.size() - texts.size();
            for (int c = 0; c < texts.size(); c++) {
              cells.set(first + c, texts.get(c));
            }
          }
        });
  }
}
