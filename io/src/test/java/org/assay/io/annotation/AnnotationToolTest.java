package org.assay.io.annotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assay.io.BadInputException;
import org.assay.io.table.Header;
import org.assay.io.table.Row;
import org.assay.io.table.RowSink;
import org.assay.io.table.Table;
import org.assay.io.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each tool exports is item, assessor and grade, and the time where it is there. */
class AnnotationToolTest {
  private static final List<String> COLUMNS =
      List.of("item_id", "assessor_id", "grade", "graded_at", "grading_id");

  @TempDir Path dir;

  private record Column(int ordinal) implements Table.Column {
    @Override
    public String name() {
      return COLUMNS.get(ordinal);
    }

    @Override
    public String without() {
      return ordinal < 3 ? null : "";
    }

    @Override
    public Kind kind() {
      return Kind.WORD;
    }
  }

  private static final Table TABLE =
      new Table("gradings", Stream.of(0, 1, 2, 3, 4).map(Column::new).toList());

  /** The rows as texts, and the number of what was left out. */
  private static final class Texts implements RowSink {
    final List<String> rows = new ArrayList<>();
    private Header header;

    @Override
    public void begin(Header ofFile) {
      header = ofFile;
    }

    @Override
    public void accept(Row row) {
      rows.add(
          TABLE.columns().stream()
              .filter(header::has)
              .map(column -> row.field(header.place(column)))
              .reduce((a, b) -> a + " " + b)
              .orElseThrow());
    }

    @Override
    public void leaveOut(long entries) {
      if (entries > 0) {
        rows.add("left out " + entries);
      }
    }

    @Override
    public void endBatch() {}
  }

  private static List<String> read(AnnotationTool tool, Path file, Map<String, String> names) {
    return TableReader.read(TABLE, List.of(tool.table(file)), names, bytes -> {}, new Texts()).rows;
  }

