package org.assay.io.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/** A small file of text, such as a plan or a state. */
public final class TextFile {
  private TextFile() {}

  /**
   * Reads a file that must be UTF-8.
   *
   * @param file as the user named it
   * @return all of it
   * @throws BadInputException if there is no such file, or it is a folder or no UTF-8 text
   * @throws IOException if it cannot be read
   */
  public static String read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BadInputException(Shown.path(file) + " is a folder, expected a file");
    }
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new BadInputException(Shown.path(file) + " does not exist", e);
    } catch (CharacterCodingException e) {
      throw new BadInputException(Shown.path(file) + " is not UTF-8 text", e);
    }
  }
}
