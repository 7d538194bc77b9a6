package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random selections whose verdict exists but cannot be used stay, pointing at their gradings. */
class UnresolvedTest extends IngestFixture {
  private static final String HEADER =
      VERDICTS + ",grading_id,assessor_id,selection_method,inclusion_probability,blind";

  /** A verdict that can be used on i3, so that there is something to go on with. */
  private static final String GOOD = "i3,q1,N,2025-03-03T14:00Z,g4,a01,SRS,0.5,BLIND";

  private static List<String> unresolved(Intake in) {
    Selections s = in.verdicts().unresolved();
    return IntStream.range(0, s.size())
        .mapToObj(
            row ->
                "g"
                    + (s.grading(row) + 1)
                    + " "
                    + s.method(row)
                    + " "
                    + s.inclusionProbability(row)
                    + " "
                    + s.blindness(row)
                    + (s.isItem(row) ? " item" : ""))
        .sorted()
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "UNKNOWN_GRADE | i1,q1,Z,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "UNKNOWN_GRADE | i1,q1,Z,2025-03-03T14:00Z,,a01,PPS,1,NON_BLIND | g1 PPS 1.0 NON_BLIND",
        "BAD_TIME | i1,q1,A,yesterday,g1,a01,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "MISSING_FIELD | i1,q1,,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "MISSING_FIELD | i1,,A,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "MISSING_FIELD | ,q1,A,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "UNREADABLE_TEXT | i1,q\u00071,A,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "BAD_PROBABILITY | i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,125%,BLIND | g1 SRS 0.5 BLIND",
        "UNKNOWN_SELECTION_METHOD | i1,q1,A,2025-03-03T14:00Z,g1,a01,LUCK,0.25,BLIND | g1 SRS 0.25 BLIND",
        "UNKNOWN_BLIND_VALUE | i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,0.25,maybe | g1 SRS 0.25 BLIND",
        "UNKNOWN_GRADING | i2,q1,A,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "UNKNOWN_GRADING | i1,q1,A,2025-03-03T14:00Z,g1,a02,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "VERDICT_BEFORE_GRADING | i1,q1,A,2025-03-03T09:00Z,g1,a01,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "SELF_REVIEW | i1,a01,A,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND | g1 SRS 0.25 BLIND",
        "FIELD_COUNT | i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND,x | g1 SRS 0.5 BLIND",
        "FIELD_COUNT | i1,q1,A,2025-03-03T14:00Z,g1 | g1 SRS 0.5 BLIND",
      })
  void eachReason(Reason reason, String row, String expected) throws IOException {
    Intake in = verdicts(HEADER, GOOD, row);
    TableLedger ledger = in.ledger().verdicts();
    assertAll(
        () -> assertEquals(Map.of(reason, List.of(3L)), rows(ledger)),
        () -> assertEquals(List.of(expected), unresolved(in)),
        () -> assertEquals(1, ledger.rowsUnresolved()),
        () -> assertEquals(1, ledger.rowsExcluded()),
        () -> assertEquals(1, in.verdicts().size()),
        () -> assertEquals(0, in.verdicts().pending().size()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not random | i1,q1,Z,2025-03-03T14:00Z,g1,a01,TARGETED,1,BLIND",
        "no method | i1,q1,Z,2025-03-03T14:00Z,g1,a01,,1,BLIND",
        "no probability | i1,q1,Z,2025-03-03T14:00Z,g1,a01,SRS,,BLIND",
        "unreadable method without probability | i1,q1,A,2025-03-03T14:00Z,g1,a01,LUCK,,BLIND",
        "no grading known | i9,q1,Z,2025-03-03T14:00Z,g9,a01,SRS,1,BLIND",
        "no grading by the assessor | i1,q1,Z,2025-03-03T14:00Z,,a02,SRS,1,BLIND",
      })
  void whatIsNotUnresolved(String why, String row) throws IOException {
    Intake in = verdicts(HEADER, GOOD, row);
    assertAll(
        () -> assertEquals(List.of(), unresolved(in), why),
        () -> assertEquals(0, in.ledger().verdicts().rowsUnresolved()),
        () -> assertEquals(1, in.ledger().verdicts().rowsExcluded()));
  }

  @Test
  void anItemThatWasDrawnStaysWithAllItsGradings() throws IOException {
    Intake in = verdicts(HEADER, GOOD, "i2,q1,Z,2025-03-03T14:00Z,,,SRS,0.25,BLIND");
    assertEquals(List.of("g2 SRS 0.25 BLIND item", "g3 SRS 0.25 BLIND item"), unresolved(in));
    assertEquals(1, in.ledger().verdicts().rowsUnresolved());
  }

  @Test
  void aUsableVerdictOverTheItemSaysThatTheItemWasDrawn() throws IOException {
    Intake in = verdicts(HEADER, "i2,q1,B,2025-03-03T14:00Z,,,SRS,0.25,BLIND", GOOD);
    Selections s = in.verdicts().selections();
    assertEquals(List.of(true, true, false), IntStream.range(0, 3).mapToObj(s::isItem).toList());
  }

  @Test
  void contradictoryVerdicts() throws IOException {
    Intake in =
        verdicts(
            HEADER,
            GOOD,
            "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND",
            "i1,q1,B,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND");
    assertEquals(List.of("g1 SRS 0.25 BLIND"), unresolved(in));
    assertEquals(2, in.ledger().verdicts().rowsUnresolved());
  }

  /**
   * A second verdict, or a selection that waits for one, resolves a grading; each is there once.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i1,q2,A,2025-03-03T15:00Z,g1,a01,SRS,0.25,BLIND | ",
        "i1,q2,,,g1,a01,SRS,0.25,BLIND | ",
        "i1,q2,Y,2025-03-03T15:00Z,g1,a01,SRS,0.25,NON_BLIND | g1 SRS 0.25 BLIND",
        "i1,q2,A,2025-03-03T15:00Z,g1,a01,SRS,0.25,NON_BLIND | g1 SRS 0.25 BLIND",
        "i1,q2,Y,2025-03-03T15:00Z,g1,a01,SRS,0.125,BLIND | g1 SRS 0.125 BLIND",
        "i1,q2,Y,2025-03-03T15:00Z,g1,a01,SRS,0.5,BLIND | g1 SRS 0.25 BLIND",
        "i1,q2,A,2025-03-03T15:00Z,g1,a01,TARGETED,1,BLIND | g1 SRS 0.25 BLIND",
      })
  void anotherVerdict(String row, String expected) throws IOException {
    Intake in = verdicts(HEADER, GOOD, "i1,q1,Z,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND", row);
    assertEquals(expected == null ? List.of() : List.of(expected), unresolved(in));
  }

  @Test
  void aBlindVerdictResolvesOneThatIsNot() throws IOException {
    Intake in =
        verdicts(
            HEADER,
            "i1,q1,Z,2025-03-03T14:00Z,g1,a01,SRS,0.25,NON_BLIND",
            "i1,q2,A,2025-03-03T15:00Z,g1,a01,SRS,0.25,BLIND");
    assertEquals(List.of(), unresolved(in));
  }

  /** What a row corrects does not stand any more, although the correction cannot be read. */
  @Test
  void aCorrectionThatCannotBeUsed() throws IOException {
    Intake in =
        verdicts(
            HEADER + ",verdict_id,supersedes",
            GOOD + ",v0,",
            "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,0.25,BLIND,v1,",
            "i1,q1,Z,2025-03-03T15:00Z,g1,a01,SRS,0.25,BLIND,v2,v1");
    assertAll(
        () -> assertEquals(1, in.verdicts().size()),
        () -> assertEquals(List.of("g1 SRS 0.25 BLIND"), unresolved(in)),
        () ->
            assertEquals(
                Map.of(Reason.UNKNOWN_GRADE, List.of(4L), Reason.SUPERSEDED, List.of(3L)),
                rows(in.ledger().verdicts())));
  }

  /** The smallest probability of the stratum is the heaviest weight. */
  @Test
  void anUnreadableProbabilityIsTheSmallestOfItsStratum() throws IOException {
    Intake in =
        verdicts(
            HEADER + ",stratum_id",
            GOOD + ",s1",
            "i2,q1,B,2025-03-03T14:00Z,g2,a02,PPS,0.125,BLIND,s2",
            "i2,q1,B,2025-03-03T14:00Z,g3,a01,PPS,0.75,BLIND,s2",
            "i1,q1,A,2025-03-03T14:00Z,g1,a01,PPS,1 in 8,BLIND,s2");
    assertEquals(List.of("g1 PPS 0.125 BLIND"), unresolved(in));
  }

  /** A grading that was selected counts as it stood, although its verdict cannot be used. */
  @Test
  void aSelectedGradingStaysWhenItIsCorrectedLater() throws IOException {
    Intake in =
        verdicts(
            List.of(
                "grading_id,item_id,assessor_id,grade,graded_at,supersedes",
                "g1,i1,a01,A,2025-03-03T10:00Z,",
                "g2,i2,a01,A,2025-03-03T10:00Z,",
                "g3,i1,a01,B,2025-03-05T10:00Z,g1"),
            HEADER,
            "i2,q1,A,2025-03-03T14:00Z,g2,a01,SRS,0.5,BLIND",
            "i1,q1,Z,2025-03-03T14:00Z,g1,a01,SRS,0.5,BLIND");
    assertAll(
        () -> assertEquals(List.of("g1 SRS 0.5 BLIND"), unresolved(in)),
        () ->
            assertEquals(
                Map.of(Reason.CORRECTED_AFTER_CHECK, List.of(4L)), rows(in.ledger().gradings())));
  }

  @Test
  void rowsOfGradingsThatAreLeftOutAreCountedAway() throws IOException {
    Intake in =
        verdicts(
            List.of(
                "grading_id,item_id,assessor_id,grade,graded_at",
                "g0,i0,a01,Z,2025-03-03T10:00Z",
                "g1,i1,a01,A,2025-03-03T10:00Z",
                "g1,i1,a01,A,2025-03-03T10:00Z",
                "g2,i2,a01,A,2025-03-03T10:00Z"),
            HEADER,
            "i1,q1,A,2025-03-03T14:00Z,g1,a01,SRS,0.5,BLIND",
            "i2,q1,Z,2025-03-03T14:00Z,g2,a01,SRS,0.5,BLIND");
    assertEquals(1, in.verdicts().unresolved().grading(0), "the second of two that stay");
  }

  @Test
  void aVerdictOverMoreGradingsThanADesignCanMean() throws IOException {
    var gradings = new ArrayList<>(List.of("item_id,assessor_id,grade,graded_at"));
    for (int i = 0; i < 30; i++) {
      gradings.add(
          (i < 21 ? "many," : i < 29 ? "few," : "one,") + "a" + i + ",A,2025-03-03T10:00Z");
    }
    Intake in =
        verdicts(
            gradings,
            HEADER,
            "many,q1,B,2025-03-03T14:00Z,,,SRS,0.5,BLIND",
            "many,q2,B,2025-03-03T15:00Z,,,SRS,0.5,BLIND",
            "many,q2,B,2025-03-03T15:00Z,,a3,SRS,0.5,BLIND",
            "few,q1,B,2025-03-03T14:00Z,,,SRS,0.5,BLIND");
    assertAll(
        () ->
            assertEquals(
                Map.of(Reason.TOO_MANY_GRADINGS, List.of(2L, 3L)), rows(in.ledger().verdicts())),
        () -> assertEquals(9, in.verdicts().size()),
        () -> assertEquals(20, in.verdicts().unresolved().size(), "a3 has its own verdict"),
        () -> assertTrue(in.verdicts().unresolved().isItem(0)),
        () -> assertEquals(2, in.ledger().verdicts().rowsUnresolved()));
  }

  /** What is not known yet at the as-of time cannot be wrong: it is pending. */
  @Test
  void afterTheAsOfTime() throws IOException {
    var file =
        file("gradings.csv", "item_id,assessor_id,grade,graded_at", "i1,a01,A,2025-03-03T10:00Z");
    var verdicts = file("verdicts.csv", HEADER, "i1,q1,Z,2025-03-04T10:00Z,,,SRS,0.5,BLIND");
    Intake in =
        Ingest.read(
            IngestOptions.of(file, POLICY)
                .withVerdicts(verdicts)
                .withAsOf(Instant.parse("2025-03-04T00:00:00Z")));
    assertEquals(1, in.verdicts().pending().size());
    assertEquals(0, in.verdicts().unresolved().size());
    assertEquals(0, in.losses().verdicts().lost());
  }

  @Test
  void rowsOfManyBatches() throws IOException {
    var gradings = new ArrayList<>(List.of("item_id,assessor_id,grade,graded_at"));
    var verdicts = new ArrayList<>(List.of(HEADER));
    int n = 20_000; // several batches
    for (int i = 0; i < n; i++) {
      gradings.add("i" + i + ",a" + i % 7 + ",A,2025-03-03T10:00Z");
      String grade = i % 100 == 3 ? "Z" : "A";
      verdicts.add("i" + i + ",q1," + grade + ",2025-03-03T14:00Z,,,SRS,0.5,BLIND");
    }
    Intake in = verdicts(gradings, verdicts.toArray(new String[0]));
    Selections s = in.verdicts().unresolved();
    assertEquals(n / 100, s.size());
    for (int row = 0; row < s.size(); row++) {
      assertEquals(100 * row + 3, s.grading(row));
      assertEquals(SelectionMethod.SRS, s.method(row));
      assertEquals(Blindness.BLIND, s.blindness(row));
    }
    assertEquals(n - n / 100, in.verdicts().size());
  }
}
