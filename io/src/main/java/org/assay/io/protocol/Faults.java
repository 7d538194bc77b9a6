package org.assay.io.protocol;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.assay.io.Shown;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in words what was wrong with a part of a request that could not be bound. */
final class Faults {
  private static final double WHOLE = 0x1p53;

  private Faults() {}

  /** The same with whole numbers written as fractions, 3.0 or 1e3, made whole; changes the node. */
  static void makeWhole(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                makeWhole(field.getValue());
                if (isWholeFraction(field.getValue())) {
                  object.put(field.getKey(), (long) field.getValue().doubleValue());
                }
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        makeWhole(array.get(i));
        if (isWholeFraction(array.get(i))) {
          array.set(i, (long) array.get(i).doubleValue());
        }
      }
    }
  }

  private static boolean isWholeFraction(JsonNode node) {
    return node.isFloatingPointNumber()
        && node.doubleValue() == Math.rint(node.doubleValue())
        && Math.abs(node.doubleValue()) <= WHOLE;
  }

  /** What an exception of binding means. */
  static FieldException of(String part, JsonNode node, JacksonException e) {
    String path = path(part, e);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new FieldException(
          path,
          "unknown field \""
              + unknown.getPropertyName()
              + "\", expected one of "
              + unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList());
    }
    if (e.getCause() instanceof IllegalArgumentException cause) {
      return new FieldException(path, cause.getMessage()); // from a record's own constructor
    }
    if (e instanceof MismatchedInputException mismatch) {
      JsonNode at = at(node, e);
      String name = path.substring(path.lastIndexOf('.') + 1);
      return new FieldException(
          path,
          at.isNull()
              ? name + " must not be null"
              : name + " must be " + kind(mismatch.getTargetType()) + ", got " + shown(at));
    }
    return tooLarge(part, node)
        .map(where -> new FieldException(where, name(where) + " must be below 2^63"))
        .orElseGet(() -> new FieldException(path, part + " cannot be read as what it should be"));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String kind(Class<?> type) {
    if (type == null) {
      return "of another kind";
    }
    if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type == double.class) {
      return "a number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray()
        ? "a list"
        : Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of another kind";
  }

  private static String shown(JsonNode node) {
    return Shown.plain(node.toString());
  }

  private static JsonNode at(JsonNode node, JacksonException e) {
    JsonNode at = node;
    for (JacksonException.Reference step : e.getPath()) {
      at =
          step.getPropertyName() == null
              ? at.path(step.getIndex())
              : at.path(step.getPropertyName());
    }
    return at;
  }

  private static String path(String part, JacksonException e) {
    StringBuilder path = new StringBuilder(part);
    for (JacksonException.Reference step : e.getPath()) {
      path.append(
          step.getPropertyName() == null
              ? "[" + step.getIndex() + "]"
              : "." + step.getPropertyName());
    }
    return path.toString();
  }

  private static Optional<String> tooLarge(String path, JsonNode node) {
    return first(path, node, n -> n.isIntegralNumber() && !n.canConvertToLong());
  }

  /** Where the first null of a list is. */
  static Optional<String> nullInList(String path, JsonNode node) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isNull()) {
          return Optional.of(path + "[" + i + "]");
        }
      }
    }
    return firstOfChildren(path, node, Faults::nullInList);
  }

  private static Optional<String> first(String path, JsonNode node, Test test) {
    return test.holds(node)
        ? Optional.of(path)
        : firstOfChildren(path, node, (at, child) -> first(at, child, test));
  }

  private static Optional<String> firstOfChildren(String path, JsonNode node, Search search) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        Optional<String> found = search.in(path + "." + field.getKey(), field.getValue());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
      Optional<String> found = search.in(path + "[" + i + "]", node.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private interface Test {
    boolean holds(JsonNode node);
  }

  private interface Search {
    Optional<String> in(String path, JsonNode node);
  }
}
