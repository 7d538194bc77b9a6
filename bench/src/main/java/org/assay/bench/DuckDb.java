package org.assay.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A team in an in-process DuckDB table, in memory: what SQL would do. */
final class DuckDb implements AutoCloseable {
  private final Connection connection;

  DuckDb(Team team, int threads) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    run("SET threads=" + threads);
    run("CREATE TABLE gradings (assessor SMALLINT, reference TINYINT, grade TINYINT)");
    try (DuckDBAppender rows =
        connection.unwrap(DuckDBConnection.class).createAppender("main", "gradings")) {
      for (int i = 0; i < team.grade.length; i++) {
        rows.beginRow();
        rows.append((short) team.assessor[i]);
        rows.append(team.reference[i]);
        rows.append(team.grade[i]);
        rows.endRow();
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Counts by reference and grade, as {@link Plain#pairs} gives them. */
  long[] pairs(int grades) throws SQLException {
    long[] counts = new long[grades * grades];
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT reference, grade, count(*) FROM gradings GROUP BY reference, grade")) {
      while (rows.next()) {
        counts[rows.getInt(1) * grades + rows.getInt(2)] = rows.getLong(3);
      }
    }
    return counts;
  }

  /** Counts by assessor, reference and grade. */
  long[] cube(int assessors, int grades) throws SQLException {
    long[] counts = new long[assessors * grades * grades];
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT assessor, reference, grade, count(*) FROM gradings"
                    + " GROUP BY assessor, reference, grade")) {
      while (rows.next()) {
        counts[(rows.getInt(1) * grades + rows.getInt(2)) * grades + rows.getInt(3)] =
            rows.getLong(4);
      }
    }
    return counts;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
