package org.assay.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.assay.count.Accumulator;
import org.assay.draw.Draws.Drawn;
import org.assay.draw.Draws.Frame;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * Draws a simple random sample from a stream of ids that need not fit in memory: those with the
 * lowest tickets.
 *
 * <p>State is the sample itself and a count, so memory is O(sample). {@link #merge} is exact: any
 * split of the frame over machines, merged in any order, gives the same sample. An item's place
 * depends on seed and id alone: more items push some out, and reshuffle nothing. Not thread-safe.
 *
 * <p><b>State</b> (version 1): seed, size, number of items offered, number kept, and the ids kept
 * in the order of checking. Whoever has it has the seed. Items that were pushed out are gone, so
 * that no slice can be taken out again.
 */
public final class BottomSample implements Accumulator<BottomSample> {
  private static final String KIND = "BottomSample";
  private static final int VERSION = 1;

  private static final Comparator<Entry> BY_TICKET =
      (a, b) -> {
        int order = Long.compareUnsigned(a.ticket, b.ticket);
        return order != 0 ? order : a.id.compareTo(b.id);
      };

  private final String seed;
  private final Tickets tickets;
  private final int size;
  private final PriorityQueue<Entry> kept = new PriorityQueue<>(BY_TICKET.reversed());
  private long seen;

  private record Entry(long ticket, String id) {}

  private BottomSample(String seed, int size) {
    this.seed = seed;
    this.tickets = new Tickets(seed);
    this.size = Check.atLeast("n", 1, size);
  }

  /**
   * An empty sample.
   *
   * @param seed of the tickets
   * @param size items wanted, at least 1
   * @return the accumulator
   */
  public static BottomSample create(String seed, int size) {
    return new BottomSample(seed, size);
  }

  /**
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link Accumulator}
   */
  public static BottomSample ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    BottomSample sample = create(in.text(), in.integer());
    sample.seen = in.number();
    for (int n = in.integer(); n > 0; n--) {
      String id = in.text();
      sample.kept.add(new Entry(sample.tickets.ticket(id), id));
    }
    in.end();
    return sample;
  }

  @Override
  public byte[] state() {
    List<Entry> order = ordered();
    var out =
        new StateWriter(KIND, VERSION).text(seed).number(size).number(seen).number(order.size());
    order.forEach(entry -> out.text(entry.id));
    return out.end();
  }

  private List<Entry> ordered() {
    var order = new ArrayList<>(kept);
    order.sort(BY_TICKET);
    return order;
  }

  @Override
  public BottomSample copy() {
    return create(seed, size).merge(this);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof BottomSample other && Arrays.equals(state(), other.state());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /**
   * Offers an item.
   *
   * @param id item; each one once
   */
  public void add(String id) {
    seen++;
    long ticket = tickets.ticket(id);
    if (kept.size() < size) {
      kept.add(new Entry(ticket, id));
    } else if (Long.compareUnsigned(ticket, kept.peek().ticket) <= 0) {
      replace(new Entry(ticket, id));
    }
  }

  private void replace(Entry entry) {
    if (BY_TICKET.compare(entry, kept.peek()) < 0) {
      kept.poll();
      kept.add(entry);
    }
  }

  /**
   * Adds what another sample has seen to this and returns this; the other is unchanged.
   *
   * @param other sample of the same seed and size, of other items
   * @return this
   */
  @Override
  public BottomSample merge(BottomSample other) {
    if (other.kept == kept) {
      throw new IllegalArgumentException("cannot merge an accumulator into itself");
    }
    if (other.size != size || !other.seed.equals(seed)) {
      throw new IllegalArgumentException(
          "other must have the same seed and n: this has n = "
              + size
              + ", other has "
              + other.size);
    }
    seen += other.seen;
    for (Entry entry : other.kept) {
      if (kept.size() < size) {
        kept.add(entry);
      } else {
        replace(entry);
      }
    }
    return this;
  }

  /**
   * The sample of the items offered so far.
   *
   * @return in the order of checking; every item when fewer than the size were offered
   * @throws IllegalArgumentException if an item of the sample was offered twice
   */
  public List<Drawn> snapshot() {
    List<Entry> order = ordered();
    var sample = new ArrayList<Drawn>(order.size());
    String before = null;
    for (Entry entry : order) {
      if (entry.id.equals(before)) {
        throw Frame.duplicate(before);
      }
      before = entry.id;
      sample.add(new Drawn(entry.id, "", sample.size() + 1, (double) order.size() / seen));
    }
    return sample;
  }
}
