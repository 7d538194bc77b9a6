package org.assay.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.assay.internal.Check;

/**
 * Gradings as columns: one row is one grade given by one assessor to one item.
 *
 * <p>Item, assessor and grade are always there; the time and the unit, stream and stratum when the
 * source has them. A grading costs 4 bytes for the item of a large table, 1, 2 or 4 for the
 * assessor, 1 for the grade (2 beyond 256 grades), 8 with a time, and 1, 2 or 4 for each further
 * column. Immutable by convention (the arrays are not copies); thread-safe for reading.
 */
public final class Gradings {
  /** A further column that gradings may carry. */
  public enum Attribute {
    /** Organisational group, {@code unit_id}. */
    UNIT,
    /** Route by which items arrive, {@code stream_id}. */
    STREAM,
    /** Group of the sampling design, {@code stratum_id}. */
    STRATUM
  }

  private final GradingScheme scheme;
  private final IdColumn item;
  private final IdColumn assessor;
  private final Codes grade;
  private final long[] gradedAt; // null when not recorded
  private final IdColumn[] attributes; // by Attribute.ordinal(), null when not recorded

  private Gradings(
      GradingScheme scheme,
      IdColumn item,
      IdColumn assessor,
      Codes grade,
      long[] gradedAt,
      IdColumn[] attributes) {
    this.scheme = scheme;
    this.item = item;
    this.assessor = assessor;
    this.grade = grade;
    this.gradedAt = gradedAt;
    this.attributes = attributes;
  }

  /**
   * Gradings over columns that are there already.
   *
   * @param scheme the grades the codes belong to
   * @param item items, one per grading
   * @param assessor assessors, one per grading
   * @param grade codes of the scheme, one per grading
   * @param gradedAt milliseconds since 1970-01-01T00:00Z, one per grading, not copied; null when
   *     not recorded
   * @param attributes further columns, one id a grading
   * @return the gradings
   * @throws IllegalArgumentException if the columns differ in length or a grade is not of the
   *     scheme
   */
  public static Gradings of(
      GradingScheme scheme,
      IdColumn item,
      IdColumn assessor,
      Codes grade,
      long[] gradedAt,
      Map<Attribute, IdColumn> attributes) {
    int size = grade.size();
    Check.rows("grading", "item", size, item.size());
    Check.rows("grading", "assessor", size, assessor.size());
    Check.rows("grading", "gradedAt", size, gradedAt == null ? size : gradedAt.length);
    var columns = new IdColumn[Attribute.values().length];
    attributes.forEach(
        (attribute, column) -> {
          Check.rows("grading", attribute.name(), size, column.size());
          columns[attribute.ordinal()] = column;
        });
    if (size > 0) {
      Check.index("grade", grade.max(), scheme.size(), "grades");
    }
    return new Gradings(scheme, item, assessor, grade, gradedAt, columns);
  }

  /**
   * Gradings of a query, row by row.
   *
   * @param rows read to their end; not closed
   * @param columns which column holds what
   * @return the gradings, under the scheme of the columns or of the grades seen
   * @throws IllegalArgumentException if a column is missing, its type or a value does not fit, or a
   *     grade is not of the scheme
   * @throws SQLException if the database fails
   */
  public static Gradings from(ResultSet rows, Columns<String> columns) throws SQLException {
    return RowTables.gradings(new JdbcRows(rows, columns), columns.scheme());
  }

  /**
   * Gradings of objects.
   *
   * @param rows one object per grading
   * @param columns how an object tells what
   * @param <T> type of a row
   * @return the gradings, under the scheme of the columns or of the grades seen
   * @throws IllegalArgumentException if a value does not fit, or a grade is not of the scheme
   */
  public static <T> Gradings from(
      Iterable<? extends T> rows, Columns<? extends Function<? super T, ?>> columns) {
    return RowTables.gradings(new RowSource.Objects<>(rows, columns), columns.scheme());
  }

  /**
   * Gradings of arrays of codes; the ids are the codes as texts.
   *
   * @param scheme the grades the codes belong to
   * @param items code of the item, one per grading
   * @param assessors code of the assessor, one per grading
   * @param grades code of the grade, one per grading
   * @return the gradings
   * @throws IllegalArgumentException if the arrays differ in length or a grade is not of the scheme
   */
  public static Gradings of(GradingScheme scheme, int[] items, int[] assessors, int[] grades) {
    Check.rows("grading", "items", grades.length, items.length);
    Check.rows("grading", "assessors", grades.length, assessors.length);
    var item = new IdColumn.Builder();
    var assessor = new IdColumn.Builder();
    for (int row = 0; row < grades.length; row++) {
      item.add(Integer.toString(items[row]));
      assessor.add(Integer.toString(assessors[row]));
    }
    return of(scheme, item.build(), assessor.build(), Codes.of(grades.clone()), null, Map.of());
  }

