package org.assay.io;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON from outside is bound to records: nothing is guessed and nothing passed over. A field
 * that is unknown or stands twice, a null for a number, a fraction for a whole number, or text
 * after the end is an error. Thread-safe.
 */
public final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private StrictJson() {}

  /**
   * The mapper that binds this way.
   *
   * @return the same one for everybody
   */
  public static JsonMapper mapper() {
    return MAPPER;
  }
}
