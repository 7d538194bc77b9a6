package org.assay.io.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written whole, and over nothing that is somebody's. */
class OutputFilesTest {
  private static final String LIST = "item_id,reviewer_id,grade,checked_at\ni1,,,\n";
  private static final String FILLED =
      "item_id,reviewer_id,grade,checked_at\ni1,r1,B,2025-01-07T09:00:00Z\n";

  @TempDir Path temp;

  private Path file;

  @BeforeEach
  void name() {
    file = temp.resolve("out.csv");
  }

  private void write(Path out, Kind kind, String text, boolean force, Path... inputs)
      throws IOException {
    OutputFiles files = new OutputFiles(List.of(inputs), force).require(out);
    files.put(out, kind, text);
    files.write();
  }

  private void assertKept(String message, Kind kind, String old, String fresh) throws IOException {
    Files.writeString(file, old);
    var e = assertThrows(BadInputException.class, () -> write(file, kind, fresh, false));
    assertEquals(file + " " + message, e.getMessage());
    assertEquals(old, Files.readString(file));
  }

  private void assertReplaced(Kind kind, String old, String fresh, boolean force)
      throws IOException {
    Files.writeString(file, old);
    write(file, kind, fresh, force);
    assertEquals(fresh, Files.readString(file));
  }

  private long hidden() throws IOException {
    try (Stream<Path> all = Files.list(temp)) {
      return all.filter(f -> f.getFileName().toString().startsWith(".")).count();
    }
  }

  @Test
  void aListWithVerdictsIsKept() throws IOException {
    String message =
        "may have verdicts in it, or is no pick-list as Assay writes it; name another file, or"
            + " replace it with --force";
    assertKept(message, Kind.PICK_LIST, FILLED, LIST);
    assertKept(message, Kind.PICK_LIST, LIST.replace(",,,", ",r1,,"), LIST);
    assertKept(message, Kind.PICK_LIST, LIST.replace("\n", "\r\n"), LIST);
    assertKept(
        message, Kind.PICK_LIST, "item_id,reviewer_id,grade,checked_at,note\ni1,,,,x\n", LIST);
    assertKept(message, Kind.PICK_LIST, "shopping", LIST);
    assertReplaced(Kind.PICK_LIST, LIST, LIST.replace("i1", "i2"), false);
    assertReplaced(Kind.PICK_LIST, FILLED, LIST, true);
    assertReplaced(Kind.PICK_LIST, FILLED, FILLED, false);
    assertEquals(0, hidden());
  }

  @Test
  void aTableWithAnotherColumnIsKept() throws IOException {
    String message =
        "is not a table as Assay writes it; name another file, or replace it with --force";
    assertKept(message, Kind.TABLE, "lot,decision,note\na,ACCEPT,x\n", "lot,decision\nb,X\n");
    assertKept(message, Kind.TABLE, "lot,decision\r\na,ACCEPT\r\n", "lot,decision\nb,X\n");
    assertReplaced(Kind.TABLE, "lot,decision\na,ACCEPT\n", "lot,decision\nb,X\n", false);
  }

  @Test
  void aDocumentOfAnotherKindIsKept() throws IOException {
    String message = "is not as Assay writes it; name another file, or replace it with --force";
    assertKept(message, Kind.DOCUMENT, "{\"scheme\":{},\"levels\":[]}", "{\"format\":1}");
    assertKept(message, Kind.DOCUMENT, "{\"format\":1,", "{\"format\":1}");
    assertReplaced(Kind.DOCUMENT, "{\"format\":2}", "{\"format\":1}", false);
  }

  @Test
  void aKeyAndASeedAreKept() throws IOException {
    assertKept(
        "holds the key of another draw; name another file, or replace it with --force",
        Kind.KEY,
        "lot\nx\n",
        "lot\ny\n");
    assertKept("exists; it is never overwritten; name another file", Kind.ONCE, "seed", "seed");
    assertThrows(BadInputException.class, () -> write(file, Kind.ONCE, "other", true));
  }

  @Test
  void anInputIsNeverWritten() throws IOException {
    Files.writeString(file, LIST);
    Path link = Files.createSymbolicLink(temp.resolve("link.csv"), file);
    Path hard = Files.createLink(temp.resolve("hard.csv"), file);
    for (Path out : List.of(file, link, hard, temp.resolve("x/../out.csv"))) {
      var e =
          assertThrows(BadInputException.class, () -> write(out, Kind.PICK_LIST, LIST, true, file));
      assertTrue(e.getMessage().contains("is an input of this run"), e.getMessage());
    }
    assertEquals(LIST, Files.readString(file));
  }

  @Test
  void noFileTwice() throws IOException {
    OutputFiles files = new OutputFiles(List.of(), true);
    files.put(file, Kind.KEY, "a");
    var e = assertThrows(BadInputException.class, () -> files.put(file, Kind.PICK_LIST, LIST));
    assertEquals(
        file + " is named for two outputs; name another file for one of them", e.getMessage());
    assertFalse(Files.exists(file));
  }

  @Test
  void aLinkStaysAndWhatItNamesIsReplaced() throws IOException {
    Files.writeString(file, LIST);
    Path link = Files.createSymbolicLink(temp.resolve("link.csv"), file);
    write(link, Kind.PICK_LIST, LIST.replace("i1", "i2"), false);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(LIST.replace("i1", "i2"), Files.readString(file));
    Path broken = Files.createSymbolicLink(temp.resolve("broken"), temp.resolve("nothing"));
    var e = assertThrows(BadInputException.class, () -> write(broken, Kind.KEY, "lot\n", false));
    assertEquals(broken + " is a symbolic link to nothing; name the file itself", e.getMessage());
  }

  @Test
  void permissionsStayAsTheyWere() throws IOException {
    write(file, Kind.KEY, "lot\n", false);
    Path plain = Files.writeString(temp.resolve("plain"), "");
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    write(file, Kind.KEY, "lot\nx\n", true);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void leftoversOfKilledRunsGo() throws IOException {
    Path left = Files.writeString(temp.resolve(".out.csv.assay-4194999-0123abcd"), "half");
    Path other = Files.writeString(temp.resolve(".out.csv.assay-notes"), "mine");
    Path alive =
        Files.writeString(
            temp.resolve(".out.csv.assay-" + ProcessHandle.current().pid() + "-0123abcd"), "now");
    write(file, Kind.KEY, "lot\n", false);
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(other) && Files.exists(alive));
  }

  @Test
  void anOldFolderIsPutBack() throws IOException {
    Path old = Files.createDirectory(temp.resolve(".r.assay-4194999-0123abcd-old"));
    Files.writeString(old.resolve("x"), "old report");
    Files.createDirectory(temp.resolve(".r.assay-4194999-0123abcd"));
    assertThrows(
        BadInputException.class, () -> OutputFolder.at(temp.resolve("r"), "k", List.of(), false));
    assertEquals("old report", Files.readString(temp.resolve("r/x")));
    assertEquals(0, hidden());
  }
}
