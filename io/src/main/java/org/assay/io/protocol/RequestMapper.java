package org.assay.io.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.assay.io.StrictJson;
import org.assay.io.schema.ShapeCheck;
import org.assay.io.schema.Words;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Binds requests that have the right shape to their records, and writes responses. */
final class RequestMapper {
  private static final BigDecimal INT = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Keeps every digit of a request; constants are read by their words and written by name. */
  static final JsonMapper MAPPER =
      StrictJson.mapper()
          .rebuild()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .annotationIntrospector(new ReadsWords())
          .build();

  private RequestMapper() {}

  private static final class ReadsWords extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    // A name says how a constant is written; what else it is called, how it may be read.
    @Override
    public String[] findEnumValues(
        MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
      return names;
    }

    @Override
    public void findEnumAliases(
        MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[][] aliases) {
      for (int i = 0; i < constants.length; i++) {
        aliases[i] = new String[] {Words.of(constants[i])};
      }
    }
  }

  /**
   * The same value with each number as plain as it is: 3.0 and 3e0 become 3, other fractions the
   * nearest double.
   *
   * @param node any value
   * @return a value that binds to Java's own types
   */
  static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode plain = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(e -> plain.set(e.getKey(), plain(e.getValue())));
      return plain;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode plain = JsonNodeFactory.instance.arrayNode(array.size());
      List.copyOf(array.values()).forEach(each -> plain.add(plain(each)));
      return plain;
    }
    return node.isBigDecimal() ? number(node.decimalValue()) : node;
  }

  private static JsonNode number(BigDecimal x) {
    BigDecimal size = x.abs();
    if (size.compareTo(LONG) > 0 || !ShapeCheck.isWhole(x)) {
      return JsonNodeFactory.instance.numberNode(x.doubleValue());
    }
    return size.compareTo(INT) > 0
        ? JsonNodeFactory.instance.numberNode(x.longValue())
        : JsonNodeFactory.instance.numberNode(x.intValue());
  }
}
