package org.assay.data;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;

/**
 * Where the rows of a source hold what a grading or a verdict is: names of columns for a {@code
 * ResultSet}, accessors for objects.
 *
 * <pre>{@code
 * Gradings.from(resultSet, Columns.named("item_id", "assessor_id", "grade").time("graded_at"));
 * Gradings.from(rows, Columns.of(Row::item, Row::assessor, Row::grade).grades("A", "B", "C"));
 * }</pre>
 *
 * <p>Of a verdict, {@code grade} is the reference grade, and item and assessor say which grading
 * was checked. Ids are texts or whole numbers. A time is an {@code OffsetDateTime}, {@code
 * ZonedDateTime}, {@code Instant} or a number of milliseconds since 1970; a time without a zone is
 * read in {@link #zone}. Immutable.
 *
 * @param <F> a name, or a function of a row
 */
public final class Columns<F> {
  /** What a row may hold. */
  enum Field {
    ITEM("item"),
    ASSESSOR("assessor"),
    GRADE("grade"),
    TIME("time"),
    UNIT("unit"),
    STREAM("stream"),
    STRATUM("stratum"),
    REVIEWER("reviewer"),
    METHOD("method"),
    PROBABILITY("probability"),
    BLIND("blind");

    final String word;

    Field(String word) {
      this.word = word;
    }
  }

  private final Map<Field, F> fields;
  private final GradingScheme scheme; // null: the grades seen
  private final ZoneId zone; // null: times must have one
  private final Selection selection; // where a verdict's columns do not say

  private Columns(Map<Field, F> fields, GradingScheme scheme, ZoneId zone, Selection selection) {
    this.fields = fields;
    this.scheme = scheme;
    this.zone = zone;
    this.selection = selection;
  }

  private static <F> Columns<F> required(F item, F assessor, F grade) {
    var fields = new EnumMap<Field, F>(Field.class);
    fields.put(Field.ITEM, Objects.requireNonNull(item, "item"));
    fields.put(Field.ASSESSOR, Objects.requireNonNull(assessor, "assessor"));
    fields.put(Field.GRADE, Objects.requireNonNull(grade, "grade"));
    return new Columns<>(fields, null, null, Selection.unknown());
  }

  /**
   * Columns of a {@code ResultSet} by their labels, in any case.
   *
   * @param item id of the item
   * @param assessor pseudonym of the assessor
   * @param grade label of the grade; of a verdict, of the reference grade
   * @return the columns that every row has
   */
  public static Columns<String> named(String item, String assessor, String grade) {
    return required(item, assessor, grade);
  }

  /**
   * Accessors of objects.
   *
   * @param item id of the item
   * @param assessor pseudonym of the assessor
   * @param grade label of the grade; of a verdict, of the reference grade
   * @param <T> type of a row
   * @return the accessors that every row has
   */
  public static <T> Columns<Function<T, ?>> of(
      Function<T, ?> item, Function<T, ?> assessor, Function<T, ?> grade) {
    return required(item, assessor, grade);
  }

  private Columns<F> and(Field field, F where) {
    var more = new EnumMap<>(fields);
    more.put(field, Objects.requireNonNull(where, field.word));
    return new Columns<>(more, scheme, zone, selection);
  }

  /**
   * When the grading was made, or the verdict.
   *
   * @param column its name or accessor
   * @return a copy with it
   */
  public Columns<F> time(F column) {
    return and(Field.TIME, column);
  }

  /**
   * The organisational group of a grading.
   *
   * @param column its name or accessor
   * @return a copy with it
   */
  public Columns<F> unit(F column) {
    return and(Field.UNIT, column);
  }

  /**
   * The route by which the item of a grading arrives.
   *
   * @param column its name or accessor
   * @return a copy with it
   */
  public Columns<F> stream(F column) {
    return and(Field.STREAM, column);
  }

  /**
   * The group of the sampling design.
   *
   * @param column its name or accessor
   * @return a copy with it
   */
  public Columns<F> stratum(F column) {
    return and(Field.STRATUM, column);
  }

  /**
   * The QA officer of a verdict.
   *
   * @param column its name or accessor
   * @return a copy with it
   */
  public Columns<F> reviewer(F column) {
    return and(Field.REVIEWER, column);
  }

  /**
   * How the grading of a verdict was selected: a word of {@link SelectionMethod}, in any case.
   *
   * @param column its name or accessor
   * @return a copy with it
   */
  public Columns<F> method(F column) {
    return and(Field.METHOD, column);
  }

  /**
   * The probability with which it was selected, in (0, 1]; null or 0 when not recorded.
   *
   * @param column its name or accessor
   * @return a copy with it
   */
  public Columns<F> probability(F column) {
    return and(Field.PROBABILITY, column);
  }

  /**
   * Whether the grade was hidden from the QA officer: a boolean, or a word of {@link Blindness}.
   *
   * @param column its name or accessor
   * @return a copy with it
   */
  public Columns<F> blind(F column) {
    return and(Field.BLIND, column);
  }

  /**
   * How all gradings of the verdicts were selected, where no column says.
   *
   * @param all for example {@code Selection.of(SelectionMethod.SRS, 0.1).blind()}
   * @return a copy with it
   */
  public Columns<F> selected(Selection all) {
    return new Columns<>(fields, scheme, zone, Objects.requireNonNull(all, "all"));
  }

  /**
   * The grades in their order. Without them the grades seen, sorted, without an order.
   *
   * @param ordered labels, all different
   * @return a copy with them
   */
  public Columns<F> grades(String... ordered) {
    return scheme(GradingScheme.ordered(ordered));
  }

  /**
   * The scheme of the grades. Without one the grades seen, sorted, without an order.
   *
   * @param grades that may be given
   * @return a copy with it
   */
  public Columns<F> scheme(GradingScheme grades) {
    return new Columns<>(fields, Objects.requireNonNull(grades, "grades"), zone, selection);
  }

  /**
   * The zone of times that have none.
   *
   * @param local for example {@code Europe/London}
   * @return a copy with it
   */
  public Columns<F> zone(ZoneId local) {
    return new Columns<>(fields, scheme, Objects.requireNonNull(local, "local"), selection);
  }

  Map<Field, F> fields() {
    return fields;
  }

  GradingScheme scheme() {
    return scheme;
  }

  ZoneId zone() {
    return zone;
  }

  Selection selection() {
    return selection;
  }
}
