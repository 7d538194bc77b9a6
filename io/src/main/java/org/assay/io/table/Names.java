package org.assay.io.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.io.Typed;

/** Names of columns as people write them: {@code Item Id}, {@code ITEM-ID}, {@code itemId}. */
final class Names {
  private Names() {}

  /** What of a name is compared: its letters and digits, in one case. */
  static String folded(String name) {
    var kept = new StringBuilder();
    Typed.folded(Typed.read(name))
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /**
   * The name that is probably meant: one of other words for the same, or the one with the fewest
   * letters put in, left out, replaced or swapped, where these are few.
   *
   * @param wanted name that is not there
   * @param also other words for it
   * @param names those that are there
   */
  static Optional<String> meant(String wanted, List<String> also, List<String> names) {
    for (String word : also) {
      Optional<String> same =
          names.stream().filter(name -> folded(name).equals(folded(word))).findFirst();
      if (same.isPresent()) {
        return same;
      }
    }
    String target = folded(wanted);
    int most = target.length() < 5 ? 1 : 2;
    return names.stream()
        .filter(name -> distance(folded(name), target) <= most)
        .min(Comparator.comparingInt(name -> distance(folded(name), target)));
  }

  /** Letters put in, left out, replaced, or swapped with their neighbour. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
