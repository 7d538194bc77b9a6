package org.assay.io.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  /**
   * The constant that a word stands for, in lower case.
   *
   * @param field path from the request
   * @param word as received, null when left out
   * @param type one-word constants
   * @param absent what a word left out stands for
   * @throws FieldException if there is no such constant
   */
  static <E extends Enum<E>> E of(String field, String word, Class<E> type, E absent) {
    return word == null
        ? absent
        : of(
            field,
            word,
            Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(Choice::word, constant -> constant)));
  }

  /** The word for a constant. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
