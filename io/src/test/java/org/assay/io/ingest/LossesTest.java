package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assay.io.BadInputException;
import org.assay.io.ingest.ScopeLoss.Kind;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that cannot be used are counted: how many, whose, why, and what to do. */
class LossesTest extends IngestFixture {
  private static final String GRADINGS = "item_id,assessor_id,grade,graded_at,unit_id,stratum_id";
  private static final String CHECKS =
      VERDICTS + ",assessor_id,selection_method,inclusion_probability,blind";

  @Test
  void gradingsByAssessorUnitAndStratum() throws IOException {
    Intake in =
        gradings(
            GRADINGS,
            "i1,a01,A,2025-03-03T10:00Z,u1,s1",
            "i2,a01,Z,2025-03-03T10:00Z,u1,s1",
            "i3,a02,Z,2025-03-03T10:00Z,u1,s2",
            "i4,a02,A,now,u2,s2",
            "i5,a03,A,2025-03-03T10:00Z,u2,s1",
            "i5,a03,A,2025-03-03T10:00Z,u2,s1",
            "i6,a03,A,2025-03-03T10:00Z,u2,s1",
            "i6,a03,B,2025-03-03T10:00Z,u2,s1",
            "i7,a04,A,2025-03-03T10:00Z,u2");
    TableLosses lost = in.losses().gradings();
    assertAll(
        () -> assertEquals(8, lost.rows(), "without the exact duplicate"),
        () -> assertEquals(6, lost.lost()),
        () -> assertEquals(0.75, lost.share()),
        () -> assertEquals(0.5, lost.share(Kind.ASSESSOR, "a01")),
        () -> assertEquals(1, lost.share(Kind.ASSESSOR, "a02")),
        () -> assertEquals(2.0 / 3, lost.share(Kind.ASSESSOR, "a03")),
        () -> assertEquals(0, lost.share(Kind.ASSESSOR, "a04"), "which fields it has is a guess"),
        () -> assertEquals(2.0 / 3, lost.share(Kind.UNIT, "u1")),
        () -> assertEquals(0.75, lost.share(Kind.UNIT, "u2")),
        () -> assertEquals(1, lost.share(Kind.STRATUM, "s2")),
        () -> assertEquals(new ScopeLoss(Kind.ASSESSOR, "a02", 2, 2), lost.scopes().get(0)),
        () ->
            assertEquals(
                List.of(
                    Reason.UNKNOWN_GRADE,
                    Reason.CONFLICTING_DUPLICATE,
                    Reason.FIELD_COUNT,
                    Reason.BAD_TIME),
                lost.causes().stream().map(LossCause::reason).toList()),
        () ->
            assertEquals(
                new LossCause(
                    Reason.UNKNOWN_GRADE,
                    "grade",
                    2,
                    List.of(new LossCause.Value("Z", 2)),
                    "expected one of A, B, C, N"),
                lost.causes().get(0)));
  }

  @Test
  void verdictsByTheAssessorOfTheGrading() throws IOException {
    Intake in =
        verdicts(
            CHECKS,
            "i1,q1,A,2025-03-03T14:00Z,,SRS,0.5,BLIND",
            "i3,q1,Z,2025-03-03T14:00Z,,SRS,0.5,BLIND",
            "i2,q1,Z,2025-03-03T14:00Z,a02,SRS,0.5,BLIND",
            "i9,q1,A,2025-03-03T14:00Z,a05,SRS,0.5,BLIND",
            "i9,q1,A,2025-03-03T14:00Z,a05,TARGETED,,BLIND",
            "i1,q2,Z,2025-03-03T14:00Z,,,,BLIND",
            "i1,q2,A,2025-03-03T14:00Z,,CONVENIENCE,,BLIND");
    TableLosses lost = in.losses().verdicts();
    assertAll(
        () -> assertEquals(4, lost.rows(), "random selections only"),
        () -> assertEquals(3, lost.lost()),
        () -> assertEquals(0.5, lost.share(Kind.ASSESSOR, "a01")),
        () -> assertEquals(1, lost.share(Kind.ASSESSOR, "a02")),
        () -> assertEquals(1, lost.share(Kind.ASSESSOR, "a05"), "by its name alone"),
        () -> assertEquals(2, in.ledger().verdicts().rowsUnresolved()));
  }

  @Test
  void nothingLost() throws IOException {
    Intake in = verdicts(VERDICTS, "i1,q1,A,2025-03-03T14:00Z");
    assertFalse(in.losses().any());
    assertEquals(List.of(), in.losses().above(0));
    assertFalse(in.losses().tableAbove(0));
  }

