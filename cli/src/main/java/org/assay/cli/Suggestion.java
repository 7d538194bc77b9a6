package org.assay.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a mistyped word was meant to be. */
final class Suggestion {
  private Suggestion() {}

  /** The nearest of some words, if it is near enough to be meant. */
  static Optional<String> of(String typed, Collection<String> words) {
    String word = typed.toLowerCase(Locale.ROOT);
    int most = Math.max(1, Math.min(3, word.replace("-", "").length() / 3));
    return words.stream()
        .sorted()
        .min(Comparator.comparingInt(w -> distance(word, w)))
        .filter(w -> distance(word, w) <= most || w.startsWith(word) && word.length() > 3);
  }

  // Restricted Damerau-Levenshtein: insertions, deletions, changes and exchanges of neighbours.
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
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
