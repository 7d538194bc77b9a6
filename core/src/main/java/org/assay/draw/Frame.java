package org.assay.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assay.internal.Check;

/**
 * The items a sample is drawn from, each once.
 *
 * @param items in the order of the frame
 */
public record Frame(List<Item> items) {
  /**
   * An item that can be drawn.
   *
   * @param id opaque
   * @param stratum stratum; empty when there is only one
   * @param size measure of size for draws in proportion to it, above 0
   */
  public record Item(String id, String stratum, double size) {
    public Item {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(stratum, "stratum");
      Check.positive("size", size);
    }
  }

  public Frame {
    items = List.copyOf(items);
    var seen = new HashSet<String>();
    for (Item item : items) {
      if (!seen.add(item.id())) {
        throw duplicate(item.id());
      }
    }
  }

  static IllegalArgumentException duplicate(String id) {
    return new IllegalArgumentException(
        "id must occur once in the frame, got \"" + id + "\" twice");
  }

  /**
   * A frame of one stratum and equal sizes.
   *
   * @param ids items
   * @return the frame
   */
  public static Frame of(List<String> ids) {
    return new Frame(ids.stream().map(id -> new Item(id, "", 1)).toList());
  }

  /**
   * The frame without some items, for example those somebody has seen already. Probabilities of a
   * draw then refer to the items that are left.
   *
   * @param ids items to leave out; ids that are not in the frame do no harm
   * @return the rest
   */
  public Frame without(Set<String> ids) {
    return new Frame(items.stream().filter(i -> !ids.contains(i.id())).toList());
  }

  /** Frames of the strata, in the order in which they first occur. */
  Map<String, Frame> byStratum() {
    var strata = new LinkedHashMap<String, List<Item>>();
    for (Item item : items) {
      strata.computeIfAbsent(item.stratum(), s -> new ArrayList<>()).add(item);
    }
    var frames = new LinkedHashMap<String, Frame>();
    strata.forEach((stratum, list) -> frames.put(stratum, new Frame(list)));
    return frames;
  }
}