  /** The first line says what share is gone, whose, the likeliest cause and its remedy. */
  @Test
  void headlines() throws IOException {
    var lines = new ArrayList<>(List.of("item_id,assessor_id,grade,graded_at"));
    for (int i = 0; i < 1000; i++) {
      String grade = i % 10 == 0 && i < 500 ? "BB" : i == 700 ? "?" : "B";
      lines.add("i" + i + ",a" + i / 100 + "," + grade + ",2025-03-03T10:00Z");
    }
    Losses losses = gradings(lines.toArray(new String[0])).losses();
    assertAll(
        () ->
            assertEquals(
                List.of(
                    "51 of 1,000 gradings (5.1 %) cannot be used, of assessor a0 10 of 100 (10.0"
                        + " %), assessor a1 10 of 100 (10.0 %), assessor a2 10 of 100 (10.0 %),"
                        + " assessor a3 10 of 100 (10.0 %), assessor a4 10 of 100 (10.0 %): grade"
                        + " \"BB\" (50), \"?\" (1); do you mean \"B\"?"),
                losses.above(0.01)),
        () ->
            assertTrue(
                losses
                    .above(0.06)
                    .get(0)
                    .startsWith(
                        "51 of 1,000 gradings (5.1 %) cannot be used, too many of assessor a0 10 of"
                            + " 100 (10.0 %), ")),
        () -> assertEquals(List.of(), losses.above(0.1), "at most the share is allowed"),
        () -> assertTrue(losses.tableAbove(0.05)),
        () -> assertFalse(losses.tableAbove(0.051)),
        () -> assertTrue(losses.above(0.06, Kind.ASSESSOR, "a4")),
        () -> assertFalse(losses.above(0.06, Kind.ASSESSOR, "a7")),
        () -> assertTrue(losses.above(0.05, Kind.ASSESSOR, "a9"), "the table lost too much"));
  }

  /** Few gradings are lost, and many verdicts because of them: the cause comes first. */
  @Test
  void gradingsComeBeforeTheVerdictsThatHangOnThem() throws IOException {
    var gradings = new ArrayList<>(List.of("item_id,assessor_id,grade,graded_at"));
    var checks = new ArrayList<>(List.of(CHECKS));
    for (int i = 0; i < 1000; i++) {
      gradings.add("i" + i + ",a," + (i < 5 ? "Bb" : "B") + ",2025-03-03T10:00Z");
      if (i < 25) {
        checks.add("i" + i + ",q,B,2025-03-03T14:00Z,,SRS,0.5,BLIND");
      }
    }
    List<String> lines = verdicts(gradings, checks.toArray(new String[0])).losses().above(0.01);
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.get(0).startsWith("5 of 1,000 gradings (0.5 %) cannot be used"));
    assertTrue(lines.get(1).startsWith("5 of 25 verdicts (20.0 %) cannot be used"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNKNOWN_GRADE | none | do you mean \"None\"?",
        "UNKNOWN_GRADE | b | do you mean \"B\"?",
        "UNKNOWN_GRADE | Nome | do you mean \"None\"?",
        "UNKNOWN_GRADE | Non | do you mean \"None\"?",
        "UNKNOWN_GRADE | Norne | do you mean \"None\"?",
        "UNKNOWN_GRADE | D | expected one of A, B, C, None",
        "BAD_TIME | 3/14/2025 9:05 | expected a time such as 2025-03-03T09:05:00Z; day and month"
            + " cannot be told apart: say how it is written, --date-format \"dd/MM/yyyy HH:mm\"",
        "BAD_TIME | 45719.37 | expected a time such as 2025-03-03T09:05:00Z; if it counts days as"
            + " spreadsheets do, say --date-format serial",
        "BAD_TIME | 2025-03-14 9:05 | expected a time such as 2025-03-03T09:05:00Z or, with zone in"
            + " the policy, 2025-03-03 09:05: two digits for month, day and hour",
        "BAD_TIME | 2025-03-14 09:05 | expected a zone for local times: name it in the policy,"
            + " \"zone\": \"Europe/London\", or add an offset or Z to the time",
        "BAD_TIME | soon | expected a time such as 2025-03-03T09:05:00Z or, with zone in the"
            + " policy, 2025-03-03 09:05",
        "BAD_PROBABILITY | 120% | expected a number above 0 and at most 1, such as 0.2, 20 % or"
            + " 1/5; more than 100 % is no probability",
        "BAD_PROBABILITY | 2 | expected a number above 0 and at most 1, such as 0.2, 20 % or 1/5",
        "UNKNOWN_BLIND_VALUE | yes | expected one of BLIND, NON_BLIND, UNKNOWN",
      })
  void remedies(Reason reason, String value, String remedy) {
    assertEquals(remedy, new Remedies(List.of("A", "B", "C", "None")).of(reason, value));
  }

