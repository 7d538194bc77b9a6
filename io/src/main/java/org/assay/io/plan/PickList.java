package org.assay.io.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.assay.io.csv.FormulaGuard;

/**
 * What a QA officer gets: the items in the order of checking, with empty columns to fill in. It
 * names neither the grade nor the assessor nor why an item is on it; filled in, it is a table of
 * verdicts.
 */
final class PickList {
  private PickList() {}

  static String csv(Collection<String> items) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("item_id", "reviewer_id", "grade", "checked_at"));
    items.forEach(item -> rows.add(List.of(FormulaGuard.neutralise(item), "", "", "")));
    return Texts.csv(rows);
  }
}
