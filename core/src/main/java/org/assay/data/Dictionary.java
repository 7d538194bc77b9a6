package org.assay.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.assay.internal.Bytes;
import org.assay.internal.Check;

/**
 * Gives each different id a code: 0, 1, 2 ... in the order of first appearance.
 *
 * <p>Ids are kept as UTF-8 in one byte pool: an id of b bytes costs b + 8 bytes and between 8 and
 * 16 bytes of hash table, and no object. {@link #add} is O(b). Not thread-safe while ids are added;
 * thread-safe for reading afterwards.
 */
public final class Dictionary {
  private static final int BLOCK = 128;
  private static final int FAR = 3; // times as many ids are not made room for, they may not come

  private byte[] pool = new byte[64];
  private int[] end = new int[16]; // end[c]: end of id c in the pool
  private int[] hashes = new int[16];
  private int[] table = new int[32]; // code + 1, 0 is free; length is a power of two
  private volatile boolean hasTable = true; // false when it is made on first use
  private int size;
  private int expected;
  private final int[] blockHash = new int[BLOCK];

  @SuppressWarnings("UnusedVariable") // kept so that the compiler keeps the loads it sums up
  private int touched;

  /** A new empty dictionary. */
  public Dictionary() {}

  /**
   * The code of an id, which is added when it is new.
   *
   * @param id any text, compared exactly
   * @return its code
   * @throws IllegalStateException if all ids together exceed 2^31 - 9 bytes
   */
  public int add(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return add(bytes, 0, bytes.length);
  }

  /**
   * The code of an id, which is added when it is new. For readers that have the bytes but no
   * string.
   *
   * @param utf8 holds the id
   * @param from where it begins
   * @param count number of bytes
   * @return its code
   * @throws IllegalStateException if all ids together exceed 2^31 - 9 bytes
   */
  public int add(byte[] utf8, int from, int count) {
    requireTable();
    return add(utf8, from, count, hash(utf8, from, count));
  }

  /**
   * The codes of many ids, in their order. Several times as fast as {@link #add} where ids are
   * many: a table larger than the caches answers each look-up from memory, and here they wait for
   * it together.
   *
   * @param utf8 holds the ids
   * @param from where each begins
   * @param count number of bytes of each
   * @param ids how many there are
   * @param codes takes the codes
   * @throws IllegalStateException if all ids together exceed 2^31 - 9 bytes
   */
  void addAll(byte[] utf8, int[] from, int[] count, int ids, Codes.Builder codes) {
    requireTable();
    for (int at = 0; at < ids; at += BLOCK) {
      int block = Math.min(BLOCK, ids - at);
      for (int i = 0; i < block; i++) {
        blockHash[i] = hash(utf8, from[at + i], count[at + i]);
      }
      touch(blockHash, block);
      for (int i = 0; i < block; i++) {
        codes.add(add(utf8, from[at + i], count[at + i], blockHash[i]));
      }
    }
  }

  /** Says how many ids there will be, more or less. */
  void expect(long ids) {
    expected = (int) Math.min(Integer.MAX_VALUE - 8, ids);
  }

  // Brings what the block will look at into the caches: loads that do not wait for one another.
  private void touch(int[] hash, int block) {
    int mask = table.length - 1;
    int sum = 0;
    for (int i = 0; i < block; i++) {
      sum += table[hash[i] & mask];
    }
    for (int i = 0; i < block; i++) {
      int code = table[hash[i] & mask];
      sum += code == 0 ? 0 : hashes[code - 1];
    }
    touched = sum;
  }

  private int add(byte[] utf8, int from, int count, int hash) {
    int slot = find(utf8, from, count, hash);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    append(utf8, from, count, hash);
    table[slot] = size;
    if (size * 2L > table.length) {
      rehash(slots(Math.max(size, ahead(size))));
    }
    return size - 1;
  }

  /** Takes some of the ids of a dictionary, which are renumbered in the order they are taken. */
  static final class Selection {
    private final Dictionary all;
    private Dictionary some; // null until ids are taken that do not follow one another
    private int first; // ids from first to next are taken and not copied yet
    private int next;

    Selection(Dictionary all) {
      this.all = all;
    }

    /** Takes an id that was not taken yet. */
    void add(int code) {
      if (code != next) {
        copy();
        first = code;
      }
      next = code + 1;
    }

    // Ids that follow one another are copied together.
    private void copy() {
      if (some == null) {
        some = new Dictionary();
        some.pool = new byte[all.start(all.size)];
        some.end = new int[all.size];
        some.hashes = null;
      }
      int from = all.start(first);
      int to = some.start(some.size);
      System.arraycopy(all.pool, from, some.pool, to, all.start(next) - from);
      for (int code = first; code < next; code++) {
        some.end[some.size++] = all.end[code] - from + to;
      }
    }

    /** The dictionary of the ids taken; the same one when all were and stay where they are. */
    Dictionary build() {
      if (some == null && next == all.size) {
        return all;
      }
      copy();
      if (some.size < all.size / 2) {
        some.pool = Arrays.copyOf(some.pool, some.start(some.size));
        some.end = Arrays.copyOf(some.end, some.size);
      }
      some.hasTable = false;
      return some;
    }
  }

