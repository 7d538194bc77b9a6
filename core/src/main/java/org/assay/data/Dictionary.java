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
  private byte[] pool = new byte[64];
  private int[] end = new int[16]; // end[c]: end of id c in the pool
  private int[] hashes = new int[16];
  private int[] table = new int[32]; // code + 1, 0 is free; length is a power of two
  private int size;
  private byte[] scratch = new byte[64];

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
    int length = encode(id);
    int hash = hash(scratch, length);
    int slot = find(scratch, length, hash);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    append(length, hash);
    table[slot] = size;
    if (size * 2L > table.length) {
      rehash();
    }
    return size - 1;
  }

  /**
   * The code of an id.
   *
   * @param id any text, compared exactly
   * @return the code, or empty when the id was never added
   */
  public OptionalInt code(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8); // not the scratch: reading is thread-safe
    int slot = find(bytes, bytes.length, hash(bytes, bytes.length));
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

  private int encode(String id) {
    int n = id.length();
    if (scratch.length < n) {
      scratch = new byte[n * 2];
    }
    for (int i = 0; i < n; i++) {
      char c = id.charAt(i);
      if (c >= 0x80) { // rare: ids are nearly always ASCII
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        scratch = utf8.length > scratch.length ? new byte[utf8.length * 2] : scratch;
        System.arraycopy(utf8, 0, scratch, 0, utf8.length);
        return utf8.length;
      }
      scratch[i] = (byte) c;
    }
    return n;
  }

  private static int hash(byte[] bytes, int length) {
    int h = length;
    for (int i = 0; i < length; i++) {
      h = h * 31 + bytes[i];
    }
    h *= 0x9E3779B9; // spreads ids that differ in their last digits only
    return h ^ (h >>> 15);
  }

  private int find(byte[] bytes, int length, int hash) {
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] != 0) {
      int code = table[slot] - 1;
      if (hashes[code] == hash && Arrays.equals(pool, start(code), end[code], bytes, 0, length)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void append(int length, int hash) {
    int from = size == 0 ? 0 : end[size - 1];
    if (from + (long) length > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("the ids together exceed 2^31 - 9 bytes");
    }
    if (from + length > pool.length) {
      long grown = Math.max(from + (long) length, pool.length + (pool.length >> 1) + 64L);
      pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8, grown));
    }
    System.arraycopy(scratch, 0, pool, from, length);
    if (size == end.length) {
      int grown = (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 16L);
      end = Arrays.copyOf(end, grown);
      hashes = Arrays.copyOf(hashes, grown);
    }
    end[size] = from + length;
    hashes[size] = hash;
    size++;
  }

  private void rehash() {
    int[] larger = new int[Math.multiplyExact(table.length, 2)];
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
