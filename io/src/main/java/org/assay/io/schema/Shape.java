package org.assay.io.schema;

import java.util.List;

/** What a JSON value must look like. */
public sealed interface Shape {

  /**
   * The words of a shape that have a description, also of one that may be null and of a list.
   *
   * @return in their order; none of any other shape
   */
  default List<Option> explained() {
    if (this instanceof OrNull optional) {
      return optional.shape().explained();
    }
    if (this instanceof ListOf list) {
      return list.item().explained();
    }
    return this instanceof Word word
        ? word.options().stream().filter(option -> !option.description().isEmpty()).toList()
        : List.of();
  }

  /** Any value at all. */
  record Anything() implements Shape {}

  /** A text. */
  record Text() implements Shape {}

  /** True or false. */
  record Flag() implements Shape {}

  /**
   * A whole number; 3.0 and 3e0 are 3.
   *
   * @param range where it must be
   */
  record Whole(Range range) implements Shape {}

  /**
   * A number.
   *
   * @param range where it must be
   */
  record Decimal(Range range) implements Shape {}

  /** A label: a text or a finite number. */
  record Label() implements Shape {}

  /**
   * One of a fixed set of words.
   *
   * @param options the words
   */
  record Word(List<Option> options) implements Shape {
    /**
     * The words alone.
     *
     * @return in their order
     */
    public List<String> words() {
      return options.stream().map(Option::word).toList();
    }
  }

  /**
   * A word.
   *
   * @param word as it is written
   * @param description for people; may be empty
   */
  record Option(String word, String description) {}

  /**
   * A list of any length.
   *
   * @param item what each entry looks like
   * @param length how many there may be
   */
  record ListOf(Shape item, Range length) implements Shape {}

  /**
   * A list in which each place has its meaning.
   *
   * @param places what stands where
   * @param least how many must be there
   */
  record Row(List<Field> places, int least) implements Shape {}

  /**
   * An object whose fields are named by the data.
   *
   * @param value what each value looks like
   */
  record MapOf(Shape value) implements Shape {}

  /**
   * An object with fixed fields, and no others.
   *
   * @param name unique among the shapes of a document
   * @param description for people
   * @param fields in their order
   */
  record Fields(String name, String description, List<Field> fields) implements Shape {}

  /**
   * A field.
   *
   * @param name as it is written
   * @param shape of its value
   * @param isRequired whether it must be there
   * @param description for people
   */
  record Field(String name, Shape shape, boolean isRequired, String description) {}

  /**
   * One of several shapes.
   *
   * @param shapes all of them
   * @param words what they are together, as in "must be ..."
   */
  record OneOf(List<Shape> shapes, String words) implements Shape {}

  /**
   * A shape, or null.
   *
   * @param shape of a value that is not null
   */
  record OrNull(Shape shape) implements Shape {}
}
