package org.assay.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
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

  private byte[] pool = new byte[64];
  private int[] end = new int[16]; // end[c]: end of id c in the pool
  private int[] hashes = new int[16];
  private int[] table = new int[32]; // code + 1, 0 is free; length is a power of two
  private int size;
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
    for (int at = 0; at < ids; at += BLOCK) {
      int block = Math.min(BLOCK, ids - at);
      for (int i = 0; i < block; i++) {
        blockHash[i] = hash(utf8, from[at + i], count[at + i]);
      }
      touch(block);
      for (int i = 0; i < block; i++) {
        codes.add(add(utf8, from[at + i], count[at + i], blockHash[i]));
      }
    }
  }

  // Brings what the block will look at into the caches: loads that do not wait for one another.
  private void touch(int block) {
    int mask = table.length - 1;
    int sum = 0;
    for (int i = 0; i < block; i++) {
      sum += table[blockHash[i] & mask];
    }
    for (int i = 0; i < block; i++) {
      int code = table[blockHash[i] & mask];
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
      rehash(table.length * 2L);
    }
    return size - 1;
  }

  /**
   * Some of the ids, renumbered.
   *
   * @param codes each in [0, size), none twice; the id of codes[c] gets the code c
   * @param count how many of them
   * @return a new dictionary
   */
  Dictionary select(int[] codes, int count) {
    var selected = new Dictionary();
    selected.end = new int[count];
    selected.hashes = new int[count];
    long bytes = 0;
    for (int c = 0; c < count; c++) {
      bytes += end[codes[c]] - start(codes[c]);
    }
    selected.pool = new byte[(int) bytes];
    for (int c = 0; c < count; c++) {
      int from = start(codes[c]);
      selected.append(pool, from, end[codes[c]] - from, hashes[codes[c]]);
    }
    selected.rehash(Math.max(32, Long.highestOneBit(Math.max(1, count * 2L - 1)) * 2));
    return selected;
  }

  /**
   * The code of an id.
   *
   * @param id any text, compared exactly
   * @return the code, or empty when the id was never added
   */
  public OptionalInt code(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    int slot = find(bytes, 0, bytes.length, hash(bytes, 0, bytes.length));
    return table[slot] == 0 ? OptionalInt.empty() : OptionalInt.of(table[slot] - 1);
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

  private static int hash(byte[] bytes, int from, int count) {
    int h = count;
    for (int i = from; i < from + count; i++) {
      h = h * 31 + bytes[i];
    }
    h *= 0x9E3779B9; // spreads ids that differ in their last digits only
    return h ^ (h >>> 15);
  }

  private int find(byte[] bytes, int from, int count, int hash) {
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] != 0) {
      int code = table[slot] - 1;
      if (hashes[code] == hash
          && Arrays.equals(pool, start(code), end[code], bytes, from, from + count)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void append(byte[] bytes, int offset, int length, int hash) {
    int from = size == 0 ? 0 : end[size - 1];
    if (from + (long) length > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("the ids together exceed 2^31 - 9 bytes");
    }
    if (from + length > pool.length) {
      long grown = Math.max(from + (long) length, pool.length + (pool.length >> 1) + 64L);
      pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8, grown));
    }
    System.arraycopy(bytes, offset, pool, from, length);
    if (size == end.length) {
      int grown = (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 16L);
      end = Arrays.copyOf(end, grown);
      hashes = Arrays.copyOf(hashes, grown);
    }
    end[size] = from + length;
    hashes[size] = hash;
    size++;
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
