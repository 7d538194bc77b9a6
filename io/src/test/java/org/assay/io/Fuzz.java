package org.assay.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * What all fuzzers share. In the gate they run for a few seconds from fixed seeds; with {@code
 * -Dassay.fuzz=100} they make a hundred times as many rounds, and with {@code -Dassay.fuzz.seed=7}
 * others.
 */
public final class Fuzz {
  private static final Pattern JAVA =
      Pattern.compile("java\\.|javax\\.|org\\.assay|jackson|Exception|Source: ");
  private static final String DAMAGE =
      "{}[]:,;\"'\\\n\t 0123456789-.eE\u0000\u001b\u0085\u202e\u00e4x";

  private Fuzz() {}

  /** So many rounds, or a multiple of them on demand. */
  public static int rounds(int usual) {
    return Math.multiplyExact(usual, Integer.getInteger("assay.fuzz", 1));
  }

  /** The random numbers of a fuzzer. */
  public static SplittableRandom random(long seed) {
    return new SplittableRandom(seed + Long.getLong("assay.fuzz.seed", 0));
  }

  /** A message is one line for people, and has nothing of Java in it. */
  public static void assertForPeople(String message) {
    assertEquals(1, message.lines().count(), message);
    assertTrue(
        message.codePoints().noneMatch(Character::isISOControl), () -> Shown.visible(message));
    assertFalse(JAVA.matcher(message).find(), message);
  }

  /** A text with up to four changes: characters, pieces lost, pieces twice, a cut. */
  public static String damaged(String text, SplittableRandom random) {
    var damaged = new StringBuilder(text);
    for (int changes = 1 + random.nextInt(4); changes > 0 && damaged.length() > 1; changes--) {
      int at = random.nextInt(damaged.length());
      int end = Math.min(damaged.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(6)) {
        case 0 -> damaged.delete(at, end);
        case 1 -> damaged.insert(at, damaged.substring(at, end));
        case 2 -> {
          if (random.nextInt(6) == 0) {
            damaged.setLength(at);
          }
        }
        case 3 -> {
          int number = digit(damaged, at);
          if (number >= 0) {
            damaged.replace(number, number + 1, NUMBERS[random.nextInt(NUMBERS.length)]);
          }
        }
        default -> damaged.setCharAt(at, DAMAGE.charAt(random.nextInt(DAMAGE.length())));
      }
    }
    return damaged.toString();
  }

  private static final String[] NUMBERS = {
    "-1", "0", "1e400", "9223372036854775808", "0.5", "1e-320", "2147483648", "\"x\"", "null", "[]"
  };

  private static int digit(StringBuilder text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
