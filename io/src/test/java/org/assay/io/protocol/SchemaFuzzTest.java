package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One decision, both sides: what the schema forbids the program refuses, and nothing else. */
class SchemaFuzzTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Schema REQUEST = SchemaFixture.of("request");

  private static final int OPERATIONS =
      SchemaFixture.ROOT.get("$defs").get("request").get("oneOf").size();

  private final Protocol protocol = new Protocol();
  private final SplittableRandom random = new SplittableRandom(20261127);

  /** Requests made from the schema alone, as they are and changed in up to three places. */
  @Test
  void madeFromTheSchema() {
    JsonNode all = SchemaFixture.ROOT.get("$defs");
    int refused = 0;
    int rounds = 6000;
    for (int i = 0; i < rounds; i++) {
      JsonNode one = all.get("request").get("oneOf").get(i % OPERATIONS);
      JsonNode request = value(one);
      if (i < rounds / 4) {
        assertEquals(List.of(), REQUEST.validate(request), request::toString);
      }
      for (int changes = i < rounds / 4 ? 0 : random.nextInt(4); changes > 0; changes--) {
        change(request);
      }
      refused += agree(request, protocol.refused(request)) ? 1 : 0;
    }
    assertTrue(refused > rounds / 3 && refused < rounds * 2 / 3, refused + " refused");
  }

  /** Examples with a change: the program decides alike, and answers whatever comes. */
  @Test
  void changedExamples() {
    int invalid = 0;
    for (int i = 0; i < 3000; i++) {
      List<String> lines = Examples.lines();
      JsonNode request = RequestMapper.MAPPER.readTree(lines.get(i % lines.size()));
      change(request);
      Protocol.Answer answer = protocol.respond(request.toString(), 2);
      agree(request, answer.error().filter(kind -> kind == ErrorKind.SHAPE).map(Enum::name));
      assertNotEquals(Optional.of(ErrorKind.DEFECT), answer.error(), () -> request + answer.json());
      assertNotEquals(Optional.of(ErrorKind.NOT_JSON), answer.error(), request::toString);
      invalid += answer.error().equals(Optional.of(ErrorKind.INVALID)) ? 1 : 0;
    }
    assertTrue(invalid > 100, invalid + " invalid");
  }

  private static boolean agree(JsonNode request, Optional<?> refused) {
    assertEquals(
        isAllowed(request),
        refused.isEmpty(),
        () -> request + "\nprogram: " + refused + "\nschema: " + REQUEST.validate(request));
    return refused.isPresent();
  }

  // The validator stops at 1E+400 where a whole number is meant, which is no acceptance either.
  private static boolean isAllowed(JsonNode request) {
    try {
      return REQUEST.validate(request).isEmpty();
    } catch (JsonNodeException e) {
      return false;
    }
  }

  private JsonNode value(JsonNode schema) {
    if (schema.has("$ref")) {
      return value(SchemaFixture.ROOT.at(schema.get("$ref").stringValue().substring(1)));
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return pick(schema.get("enum"));
    }
    if (schema.has("anyOf")) {
      return value(pick(schema.get("anyOf")));
    }
    JsonNode type = schema.path("type");
    return switch ((type.isArray() ? pick(type) : type).asString("any")) {
      case "null" -> NODES.nullNode();
      case "string" -> NODES.stringNode(random.nextBoolean() ? "" : "x" + random.nextInt(3));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> NODES.numberNode(whole(schema));
      case "number" -> NODES.numberNode(number(schema));
      case "array" -> array(schema);
      case "object" -> object(schema);
      default -> NODES.numberNode(random.nextInt());
    };
  }

  private JsonNode pick(JsonNode list) {
    return list.get(random.nextInt(list.size()));
  }

  private BigDecimal whole(JsonNode schema) {
    BigDecimal low = schema.get("minimum").decimalValue();
    BigDecimal high = schema.get("maximum").decimalValue();
    BigDecimal near = low.signum() < 0 ? BigDecimal.ZERO : low;
    return switch (random.nextInt(6)) {
      case 0 -> low;
      case 1 -> high;
      case 2 -> near.setScale(1); // 3.0 is 3
      case 3 -> near.add(BigDecimal.ONE).min(high).setScale(2);
      default -> near.add(BigDecimal.valueOf(random.nextInt(5))).min(high);
    };
  }

  private BigDecimal number(JsonNode schema) {
    BigDecimal least = bound(schema, "minimum", "0");
    BigDecimal most = bound(schema, "maximum", "1E+300");
    List<BigDecimal> inside =
        Stream.of(least, most, BigDecimal.ONE, new BigDecimal("0.5"), new BigDecimal("1e-300"))
            .filter(x -> x.compareTo(least) >= 0 && x.compareTo(most) <= 0)
            .filter(x -> x.compareTo(bound(schema, "exclusiveMinimum", "-1E+308")) > 0)
            .filter(x -> x.compareTo(bound(schema, "exclusiveMaximum", "1E+308")) < 0)
            .toList();
    return inside.get(random.nextInt(inside.size()));
  }

  private static BigDecimal bound(JsonNode schema, String name, String otherwise) {
    return schema.has(name) ? schema.get(name).decimalValue() : new BigDecimal(otherwise);
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    JsonNode places = schema.path("prefixItems");
    int least = schema.path("minItems").asInt(0);
    int most = places.isArray() ? places.size() : schema.path("maxItems").asInt(least + 3);
    int size = least + random.nextInt(most - least + 1);
    for (int i = 0; i < size; i++) {
      array.add(value(places.isArray() ? places.get(i) : schema.get("items")));
    }
    return array;
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    if (schema.get("additionalProperties").isObject()) {
      object.set("a", value(schema.get("additionalProperties")));
      return object;
    }
    var required = new ArrayList<String>();
    schema.path("required").forEach(name -> required.add(name.stringValue()));
    for (var property : schema.get("properties").properties()) {
      if (required.contains(property.getKey()) || random.nextInt(3) == 0) {
        object.set(property.getKey(), value(property.getValue()));
      }
    }
    return object;
  }

  /** Puts something else at one place, takes a field away or adds one. */
  private void change(JsonNode root) {
    JsonNode at = root;
    while (true) {
      if (at instanceof ObjectNode object && !object.isEmpty()) {
        var names = new ArrayList<>(object.propertyNames());
        String name = names.get(random.nextInt(names.size()));
        JsonNode below = object.get(name);
        if (below.isContainer() && !below.isEmpty() && random.nextInt(6) > 0) {
          at = below;
          continue;
        }
        switch (random.nextInt(8)) {
          case 0 -> object.remove(name);
          case 1 -> object.put(name + "s", 1);
          default -> object.set(name, other(below));
        }
      } else if (at instanceof ArrayNode array && !array.isEmpty()) {
        int i = random.nextInt(array.size());
        JsonNode below = array.get(i);
        if (below.isContainer() && !below.isEmpty() && random.nextInt(6) > 0) {
          at = below;
          continue;
        }
        switch (random.nextInt(8)) {
          case 0 -> array.remove(i);
          case 1 -> array.add(below.deepCopy());
          default -> array.set(i, other(below));
        }
      }
      return;
    }
  }

  private JsonNode other(JsonNode before) {
    return switch (random.nextInt(18)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.stringNode("2");
      case 2 -> NODES.stringNode("NaN");
      case 3 -> NODES.numberNode(new BigDecimal("3.0"));
      case 4 -> NODES.numberNode(new BigDecimal("3.5"));
      case 5 -> NODES.numberNode(new BigDecimal("2E+1"));
      case 6 -> NODES.numberNode(new BigDecimal("1E+400"));
      case 7 -> NODES.numberNode(new BigInteger("9223372036854775808"));
      case 8 -> NODES.numberNode(-1);
      case 9 -> NODES.numberNode(0);
      case 10 -> NODES.numberNode(1);
      case 11 -> NODES.booleanNode(true);
      case 12 -> NODES.arrayNode();
      case 13 -> NODES.objectNode();
      case 14 -> NODES.arrayNode().add(before.deepCopy());
      case 15 -> NODES.numberNode(new BigDecimal("0.001"));
      case 16 -> NODES.stringNode(before.asString("").toUpperCase(Locale.ROOT));
      default -> NODES.arrayNode().addNull();
    };
  }
}
