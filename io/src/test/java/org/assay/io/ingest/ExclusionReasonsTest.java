package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assay.io.ingest.Exclusion.Example;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each reason for which a row is left out, and what the account says of it. */
class ExclusionReasonsTest extends IngestFixture {
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
                      "rowsUnresolved",
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
              "i1,q1,,2025-03-03T14:01Z,g1,a01,SRS,1,BLIND",
              "i1,q1,Z,2025-03-03T14:00Z,g1,a01,SRS,1,BLIND",
              "i1,q1,A,yesterday,g1,a01,SRS,1,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,1.01,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,0,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,NaN,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,LUCK,1,BLIND",
              "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,1,PERHAPS",
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
}