  /** Makes the table of a selection, which is seldom looked up in and takes as long as all else. */
  private void requireTable() {
    if (!hasTable) {
      synchronized (this) {
        if (!hasTable) {
          hashes = new int[end.length];
          for (int code = 0; code < size; code++) {
            hashes[code] = hash(pool, start(code), end[code] - start(code));
          }
          rehash(slots(size));
          hasTable = true;
        }
      }
    }
  }

  /**
   * The code of an id.
   *
   * @param id any text, compared exactly
   * @return the code, or empty when the id was never added
   */
  public OptionalInt code(String id) {
    requireTable();
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    int slot = find(bytes, 0, bytes.length, hash(bytes, 0, bytes.length));
    return table[slot] == 0 ? OptionalInt.empty() : OptionalInt.of(table[slot] - 1);
  }

  /**
   * The codes of many ids, in their order. Several times as fast as {@link #code} one after the
   * other where the dictionary is larger than the caches.
   *
   * @param utf8 holds the ids
   * @param from where each begins
   * @param count number of bytes of each
   * @param codes takes the codes, as many as there is room for; -1 for an id that was never added
   */
  public void codes(byte[] utf8, int[] from, int[] count, int[] codes) {
    requireTable();
    int[] hash = new int[BLOCK];
    for (int at = 0; at < codes.length; at += BLOCK) {
      int block = Math.min(BLOCK, codes.length - at);
      for (int i = 0; i < block; i++) {
        hash[i] = hash(utf8, from[at + i], count[at + i]);
      }
      touch(hash, block);
      for (int i = 0; i < block; i++) {
        codes[at + i] = table[find(utf8, from[at + i], count[at + i], hash[i])] - 1;
      }
    }
  }

  /**
   * The id of a code.
   *
   * @param code in [0, size)
   * @return the id as it was added
   */
  public String id(int code) {
    int from = start(Check.index("code", code, size, "ids"));
    return new String(pool, from, end[code] - from, StandardCharsets.UTF_8);
  }

  /**
   * Number of different ids.
   *
   * @return at least 0
   */
  public int size() {
    return size;
  }

  private int start(int code) {
    return code == 0 ? 0 : end[code - 1];
  }

  /**
   * A hash in which the last byte is left as it is: ids that count up differ in their lowest bits
   * only, lie side by side in the table, and are looked up in one line of the cache.
   */
  private static int hash(byte[] bytes, int from, int count) {
    int last = from + count - 1;
    long h = count;
    int at = from;
    for (; at + Long.BYTES <= last; at += Long.BYTES) {
      h = mixed(h ^ Bytes.word(bytes, at));
    }
    return count == 0 ? 0 : (int) mixed(h ^ Bytes.word(bytes, at, last - at)) ^ bytes[last];
  }

  private static long mixed(long h) {
    long product = h * 0x9E3779B97F4A7C15L;
    return product ^ product >>> 32;
  }

  private int find(byte[] bytes, int from, int count, int hash) {
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] != 0) {
      int code = table[slot] - 1;
      if (hashes[code] == hash && isId(code, bytes, from, count)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isId(int code, byte[] bytes, int from, int count) {
    int start = start(code);
    return count < Long.BYTES
        ? count == end[code] - start
            && Bytes.word(bytes, from, count) == Bytes.word(pool, start, count)
        : Arrays.equals(pool, start, end[code], bytes, from, from + count);
  }

  private void append(byte[] bytes, int offset, int length, int hash) {
    int from = size == 0 ? 0 : end[size - 1];
    if (from + (long) length > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("the ids together exceed 2^31 - 9 bytes");
    }
    if (from + length > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(from + length, grown(from)));
    }
    System.arraycopy(bytes, offset, pool, from, length);
    if (size == end.length) {
      end = Arrays.copyOf(end, grown(size));
      hashes = Arrays.copyOf(hashes, grown(size));
    }
    end[size] = from + length;
    hashes[size] = hash;
    size++;
  }

  // Room for more than is used of an array: for the ids expected, or half as much again.
  private int grown(int used) {
    long ahead = ahead(used);
    long half = used + (used >> 1) + 64L;
    return (int) Math.min(Integer.MAX_VALUE - 8, ahead > used + (used >> 3) ? ahead : half);
  }

  // How much of an array the ids expected will use; 0 when they are too many to count on.
  private long ahead(int used) {
    return expected > (long) FAR * size ? 0 : (long) used * expected / Math.max(1, size);
  }

  // Slots for that many ids and one more.
  private static long slots(long ids) {
    return Math.max(32, Long.highestOneBit(ids * 2) * 2);
  }

  private void rehash(long slots) {
    int[] larger = new int[Math.toIntExact(slots)];
    int mask = larger.length - 1;
    for (int code = 0; code < size; code++) {
      int slot = hashes[code] & mask;
      while (larger[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      larger[slot] = code + 1;
    }
    table = larger;
  }
}
