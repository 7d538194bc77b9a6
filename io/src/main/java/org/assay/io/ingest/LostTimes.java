package org.assay.io.ingest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.assay.io.table.TimeParser;

/**
 * When the rows that are lost of each scope belong, as far as their times could be read: a row that
 * is lost for its grade still says its day. 8 bytes per lost row and kind of scope. Immutable.
 */
public final class LostTimes {
  /** Nothing is lost. */
  static final LostTimes NONE = new LostTimes(Map.of());

  private static final class Lost {
    final long[] times; // sorted
    final long unknown; // rows without one

    Lost(long[] times, long unknown) {
      this.times = times;
      this.unknown = unknown;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Lost other
          && unknown == other.unknown
          && Arrays.equals(times, other.times);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(times) + Long.hashCode(unknown);
    }

    @Override
    public String toString() {
      return times.length + " with a time, " + unknown + " without";
    }
  }

  private final Map<ScopeLoss.Kind, Map<String, Lost>> scopes = new EnumMap<>(ScopeLoss.Kind.class);

  private LostTimes(Map<ScopeLoss.Kind, Map<String, Builder>> counted) {
    counted.forEach(
        (kind, ids) -> {
          Map<String, Lost> lost = new HashMap<>();
          ids.forEach((id, times) -> lost.put(id, times.build()));
          scopes.put(kind, lost);
        });
  }

  static LostTimes of(Map<ScopeLoss.Kind, Map<String, Builder>> counted) {
    return new LostTimes(counted);
  }

  /**
   * The most rows of a scope that can be lost from a period.
   *
   * @param kind assessor, unit or stratum
   * @param id its id
   * @param from first millisecond of the period
   * @param to first millisecond after it
   * @return the rows with a time in the period, and all those without a time: each may be of it
   */
  public long atMost(ScopeLoss.Kind kind, String id, long from, long to) {
    Lost lost = scopes.getOrDefault(kind, Map.of()).get(id);
    return lost == null ? 0 : lost.unknown + before(lost.times, to) - before(lost.times, from);
  }

  private static long before(long[] sorted, long time) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LostTimes other && scopes.equals(other.scopes);
  }

  @Override
  public int hashCode() {
    return scopes.hashCode();
  }

  @Override
  public String toString() {
    return scopes.toString();
  }

  /** Times of one scope. */
  static final class Builder {
    private long[] times = new long[4];
    private int size;
    private long unknown;

    /** A row with a time, or with {@link TimeParser#NOT_A_TIME}. */
    void add(long time) {
      if (time == TimeParser.NOT_A_TIME) {
        unknown++;
        return;
      }
      if (size == times.length) {
        times = Arrays.copyOf(times, size + (size >> 1) + 1);
      }
      times[size++] = time;
    }

    long rows() {
      return size + unknown;
    }

    private Lost build() {
      long[] sorted = Arrays.copyOf(times, size);
      Arrays.sort(sorted);
      return new Lost(sorted, unknown);
    }
  }
}
