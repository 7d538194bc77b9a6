package org.assay.io.table;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assay.io.BadInputException;

/**
 * What can be read once only, standard input or a pipe: kept as a file, because the format is told
 * by the first bytes, Parquet and XLSX are read from their end, and the digest is taken of what was
 * read.
 */
final class OnceOnly {
  private static final Path STANDARD_INPUT = Path.of("/proc/self/fd/0");
  private static final int SECONDS_FOR_A_WRITER = 10;

  private OnceOnly() {}

  /** Whether a path is neither a file on a disk nor a directory, such as a pipe. */
  static boolean isOnceOnly(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).isOther();
    } catch (IOException e) {
      return false; // opening it will say why
    }
  }

  /** A copy of what a pipe holds. */
  static Path keep(Path pipe) {
    if (isTerminal(pipe)) {
      throw terminal(pipe.toString());
    }
    try (InputStream in = open(pipe)) {
      return keep(pipe.toString(), in);
    } catch (IOException e) {
      throw new BadInputException(pipe + ": cannot be read", e);
    }
  }

  /** A copy of standard input. */
  static Path keepStandardInput() {
    if (isTerminal(STANDARD_INPUT) || !Files.exists(STANDARD_INPUT) && isConsoleATerminal()) {
      throw terminal("standard input");
    }
    return keep("standard input", System.in);
  }

  private static BadInputException terminal(String name) {
    return new BadInputException(
        name
            + ": is a terminal, expected a table; name a file, or write a table to it: cat"
            + " gradings.csv | assay ...");
  }

  // Where there is no /proc. From JDK 22 on there is a console without a terminal, too.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsoleATerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // an older JDK, which has a console on terminals alone
    }
  }

  private static boolean isTerminal(Path path) {
    try {
      String target = path.toRealPath().toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }

  // To open a pipe that nobody writes to would wait for ever.
  private static InputStream open(Path pipe) throws IOException {
    var opened = new CompletableFuture<InputStream>();
    var opening =
        new Thread(
            () -> {
              try {
                opened.complete(Files.newInputStream(pipe));
              } catch (IOException e) {
                opened.completeExceptionally(e);
              }
            },
            "assay-pipe");
    opening.setDaemon(true);
    opening.start();
    try {
      return opened.get(SECONDS_FOR_A_WRITER, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new BadInputException(
          pipe + ": is a pipe that nothing wrote to for " + SECONDS_FOR_A_WRITER + " seconds", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Path keep(String name, InputStream in) {
    try {
      Path folder = Files.createTempDirectory("assay-"); // for this user alone
      Path copy = folder.resolve("standard input".equals(name) ? "standard-input" : "pipe");
      folder.toFile().deleteOnExit();
      copy.toFile().deleteOnExit();
      Files.copy(in, copy);
      return copy;
    } catch (IOException e) {
      throw new BadInputException(name + ": cannot be read or kept", e);
    }
  }
}
