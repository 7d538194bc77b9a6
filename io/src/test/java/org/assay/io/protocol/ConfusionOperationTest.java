package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfusionOperationTest {
  private static final Protocol PROTOCOL = new Protocol();
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Limits of 1 error among 4: R 4.2.2 binom.test(1, 4): 0.00631 to 0.80588. */
  @Test
  void countsRateAndKappaOfEachAssessor() {
    JsonNode result =
        answer(
                "{'gradings': [['a02', 'A', 'A'], ['a01', 'A', 'B'], ['a02', 'B', 'A'],"
                    + " ['a02', 'A', 'A'], ['a02', 'B', 'B']], 'grades': ['A', 'B', 'C']}")
            .get("result");
    assertEquals("[\"A\",\"B\",\"C\"]", result.get("grades").toString());
    assertEquals("clopperPearson", result.get("interval").asString());
    JsonNode first = result.at("/assessors/0");
    assertEquals("a02", first.get("id").asString());
    assertEquals("[[2,0,0],[1,1,0],[0,0,0]]", first.get("counts").toString());
    assertEquals(0.25, first.get("errorRate").asDouble());
    assertEquals(0.00631, first.get("lower").asDouble(), 5e-6);
    assertEquals(0.80588, first.get("upper").asDouble(), 5e-6);
    assertEquals(0.25, first.get("severity").asDouble());
    assertEquals(0.5, first.get("kappa").asDouble(), 1e-15);
    JsonNode second = result.at("/assessors/1");
    assertEquals("a01", second.get("id").asString());
    assertEquals(1, second.get("upper").asDouble());
    assertEquals(0, second.get("kappa").asDouble(), 1e-15);
  }

  @Test
  void weightsReplaceCounts() {
    JsonNode one =
        answer("{'gradings': [[7, 1, 1, 30], [7, 2, 1, 10], [7, 1, 1]]}").at("/result/assessors/0");
    assertEquals("[[31.0,0.0],[10.0,0.0]]", one.get("counts").toString());
    assertEquals(10 / 41.0, one.get("errorRate").asDouble(), 1e-15);
    assertEquals(7, one.get("id").asInt());
  }

  @Test
  void oneGradeThroughoutHasNoKappa() {
    JsonNode one = answer("{'gradings': [['a01', 'A', 'A']]}").at("/result/assessors/0");
    assertTrue(one.get("kappa").isNull());
    assertEquals("NO_VARIATION", one.get("undefined").asString());
    assertEquals(0, one.get("errorRate").asDouble());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | input.gradings | gradings must be given",
        "{'gradings': [['a01', 'A', 'A'], ['a01', 'A']]} | input.gradings[1]"
            + " | gradings[1] must be [assessor, reference, grade] or"
            + " [assessor, reference, grade, weight], got [\"a01\",\"A\"]",
        "{'gradings': [['a01', null, 'A']]} | input.gradings[0][1]"
            + " | a list must not hold null here",
        "{'gradings': [['a01', 'A', 'A', -1]]} | input.gradings[0][3]"
            + " | gradings[0][3] must be above 0, got -1",
        "{'gradings': [['a01', 'A', 'X']], 'grades': ['A', 'B']} | input.gradings[0][2]"
            + " | rating must be one of [A, B], got X",
        "{'gradings': [['a01', 'X', 'A']], 'grades': ['A', 'B']} | input.gradings[0][1]"
            + " | rating must be one of [A, B], got X"
      })
  void messagesNameTheField(String input, String field, String message) {
    JsonNode error = answer(input).get("error");
    assertEquals(field, error.get("field").asString());
    assertEquals(message, error.get("message").asString());
  }

  private static JsonNode answer(String input, String params) {
    String request = "{'op': 'confusion', 'input': " + input + ", 'params': " + params + "}";
    return MAPPER.readTree(PROTOCOL.answer(request.replace('\'', '"'), 1));
  }

  /** Ten of 100 graded A and ten of 20 graded B were checked: weights 10 and 2. */
  private static final String CHOSEN_BY_GRADE = chosenByGrade();

  private static String chosenByGrade() {
    return "{'gradings': ["
        + "['a', 'A', 'A', 10], ".repeat(9)
        + "['a', 'B', 'A', 10], "
        + "['a', 'B', 'B', 2], ".repeat(8)
        + "['a', 'A', 'B', 2], ['a', 'A', 'B', 2]]}";
  }

  /** Limits of 1 in 10 by mid-P: 0.0050 and 0.4035 (the column has one weight). */
  @Test
  void cellsWithLimits() {
    JsonNode one =
        answer(CHOSEN_BY_GRADE, "{'cells': 'all', 'ordered': true}").at("/result/assessors/0");
    assertEquals(4, one.get("cells").size());
    JsonNode ab = one.at("/cells/1");
    assertEquals("A", ab.get("reference").asString());
    assertEquals("B", ab.get("grade").asString());
    assertEquals(2, ab.get("count").asInt());
    assertEquals(4 / 94.0, ab.at("/gradeGivenReference/value").asDouble(), 1e-15);
    JsonNode ba = one.at("/cells/2/referenceGivenGrade");
    assertEquals(0.1, ba.get("value").asDouble(), 1e-15);
    assertEquals(0.0050, ba.get("lower").asDouble(), 5e-5);
    assertEquals(0.4035, ba.get("upper").asDouble(), 5e-5);
    assertEquals(0.1, ba.get("shrunken").asDouble(), 1e-12); // nobody else to differ from
    assertEquals(10 / 120.0, one.at("/overGrading/value").asDouble(), 1e-15);
    assertEquals(4 / 120.0, one.at("/underGrading/value").asDouble(), 1e-15);
    assertTrue(one.get("kappaError").asDouble() > 0);
  }

  /** What needs probabilities is refused, and the rest is there. */
  @Test
  void claimsThatAreRefused() {
    JsonNode random =
        answer(CHOSEN_BY_GRADE, "{'claims': 'referenceGivenGrade', 'cells': 'occurring'}")
            .at("/result/assessors/0");
    assertTrue(random.get("errorRate").isNull());
    assertEquals("NOT_IDENTIFIED", random.get("undefined").asString());
    assertEquals("NOT_IDENTIFIED", random.at("/cells/1/gradeGivenReference/undefined").asString());
    assertEquals(0.2, random.at("/cells/1/referenceGivenGrade/value").asDouble(), 1e-15);
    assertEquals("[[90.0,4.0],[10.0,16.0]]", random.get("counts").toString());
    JsonNode targeted =
        answer(CHOSEN_BY_GRADE, "{'claims': 'counts', 'cells': 'occurring'}")
            .at("/result/assessors/0");
    assertEquals(
        "NOT_IDENTIFIED", targeted.at("/cells/1/referenceGivenGrade/undefined").asString());
  }

  @Test
  void severityAndConfidence() {
    JsonNode one =
        answer(
                "{'gradings': [['a', 'A', 'B'], ['a', 'B', 'A'], ['a', 'A', 'A'], ['a', 'B',"
                    + " 'B']]}",
                "{'severity': [[0, 1], [5, 0]], 'confidence': 0.8}")
            .at("/result/assessors/0");
    assertEquals(1.5, one.get("severity").asDouble(), 1e-15);
    assertEquals(0.1426, one.get("lower").asDouble(), 5e-5); // R 4.2.2 binom.test(2, 4, conf = .8)
    assertEquals(
        "severity must have one row per grade: 2 grades, 1 rows",
        answer("{'gradings': [['a', 'A', 'B']]}", "{'severity': [[0, 1]]}")
            .at("/error/message")
            .asString());
  }

  /** 3 could be worked out from the totals, so three more are left out. */
  @Test
  void smallCountsOfAPublishedTable() {
    String rows =
        "{'gradings': ["
            + "['a', 'A', 'A'], ".repeat(20)
            + "['a', 'A', 'B'], ".repeat(3)
            + "['a', 'A', 'C'], ".repeat(7)
            + "['a', 'B', 'B'], ".repeat(30)
            + "['a', 'C', 'B'], ".repeat(8)
            + "['a', 'C', 'C'], ".repeat(9).replaceFirst(", $", "]}");
    assertEquals(
        "[[20,null,null],[0,30,0],[0,null,null]]",
        answer(rows, "{'suppressBelow': 5}").at("/result/assessors/0/counts").toString());
    assertEquals(
        "params.cells",
        answer(rows, "{'suppressBelow': 5, 'cells': 'all'}").at("/error/field").asString());
    assertEquals(
        "params.suppressBelow",
        answer(CHOSEN_BY_GRADE, "{'suppressBelow': 5}").at("/error/field").asString());
  }

  private static JsonNode answer(String input) {
    String request = "{'op': 'confusion', 'input': " + input + "}";
    return MAPPER.readTree(PROTOCOL.answer(request.replace('\'', '"'), 1));
  }
}
