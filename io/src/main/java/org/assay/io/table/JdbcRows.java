package org.assay.io.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/** The rows of an answer, every value as the text that a CSV file would have. */
final class JdbcRows implements TableRows {
  private static final int LONGEST = 180; // of what a database says, which may quote the query

  private final String name;
  private final Connection connection;
  private final ResultSet answer;
  private final boolean[] zoned; // columns whose times are instants
  private Table.Column[] columns; // by place, null where the column is ignored
  private long row = 1;

  JdbcRows(String name, Connection connection, ResultSet answer) throws SQLException {
    this.name = name;
    this.connection = connection;
    this.answer = answer;
    ResultSetMetaData data = answer.getMetaData();
    this.zoned = new boolean[data.getColumnCount()];
    this.columns = new Table.Column[zoned.length];
    for (int c = 0; c < zoned.length; c++) {
      String type = data.getColumnTypeName(c + 1).toLowerCase(Locale.ROOT);
      zoned[c] =
          data.getColumnType(c + 1) == Types.TIMESTAMP_WITH_TIMEZONE
              || type.contains("timestamptz")
              || type.contains("with time zone");
    }
  }

  @Override
  public List<String> titles() {
    try {
      List<String> titles = new ArrayList<>();
      for (int c = 1; c <= zoned.length; c++) {
        titles.add(answer.getMetaData().getColumnLabel(c));
      }
      return titles;
    } catch (SQLException e) {
      throw failed(name, e);
    }
  }

  @Override
  public void choose(Header header) {
    for (Table.Column column : header.present()) {
      columns[header.place(column)] = column;
    }
  }

  @Override
  public void fill(RowBatch batch) {
    try {
      while (!batch.isFull() && answer.next()) {
        List<String> cells = new ArrayList<>(columns.length);
        for (int c = 0; c < columns.length; c++) {
          cells.add(columns[c] == null ? "" : text(c));
        }
        batch.addRow(++row, cells);
      }
    } catch (SQLException e) {
      throw failed(name, e);
    }
  }

  private String text(int c) throws SQLException {
    Object value = answer.getObject(c + 1);
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean yes) {
      return columns[c].kind() == Table.Column.Kind.YES_OR_NO
          ? columns[c].word(yes)
          : yes.toString();
    }
    if (value instanceof Timestamp at) {
      return zoned[c] ? at.toInstant().toString() : at.toLocalDateTime().toString();
    }
    if (value instanceof OffsetDateTime at) {
      return at.toInstant().toString();
    }
    if (value instanceof ZonedDateTime at) {
      return at.toInstant().toString();
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Clob text) {
      return text.getSubString(1, (int) Math.min(Integer.MAX_VALUE, text.length()));
    }
    if (value instanceof byte[] || value instanceof Blob) {
      throw new BadInputException(
          name
              + ": column "
              + Shown.quoted(answer.getMetaData().getColumnLabel(c + 1))
              + " holds bytes, expected text, a number or a time; cast it in the query");
    }
    return value.toString();
  }

  static BadInputException failed(String name, SQLException e) {
    String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = said.strip().replaceAll("\\s+", " ");
    return new BadInputException(name + ": the database says: " + Shown.plain(line, LONGEST), e);
  }

  static void closeQuietly(Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // the exception on its way out says more
      }
    }
  }

  @Override
  public void close() throws IOException {
    closeQuietly(connection);
  }
}
