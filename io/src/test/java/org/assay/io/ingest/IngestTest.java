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
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.io.ingest.Exclusion.Example;
import org.assay.io.policy.Policy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IngestTest extends IngestFixture {
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
