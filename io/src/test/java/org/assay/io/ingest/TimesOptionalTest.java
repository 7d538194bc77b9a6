package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assay.data.Verdicts;
import org.assay.io.BadInputException;
import org.junit.jupiter.api.Test;

/** Ids and grades are enough: without times there is no order, and the rest works. */
class TimesOptionalTest extends IngestFixture {
  private static final List<String> ANSWERS =
      List.of("item_id,assessor_id,grade", "i1,a01,A", "i1,a02,B", "i2,a01,C", "i2,a02,C");

  @Test
  void gradingsWithoutTimes() throws IOException {
    Intake in = gradings(ANSWERS.toArray(new String[0]));
    assertAll(
        () -> assertEquals(4, in.gradings().size()),
        () -> assertTrue(in.gradings().gradedAt().isEmpty()),
        () ->
            assertEquals(
                1,
                in.ledger().gradings().missingColumns().stream()
                    .filter(column -> column.column().equals("graded_at"))
                    .count()));
  }

  @Test
  void anItemGradedTwiceByOneAssessorIsADuplicate() throws IOException {
    Intake in =
        gradings("item_id,assessor_id,grade", "i1,a01,A", "i1,a01,A", "i2,a01,B", "i2,a01,C");
    assertEquals(
        Map.of(
            Reason.EXACT_DUPLICATE, List.of(3L),
            Reason.CONFLICTING_DUPLICATE, List.of(4L, 5L)),
        rows(in.ledger().gradings()));
  }

  @Test
  void aCorrectionReplacesWhatItCorrects() throws IOException {
    Intake in =
        verdicts(
            List.of(
                "grading_id,item_id,assessor_id,grade,supersedes",
                "g1,i1,a01,A,",
                "g2,i1,a01,B,g1"),
            "item_id,grade",
            "i1,B");
    assertAll(
        () -> assertEquals(Map.of(Reason.SUPERSEDED, List.of(2L)), rows(in.ledger().gradings())),
        () -> assertEquals(1, in.verdicts().size()),
        () -> assertFalse(in.verdicts().isError(0)));
  }

  @Test
  void verdictsNeedAnItemAndAGradeOnly() throws IOException {
    Intake in = verdicts(ANSWERS, "item_id,grade", "i1,A", "i2,");
    Verdicts verdicts = in.verdicts();
    assertAll(
        () -> assertEquals(2, verdicts.size()), // one for each grading of the item
        () -> assertEquals(Intake.UNTIMED, verdicts.checkedAt(0)),
        () -> assertEquals("", verdicts.reviewer().id(0)),
        () -> assertEquals(1, in.ledger().verdicts().rowsPending()));
  }

  @Test
  void aVerdictWithoutItsTimeIsLaterThanItsGradingAndNoted() throws IOException {
    Intake in = verdicts(VERDICTS, "i1,q1,B,", "i3,q1,N,2025-03-04T10:00Z");
    assertAll(
        () -> assertEquals(2, in.verdicts().size()),
        () -> assertEquals(Intake.UNTIMED, in.verdicts().checkedAt(0)),
        () -> assertEquals(1, in.ledger().verdicts().noted(Note.Kind.NO_TIME_OF_CHECK)));
  }

  /** Of two verdicts the timed one is the first, whichever stands above. */
  @Test
  void aTimedVerdictIsBeforeAnUntimedOne() throws IOException {
    Intake in = verdicts(VERDICTS, "i1,q1,B,", "i1,q2,A,2025-03-04T10:00Z");
    assertAll(
        () -> assertEquals(2, in.verdicts().size()),
        () -> assertTrue(in.verdicts().checkedAt(1) < in.verdicts().checkedAt(0)));
  }

  @Test
  void whatWasKnownAtATimeNeedsTimes() throws IOException {
    var gradings = file("g.csv", ANSWERS.toArray(new String[0]));
    var options = IngestOptions.of(gradings, POLICY).withAsOf(Instant.EPOCH);
    assertEquals(
        gradings
            + ": has no column graded_at, so it cannot be told what was known at the as-of time;"
            + " name the column that has it, or leave the as-of time out",
        assertThrows(BadInputException.class, () -> Ingest.read(options)).getMessage());
  }
}