  /**
   * A builder of gradings under a scheme.
   *
   * @param scheme the grades that may be given
   * @return an empty builder
   */
  public static Builder builder(GradingScheme scheme) {
    return new Builder(scheme);
  }

  /**
   * The scheme the grades belong to.
   *
   * @return the scheme
   */
  public GradingScheme scheme() {
    return scheme;
  }

  /**
   * Number of gradings.
   *
   * @return at least 0
   */
  public int size() {
    return grade.size();
  }

  /**
   * Items.
   *
   * @return one per grading
   */
  public IdColumn item() {
    return item;
  }

  /**
   * Assessors.
   *
   * @return one per grading
   */
  public IdColumn assessor() {
    return assessor;
  }

  /**
   * Grades, as codes of the scheme.
   *
   * @return one per grading
   */
  public Codes grade() {
    return grade;
  }

  /**
   * When each grading was made.
   *
   * @return milliseconds since 1970-01-01T00:00Z, one per grading, not a copy; empty when not
   *     recorded
   */
  public Optional<long[]> gradedAt() {
    return Optional.ofNullable(gradedAt);
  }

  /**
   * A further column.
   *
   * @param attribute which
   * @return one id a grading, "" where a row has none; empty when not recorded
   */
  public Optional<IdColumn> attribute(Attribute attribute) {
    return Optional.ofNullable(attributes[attribute.ordinal()]);
  }

  /** Collects gradings row by row. Not thread-safe. */
  public static final class Builder {
    private final GradingScheme scheme;
    private final IdColumn.Builder item = new IdColumn.Builder();
    private final IdColumn.Builder assessor = new IdColumn.Builder();
    private final Codes.Builder grade = Codes.builder();
    private final IdColumn.Builder[] attributes = new IdColumn.Builder[Attribute.values().length];
    private long[] gradedAt;

    private Builder(GradingScheme scheme) {
      this.scheme = Objects.requireNonNull(scheme, "scheme");
    }

    /**
     * Declares a further column; every row must then bring it. Call before the first row.
     *
     * @param attribute which
     * @return this
     */
    public Builder with(Attribute attribute) {
      requireEmpty();
      attributes[attribute.ordinal()] = new IdColumn.Builder();
      return this;
    }

    /**
     * Declares that rows carry the time of grading. Call before the first row.
     *
     * @return this
     */
    public Builder withTime() {
      requireEmpty();
      gradedAt = new long[16];
      return this;
    }

    /**
     * Appends a grading without a time.
     *
     * @param itemId opaque id
     * @param assessorId pseudonym
     * @param gradeLabel a grade of the scheme
     * @return the number of the row
     * @throws IllegalArgumentException if the scheme has no such grade
     */
    public int add(String itemId, String assessorId, String gradeLabel) {
      return add(itemId, assessorId, scheme.codeOf(gradeLabel), 0);
    }

    /**
     * Appends a grading.
     *
     * @param itemId opaque id
     * @param assessorId pseudonym
     * @param gradeCode code of the grade in the scheme
     * @param gradedAtMillis milliseconds since 1970-01-01T00:00Z; ignored unless declared
     * @param values ids of the declared attributes, in the order of {@link Attribute}
     * @return the number of the row
     */
    public int add(
        String itemId, String assessorId, int gradeCode, long gradedAtMillis, String... values) {
      int row = grade.size();
      scheme.grade(gradeCode);
      int v = 0;
      for (IdColumn.Builder attribute : attributes) {
        if (attribute != null) {
          if (v == values.length) {
            throw new IllegalArgumentException(
                "values must bring every declared attribute, got " + values.length);
          }
          attribute.add(values[v++]);
        }
      }
      item.add(itemId);
      assessor.add(assessorId);
      grade.add(gradeCode);
      if (gradedAt != null) {
        if (row == gradedAt.length) {
          gradedAt = Arrays.copyOf(gradedAt, row + (row >> 1) + 16);
        }
        gradedAt[row] = gradedAtMillis;
      }
      return row;
    }

    /**
     * Number of rows so far.
     *
     * @return at least 0
     */
    public int size() {
      return grade.size();
    }

    /**
     * The gradings. The builder must not be used afterwards.
     *
     * @return the columns
     */
    public Gradings build() {
      var columns = new IdColumn[attributes.length];
      for (int a = 0; a < columns.length; a++) {
        columns[a] = attributes[a] == null ? null : attributes[a].build();
      }
      long[] times = gradedAt == null ? null : Arrays.copyOf(gradedAt, grade.size());
      return new Gradings(scheme, item.build(), assessor.build(), grade.build(), times, columns);
    }

    private void requireEmpty() {
      if (grade.size() > 0) {
        throw new IllegalStateException("columns are declared before the first row");
      }
    }
  }
}
