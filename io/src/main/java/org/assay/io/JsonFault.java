package org.assay.io;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with JSON from outside, and where: the one place that reads Jackson's faults. */
public final class JsonFault {
  private static final int LONGEST = 160;

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
   * What is wrong, without the names of Java's types and without the source.
   *
   * @param e the fault
   * @return one line, safe to show
   */
  public static String words(JacksonException e) {
    if (e instanceof UnexpectedEndOfInputException
        || e.getOriginalMessage().startsWith("Unexpected end-of-input")) {
      return "the text ends before the JSON does" + place(e);
    }
    if (e instanceof StreamConstraintsException) {
      return "it is nested too deeply, or a text or number in it is too long" + place(e);
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "field " + Shown.quoted(unknown.getPropertyName()) + " is unknown" + place(e);
    }
    if (e instanceof MismatchedInputException mismatched) {
      String path = path(e);
      return (path.isEmpty() ? "the value" : path)
          + " must be "
          + expectedValue(mismatched.getTargetType())
          + (e instanceof InvalidFormatException got
              ? ", got " + Shown.quoted(String.valueOf(got.getValue()))
              : "");
    }
    if (e.getCause() instanceof IllegalArgumentException own && own.getMessage() != null) {
      return Shown.line(own.getMessage(), LONGEST);
    }
    if (e instanceof DatabindException
        && e.getCause() != null) { // a record refused what it was given
      String path = path(e);
      return (path.isEmpty() ? "the value" : path)
          + " lacks a field, or has null in a list"
          + place(e);
    }
    String text = e.getOriginalMessage().lines().findFirst().orElse("");
    return Shown.line(
            text.replaceAll(
                ": was expecting \\(JSON.*| \\(for .*| \\(code .*?\\)|`|: expected .*", ""),
            LONGEST)
        + place(e);
  }

  /**
   * The same of a value that is a line by itself: where in the line.
   *
   * @param e the fault
   * @return one line, safe to show
   */
  public static String wordsInLine(JacksonException e) {
    TokenStreamLocation where = e.getLocation();
    String words = words(e);
    String place = place(e);
    return place.isEmpty() || !words.endsWith(place)
        ? words
        : words.substring(0, words.length() - place.length())
            + " (column "
            + where.getColumnNr()
            + ")";
  }

  private static String place(JacksonException e) {
    TokenStreamLocation where = e.getLocation();
    return where == null || where.getLineNr() < 1
        ? ""
        : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
  }

  private static String expectedValue(Class<?> type) {
    return type != null && type.isEnum()
        ? "one of " + Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
        : expected(type);
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
