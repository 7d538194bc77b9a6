package org.assay.io.schema;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.io.Shown;
import tools.jackson.databind.JsonNode;

/** Whether a JSON value has a shape, and if not, where it has not and what it should be. */
public final class ShapeCheck {
  private ShapeCheck() {}

  /**
   * Where a value does not have its shape.
   *
   * @param path to the place, for example {@code params.rates[2]}
   * @param message requirement and value received
   */
  public record Fault(String path, String message) {}

  /**
   * The first fault of a value.
   *
   * @param path where the value stands, for example {@code params}
   * @param node the value
   * @param shape what it must look like
   * @return empty when it looks like that
   */
  public static Optional<Fault> check(String path, JsonNode node, Shape shape) {
    if (shape instanceof Shape.OrNull optional) {
      return node.isNull() ? Optional.empty() : check(path, node, optional.shape());
    }
    if (shape instanceof Shape.Anything) {
      return Optional.empty();
    }
    if (node.isNull()) {
      return fault(
          path,
          path.endsWith("]") ? "a list must not hold null here" : name(path) + " must not be null");
    }
    if (shape instanceof Shape.Whole whole) {
      return whole(path, node, whole);
    }
    if (shape instanceof Shape.Decimal decimal) {
      return node.isNumber()
          ? within(path, node, node.decimalValue(), decimal.range())
          : mustBe(path, "a number", node);
    }
    if (shape instanceof Shape.Label) {
      return node.isNumber()
          ? within(path, node, node.decimalValue(), Range.DOUBLE)
          : node.isString() ? Optional.empty() : mustBe(path, "a text or a number", node);
    }
    if (shape instanceof Shape.Text) {
      return node.isString() ? Optional.empty() : mustBe(path, "a text", node);
    }
    if (shape instanceof Shape.Flag) {
      return node.isBoolean() ? Optional.empty() : mustBe(path, "true or false", node);
    }
    if (shape instanceof Shape.Word word) {
      return node.isString() && word.words().contains(node.stringValue())
          ? Optional.empty()
          : mustBe(path, "one of " + new TreeSet<>(word.words()), node);
    }
    return composed(path, node, shape);
  }

  private static Optional<Fault> composed(String path, JsonNode node, Shape shape) {
    if (shape instanceof Shape.ListOf list) {
      return list(path, node, list);
    }
    if (shape instanceof Shape.Row row) {
      return row(path, node, row);
    }
    if (shape instanceof Shape.MapOf map) {
      return node.isObject()
          ? first(
              node.properties().stream()
                  .map(e -> check(path + "." + e.getKey(), e.getValue(), map.value())))
          : mustBe(path, "an object", node);
    }
    if (shape instanceof Shape.Fields fields) {
      return fields(path, node, fields);
    }
    return oneOf(path, node, (Shape.OneOf) shape);
  }

  private static Optional<Fault> whole(String path, JsonNode node, Shape.Whole whole) {
    if (!node.isNumber()) {
      return mustBe(path, "a whole number", node);
    }
    BigDecimal x = node.decimalValue();
    return isWhole(x) ? within(path, node, x, whole.range()) : mustBe(path, "a whole number", node);
  }

  /**
   * Whether a number is whole, however it is written.
   *
   * @param x any number
   * @return true of 3, 3.0 and 3e0
   */
  public static boolean isWhole(BigDecimal x) {
    return x.signum() == 0 || x.scale() <= 0 || x.stripTrailingZeros().scale() <= 0;
  }

  private static Optional<Fault> within(String path, JsonNode node, BigDecimal x, Range range) {
    return range.unmet(x).flatMap(words -> mustBe(path, words, node));
  }

  private static Optional<Fault> list(String path, JsonNode node, Shape.ListOf list) {
    if (!node.isArray()) {
      return mustBe(path, "a list", node);
    }
    if (!list.length().contains(BigDecimal.valueOf(node.size()))) {
      return fault(
          path,
          name(path) + " must have a length " + length(list.length()) + ", got " + node.size());
    }
    for (int i = 0; i < node.size(); i++) {
      Optional<Fault> fault = check(path + "[" + i + "]", node.get(i), list.item());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static String length(Range range) {
    return range.low().compareTo(range.high()) == 0 ? "of " + range.low() : range.limits();
  }

  private static Optional<Fault> row(String path, JsonNode node, Shape.Row row) {
    List<Shape.Field> places = row.places();
    if (!node.isArray() || node.size() < row.least() || node.size() > places.size()) {
      List<String> names = places.stream().map(Shape.Field::name).toList();
      return mustBe(
          path,
          row.least() == places.size()
              ? names.toString()
              : names.subList(0, row.least()) + " or " + names,
          node);
    }
    for (int i = 0; i < node.size(); i++) {
      Optional<Fault> fault = check(path + "[" + i + "]", node.get(i), places.get(i).shape());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> fields(String path, JsonNode node, Shape.Fields fields) {
    if (!node.isObject()) {
      return mustBe(path, "an object", node);
    }
    Set<String> unknown = new HashSet<>(node.propertyNames());
    for (Shape.Field field : fields.fields()) {
      unknown.remove(field.name());
    }
    for (String name : node.propertyNames()) { // in the order of the request
      if (unknown.contains(name)) {
        return fault(
            path + "." + name,
            "unknown field \""
                + Shown.plain(name)
                + "\", expected one of "
                + fields.fields().stream().map(Shape.Field::name).sorted().toList());
      }
    }
    for (Shape.Field field : fields.fields()) {
      String at = path + "." + field.name();
      JsonNode value = node.get(field.name());
      Optional<Fault> fault =
          value != null && !(value.isNull() && field.isRequired())
              ? check(at, value, field.shape())
              : field.isRequired() ? missing(at, field) : Optional.empty();
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> missing(String path, Shape.Field field) {
    return fault(
        path,
        field.shape() instanceof Shape.Word word
            ? field.name() + " must be one of " + new TreeSet<>(word.words()) + ", got nothing"
            : field.name() + " must be given");
  }

  // The fault inside the shape that comes nearest says most: that of a list for a list.
  private static Optional<Fault> oneOf(String path, JsonNode node, Shape.OneOf oneOf) {
    Optional<Fault> inside = Optional.empty();
    for (Shape shape : oneOf.shapes()) {
      Optional<Fault> fault = check(path, node, shape);
      if (fault.isEmpty()) {
        return fault;
      }
      if (fault.get().path().length() > inside.map(f -> f.path().length()).orElse(path.length())) {
        inside = fault;
      }
    }
    return inside.or(() -> mustBe(path, oneOf.words(), node));
  }

  private static Optional<Fault> first(java.util.stream.Stream<Optional<Fault>> faults) {
    return faults.flatMap(Optional::stream).findFirst();
  }

  private static Optional<Fault> mustBe(String path, String what, JsonNode node) {
    return fault(path, name(path) + " must be " + what + ", got " + Shown.plain(node.toString()));
  }

  private static Optional<Fault> fault(String path, String message) {
    return Optional.of(new Fault(path, message));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