  private static Path resource(String name) {
    try {
      return Path.of(AnnotationToolTest.class.getResource("/exports/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> read(String tool, String resource) {
    return read(AnnotationTool.of(tool), resource(resource), Map.of());
  }

  @Test
  void labelStudio() {
    assertAll(
        () ->
            assertEquals(
                List.of(
                    "101 ann@example.org A 2025-03-03T10:00:00.123456Z 11",
                    "101 bob@example.org B 2025-03-03T11:00:00Z 12",
                    "102 2 A|C 2025-03-03T11:05:00Z 14",
                    "left out 1"),
                read("label-studio", "label-studio.json")),
        () ->
            assertEquals(
                List.of("101 1 A 2025-03-03T10:00:00Z 11", "102 1 A|C 2025-03-03T10:01:00Z 12"),
                read("Label Studio", "label-studio-min.json")),
        () ->
            assertEquals(
                List.of(
                    "101 1 A 2025-03-03T10:00:00.000000Z 11",
                    "102 1 A|C 2025-03-03T10:01:00.000000Z 12",
                    "101 2 B 2025-03-03T11:00:00.000000Z 13"),
                read("labelstudio", "label-studio.csv")));
  }

  /** In older CSV exports nothing tells the answers from the data: the column is named. */
  @Test
  void whichOfSeveralColumnsIsTheGradeIsAsked() {
    Path file = resource("label-studio-old.csv");
    String message =
        assertThrows(
                BadInputException.class, () -> read(AnnotationTool.LABEL_STUDIO, file, Map.of()))
            .getMessage();
    assertEquals(
        file
            + ": column \"grade\" is missing, the header has [assessor_id, graded_at, grading_id,"
            + " item_id, sentiment, ...",
        message);
    assertEquals(
        List.of("101 1 A 2025-03-03T10:00:00.000000Z 11", "101 2 B 2025-03-03T11:00:00.000000Z 13"),
        read(AnnotationTool.LABEL_STUDIO, file, Map.of("grade", "sentiment")));
  }

  @Test
  void cvat() throws IOException {
    List<String> expected = List.of("a/1.jpg ann A", "a/2.jpg ann B", "left out 1");
    assertEquals(expected, read("cvat", "cvat.xml"));
    assertEquals(List.of("1.jpg lead A", "2.jpg lead C"), read("CVAT", "cvat-labels.xml"));
    Path zip = dir.resolve("task.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("images/1.jpg"));
      out.putNextEntry(new ZipEntry("annotations.xml"));
      Files.copy(resource("cvat.xml"), out);
    }
    assertEquals(expected, read(AnnotationTool.CVAT, zip, Map.of()));
  }

  /** Who has an image of one name in two tasks has two images; shared ones stay shared. */
  @Test
  void cvatTasksWithImagesOfOneName() throws IOException {
    Path xml =
        Files.writeString(
            dir.resolve("project.xml"),
            """
            <annotations><meta><project><tasks>
            <task><id>1</id><assignee><username>ann</username></assignee></task>
            <task><id>2</id><assignee><username>ann</username></assignee></task>
            <task><id>3</id><assignee><username>bob</username></assignee></task>
            </tasks></project></meta>
            <image name="1.jpg" task_id="1"><tag label="A"/></image>
            <image name="1.jpg" task_id="2"><tag label="B"/></image>
            <image name="2.jpg" task_id="1"><tag label="A"/></image>
            <image name="2.jpg" task_id="3"><tag label="B"/></image>
            </annotations>
            """);
    assertEquals(
        List.of("1/1.jpg ann A", "2/1.jpg ann B", "2.jpg ann A", "2.jpg bob B"),
        read(AnnotationTool.CVAT, xml, Map.of()));
  }

  @Test
  void cvatLoadsNothingFromElsewhere() throws IOException {
    Path xml =
        Files.writeString(
            dir.resolve("x.xml"),
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><annotations>"
                + "<image name='1'><tag label='A'><attribute name='v'>&e;</attribute></tag></image>"
                + "</annotations>");
    String said;
    try {
      said = read(AnnotationTool.CVAT, xml, Map.of()).toString();
    } catch (BadInputException e) {
      said = e.getMessage();
    }
    assertTrue(!said.contains("root:"), said);
  }

  @Test
  void prodigy() {
    assertEquals(
        List.of(
            "-11 db-ann A 2025-03-03T10:00:00Z", "-11 db-bob B 2025-03-03T11:00:00Z", "left out 1"),
        read("prodigy", "prodigy.jsonl"));
    assertEquals(
        List.of("21 prodigy-binary accept", "22 prodigy-binary reject"),
        read("prodigy", "prodigy-binary.jsonl"));
  }

  @Test
  void inception() throws IOException {
    assertEquals(List.of("doc1.txt inception A"), read("INCEpTION", "inception.json"));
    Path zip = dir.resolve("project.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String path :
          List.of("annotation/one.txt/ann.json", "annotation/one.txt/bob.json", "log/x.log")) {
        out.putNextEntry(new ZipEntry(path));
        Files.copy(resource("inception.json"), out);
      }
    }
    assertEquals(
        List.of("one.txt ann A", "one.txt bob A"), read(AnnotationTool.INCEPTION, zip, Map.of()));
  }

  @Test
  void doccano() throws IOException {
    assertEquals(
        List.of("1 doccano A", "2 doccano C", "left out 1"), read("doccano", "doccano.jsonl"));
    assertEquals(
        List.of("1 5 2 2025-03-03T10:00:00.000000Z 1", "1 6 3 2025-03-03T11:00:00.000000Z 2"),
        read("doccano", "doccano-users.jsonl"));
    Path zip = dir.resolve("export.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String user : List.of("ann", "bob")) {
        out.putNextEntry(new ZipEntry(user + ".jsonl"));
        Files.copy(resource("doccano.jsonl"), out);
      }
    }
    assertEquals(
        List.of("1 ann A", "2 ann C", "1 bob A", "2 bob C", "left out 2"),
        read(AnnotationTool.DOCCANO, zip, Map.of()));
  }

  @Test
  void anotherToolIsNamed() {
    assertEquals(
        "a format must be one of [label-studio, cvat, prodigy, inception, doccano], got \"brat\"",
        assertThrows(BadInputException.class, () -> AnnotationTool.of("brat")).getMessage());
  }

  @ParameterizedTest
  @EnumSource(AnnotationTool.class)
  void whatIsNoExportIsRefusedInOneLine(AnnotationTool tool) throws IOException {
    for (String text : List.of("", "[]", "{\"x\": 1", "<a/>", "a,b\n1,2\n", "[1]", "\0\1\2")) {
      Path file = Files.writeString(dir.resolve("x"), text);
      String message =
          assertThrows(BadInputException.class, () -> read(tool, file, Map.of())).getMessage();
      assertAll(
          () -> assertTrue(message.startsWith(file + ": "), message),
          () -> assertEquals(1, message.lines().count()),
          () -> assertTrue(message.length() <= 300, message));
    }
    Path none = dir.resolve("none");
    assertTrue(
        assertThrows(BadInputException.class, () -> read(tool, none, Map.of()))
            .getMessage()
            .startsWith(none + ": file not found"));
  }

  /** An export with some bytes changed is refused in one line, or read: 100 seeds each. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "label-studio.json",
        "label-studio.csv",
        "cvat.xml",
        "prodigy.jsonl",
        "inception.json",
        "doccano.jsonl"
      })
  void damageIsNoCrash(String resource) throws IOException {
    String tool = resource.replaceAll("[.].*", "");
    byte[] whole = Files.readAllBytes(resource(resource));
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      byte[] bytes = whole.clone();
      for (int i = 0; i < 3; i++) {
        bytes[random.nextInt(bytes.length)] =
            "\"{}[],:<>/\0\u007Fx1\n".getBytes(UTF_8)[random.nextInt(15)];
      }
      Path file = Files.write(dir.resolve("damaged"), bytes);
      try {
        read(AnnotationTool.of(tool), file, Map.of());
      } catch (BadInputException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
  }
}
