package org.assay.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * Gives each item id a lottery ticket that depends on the seed and the id alone.
 *
 * <pre>{@code
 * ticket = first 8 bytes of SHA-256(seed, one zero byte, id), big-endian, unsigned
 * }</pre>
 *
 * <p>Anybody with the seed can compute the ticket of any item again, in any language. Whoever does
 * not know the seed cannot tell which items will be drawn. An item keeps its ticket whatever else
 * is in the lot.
 *
 * <p><b>Cost.</b> About 0.2 microseconds. Not thread-safe; one per thread.
 */
public final class Tickets {
  private final MessageDigest digest = sha256();
  private final byte[] prefix;

  /**
   * Tickets of a seed.
   *
   * @param seed not empty; for a draw that others check, at least 20 random digits
   */
  public Tickets(String seed) {
    Objects.requireNonNull(seed, "seed");
    if (seed.isEmpty()) {
      throw new IllegalArgumentException("seed must not be empty");
    }
    prefix = (seed + '\0').getBytes(StandardCharsets.UTF_8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }

  /**
   * The ticket of an item.
   *
   * @param id item
   * @return 64 bits, to be compared unsigned; the lowest tickets are drawn first
   */
  public long ticket(String id) {
    digest.update(prefix);
    byte[] hash = digest.digest(id.getBytes(StandardCharsets.UTF_8));
    long ticket = 0;
    for (int i = 0; i < 8; i++) {
      ticket = ticket << 8 | (hash[i] & 0xff);
    }
    return ticket;
  }

  /**
   * A ticket as a number.
   *
   * @param ticket of {@link #ticket}
   * @return in (0, 1), uniform over ids
   */
  public static double uniform(long ticket) {
    return ((ticket >>> 12) + 0.5) * 0x1p-52;
  }
}
