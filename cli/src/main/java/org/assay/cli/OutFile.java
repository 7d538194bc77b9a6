package org.assay.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.assay.io.BadInputException;

/** Writes the files of a command. */
final class OutFile {
  private OutFile() {}

  /** Writes a text, in place of an older file of the same name. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }

  /** Refuses a file that is there. */
  static void requireAbsent(Path file, String what) {
    if (Files.exists(file)) {
      throw new BadInputException(
          file + " exists; " + what + " is never overwritten, name another file");
    }
  }

  /** Writes a text to a file that must not be there yet. */
  static void writeNew(Path file, String text, String what) throws IOException {
    writeNew(file, text.getBytes(StandardCharsets.UTF_8), what);
  }

  /** Writes bytes to a file that must not be there yet. */
  static void writeNew(Path file, byte[] bytes, String what) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(
          file + " exists; " + what + " is never overwritten, name another file", e);
    }
  }

  /** Refuses a file that is there and holds something else. */
  static void requireNoOther(Path file, String text, String what) throws IOException {
    if (Files.exists(file) && !Files.readString(file).equals(text)) {
      throw new BadInputException(file + " holds " + what + "; name another file");
    }
  }
}
