package org.assay.data;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.data.Columns.Field;

/** Rows of a result set; its columns are checked before the first row is read. */
final class JdbcRows extends RowSource<SQLException> {
  private final ResultSet rows;
  private final Columns<String> columns;
  private final Map<Field, Integer> places = new EnumMap<>(Field.class);
  private boolean isZoned;

  JdbcRows(ResultSet rows, Columns<String> columns) throws SQLException {
    this.rows = rows;
    this.columns = columns;
    ResultSetMetaData found = rows.getMetaData();
    List<String> labels = new ArrayList<>();
    for (int c = 1; c <= found.getColumnCount(); c++) {
      labels.add(found.getColumnLabel(c));
    }
    for (Map.Entry<Field, String> field : columns.fields().entrySet()) {
      int place = place(labels, field.getValue());
      requireType(field.getKey(), field.getValue(), found, place);
      places.put(field.getKey(), place);
    }
  }

  private static int place(List<String> labels, String name) {
    for (int c = 0; c < labels.size(); c++) {
      if (labels.get(c).equalsIgnoreCase(name)) {
        return c + 1;
      }
    }
    throw new IllegalArgumentException("column " + name + " is missing; the result has " + labels);
  }

  private void requireType(Field field, String name, ResultSetMetaData found, int place)
      throws SQLException {
    int type = found.getColumnType(place);
    String expected =
        switch (field) {
          case TIME -> time(type, found.getColumnTypeName(place));
          case PROBABILITY -> isNumber(type) ? null : "a number";
          case BLIND ->
              isText(type) || type == Types.BOOLEAN || type == Types.BIT
                  ? null
                  : "a boolean or a text";
          default -> isText(type) || isWhole(type) ? null : "a text or a whole number";
        };
    if (expected != null) {
      throw new IllegalArgumentException(
          "column " + name + " must be " + expected + ", got " + found.getColumnTypeName(place));
    }
  }

  private String time(int type, String typeName) {
    String word = typeName.toLowerCase(Locale.ROOT);
    isZoned =
        type == Types.TIMESTAMP_WITH_TIMEZONE
            || type == Types.TIMESTAMP
                && (word.equals("timestamptz") || word.contains("with time"));
    if (isZoned || type == Types.BIGINT || type == Types.TIMESTAMP && zone() != null) {
      return null;
    }
    return type == Types.TIMESTAMP
        ? "a time with a zone (or give Columns the zone)"
        : "a time with a zone or milliseconds since 1970";
  }

  private static boolean isText(int type) {
    return switch (type) {
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> true;
      case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR -> true;
      case Types.OTHER -> true; // enums and UUIDs; what is no text is found by its row
      default -> false;
    };
  }

  private static boolean isWhole(int type) {
    return switch (type) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
      default -> false;
    };
  }

  private static boolean isNumber(int type) {
    return switch (type) {
      case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> true;
      default -> isWhole(type);
    };
  }

  @Override
  boolean advance() throws SQLException {
    return rows.next();
  }

  @Override
  Object value(Field field) throws SQLException {
    int place = places.get(field);
    if (field != Field.TIME) {
      return rows.getObject(place);
    }
    if (isZoned) {
      return rows.getObject(place, OffsetDateTime.class);
    }
    return rows.getMetaData().getColumnType(place) == Types.TIMESTAMP
        ? rows.getObject(place, LocalDateTime.class)
        : rows.getObject(place);
  }

  @Override
  boolean has(Field field) {
    return places.containsKey(field);
  }

  @Override
  String name(Field field) {
    return columns.fields().get(field);
  }

  @Override
  ZoneId zone() {
    return columns.zone();
  }
}
