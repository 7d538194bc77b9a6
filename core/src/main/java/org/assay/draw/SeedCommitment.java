package org.assay.draw;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Promises a seed before the frame is closed, without telling it: publish the digest first, draw,
 * publish the seed afterwards, and everybody can check both.
 *
 * <p>Published after the last grading a commitment proves nothing against whoever draws: with the
 * gradings at hand thousands of seeds can be tried in seconds until a draw looks as it should.
 */
public final class SeedCommitment {
  private static final String PREFIX = "assay seed";

  private SeedCommitment() {}

  /**
   * What to publish.
   *
   * @param seed hard to guess: whoever can guess it can check the guess
   * @return 64 hexadecimal digits, SHA-256 of "assay seed", one zero byte and the seed
   */
  public static String of(String seed) {
    byte[] bytes = (PREFIX + '\0' + seed).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Tickets.sha256().digest(bytes));
  }

  /**
   * Whether a seed is the one promised.
   *
   * @param commitment what was published
   * @param seed what was revealed
   * @return true when it is
   */
  public static boolean holds(String commitment, String seed) {
    return of(seed).equalsIgnoreCase(commitment);
  }
}
