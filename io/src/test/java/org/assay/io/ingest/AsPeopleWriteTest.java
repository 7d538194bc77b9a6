package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.data.GradingScheme;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.io.Typed;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, times and numbers with white space, in other forms and cases; ids as they are. */
class AsPeopleWriteTest extends IngestFixture {
  private static final String HEADER = "item_id,assessor_id,grade,graded_at";

  private static Policy policy(Optional<Boolean> foldCase, String... grades) {
    PolicyRules rules = PolicyRules.DEFAULT;
    return new Policy(GradingScheme.ordered(grades), List.of())
        .withRules(
            new PolicyRules(
                rules.reference(),
                rules.unusableAtMost(),
                foldCase,
                rules.gradingsPerVerdictAtMost(),
                rules.familyWise(),
                rules.notSampled()));
  }

  private Intake grades(Policy policy, String... grades) throws IOException {
    var lines = new ArrayList<>(List.of(HEADER));
    for (String grade : grades) {
      lines.add("i" + lines.size() + ",a01,\"" + grade + "\",2025-03-03T10:00Z");
    }
    return Ingest.read(
        IngestOptions.of(file("gradings.csv", lines.toArray(new String[0])), policy));
  }

  private static String readAs(TableLedger ledger) {
    return ledger.notes().stream()
        .filter(note -> note.kind() == Note.Kind.READ_AS)
        .map(note -> note.sentence().replace(Note.Kind.READ_AS.sentence() + " Read as: ", ""))
        .findFirst()
        .orElse("");
  }

  /** Each of these stands before, after and around a grade; none of them makes another grade. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        ' ', '\t', '\n', '\r', 0xA0, 0x1680, 0x2003, 0x2007, 0x2009, 0x200B, 0x200E, 0x2028, 0x202F,
        0x205F, 0x2060, 0x3000, 0xFEFF
      })
  void whiteSpaceOfEveryKind(int space) throws IOException {
    String s = Character.toString(space);
    Intake in = grades(policy(Optional.empty(), "A", "B"), "B" + s, s + "B", s + s + "B" + s, "B");
    assertEquals(4, in.ledger().gradings().rowsUsed());
    assertEquals(3, in.ledger().gradings().noted(Note.Kind.READ_AS));
    for (int row = 0; row < 4; row++) {
      assertEquals(1, in.gradings().grade().get(row));
    }
  }

  @Test
  void whiteSpaceInsideMakesAnotherGrade() throws IOException {
    Intake in =
        grades(policy(Optional.empty(), "very good", "bad"), "very  good", "very good", "bad");
    assertEquals(List.of(2L), rows(in.ledger().gradings()).get(Reason.UNKNOWN_GRADE));
  }

  @Test
  void formsOfUnicode() throws IOException {
    Intake in =
        grades(policy(Optional.of(false), "gr\u00fcn", "rot"), "gru\u0308n", "gr\u00fcn", "rot");
    assertEquals(3, in.ledger().gradings().rowsUsed());
    assertEquals("grade \"gru\u0308n\" -> gr\u00fcn (1).", readAs(in.ledger().gradings()));
  }

  @Test
  void theNoteShowsWhatWasReadAsWhat() throws IOException {
    Intake in =
        grades(
            policy(Optional.empty(), "A", "B"),
            "B ",
            "B ",
            "B ",
            "b",
            "b",
            "B\u00a0",
            " A",
            "A\u200b",
            "A");
    assertEquals(
        "grade \"B \" -> B (3), \"b\" -> B (2), \" A\" -> A (1) and 2 other texts.",
        readAs(in.ledger().gradings()));
    assertEquals(8, in.ledger().gradings().noted(Note.Kind.READ_AS));
  }

  @Test
  void caseIsFoldedWhereItIsClearOrAsked() throws IOException {
    Policy clear = policy(Optional.empty(), "A", "None");
    Policy asked = policy(Optional.of(true), "A", "None");
    Policy counts = policy(Optional.of(false), "A", "None");
    Policy unclear = policy(Optional.empty(), "A", "a", "None");
    assertAll(
        () -> assertEquals(3, grades(clear, "a", "NONE", "none").gradings().size()),
        () -> assertEquals(3, grades(asked, "a", "NONE", "none").gradings().size()),
        () -> assertEquals(1, grades(counts, "a", "NONE", "None").gradings().size()),
        () -> assertEquals(3, grades(unclear, "a", "NONE", "A", "None").gradings().size()));
  }

  /** A text that differs by case and is also a label's exact reading is that label. */
  @Test
  void theExactLabelGoesFirst() throws IOException {
    Intake in = grades(policy(Optional.empty(), "A", "a"), "A ", "a ", "A", "a");
    assertEquals(
        List.of(0, 1, 0, 1),
        List.of(0, 1, 2, 3).stream().map(row -> in.gradings().grade().get(row)).toList());
  }