  @Test
  void everyReasonThatLosesRowsHasARemedyOfItsOwn() {
    var remedies = new Remedies(List.of("A"));
    for (Reason reason : Reason.values()) {
      assertEquals(
          reason.isLoss(), !remedies.of(reason, "x").equals(reason.sentence()), reason.name());
    }
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    var lines = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    for (int i = 0; i < 200; i++) {
      lines.append("i").append(i).append(i % 50 == 7 ? ",Jos\u00e9" : ",a01");
      lines.append(",A,2025-03-03T10:00Z\n");
    }
    Path file =
        Files.write(dir.resolve("g.csv"), lines.toString().getBytes(StandardCharsets.ISO_8859_1));
    var e =
        assertThrows(BadInputException.class, () -> Ingest.read(IngestOptions.of(file, POLICY)));
    assertEquals(
        file
            + ": 4 of 200 rows hold bytes that are not UTF-8, expected UTF-8: the file is probably"
            + " in Windows-1252 or Latin-1 (row 9, column assessor_id would be \"Jos\u00e9\" in"
            + " Windows-1252); say --encoding windows-1252, or export it as UTF-8",
        e.getMessage());
    PolicyRules rules = PolicyRules.DEFAULT;
    Policy lenient =
        POLICY.withRules(
            new PolicyRules(
                rules.reference(),
                0.03,
                rules.foldCase(),
                rules.gradingsPerVerdictAtMost(),
                rules.familyWise(),
                rules.notSampled()));
    assertEquals(196, Ingest.read(IngestOptions.of(file, lenient)).gradings().size());
  }

  @ParameterizedTest
  @CsvSource({"1.23E+15", "1.23e+15", "1E+15", "1.23E15", "'1,23E+15'", "-1.5E+08"})
  void shortenedIds(String id) throws IOException {
    String cell = "\"" + id + "\"";
    Path gradings =
        file(
            "gradings.csv",
            "item_id;assessor_id;grade;graded_at",
            "i0;a01;A;2025-03-03T10:00Z",
            cell + ";a01;A;2025-03-03T10:01Z",
            cell + ";a02;A;2025-03-03T10:02Z",
            cell + ";a02;A;2025-03-03T10:03Z");
    var e =
        assertThrows(
            BadInputException.class, () -> Ingest.read(IngestOptions.of(gradings, POLICY)));
    assertEquals(
        gradings
            + ": column item_id holds "
            + id
            + " in 3 rows: a spreadsheet has shortened the ids (3 rows), so that different ones are"
            + " the same; expected the ids as they were: export the column as text",
        e.getMessage());
  }

  @Test
  void shortenedIdsOfVerdicts() throws IOException {
    String row = "1.23E+15,q1,A,2025-03-03T14:00Z";
    var e =
        assertThrows(
            BadInputException.class,
            () -> verdicts(VERDICTS, "i1,q1,A,2025-03-03T14:00Z", row, row, row));
    assertTrue(e.getMessage().contains("verdicts.csv: column item_id holds 1.23E+15 in 3 rows"));
  }

  /** Different ids, few of them, or what only looks a little like it, are used as they are. */
  @Test
  void idsThatMayBeWhatTheyAre() throws IOException {
    Intake in =
        gradings(
            "item_id,assessor_id,grade,graded_at",
            "1.23E+15,a01,A,2025-03-03T10:00Z",
            "1.24E+15,a01,A,2025-03-03T10:00Z",
            "1.25E+15,a01,A,2025-03-03T10:00Z",
            "1E15,a01,A,2025-03-03T10:00Z",
            "1E15,a02,A,2025-03-03T10:00Z",
            "1E15,a03,A,2025-03-03T10:00Z",
            "12E+15,a03,A,2025-03-03T10:00Z",
            "A+15,a03,A,2025-03-03T10:00Z");
    assertEquals(8, in.gradings().size());
    assertEquals(3, in.ledger().gradings().noted(Note.Kind.SHORTENED_ID));
  }

  /** A row that is lost for its grade still says its day; one without a time may be of any. */
  @Test
  void lossesBelongToTheirTime() throws IOException {
    Intake in =
        gradings(
            GRADINGS,
            "i1,a01,A,2025-03-03T10:00Z,u1,s1",
            "i2,a01,Z,2025-03-04T00:00Z,u1,s1",
            "i3,a01,Z,2025-03-04T23:59Z,u1,s1",
            "i4,a01,A,now,u1,s1",
            "i5,a01,A,2025-03-05T10:00Z,u1,s1",
            "i5,a01,B,2025-03-05T10:00Z,u1,s1",
            "i6,a02,A,2025-03-05T10:00Z,u1,s1");
    LostTimes times = in.losses().gradings().times();
    long third = Instant.parse("2025-03-03T00:00:00Z").toEpochMilli();
    long day = 86_400_000L;
    assertAll(
        () -> assertEquals(1, times.atMost(Kind.ASSESSOR, "a01", third, third + day)),
        () -> assertEquals(3, times.atMost(Kind.ASSESSOR, "a01", third + day, third + 2 * day)),
        () -> assertEquals(3, times.atMost(Kind.UNIT, "u1", third + 2 * day, third + 3 * day)),
        () -> assertEquals(5, times.atMost(Kind.UNIT, "u1", Long.MIN_VALUE, Long.MAX_VALUE)),
        () -> assertEquals(0, times.atMost(Kind.ASSESSOR, "a02", third, third + 9 * day)));
  }
}
