package org.assay.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assay.io.BadInputException;
import org.assay.io.files.TextFile;
import picocli.CommandLine.Option;

/** The seed of a draw, as text or from a file that others cannot read. */
final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "TEXT",
      description =
          "Any text; hard to guess, if others are to trust the draw. Others on the machine may see"
              + " it: rather a file.")
  private String seed;

  @Option(
      names = "--seed-file",
      paramLabel = "FILE",
      description = "File with the seed, white space at its ends taken off; - for standard input.")
  private Path seedFile;

  SeedOption() {}

  String text() throws IOException {
    return seed == null ? read(seedFile) : seed;
  }

  /** Asks for the seed, which nobody then sees in a list of processes or a history. */
  @SuppressWarnings("SystemConsoleNull") // a console that is no terminal reads the line as well
  static String ask(PrintWriter err) throws IOException {
    Console console = System.console();
    if (console != null) {
      char[] typed = console.readPassword("Seed (any text, hard to guess; it is not shown): ");
      return typed == null ? "" : new String(typed).strip();
    }
    err.println("Seed (any text, hard to guess; one line):");
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? "" : line.strip();
  }

  /** The file it is in; null when it is in none. */
  Path file() {
    return seedFile == null || seedFile.toString().equals("-") ? null : seedFile;
  }

  static String read(Path file) throws IOException {
    String text =
        file.toString().equals("-")
            ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
            : TextFile.read(file);
    if (text.isBlank()) {
      throw new BadInputException(file + " must hold a seed, but is blank");
    }
    return text.strip();
  }
}
