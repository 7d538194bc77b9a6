package org.assay.io.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.assay.data.Gradings;

/**
 * Items that must not be drawn, for example because somebody has been shown them before.
 *
 * @param entries in the order of the files
 */
public record ExclusionList(List<Entry> entries) {
  /** Nothing is excluded. */
  public static final ExclusionList NONE = new ExclusionList(List.of());

  public ExclusionList {
    entries = List.copyOf(entries);
  }

  /**
   * An excluded item.
   *
   * @param item id
   * @param file where it stands
   * @param line number of the line there
   */
  public record Entry(String item, Path file, long line) {}

  /**
   * Reads lists.
   *
   * @param files each with one id per line, or a table with a column {@code item_id}: a pick-list,
   *     a key or a table of verdicts
   * @return the items of all of them
   * @throws IOException if a file cannot be read
   */
  public static ExclusionList read(List<Path> files) throws IOException {
    var entries = new ArrayList<Entry>();
    for (Path file : files) {
      for (IdFile.Line line : IdFile.read(file)) {
        entries.add(new Entry(line.id(), file, line.number()));
      }
    }
    return new ExclusionList(entries);
  }

  /** Gradings of excluded items: an item that must not be seen must not be seen as another's. */
  BitSet rows(Gradings gradings) {
    Set<Integer> items = new HashSet<>();
    for (Entry entry : entries) {
      OptionalInt code = gradings.item().ids().code(entry.item);
      code.ifPresent(items::add);
    }
    var rows = new BitSet();
    for (int row = 0; row < gradings.size() && !items.isEmpty(); row++) {
      rows.set(row, items.contains(gradings.item().codes().get(row)));
    }
    return rows;
  }
}