  @Test
  void wordsTimesAndNumbersOfVerdicts() throws IOException {
    Intake in =
        verdicts(
            VERDICTS + ",grading_id,selection_method,inclusion_probability,blind",
            "i1,q1,B ,\" 2025-03-03T14:00Z\u00a0\",g1,\u00a0srs ,\"0.5\u00a0\",Blind ",
            "i3,q1,N,2025-03-03T14:00Z,g4,srs,0.5,blind",
            "i2,q1,\u00a0, ,g2,SRS,0.5,BLIND");
    TableLedger ledger = in.ledger().verdicts();
    assertAll(
        () -> assertEquals(2, ledger.rowsUsed()),
        () -> assertEquals(1, ledger.rowsPending(), "white space alone is nothing"),
        () -> assertEquals(SelectionMethod.SRS, in.verdicts().selections().method(0)),
        () -> assertEquals(0.5, in.verdicts().selections().inclusionProbability(0)),
        () -> assertEquals(Blindness.BLIND, in.verdicts().selections().blindness(0)),
        () -> assertTrue(in.verdicts().isError(0)),
        () ->
            assertEquals(
                "grade \"B \" -> B (1); selection_method \"\\u00a0srs \" -> SRS (1); blind"
                    + " \"Blind \" -> BLIND (1); checked_at (1); inclusion_probability (1).",
                readAs(ledger),
                "another case of these words was never worth a note"));
  }

  @Test
  void idsKeepTheirBytes() throws IOException {
    Intake in =
        gradings(
            HEADER,
            "i1,a01,A,2025-03-03T10:00Z",
            "\"i1 \",a01,A,2025-03-03T10:00Z",
            "I1,\" a01\",A,2025-03-03T10:00Z");
    assertEquals(3, in.gradings().item().ids().size());
    assertEquals(2, in.gradings().assessor().ids().size());
    assertEquals(0, in.ledger().gradings().noted(Note.Kind.READ_AS));
  }

  @Test
  void versionsOfTheScheme() throws IOException {
    Intake in =
        gradings(
            HEADER + ",scheme_version",
            "i1,a01,A,2025-03-03T10:00Z,v1",
            "i2,a01,A,2025-03-03T10:00Z,v1\u00a0",
            "i3,a01,A,2025-03-03T10:00Z,V1",
            "i4,a01,A,2025-03-03T10:00Z,");
    assertEquals(3, in.gradings().size());
    assertEquals("scheme_version \"v1\\u00a0\" -> v1 (1).", readAs(in.ledger().gradings()));
  }

  @Test
  void typed() {
    assertAll(
        () -> assertEquals("", Typed.read(" \u3000\ufeff")),
        () -> assertEquals("a b", Typed.read("\u200ba b\r\n")),
        () -> assertEquals("\u00e9", Typed.read("e\u0301")),
        () -> assertEquals(Typed.folded("STRASSE"), Typed.folded("Stra\u00dfe")),
        () -> assertEquals(Typed.folded("\u03a3"), Typed.folded("\u03c2")));
  }
}
