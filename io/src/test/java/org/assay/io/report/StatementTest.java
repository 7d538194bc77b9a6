package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.estimate.ReferenceMatrix.ReferenceKind;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.Policy;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** An assessor's statement, and the matrices and rates of a report. */
class StatementTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B");
  private static final Policy POLICY = new Policy(SCHEME, List.of());

  /**
   * 200 gradings each, half of them A; every second is checked. The first of people errs in 4 of 50
   * checks where A was given, the others in 1.
   */
  private static Intake team(int people, SelectionMethod method, double probability) {
    Gradings.Builder gradings = Gradings.builder(SCHEME);
    for (int a = 1; a <= people; a++) {
      for (int i = 0; i < 200; i++) {
        gradings.add("i" + a + "-" + i, "person" + a, i % 4 < 2 ? "A" : "B");
      }
    }
    Verdicts.Builder verdicts = Verdicts.builder(gradings.build());
    for (int a = 1; a <= people; a++) {
      for (int i = 0; i < 200; i += 2) {
        boolean isWrong = i % 4 == 0 && i / 4 < (a == 1 ? 4 : 1);
        int grade = i % 4 < 2 ? 0 : 1;
        verdicts.add(
            (a - 1) * 200 + i,
            "officer",
            isWrong ? 1 - grade : grade,
            i,
            new Selection(method, probability, "s" + a + grade, Blindness.BLIND, false));
      }
    }
    verdicts.add(
        1, "officer", 0, 900, new Selection(SelectionMethod.APPEAL, 0, "", Blindness.BLIND, false));
    Verdicts built = verdicts.build();
    return Intake.inMemory(built.gradings(), built);
  }

  private static Intake random(int people) {
    return team(people, SelectionMethod.STRATIFIED, 0.5);
  }

  @Test
  void ownFiguresBesideTheTeams() {
    String text = Statement.of(random(5), POLICY, "person1").text().replaceAll("\\n +", " ");
    assertAll(
        () -> assertTrue(text.startsWith("Statement for person1"), text),
        () -> assertTrue(text.contains("You made 200 gradings; there are 101 verdicts on them.")),
        () -> assertTrue(text.contains("100 at random within strata, 1 by appeal"), text),
        () -> assertTrue(text.contains("to be chosen at random was 50.0 %"), text),
        () -> assertTrue(text.contains("Gradings that differ from the reference: 4.0 %"), text),
        () -> assertTrue(text.contains("B graded A in 4 checks: 7.4 % (between"), text),
        () -> assertTrue(text.contains("of the team 3.1 %"), text), // 8 of 258
        () ->
            assertTrue(text.contains("With your mix of streams and grades the others would have")),
        () -> assertTrue(text.contains("1 of them arrived at your grade. They enter no rate.")));
  }

  /** Neither other assessors nor officers are named, in no form. */
  @Test
  void nobodyElseIsNamed() {
    Statement own = Statement.of(random(5), POLICY, "person1");
    for (String form : List.of(own.text(), own.html())) {
      assertFalse(form.contains("officer"), form);
      for (int other = 2; other <= 5; other++) {
        assertFalse(form.contains("person" + other), form);
      }
    }
  }

  /** Of three people two are others: their shares would be seen. */
  @Test
  void smallTeamsAreNotTold() {
    Statement own = Statement.of(random(3), POLICY, "person1");
    String text = own.text().replaceAll("\\n +", " ");
    assertTrue(text.contains("the team's figures would tell of single persons"), text);
    assertFalse(text.contains("of the team"), text);
    assertFalse(text.contains("the others would have"), text);
    assertFalse(own.html().contains("Of the team"));
  }

  @Test
  void aPageThatIsWellFormed() throws Exception {
    String page = Statement.of(random(5), POLICY, "person1").html();
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page.substring(page.indexOf('\n') + 1))));
    assertEquals(1, parsed.getElementsByTagName("svg").getLength());
    assertTrue(
        parsed.getElementsByTagName("desc").item(0).getTextContent().contains("B graded A 4"));
  }

  @Test
  void nobodyAndNoCheck() {
    var e = assertThrows(BadInputException.class, () -> Statement.of(random(4), POLICY, "nobody"));
    assertEquals("--assessor must be an id of the gradings, got \"nobody\"", e.getMessage());
    Gradings.Builder gradings = Gradings.builder(SCHEME);
    gradings.add("i", "alone", "A");
    Gradings built = gradings.build();
    String text =
        Statement.of(Intake.inMemory(built, Verdicts.builder(built).build()), POLICY, "alone")
            .text();
    assertTrue(text.contains("None of your gradings was checked"), text);
    assertTrue(text.contains("No mix-up was found."), text);
  }

  /** What needs probabilities is refused, counts are given, and it is said. */
  @Test
  void withoutProbabilities() {
    Intake tables = team(5, SelectionMethod.SRS, 0);
    String text = Statement.of(tables, POLICY, "person1").text().replaceAll("\\n +", " ");
    assertTrue(text.contains("No check was chosen at random with a recorded chance"), text);
    assertTrue(text.contains("B graded A in 4 checks: - (the data do not determine it)"), text);
    MatrixPart.Matrices matrices = Report.of(tables, POLICY).model().matrices();
    MatrixPart.Cell cell = cell(matrices.people().get(0), "B", "A");
    assertNull(cell.gradeGivenReference().value());
    assertNull(cell.referenceGivenGrade().value());
    assertTrue(matrices.sentences().get(0).contains("not chosen at random"));
  }

  private static MatrixPart.Cell cell(MatrixPart.Matrix matrix, String reference, String grade) {
    return matrix.cells().stream()
        .filter(c -> c.reference().equals(reference) && c.grade().equals(grade))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void matricesAndRatesOfAReport() {
    ReportModel report = Report.of(random(5), POLICY).model();
    MatrixPart.Matrices m = report.matrices();
    assertEquals(4, m.team().cells().size());
    assertEquals(500, m.team().checked());
    assertEquals(5, m.people().size());
    MatrixPart.Cell own = cell(m.people().get(0), "B", "A");
    assertEquals(4, own.count());
    assertEquals(4 / 54.0, own.gradeGivenReference().value(), 1e-12);
    assertEquals(4 / 50.0, own.referenceGivenGrade().value(), 1e-12);
    assertTrue(
        own.gradeGivenReference().shrunken() < 4 / 54.0
            && own.gradeGivenReference().shrunken() > 8 / 258.0);
    assertEquals(
        List.of("person1", "person2", "person3", "person4", "person5"),
        report.fair().people().stream().map(FairPart.Standing::assessor).toList());
    FairPart.Standing first = report.fair().people().get(0);
    assertEquals(0.04, first.crude().value(), 1e-12);
    assertEquals(4 / 204.0 * 54 / 100, first.expected(), 1e-12); // errors have reference B
    assertTrue(m.sentences().stream().anyMatch(s -> s.startsWith("No item was graded by two")));
    assertTrue(m.beside().stream().allMatch(b -> b.reference() == ReferenceKind.QA_VERDICTS));
  }
}
