package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assay.data.Blindness;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings.Attribute;
import org.assay.data.SelectionMethod;
import org.assay.io.ingest.Exclusion.Example;
import org.assay.io.policy.Policy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IngestTest {
  static final Policy POLICY =
      new Policy(GradingScheme.ordered("A", "B", "C", "N").withVersion("v1"), List.of());
  static final String VERDICTS = "item_id,reviewer_id,grade,checked_at";

  @TempDir Path dir;

  Path file(String name, String... lines) throws IOException {
    return Files.writeString(dir.resolve(name), String.join("\n", lines) + "\n");
  }

  /** Gradings alone. */
  Intake gradings(String... lines) throws IOException {
    return Ingest.read(IngestOptions.of(file("gradings.csv", lines), POLICY));
  }

  /** Verdicts on four gradings: i1 by a01, i2 by a02 and again by a01, i3 by a01. */
  Intake verdicts(String... lines) throws IOException {
    return verdicts(
        List.of(
            "grading_id,item_id,assessor_id,grade,graded_at",
            "g1,i1,a01,A,2025-03-03T10:00Z",
            "g2,i2,a02,B,2025-03-03T10:01Z",
            "g3,i2,a01,C,2025-03-03T10:02Z",
            "g4,i3,a01,N,2025-03-03T10:03Z"),
        lines);
  }

  Intake verdicts(List<String> gradingLines, String... lines) throws IOException {
    Path gradings = file("gradings.csv", gradingLines.toArray(new String[0]));
    return Ingest.read(
        IngestOptions.of(gradings, POLICY).withVerdicts(file("verdicts.csv", lines)));
  }

  static Map<Reason, List<Long>> rows(TableLedger ledger) {
    var rows = new EnumMap<Reason, List<Long>>(Reason.class);
    ledger
        .exclusions()
        .forEach(e -> rows.put(e.reason(), e.examples().stream().map(Example::row).toList()));
    return rows;
  }

  static Example only(TableLedger ledger, Reason reason) {
    List<Example> examples = ledger.exclusion(reason).orElseThrow().examples();
    assertEquals(1, examples.size());
    return examples.get(0);
  }

  @Nested
  class Reads {
    @Test
    void everyColumnOfGradings() throws IOException {
      Intake in =
          gradings(
              "stratum_id,stream_id,unit_id,graded_at,grade,assessor_id,item_id,lot_id,extra",
              "w1,s1,u1,2025-03-03T10:00:00.250+01:00,B,a01,i1,l1,x",
              "w1,,u1,2025-03-03T10:00:01Z,N,a02,i1,l1,x");
      assertAll(
          () -> assertEquals("i1", in.gradings().item().id(1)),
          () -> assertEquals("a02", in.gradings().assessor().id(1)),
          () -> assertEquals(3, in.gradings().grade().get(1)),
          () ->
              assertArrayEquals(
                  new long[] {
                    Instant.parse("2025-03-03T09:00:00.250Z").toEpochMilli(),
                    Instant.parse("2025-03-03T10:00:01Z").toEpochMilli()
                  },
                  in.gradings().gradedAt().orElseThrow()),
          () -> assertEquals("u1", in.gradings().attribute(Attribute.UNIT).get().id(0)),
          () -> assertEquals("s1", in.gradings().attribute(Attribute.STREAM).get().id(0)),
          () -> assertEquals("w1", in.gradings().attribute(Attribute.STRATUM).get().id(0)),
          () -> assertEquals(List.of("extra"), in.ledger().gradings().ignoredColumns()),
          () -> assertEquals(1, in.ledger().gradings().noted(Note.Kind.NO_STREAM)),
          () -> assertEquals(0, in.ledger().gradings().noted(Note.Kind.NO_UNIT)),
          () ->
              assertEquals(
                  List.of("grading_id", "scheme_version", "round", "supersedes"),
                  in.ledger().gradings().missingColumns().stream()
                      .map(MissingColumn::column)
                      .toList()),
          () -> assertFalse(in.ledger().verdicts().isPresent()),
          () -> assertEquals(0, in.verdicts().size()));
    }

    @Test
    void everyColumnOfVerdicts() throws IOException {
      Intake in =
          verdicts(
              VERDICTS
                  + ",grading_id,assessor_id,selection_method,inclusion_probability,stratum_id,"
                  + "blind",
              "i2,q1,C,2025-03-03T14:00Z,g2,a02,STRATIFIED,0.25,w1,blind",
              "i1,q2,A,2025-03-03T14:00Z,,,,,,");
      assertAll(
          () -> assertEquals(2, in.verdicts().size()),
          () -> assertEquals(1, in.verdicts().selections().grading(0)),
          () -> assertEquals(2, in.verdicts().reference().get(0)),
          () -> assertTrue(in.verdicts().isError(0)),
          () -> assertEquals("q1", in.verdicts().reviewer().id(0)),
          () ->
              assertEquals(
                  Instant.parse("2025-03-03T14:00:00Z").toEpochMilli(), in.verdicts().checkedAt(0)),
          () -> assertEquals(SelectionMethod.STRATIFIED, in.verdicts().selections().method(0)),
          () -> assertEquals(0.25, in.verdicts().selections().inclusionProbability(0)),
          () -> assertEquals("w1", in.verdicts().selections().stratum().id(0)),
          () -> assertEquals(Blindness.BLIND, in.verdicts().selections().blindness(0)),
          () -> assertEquals(SelectionMethod.CONVENIENCE, in.verdicts().selections().method(1)),
          () -> assertFalse(in.verdicts().selections().isRandom(1)),
          () -> assertEquals(Blindness.UNKNOWN, in.verdicts().selections().blindness(1)),
          () -> assertEquals(1, in.ledger().verdicts().noted(Note.Kind.NO_SELECTION_METHOD)),
          () -> assertEquals(1, in.ledger().verdicts().noted(Note.Kind.BLINDNESS_UNKNOWN)),
          () -> assertEquals(2, in.ledger().verdicts().rowsUsed()));
    }

    @Test
    void gzipByteOrderMarkSemicolonsQuotesAndBlankLines() throws IOException {
      String csv =
          String.join(
              "\r\n",
              "\uFEFF\"item_id\";assessor_id;grade;graded_at;note",
              "\"i;1\";a01;A;2025-03-03T10:00Z;\"two",
              "lines\"",
              "",
              "i2;a01;X;2025-03-03T10:00Z;",
              "\"i\"\"3\";a01;B;2025-03-03T10:00Z;");
      var bytes = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write(csv.getBytes(StandardCharsets.UTF_8));
      }
      Path file = Files.write(dir.resolve("gradings.csv.gz"), bytes.toByteArray());
      Intake in = Ingest.read(IngestOptions.of(file, POLICY));
      assertAll(
          () -> assertEquals("i;1", in.gradings().item().id(0)),
          () -> assertEquals("i\"3", in.gradings().item().id(1)),
          () -> assertEquals(3, in.ledger().gradings().rowsIn()),
          () ->
              assertEquals(
                  new Example(4, "grade", "X", null),
                  only(in.ledger().gradings(), Reason.UNKNOWN_GRADE)));
    }

    @Test
    void mappedColumns() throws IOException {
      Path file = file("gradings.csv", "case,who,grade,when", "i1,a01,A,2025-03-03T10:00Z");
      Map<String, String> names =
          Map.of("item_id", "case", "assessor_id", "who", "graded_at", "when");
      Intake in = Ingest.read(IngestOptions.of(file, POLICY).withColumns(names, Map.of()));
      assertEquals("a01", in.gradings().assessor().id(0));
    }

    /**
     * The hour that the end of summer time repeats, with both offsets, and the last millisecond.
     */
    @Test
    void bothTimesOfTheRepeatedHour() throws IOException {
      Intake in =
          gradings(
              "item_id,assessor_id,grade,graded_at",
              "i1,a01,A,2025-10-26T01:30:00+01:00",
              "i1,a01,A,2025-10-26T01:30:00+00:00",
              "i2,a01,A,2025-10-26T23:59:59.999+00:00");
      assertArrayEquals(
          new long[] {1761438600000L, 1761442200000L, 1761523199999L},
          in.gradings().gradedAt().orElseThrow());
    }

    @Test
    void localTimesOfThePolicysZone() throws IOException {
      Path file =
          file(
              "gradings.csv",
              "item_id,assessor_id,grade,graded_at",
              "i1,a01,A,2025-10-26T01:30",
              "i2,a01,A,2025-03-30T01:30",
              "i3,a01,A,2025-07-01T12:00");
      Policy london = POLICY.withZone(ZoneId.of("Europe/London"));
      Intake in = Ingest.read(IngestOptions.of(file, london));
      assertAll(
          () ->
              assertArrayEquals(
                  new long[] {
                    Instant.parse("2025-10-26T00:30:00Z").toEpochMilli(),
                    Instant.parse("2025-07-01T11:00:00Z").toEpochMilli()
                  },
                  in.gradings().gradedAt().orElseThrow()),
          () -> assertEquals(1, in.ledger().gradings().noted(Note.Kind.AMBIGUOUS_TIME)),
          () -> assertEquals(3, only(in.ledger().gradings(), Reason.BAD_TIME).row()));
    }

    @Test
    void progressEndsAtTheTotal() throws IOException {
      Path file =
          file("gradings.csv", "item_id,assessor_id,grade,graded_at", "i1,a01,A,2025-03-03T10:00Z");
      var heard = new ArrayList<List<Long>>();
      Ingest.read(
          IngestOptions.of(file, POLICY)
              .withProgress((read, total) -> heard.add(List.of(read, total))));
      long size = Files.size(file);
      assertEquals(List.of(size, size), heard.get(heard.size() - 1));
    }
  }

  @Nested
  class GradingReasons {
    static final String HEADER = "grading_id,item_id,assessor_id,grade,graded_at";

    @Test
    void oneOfEach() throws IOException {
      Intake in =
          gradings(
              HEADER + ",scheme_version",
              "g1,i1,a01,A,2025-03-03T10:00Z,v1",
              "g2,i2,a01,A,2025-03-03T10:00Z",
              "g3,,a01,A,2025-03-03T10:00Z,v1",
              "g4,i4,a\u00011,A,2025-03-03T10:00Z,v1",
              "g5,i5,a01,Z,2025-03-03T10:00Z,v1",
              "g6,i6,a01,A,2025-03-03T10:00Z,v0",
              "g7,i7,a01,A,03/03/2025,v1",
              "=1+1,=cmd,a01,A,2025-03-03T10:00Z,");
      TableLedger ledger = in.ledger().gradings();
      assertAll(
          () ->
              assertEquals(
                  Map.of(
                      Reason.FIELD_COUNT, List.of(3L),
                      Reason.MISSING_FIELD, List.of(4L),
                      Reason.UNREADABLE_TEXT, List.of(5L),
                      Reason.UNKNOWN_GRADE, List.of(6L),
                      Reason.OTHER_SCHEME_VERSION, List.of(7L),
                      Reason.BAD_TIME, List.of(8L)),
                  rows(ledger)),
          () ->
              assertEquals(
                  new Example(3, "", "5 fields, the header has 6", null),
                  only(ledger, Reason.FIELD_COUNT)),
          () ->
              assertEquals(
                  new Example(5, "assessor_id", "a\\u00011", null),
                  only(ledger, Reason.UNREADABLE_TEXT)),
          () ->
              assertEquals(
                  new Example(8, "graded_at", "03/03/2025", null), only(ledger, Reason.BAD_TIME)),
          () -> assertEquals(8, ledger.rowsIn()),
          () -> assertEquals(2, ledger.rowsUsed()),
          () -> assertEquals("=cmd", in.gradings().item().id(1)));
    }

    /** The ledger is part of the report: its fields are the components of its records. */
    @Test
    void asJson() throws IOException {
      Intake in = gradings(HEADER, "g1,i1,a01,A,2025-03-03T10:00Z", "g2,i2,a01,Z,now");
      JsonNode json = JsonMapper.shared().valueToTree(in.ledger());
      assertAll(
          () ->
              assertEquals(
                  List.of(
                      "table",
                      "file",
                      "rowsIn",
                      "rowsUsed",
                      "rowsPending",
                      "rowsExcluded",
                      "exclusions",
                      "notes",
                      "ignoredColumns",
                      "missingColumns"),
                  List.copyOf(json.get("gradings").propertyNames())),
          () ->
              assertEquals(
                  "{\"reason\":\"UNKNOWN_GRADE\",\"sentence\":\"The grade is not one of the scheme's"
                      + " grades.\",\"rows\":1,\"examples\":[{\"row\":3,\"column\":\"grade\","
                      + "\"value\":\"Z\",\"otherRow\":null}]}",
                  json.get("gradings").get("exclusions").get(0).toString()));
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
      byte[] csv =
          (HEADER + "\ng1,caf\u00e9,a01,A,2025-03-03T10:00Z\ng2,i2,a01,A,2025-03-03T10:00Z\n")
              .getBytes(StandardCharsets.ISO_8859_1);
      Path file = Files.write(dir.resolve("gradings.csv"), csv);
      TableLedger ledger = Ingest.read(IngestOptions.of(file, POLICY)).ledger().gradings();
      assertEquals(
          new Example(2, "item_id", "caf\uFFFD", null), only(ledger, Reason.UNREADABLE_TEXT));
    }

    @Test
    void duplicatesByGradingId() throws IOException {
      Intake in =
          gradings(
              HEADER,
              "g1,i1,a01,A,2025-03-03T10:00Z",
              "g1,i1,a01,A,2025-03-03T10:00Z",
              "g2,i2,a01,A,2025-03-03T10:00Z",
              "g2,i2,a01,B,2025-03-03T10:00Z",
              "g3,i3,a01,A,2025-03-03T10:00Z",
              "g3,i3,a01,A,2025-03-03T10:00Z",
              "g3,i3,a02,A,2025-03-03T10:00Z",
              "g4,i1,a01,A,2025-03-03T10:00Z");
      TableLedger ledger = in.ledger().gradings();
      assertAll(
          () ->
              assertEquals(
                  new Example(3, "grading_id", "g1", 2L), only(ledger, Reason.EXACT_DUPLICATE)),
          () ->
              assertEquals(
                  List.of(
                      new Example(4, "grading_id", "g2", 5L),
                      new Example(5, "grading_id", "g2", 4L),
                      new Example(6, "grading_id", "g3", 8L),
                      new Example(7, "grading_id", "g3", 6L),
                      new Example(8, "grading_id", "g3", 6L)),
                  ledger.exclusion(Reason.CONFLICTING_DUPLICATE).orElseThrow().examples()),
          () -> assertEquals(2, in.gradings().size()),
          () -> assertEquals(1, in.gradings().item().ids().size(), "ids of excluded rows are gone"),
          () -> assertEquals(1, in.gradings().assessor().ids().size()));
    }

    /** Different items do not tell rows apart that share an id, whatever rows have none. */
    @Test
    void oneIdForTwoItems() throws IOException {
      Intake in =
          gradings(
              HEADER,
              "g1,i1,a01,A,2025-03-03T10:00Z",
              "g1,i2,a01,A,2025-03-03T10:00Z",
              ",i3,a01,A,2025-03-03T10:00Z");
      assertEquals(
          Map.of(Reason.CONFLICTING_DUPLICATE, List.of(2L, 3L)), rows(in.ledger().gradings()));
    }

    @Test
    void duplicatesWithoutIds() throws IOException {
      Intake in =
          gradings(
              "item_id,assessor_id,grade,graded_at,round",
              "i1,a01,A,2025-03-03T10:00Z,1",
              "i1,a01,A,2025-03-03T11:00+01:00,1",
              "i1,a01,B,2025-03-03T10:00Z,2",
              "i1,a01,B,2025-03-04T10:00Z,1",
              "i1,a02,B,2025-03-03T10:00Z,1",
              "i2,a02,B,2025-03-03T10:00Z,1",
              "i2,a02,C,2025-03-03T10:00Z,1");
      assertEquals(
          Map.of(
              Reason.EXACT_DUPLICATE, List.of(3L), Reason.CONFLICTING_DUPLICATE, List.of(7L, 8L)),
          rows(in.ledger().gradings()));
    }

    @Test
    void afterTheAsOfTime() throws IOException {
      Path gradings =
          file(
              "gradings.csv",
              HEADER,
              "g1,i1,a01,A,2025-03-03T10:00Z",
              "g2,i2,a01,A,2025-03-03T10:00:00.001Z");
      Path verdicts =
          file(
              "verdicts.csv",
              VERDICTS,
              "i1,q1,B,2025-03-04T10:00Z",
              "i2,q1,B,2025-03-04T10:00Z",
              "i2,q1,,");
      Intake in =
          Ingest.read(
              IngestOptions.of(gradings, POLICY)
                  .withVerdicts(verdicts)
                  .withAsOf(Instant.parse("2025-03-03T10:00:00Z")));
      assertAll(
          () -> assertEquals(Map.of(Reason.AFTER_AS_OF, List.of(3L)), rows(in.ledger().gradings())),
          () ->
              assertEquals(
                  Map.of(Reason.AFTER_AS_OF, List.of(3L, 4L)), rows(in.ledger().verdicts())),
          () -> assertEquals(1, in.ledger().verdicts().rowsPending()),
          () -> assertEquals(1, in.ledger().verdicts().noted(Note.Kind.CHECKED_AFTER_AS_OF)),
          () -> assertEquals(0, in.verdicts().size()),
          () -> assertEquals(1, in.verdicts().pending().size()));
    }
  }

  @Nested
  class VerdictReasons {
    @Test
    void oneOfEach() throws IOException {
      Intake in =
          verdicts(
              VERDICTS + ",grading_id,assessor_id,selection_method,inclusion_probability,blind",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,1,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,1",
              "i1,,A,2025-03-03T14:00Z,g1,a01,SRS,1,BLIND",
              "i1,q1,,2025-03-03T14:00Z,g1,a01,SRS,1,BLIND",
              "i1,q1,A,,g1,a01,SRS,1,BLIND",
              "i1,q1,Z,2025-03-03T14:00Z,g1,a01,SRS,1,BLIND",
              "i1,q1,A,yesterday,g1,a01,SRS,1,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,1.01,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,0,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,NaN,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,RANDOM,1,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,1,YES",
              "i9,q1,A,2025-03-03T14:00Z,,,SRS,1,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g9,a01,SRS,1,BLIND",
              "i2,q1,A,2025-03-03T14:00Z,g1,a01,SRS,1,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a02,SRS,1,BLIND",
              "i1,q1,A,2025-03-03T09:59Z,g1,a01,SRS,1,BLIND",
              "i1,a01,A,2025-03-03T14:00Z,g1,a01,SRS,1,BLIND");
      TableLedger ledger = in.ledger().verdicts();
      assertAll(
          () ->
              assertEquals(
                  Map.ofEntries(
                      Map.entry(Reason.FIELD_COUNT, List.of(3L)),
                      Map.entry(Reason.MISSING_FIELD, List.of(4L, 5L, 6L)),
                      Map.entry(Reason.UNKNOWN_GRADE, List.of(7L)),
                      Map.entry(Reason.BAD_TIME, List.of(8L)),
                      Map.entry(Reason.BAD_PROBABILITY, List.of(9L, 10L, 11L)),
                      Map.entry(Reason.UNKNOWN_SELECTION_METHOD, List.of(12L)),
                      Map.entry(Reason.UNKNOWN_BLIND_VALUE, List.of(13L)),
                      Map.entry(Reason.UNKNOWN_GRADING, List.of(14L, 15L, 16L, 17L)),
                      Map.entry(Reason.VERDICT_BEFORE_GRADING, List.of(18L)),
                      Map.entry(Reason.SELF_REVIEW, List.of(19L))),
                  rows(ledger)),
          () ->
              assertEquals(
                  new Example(19, "reviewer_id", "a01", null), only(ledger, Reason.SELF_REVIEW)),
          () ->
              assertEquals(
                  List.of("item_id", "grading_id", "item_id", "assessor_id"),
                  ledger.exclusion(Reason.UNKNOWN_GRADING).orElseThrow().examples().stream()
                      .map(Example::column)
                      .toList()),
          () -> assertEquals(1, ledger.rowsUsed()));
    }

    @Test
    void duplicates() throws IOException {
      Intake in =
          verdicts(
              VERDICTS + ",grading_id",
              "i1,q1,A,2025-03-03T14:00Z,g1",
              "i1,q1,A,2025-03-03T14:00Z,",
              "i1,q1,A,2025-03-04T14:00Z,g1",
              "i1,q2,A,2025-03-03T14:00Z,g1",
              "i3,q1,A,2025-03-03T14:00Z,g4",
              "i3,q1,B,2025-03-03T14:00Z,g4");
      assertAll(
          () ->
              assertEquals(
                  Map.of(
                      Reason.EXACT_DUPLICATE, List.of(3L),
                      Reason.CONFLICTING_DUPLICATE, List.of(6L, 7L)),
                  rows(in.ledger().verdicts())),
          () ->
              assertEquals(
                  new Example(3, "item_id", "i1", 2L),
                  only(in.ledger().verdicts(), Reason.EXACT_DUPLICATE)),
          () -> assertEquals(3, in.verdicts().size()));
    }

    @Test
    void correctedVerdicts() throws IOException {
      Intake in =
          verdicts(
              VERDICTS + ",verdict_id,supersedes",
              "i1,q1,A,2025-03-03T14:00Z,v1,",
              "i1,q1,B,2025-03-03T15:00Z,v2,v1",
              "i3,q1,N,2025-03-03T15:00Z,v3,v0",
              "i3,q1,C,2025-03-03T16:00Z,v3,v0");
      assertAll(
          () ->
              assertEquals(
                  Map.of(
                      Reason.SUPERSEDED, List.of(2L),
                      Reason.CONFLICTING_DUPLICATE, List.of(4L, 5L)),
                  rows(in.ledger().verdicts())),
          () -> assertEquals(1, in.verdicts().reference().get(0)));
    }
  }

  @Nested
  class Selections {
    @Test
    void pendingUntilChecked() throws IOException {
      Intake in =
          verdicts(
              VERDICTS + ",grading_id,selection_method,inclusion_probability",
              "i1,,,,g1,SRS,0.5",
              "i1,q1,A,2025-03-03T14:00Z,g1,SRS,0.5",
              "i3,q1,,,g4,SRS,0.5",
              "i3,q2,N,2025-03-03T14:00Z,g4,SRS,0.5",
              "i2,,,,g2,SRS,");
      assertAll(
          () ->
              assertEquals(
                  Map.of(Reason.SELECTION_CHECKED, List.of(2L)), rows(in.ledger().verdicts())),
          () -> assertEquals(2, in.ledger().verdicts().rowsPending()),
          () -> assertEquals(2, in.verdicts().pending().size()),
          () -> assertEquals(3, in.verdicts().pending().grading(0)),
          () -> assertTrue(in.verdicts().pending().isRandom(0)),
          () -> assertFalse(in.verdicts().pending().isRandom(1)),
          () -> assertEquals(1, in.ledger().verdicts().noted(Note.Kind.NO_PROBABILITY)));
    }

    @Test
    void anItemWithSeveralGradings() throws IOException {
      Intake in =
          verdicts(
              VERDICTS + ",assessor_id",
              "i2,q1,B,2025-03-03T14:00Z,",
              "i2,q2,B,2025-03-03T10:01:30Z,",
              "i2,a02,B,2025-03-03T14:00Z,",
              "i2,q3,B,2025-03-03T14:00Z,a01");
      var checks = in.verdicts().selections();
      assertAll(
          () -> assertEquals(4, in.ledger().verdicts().rowsUsed()),
          () -> assertEquals(1, in.ledger().verdicts().noted(Note.Kind.CHECKS_SEVERAL)),
          () -> assertEquals(5, in.verdicts().size()),
          () -> assertEquals(List.of(1, 2, 1, 2, 2), listOf(checks::grading, 5)));
    }

    @Test
    void aDecimalCommaInAFileWithSemicolons() throws IOException {
      Path gradings =
          file("gradings.csv", "item_id,assessor_id,grade,graded_at", "i1,a01,A,2025-03-03T10:00Z");
      Path verdicts =
          file(
              "verdicts.csv",
              "item_id;reviewer_id;grade;checked_at;selection_method;inclusion_probability",
              "i1;q1;A;2025-03-03T14:00Z;SRS;0,125");
      Intake in = Ingest.read(IngestOptions.of(gradings, POLICY).withVerdicts(verdicts));
      assertEquals(0.125, in.verdicts().selections().inclusionProbability(0));
    }
  }

  @Nested
  class CorrectedGradings {
    static final String HEADER = "grading_id,item_id,assessor_id,grade,graded_at,supersedes";
    static final List<String> CHAIN =
        List.of(
            HEADER,
            "g1,i1,a01,A,2025-03-03T10:00Z,",
            "g2,i1,a01,B,2025-03-03T11:00Z,g1",
            "g3,i1,a01,C,2025-03-03T12:00Z,g2",
            "g4,i2,a01,C,2025-03-03T12:00Z,g0");

    @Test
    void theLastOneCountsWhenNothingWasChecked() throws IOException {
      Intake in = gradings(CHAIN.toArray(new String[0]));
      assertAll(
          () ->
              assertEquals(
                  Map.of(Reason.SUPERSEDED, List.of(2L, 3L)), rows(in.ledger().gradings())),
          () -> assertEquals(List.of(2, 2), listOf(in.gradings().grade()::get, 2)),
          () -> assertEquals(1, in.ledger().gradings().noted(Note.Kind.SUPERSEDES_NOTHING)));
    }

    /** What was found stays found: the correction after the check does not undo the error. */
    @Test
    void theCheckedOneCounts() throws IOException {
      Intake in = verdicts(CHAIN, VERDICTS + ",grading_id", "i1,q1,B,2025-03-03T14:00Z,g1");
      assertAll(
          () ->
              assertEquals(
                  Map.of(Reason.SUPERSEDED, List.of(3L), Reason.CORRECTED_AFTER_CHECK, List.of(4L)),
                  rows(in.ledger().gradings())),
          () ->
              assertEquals(
                  2L, only(in.ledger().gradings(), Reason.CORRECTED_AFTER_CHECK).otherRow()),
          () -> assertEquals(0, in.verdicts().selections().grading(0)),
          () -> assertTrue(in.verdicts().isError(0)));
    }

    @Test
    void aVerdictByItemChecksWhatStoodThen() throws IOException {
      Intake in = verdicts(CHAIN, VERDICTS, "i1,q1,B,2025-03-03T11:30Z");
      assertAll(
          () -> assertEquals(1, in.verdicts().grade(0)),
          () -> assertFalse(in.verdicts().isError(0)),
          () ->
              assertEquals(
                  Map.of(Reason.SUPERSEDED, List.of(2L), Reason.CORRECTED_AFTER_CHECK, List.of(4L)),
                  rows(in.ledger().gradings())));
    }

    @Test
    void aRingOfCorrectionsEnds() throws IOException {
      Intake in =
          gradings(
              HEADER,
              "g1,i1,a01,A,2025-03-03T10:00Z,g2",
              "g2,i1,a01,B,2025-03-03T11:00Z,g1",
              "g3,i2,a01,C,2025-03-03T12:00Z,g3");
      assertAll(
          () ->
              assertEquals(
                  Map.of(Reason.SUPERSEDED, List.of(2L, 3L)), rows(in.ledger().gradings())),
          () -> assertEquals(1, in.gradings().size()));
    }
  }

  static List<Integer> listOf(IntUnaryOperator values, int size) {
    return IntStream.range(0, size).map(values).boxed().toList();
  }
}
