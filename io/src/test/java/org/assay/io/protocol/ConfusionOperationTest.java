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

  private static JsonNode answer(String input) {
    String request = "{'op': 'confusion', 'input': " + input + "}";
    return MAPPER.readTree(PROTOCOL.answer(request.replace('\'', '"'), 1));
  }
}
