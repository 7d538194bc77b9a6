package org.assay.io.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The words of requests for the constants of an enum. */
public final class Words {
  private Words() {}

  /**
   * The word for a constant: its {@link JsonProperty}, or its name like {@code clopperPearson}.
   *
   * @param constant of an enum
   * @return the word
   */
  public static String of(Enum<?> constant) {
    try {
      JsonProperty named =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return named == null ? lowerCamel(constant.name()) : named.value();
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private static String lowerCamel(String name) {
    var word = new StringBuilder();
    for (String part : name.toLowerCase(Locale.ROOT).split("_")) {
      word.append(
          word.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return word.toString();
  }
}
