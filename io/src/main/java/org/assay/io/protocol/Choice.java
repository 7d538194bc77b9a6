package org.assay.io.protocol;

import java.util.Map;
import java.util.TreeSet;

/** Looks up a word of the protocol. */
final class Choice {
  private Choice() {}

  /**
   * What a word stands for.
   *
   * @param field path from the request, for example {@code params.method}
   * @param word as received, null when left out
   * @param meanings what each allowed word stands for
   * @throws FieldException if there is no such word
   */
  static <T> T of(String field, String word, Map<String, T> meanings) {
    T meaning = word == null ? null : meanings.get(word);
    if (meaning == null) {
      String name = field.substring(field.lastIndexOf('.') + 1);
      throw new FieldException(
          field,
          name
              + " must be one of "
              + new TreeSet<>(meanings.keySet())
              + ", got "
              + (word == null ? "nothing" : '"' + word + '"'));
    }
    return meaning;
  }
}
