package org.assay.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.assay.internal.Check;

/**
 * Seeded draws from a frame, each drawn item with its inclusion probability.
 *
 * <p>The order of the result is the order of checking. All but the systematic draw are stable: an
 * item's place depends on the seed, its id (and its own size) alone. When the lot grows or an item
 * is withdrawn, the others keep their order; a larger sample begins with the smaller one.
 *
 * <p><b>Cost.</b> O(items log items); for frames that do not fit in memory see {@link
 * BottomSample}.
 */
public final class Draws {
  private Draws() {}

  private record Keyed(Frame.Item item, double key, long ticket) {}

  /**
   * A simple random sample: the lowest tickets.
   *
   * @param frame items
   * @param n items wanted; all of them when the frame has fewer
   * @param seed of the tickets
   * @return each with probability n / items
   */
  public static List<Drawn> simple(Frame frame, int n, String seed) {
    Check.atLeast("n", 0, n);
    int size = frame.items().size();
    return first(keyed(frame, seed, item -> 1), n, (keyed, next) -> Math.min(1, (double) n / size));
  }

  /**
   * A simple random sample in each stratum.
   *
   * @param frame items
   * @param allocation items wanted by stratum; every stratum it names must be in the frame
   * @param seed of the tickets
   * @return merged by ticket, so that stopping early leaves a fair part of each stratum; each item
   *     with probability n / items of its stratum
   */
  public static List<Drawn> stratified(Frame frame, Map<String, Integer> allocation, String seed) {
    Map<String, Frame> strata = frame.byStratum();
    var chosen = new TreeMap<String, Double>();
    var drawn = new ArrayList<Keyed>();
    for (Map.Entry<String, Integer> entry : new TreeMap<>(allocation).entrySet()) {
      Frame stratum = strata.get(entry.getKey());
      if (stratum == null) {
        throw new IllegalArgumentException(
            "allocation must name strata of the frame "
                + strata.keySet()
                + ", got \""
                + entry.getKey()
                + "\"");
      }
      int size = stratum.items().size();
      int n =
          (int) Check.range("allocation of \"" + entry.getKey() + "\"", 0, size, entry.getValue());
      chosen.put(entry.getKey(), (double) n / size);
      drawn.addAll(keyed(stratum, seed, item -> 1).subList(0, n));
    }
    drawn.sort(Comparator.comparingDouble(Draws::ticketOf).thenComparing(k -> k.item.id()));
    return first(drawn, drawn.size(), (keyed, next) -> chosen.get(keyed.item.stratum()));
  }

  /**
   * A draw in proportion to size, without replacement: the lowest ticket / size.
   *
   * <p>The probability of an item is min(1, size x threshold), where the threshold is the next key
   * that was not drawn. Given the threshold it is exact, and weighting by its inverse gives
   * unbiased totals (Duffield, Lund and Thorup 2007, Journal of the ACM 54(6), priority sampling).
   *
   * @param frame items with sizes
   * @param n items wanted; all of them when the frame has fewer
   * @param seed of the tickets
   * @return the sample
   */
  public static List<Drawn> proportionalToSize(Frame frame, int n, String seed) {
    Check.atLeast("n", 0, n);
    return first(
        keyed(frame, seed, Frame.Item::size),
        n,
        (keyed, next) -> next == null ? 1 : Math.min(1, keyed.item.size() * next.key));
  }

  /**
   * Every so-manyth item of the frame from a seeded start, fractional steps.
   *
   * <p>Not stable: a changed frame is drawn anew. Only as good as the order of the frame is
   * unrelated to the errors.
   *
   * @param frame items in a meaningful order, for example by time
   * @param n items wanted; all of them when the frame has fewer
   * @param seed of the start
   * @return in the order of the frame; each with probability n / items
   */
  public static List<Drawn> systematic(Frame frame, int n, String seed) {
    Check.atLeast("n", 0, n);
    int size = frame.items().size();
    int wanted = Math.min(n, size);
    double start = Tickets.uniform(new Tickets(seed).ticket("systematic start"));
    var sample = new ArrayList<Drawn>();
    for (int i = 0; i < wanted; i++) {
      int at = (int) Math.min(size - 1L, (long) ((start + i) * size / wanted));
      Frame.Item item = frame.items().get(at);
      sample.add(new Drawn(item.id(), item.stratum(), i + 1, (double) wanted / size));
    }
    return sample;
  }

  /**
   * A second phase: some of the items of a first sample, with new tickets.
   *
   * @param first the first sample
   * @param allocation items wanted by class; every class it names must occur
   * @param classOf class of a first-phase item, by id, for example the grade a first look gave
   * @param seed of the tickets of both phases
   * @return probabilities are those of both phases multiplied
   */
  public static List<Drawn> secondPhase(
      List<Drawn> first,
      Map<String, Integer> allocation,
      Map<String, String> classOf,
      String seed) {
    var items = new ArrayList<Frame.Item>();
    var before = new TreeMap<String, Drawn>();
    for (Drawn drawn : first) {
      String of = classOf.get(drawn.id());
      if (of == null) {
        throw new IllegalArgumentException(
            "classOf must have a class for every item, got none for \"" + drawn.id() + "\"");
      }
      items.add(new Frame.Item(drawn.id(), of, 1));
      before.put(drawn.id(), drawn);
    }
    return stratified(new Frame(items), allocation, seed + " second phase").stream()
        .map(
            d -> {
              Drawn one = before.get(d.id());
              return new Drawn(
                  d.id(),
                  one.stratum(),
                  d.order(),
                  one.inclusionProbability() * d.inclusionProbability());
            })
        .toList();
  }

  private static double ticketOf(Keyed keyed) {
    return Tickets.uniform(keyed.ticket);
  }

  private static List<Keyed> keyed(Frame frame, String seed, ToDoubleFunction<Frame.Item> size) {
    var tickets = new Tickets(seed);
    var keyed = new ArrayList<Keyed>(frame.items().size());
    for (Frame.Item item : frame.items()) {
      long ticket = tickets.ticket(item.id());
      keyed.add(new Keyed(item, Tickets.uniform(ticket) / size.applyAsDouble(item), ticket));
    }
    keyed.sort(
        Comparator.<Keyed>comparingDouble(k -> k.key)
            .thenComparing(k -> k.ticket, Long::compareUnsigned)
            .thenComparing(k -> k.item.id()));
    return keyed;
  }

  private interface Probability {
    double of(Keyed keyed, Keyed next);
  }

  private static List<Drawn> first(List<Keyed> keyed, int n, Probability probability) {
    int taken = Math.min(n, keyed.size());
    Keyed next = taken < keyed.size() ? keyed.get(taken) : null;
    var sample = new ArrayList<Drawn>(taken);
    for (int i = 0; i < taken; i++) {
      Frame.Item item = keyed.get(i).item;
      sample.add(new Drawn(item.id(), item.stratum(), i + 1, probability.of(keyed.get(i), next)));
    }
    return sample;
  }

  /**
   * An item of a sample.
   *
   * @param id item
   * @param stratum stratum it was drawn in; empty when there is only one
   * @param order place in the order of checking, from 1; a smaller sample is the beginning of a
   *     larger one
   * @param inclusionProbability chance that the draw had to take it, in (0, 1]
   */
  public record Drawn(String id, String stratum, int order, double inclusionProbability) {
    public Drawn {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(stratum, "stratum");
      if (!(inclusionProbability > 0 && inclusionProbability <= 1)) {
        throw new IllegalArgumentException(
            "inclusionProbability must be in (0, 1], got " + inclusionProbability);
      }
    }
  }

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
}
