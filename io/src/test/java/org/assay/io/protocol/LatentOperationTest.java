package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LatentOperationTest {
  private static final Protocol PROTOCOL = new Protocol();
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Five items, three assessors; the third errs once. */
  private static final String TRIPLES =
      "['i1', 'a', 'X'], ['i1', 'b', 'X'], ['i1', 'c', 'X'], ['i2', 'a', 'Y'], ['i2', 'b', 'Y'],"
          + " ['i2', 'c', 'Y'], ['i3', 'a', 'X'], ['i3', 'b', 'X'], ['i3', 'c', 'Y'],"
          + " ['i4', 'a', 'Y'], ['i4', 'b', 'Y'], ['i4', 'c', 'Y']";

  @Test
  void matricesAndReferenceByName() {
    JsonNode result =
        result("{'gradings': [" + TRIPLES + "], 'grades': ['X', 'Y']}", "{'posterior': true}");
    assertEquals(0.5, result.at("/prevalence/X").asDouble(), 1e-9);
    assertEquals(
        "{\"i1\":\"X\",\"i2\":\"Y\",\"i3\":\"X\",\"i4\":\"Y\"}", result.get("labels").toString());
    assertEquals(0.5, result.at("/confusion/c/0/1").asDouble(), 1e-9);
    assertEquals(1, result.at("/posterior/i3/0").asDouble(), 1e-9);
    // 4 items of prevalence 1/2 and two gradings of probability 1/2
    assertEquals(6 * Math.log(0.5), result.get("logLikelihood").asDouble(), 1e-8);
    assertTrue(result.get("converged").asBoolean());
    assertTrue(result.get("identified").asBoolean());
    assertTrue(result.path("cautions").isMissingNode());
  }

  @Test
  void exactlySoManyIterationsAtToleranceZero() {
    JsonNode result =
        result("{'gradings': [" + TRIPLES + "]}", "{'tolerance': 0, 'maximumIterations': 7}");
    assertEquals(7, result.get("iterations").asInt());
    assertTrue(result.path("posterior").isMissingNode());
  }

  @Test
  void aSearchThatIsCutShortSaysSo() {
    JsonNode result = result("{'gradings': [" + TRIPLES + "]}", "{'maximumIterations': 1}");
    assertFalse(result.get("converged").asBoolean());
    assertTrue(result.get("lastChange").isNull());
    assertTrue(result.at("/cautions/0").asString().startsWith("The search ended before"));
  }

  @Test
  void twoAssessorsDetermineNothing() {
    String two = "['i1', 'a', 1], ['i1', 'b', 2], ['i2', 'a', 1], ['i2', 'b', 1]";
    JsonNode result = result("{'gradings': [" + two + "]}", "{}");
    assertFalse(result.get("identified").asBoolean());
    assertEquals("NOT_IDENTIFIED", result.get("undefined").asString());
    assertTrue(result.get("confusion").isNull() && result.get("labels").isNull());
    JsonNode anchored =
        result("{'gradings': [" + two + "], 'known': {'i1': 2}, 'grades': [1, 2]}", "{}");
    assertTrue(anchored.get("identified").asBoolean());
    assertEquals(2, anchored.at("/labels/i1").asInt());
  }

  @Test
  void groupsWithoutACommonItemAreListed() {
    JsonNode result =
        result("{'gradings': [" + TRIPLES + ", ['i9', 'd', 'X'], ['i9', 'e', 'Y']]}", "{}");
    assertFalse(result.get("identified").asBoolean());
    assertEquals("[[\"a\",\"b\",\"c\"],[\"d\",\"e\"]]", result.get("groups").toString());
    assertEquals(2, result.get("cautions").size());
    assertFalse(result.get("confusion").isNull());
  }

  /** Cells at 1 of a row of 2 gradings: Clopper-Pearson, R 4.2.2 binom.test(2, 2): 0.1581139. */
  @Test
  void standardErrorsAndFitOnRequest() {
    JsonNode result =
        result(
            "{'gradings': [" + TRIPLES + "]}",
            "{'standardErrors': 'sandwich', 'fit': true, 'replicates': 19, 'tolerance': 1e-12}");
    JsonNode errors = result.at("/errors/a");
    assertEquals(0, errors.at("/standardErrors/0/0").asDouble(), 1e-6);
    assertEquals(0.1581139, errors.at("/lower/0/0").asDouble(), 1e-6);
    assertEquals(1, errors.at("/upper/0/0").asDouble(), 1e-6);
    JsonNode fit = result.get("fit");
    assertTrue(fit.get("pValue").asDouble() > 0 && fit.get("pValue").asDouble() <= 1);
    assertEquals("[\"X\",\"X\",\"X\"]", fit.at("/patterns/0/grades").toString());
    assertEquals(1, fit.at("/patterns/0/observed").asInt());
    JsonNode plain = result("{'gradings': [" + TRIPLES + "]}", "{}");
    assertTrue(plain.path("errors").isMissingNode() && plain.path("fit").isMissingNode());
  }

  @Test
  void oneGradeHasNoReference() {
    JsonNode result = result("{'gradings': [['i1', 'a', 'X'], ['i1', 'b', 'X']]}", "{}");
    assertEquals("NO_VARIATION", result.get("undefined").asString());
    assertTrue(result.get("logLikelihood").isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'team'", "0.5", "[[1, 0.1], [0.1, 1]]"})
  void priorsComeInThreeShapes(String prior) {
    JsonNode result =
        result("{'gradings': [" + TRIPLES + "]}", "{'prior': " + prior + ", 'model': 'oneCoin'}");
    assertTrue(result.at("/confusion/c/0/1").asDouble() < 0.5);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | {} | input.gradings | gradings must be given",
        "{'gradings': []} | {} | input.gradings | gradings must have at least one grading",
        "{'gradings': [['i1', 'a', 'X']], 'grades': ['Y', 'Z']} | {} | input.gradings[0][2]"
            + " | rating must be one of [Y, Z], got X",
        "{'gradings': [['i1', 'a', 'X']], 'known': {'i2': 'X'}} | {} | input.known"
            + " | known items must be graded, got i2",
        "{'gradings': [['i1', 'a', 'X']], 'grades': ['X', 'Y'], 'known': {'i1': 'Z'}} | {}"
            + " | input.known | rating must be one of [X, Y], got Z",
        "{'gradings': [['i1', 'a', 'X'], ['i1', 'a', 'Y']]} | {'prior': [[1, 1]]} | params.prior"
            + " | prior must have a row per grade: 2 grades, 1 rows",
        "{'gradings': [['i1', 'a', 'X'], ['i1', 'a', 'Y']]} | {'prior': [[1], [1]]} | params.prior"
            + " | rows must be square: 2 rows, one of them has 1 numbers",
        "{'gradings': [['i1', 'a', 'X']]} | {'tolerance': 1} | params.tolerance"
            + " | tolerance must be in [0, 1), got 1",
      })
  void messagesNameTheField(String input, String params, String field, String message) {
    JsonNode error = answer(input, params).get("error");
    assertEquals(field, error.get("field").asString());
    assertEquals(message, error.get("message").asString());
  }

  private static JsonNode result(String input, String params) {
    JsonNode answer = answer(input, params);
    assertTrue(answer.has("result"), answer::toString);
    return answer.get("result");
  }

  private static JsonNode answer(String input, String params) {
    String request = "{'op': 'latent', 'input': " + input + ", 'params': " + params + "}";
    return MAPPER.readTree(PROTOCOL.answer(request.replace('\'', '"'), 1));
  }
}
