package org.assay.io.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.assay.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A digest is of the file that was read, or of none. */
class InputFilesTest {
  @TempDir Path temp;

  @Test
  void theDigestOfAFileThatStays() throws IOException {
    Path file = Files.writeString(temp.resolve("g.csv"), "abc");
    InputFiles inputs = InputFiles.before(List.of(file, temp.resolve("absent")));
    // FIPS 180-2, appendix B.1
    assertEquals(
        new Content(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        inputs.digest(file));
  }

  @Test
  void aFileThatGrowsIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("g.csv"), "abc");
    InputFiles inputs = InputFiles.before(List.of(file));
    Files.writeString(file, "abcd");
    assertRefused(inputs, file);
  }

  @Test
  void aFileThatIsReplacedIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("g.csv"), "abc");
    Path other = Files.writeString(temp.resolve("other.csv"), "abd");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    InputFiles inputs = InputFiles.before(List.of(file));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertRefused(inputs, file);
  }

  private static void assertRefused(InputFiles inputs, Path file) {
    var e = assertThrows(BadInputException.class, () -> inputs.digest(file));
    assertEquals(
        file + " was changed while it was being read; run again when it is complete",
        e.getMessage());
  }
}
