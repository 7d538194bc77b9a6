package org.assay.io.ingest;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of a test's own, from the programs that Debian's package puts where it does. */
final class PostgresServer implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path data;
  private final int port;

  private PostgresServer(Path programs, Path data, int port) {
    this.programs = programs;
    this.data = data;
    this.port = port;
  }

  static PostgresServer start(Path folder) throws IOException, InterruptedException {
    Optional<Path> programs = programs();
    Assumptions.assumeTrue(
        programs.isPresent(),
        "PostgreSQL is not installed (no /usr/lib/postgresql/*/bin/initdb): not tested with it");
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    // As root the server does not run; the folder of a test is root's.
    Path data = Files.createTempDirectory(Path.of("/tmp"), "assay-postgres-");
    var server = new PostgresServer(programs.get(), data, port);
    if (server.isRoot()) {
      server.run("chown", "postgres", data.toString());
    }
    server.asPostgres("initdb", "-D", data + "/db", "-A", "trust", "-U", "postgres", "--no-sync");
    server.asPostgres(
        "pg_ctl",
        "-D",
        data + "/db",
        "-o",
        "-p " + port + " -k " + data + " -c listen_addresses=127.0.0.1 -c fsync=off",
        "-l",
        data + "/log",
        "-w",
        "start");
    return server;
  }

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(PROGRAMS)) {
      return Optional.empty();
    }
    try (var versions = Files.list(PROGRAMS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  private boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private void asPostgres(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command.toArray(new String[0]));
  }

  private void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile("assay-postgres", ".log").toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      asPostgres("pg_ctl", "-D", data + "/db", "-m", "immediate", "-w", "stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
