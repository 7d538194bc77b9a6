package org.assay.io.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shapes as JSON Schema, draft 2020-12. An object with fixed fields becomes a definition that the
 * places where it occurs refer to.
 */
public final class JsonSchema {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Map<String, Shape.Fields> defined = new TreeMap<>();
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  /** A writer without definitions. */
  public JsonSchema() {}

  /**
   * The definitions that the shapes written so far need.
   *
   * @return by name, in alphabetical order
   */
  public Map<String, ObjectNode> definitions() {
    return new TreeMap<>(definitions);
  }

  /**
   * A shape as a schema.
   *
   * @param shape the shape
   * @return the schema; {@link #definitions} has what it refers to
   */
  public ObjectNode write(Shape shape) {
    ObjectNode node = MAPPER.createObjectNode();
    if (shape instanceof Shape.Anything) {
      return node;
    } else if (shape instanceof Shape.OrNull optional) {
      return orNull(write(optional.shape()));
    } else if (shape instanceof Shape.Text) {
      return node.put("type", "string");
    } else if (shape instanceof Shape.Flag) {
      return node.put("type", "boolean");
    } else if (shape instanceof Shape.Whole whole) {
      return number("integer", whole.range());
    } else if (shape instanceof Shape.Decimal decimal) {
      return number("number", decimal.range());
    } else if (shape instanceof Shape.Label) {
      node.putArray("anyOf")
          .add(MAPPER.createObjectNode().put("type", "string"))
          .add(number("number", Range.DOUBLE));
      return node;
    } else if (shape instanceof Shape.Word word) {
      return word(word);
    }
    return composed(node, shape);
  }

  private ObjectNode composed(ObjectNode node, Shape shape) {
    if (shape instanceof Shape.ListOf list) {
      node.put("type", "array").set("items", write(list.item()));
      if (list.length().low().signum() > 0) {
        node.put("minItems", list.length().low().intValueExact());
      }
      if (list.length().high().compareTo(Range.LENGTH.high()) < 0) {
        node.put("maxItems", list.length().high().intValueExact());
      }
      return node;
    } else if (shape instanceof Shape.Row row) {
      ArrayNode places = node.put("type", "array").putArray("prefixItems");
      row.places().forEach(place -> places.add(described(place)));
      return node.put("items", false).put("minItems", row.least());
    } else if (shape instanceof Shape.MapOf map) {
      node.put("type", "object").set("additionalProperties", write(map.value()));
      return node;
    } else if (shape instanceof Shape.OneOf oneOf) {
      ArrayNode any = node.putArray("anyOf");
      oneOf.shapes().forEach(each -> any.add(write(each)));
      return node;
    }
    return reference((Shape.Fields) shape);
  }

  private ObjectNode reference(Shape.Fields fields) {
    Shape.Fields before = defined.putIfAbsent(fields.name(), fields);
    if (before == null) {
      definitions.put(fields.name(), object(fields));
    } else if (!before.equals(fields)) {
      throw new IllegalStateException("two shapes are named " + fields.name());
    }
    return MAPPER.createObjectNode().put("$ref", "#/$defs/" + fields.name());
  }

  private ObjectNode object(Shape.Fields fields) {
    ObjectNode node = MAPPER.createObjectNode();
    if (!fields.description().isEmpty()) {
      node.put("description", fields.description());
    }
    node.put("type", "object");
    ObjectNode properties = node.putObject("properties");
    fields.fields().forEach(field -> properties.set(field.name(), described(field)));
    if (fields.fields().stream().anyMatch(Shape.Field::isRequired)) {
      ArrayNode required = node.putArray("required");
      fields.fields().stream()
          .filter(Shape.Field::isRequired)
          .forEach(field -> required.add(field.name()));
    }
    return node.put("additionalProperties", false);
  }

  private ObjectNode described(Shape.Field field) {
    ObjectNode node = MAPPER.createObjectNode();
    String description = (field.description() + meanings(field.shape())).strip();
    if (!description.isEmpty()) {
      node.put("description", description);
    }
    return node.setAll(write(field.shape()));
  }

  // What each word means, where its doc comment says so.
  private static String meanings(Shape shape) {
    return shape.explained().stream()
        .map(option -> "; " + option.word() + ": " + option.description().replaceFirst("\\.$", ""))
        .collect(Collectors.joining());
  }

  private static ObjectNode number(String type, Range range) {
    ObjectNode node = MAPPER.createObjectNode().put("type", type);
    end(node, range.isLowOpen() ? "exclusiveMinimum" : "minimum", range.low());
    end(node, range.isHighOpen() ? "exclusiveMaximum" : "maximum", range.high());
    return node;
  }

  private static void end(ObjectNode node, String keyword, BigDecimal at) {
    if (at.scale() <= 0 && at.precision() - at.scale() <= 19) {
      node.put(keyword, at.toBigIntegerExact());
    } else {
      node.put(keyword, at);
    }
  }

  private static ObjectNode word(Shape.Word word) {
    ObjectNode node = MAPPER.createObjectNode().put("type", "string");
    ArrayNode words = node.putArray("enum");
    word.words().forEach(words::add);
    return node;
  }

  private static ObjectNode orNull(ObjectNode node) {
    if (node.path("type").isString()) {
      String type = node.get("type").stringValue();
      node.putArray("type").add(type).add("null");
      if (node.get("enum") instanceof ArrayNode words) {
        words.addNull();
      }
      return node;
    }
    if (node.get("anyOf") instanceof ArrayNode any) {
      any.add(MAPPER.createObjectNode().put("type", "null"));
      return node;
    }
    ObjectNode either = MAPPER.createObjectNode();
    either.putArray("anyOf").add(node).add(MAPPER.createObjectNode().put("type", "null"));
    return either;
  }
}
