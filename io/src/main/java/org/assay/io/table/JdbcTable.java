package org.assay.io.table;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * The answer to a query of a database. The header counts as row 1.
 *
 * @param url of the database, as JDBC has it
 * @param query what to ask
 * @param driver jar with the driver of the database; empty when it is on the class path
 * @param times how times are written that are not ISO 8601
 */
record JdbcTable(String url, String query, Optional<Path> driver, Optional<TimeFormat> times)
    implements TableSource {
  private static final int ROWS_AT_ONCE = 10_000;

  @Override
  public String name() {
    return shown(url);
  }

  /** The database without what a URL may say of its user. */
  static String shown(String url) {
    String hidden =
        url.replaceAll("//[^/@?]*@", "//")
            .replaceAll("(?i)\\b(password|pwd|user|username|token|secret|key)=[^&;]*", "$1=...");
    return Shown.plain(hidden);
  }

  @Override
  public Map<String, String> readAs() {
    var said = new TreeMap<>(Map.of("database", name(), "query", query));
    times.ifPresent(format -> said.put("dateFormat", format.text()));
    return said;
  }

  @Override
  public TableRows open(LongConsumer read) {
    Connection connection = null;
    try {
      connection = connect();
      return new JdbcRows(name(), connection, answer(connection));
    } catch (SQLException e) {
      JdbcRows.closeQuietly(connection);
      throw JdbcRows.failed(name(), e);
    } catch (BadInputException e) {
      JdbcRows.closeQuietly(connection);
      throw e;
    }
  }

  // Row by row: some drivers fetch everything at once unless they are told not to.
  private ResultSet answer(Connection connection) throws SQLException {
    try {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      // not every database can; the query is read all the same
    }
    Statement statement = connection.createStatement();
    statement.setFetchSize(ROWS_AT_ONCE);
    return statement.executeQuery(query);
  }

  private Connection connect() throws SQLException {
    for (Driver known : drivers()) {
      if (known.acceptsURL(url)) {
        Connection connection = known.connect(url, new Properties());
        if (connection != null) {
          return connection;
        }
      }
    }
    throw new BadInputException(
        name()
            + (driver.isPresent()
                ? ": no driver for it in " + driver.get()
                : ": no driver for it on the class path; name the jar with its JDBC driver:"
                    + " --driver FILE"));
  }

  private List<Driver> drivers() {
    List<Driver> known = new ArrayList<>();
    if (driver.isEmpty()) {
      DriverManager.drivers().forEach(known::add);
      return known;
    }
    if (!Files.isRegularFile(driver.get())) {
      throw new BadInputException(driver.get() + ": file not found, expected the jar of a driver");
    }
    try {
      URL[] jars = {driver.get().toUri().toURL()};
      // stays open: its classes work as long as the connection does
      ServiceLoader.load(Driver.class, new URLClassLoader(jars)).forEach(known::add);
      return known;
    } catch (MalformedURLException e) {
      throw new BadInputException(driver.get() + ": cannot be read", e);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new BadInputException(
          driver.get() + ": its driver cannot be loaded: " + Shown.plain(e.toString()), e);
    }
  }
}
