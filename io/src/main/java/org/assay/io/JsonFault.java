package org.assay.io;

import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with JSON from outside, and where: the one place that reads Jackson's faults. */
public final class JsonFault {
  private JsonFault() {}

  /**
   * The place in the value.
   *
   * @param e fault of reading or binding
   * @return for example {@code levels[2].name}; empty for the value itself
   */
  public static String path(JacksonException e) {
    var path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(Shown.plain(step.getPropertyName()));
      }
    }
    return path.toString();
  }

  /**
   * Jackson's own words, without the source and the type names on further lines.
   *
   * @param e the fault
   * @return one line, safe to show
   */
  public static String words(JacksonException e) {
    return Shown.plain(e.getOriginalMessage().lines().findFirst().orElse("")).strip();
  }

  /**
   * The line of the text.
   *
   * @param e the fault
   * @return its number, from 1; 0 when it is not known
   */
  public static int line(JacksonException e) {
    TokenStreamLocation where = e.getLocation();
    return where == null ? 0 : Math.max(0, where.getLineNr());
  }

  /**
   * The fields that could have been meant by an unknown one.
   *
   * @param e the fault
   * @return for example {@code expected one of [grade, item]}
   */
  public static String expectedFields(UnrecognizedPropertyException e) {
    return "expected one of "
        + e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
  }

  /**
   * What a Java type is called in JSON.
   *
   * @param type of a record's component; null for a whole value
   * @return for example "a list" or "a whole number"
   */
  public static String expected(Class<?> type) {
    if (type == null || type.isRecord() || Map.class.isAssignableFrom(type)) {
      return "a JSON object";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    return type == Integer.class
        ? "a whole number"
        : Number.class.isAssignableFrom(type) ? "a number" : "a text";
  }
}
