package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assay.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles as people write them, and what is suggested where one is missing. */
class HeaderNamesTest extends IngestFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Item Id,Assessor ID,Grade,Graded at",
        "ITEM-ID,ASSESSOR-ID,GRADE,GRADED-AT",
        "itemId,assessorId,grade,gradedAt",
        "\u00A0item id ,assessor.id,_grade_,\"graded\u00A0at\""
      })
  void titlesAreFolded(String header) throws IOException {
    Intake in = gradings(header, "i1,a01,A,2025-03-03T10:00Z");
    assertAll(
        () -> assertEquals(1, in.gradings().size()),
        () -> assertTrue(in.gradings().gradedAt().isPresent()),
        () -> assertEquals(List.of(), in.ledger().gradings().ignoredColumns()));
  }

  @Test
  void theTitleAsDocumentedIsTakenBeforeOneThatFoldsToIt() throws IOException {
    Intake in = gradings("Item Id,item_id,assessor_id,grade", "x,i1,a01,A");
    assertAll(
        () -> assertEquals("i1", in.gradings().item().id(0)),
        () -> assertEquals(List.of("Item Id"), in.ledger().gradings().ignoredColumns()));
  }

  @Test
  void aMappedNameIsFoldedToo() throws IOException {
    Path file = file("g.csv", "REF NO,assessor_id,grade", "i1,a01,A");
    Intake in =
        Ingest.read(
            IngestOptions.of(file, POLICY).withColumns(Map.of("item_id", "ref no"), Map.of()));
    assertEquals("i1", in.gradings().item().id(0));
  }

  private void assertMessage(String expected, String... lines) throws IOException {
    Path file = file("g.csv", lines);
    var options = IngestOptions.of(file, POLICY);
    assertEquals(
        file + ": " + expected,
        assertThrows(BadInputException.class, () -> Ingest.read(options)).getMessage());
  }

  @Test
  void whatMayBeMeantIsSuggested() throws IOException {
    assertMessage(
        "column \"item_id\" is missing, the header has [answer, question, worker]; did you mean"
            + " \"question\"? Then say --column gradings.item_id=question"
            + " --column gradings.assessor_id=worker --column gradings.grade=answer",
        "question,worker,answer",
        "i1,a01,A");
    assertMessage(
        "column \"assessor_id\" is missing, the header has [asessor_id, grade, item_id]; did you"
            + " mean \"asessor_id\"? Then say --column gradings.assessor_id=asessor_id",
        "item_id,asessor_id,grade",
        "i1,a01,A");
    assertMessage(
        "column \"assessor_id\" is missing, the header has [grade, item_id, zebra]",
        "item_id,zebra,grade",
        "i1,a01,A");
    assertMessage(
        "columns \"Item Id\" and \"ITEM_ID\" may both be \"item_id\"; rename one of them, or map"
            + " the column to the one that is meant",
        "Item Id,ITEM_ID,assessor_id,grade",
        "i1,i1,a01,A");
  }

  @Test
  void anOptionalColumnThatIsMisspeltIsNotIgnoredInSilence() throws IOException {
    Intake in = gradings("item_id,assessor_id,grade,grade_at", "i1,a01,A,2025-03-03T10:00Z");
    String sentence =
        in.ledger().gradings().missingColumns().stream()
            .filter(column -> column.column().equals("graded_at"))
            .findFirst()
            .orElseThrow()
            .sentence();
    assertTrue(
        sentence.endsWith(
            " Perhaps column \"grade_at\" is meant: --column gradings.graded_at=grade_at"),
        sentence);
  }
}
