package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainingNeedsOperationTest {
  private static final Protocol PROTOCOL = new Protocol();
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Ann gives C for B 10 times in 100, the two others twice in 100 each. */
  private static final String THREE =
      """
      ['ann', 'B', 'B', null, null, null, null, 90], ['ann', 'B', 'C', null, null, 'i2', null, 9],
       ['ann', 'B', 'C', null, null, 'i1'], ['bob', 'B', 'B', null, null, null, null, 98],
       ['bob', 'B', 'C', null, null, null, null, 2], ['cy', 'B', 'B', null, null, null, null, 98],
       ['cy', 'B', 'C', null, null, null, null, 2]\
      """;

  private static JsonNode answer(String input, String params) {
    String line =
        "{'id': 1, 'op': 'trainingNeeds', 'input': " + input + ", 'params': " + params + "}";
    return MAPPER.readTree(PROTOCOL.answer(line.replace('\'', '"').replace("\n", ""), 1));
  }

  private static JsonNode result(String input, String params) {
    JsonNode answer = answer(input, params);
    assertTrue(answer.has("result"), answer.toString());
    return answer.get("result");
  }

  /** The p-value is that of NeedFiguresTest, by exact fractions. */
  @Test
  void aBoundaryOfOnePerson() {
    JsonNode result =
        result(
            "{'gradings': ["
                + THREE
                + "], 'grades': ['A', 'B', 'C'],"
                + " 'severity': [[0, 1, 2], [1, 0, 3], [2, 1, 0]]}",
            "{}");
    assertEquals(1, result.get("needs").size());
    JsonNode need = result.get("needs").get(0);
    assertEquals("ann", need.get("assessor").asString());
    assertEquals("B", need.get("reference").asString());
    assertEquals("C", need.get("grade").asString());
    assertEquals("STRONG", need.get("evidence").asString());
    assertEquals(0.0032938220455020224, need.get("pValue").asDouble(), 1e-12);
    assertEquals(.1, need.get("share").asDouble(), 1e-12);
    assertEquals(.0490047, need.get("lower").asDouble(), 1e-6);
    assertEquals(.1762226, need.get("upper").asDouble(), 1e-6);
    assertEquals(.02, need.get("others").asDouble(), 1e-12);
    assertEquals(.24, need.get("severityExcess").asDouble(), 1e-12);
    assertTrue(need.get("oddsRatioAtLeast").asDouble() > 1);
    assertEquals("[\"i1\",\"i2\"]", need.get("examples").toString());
    assertEquals("REFERENCE_GRADE", result.get("of").asString());
    assertEquals("NOT_DISTINGUISHABLE", result.at("/assessors/1/evidence").asString());
    assertEquals(6, result.get("comparisons").asInt());
    assertTrue(result.get("varianceExcess").isNull());
    assertTrue(result.path("trainings").isMissingNode());
  }

  @Test
  void effectsBelowTheLeastAreNotNamed() {
    JsonNode result = result("{'gradings': [" + THREE + "]}", "{'effect': 6}");
    assertEquals(0, result.get("needs").size());
    assertEquals("SMALL", result.at("/assessors/0/evidence").asString());
  }

  /** Everybody gives C for B in a tenth. */
  @Test
  void guideline() {
    String rows = "";
    for (String who : new String[] {"ann", "bob", "cy", "di"}) {
      rows +=
          (rows.isEmpty() ? "" : ", ") + "['" + who + "', 'B', 'B', null, null, null, null, 180]";
      rows += ", ['" + who + "', 'B', 'C', null, null, null, null, 20]";
    }
    JsonNode result = result("{'gradings': [" + rows + "]}", "{}");
    assertEquals(0, result.get("needs").size());
    assertEquals(.1, result.at("/guideline/0/share").asDouble(), 1e-12);
    assertEquals(4, result.at("/guideline/0/peopleAbove").asInt());
  }

  @Test
  void fewChecksAndNone() {
    JsonNode few = result("{'gradings': [['ann', 'B', 'C'], ['bob', 'B', 'B']]}", "{}");
    assertEquals("TOO_FEW_CHECKS", few.at("/assessors/0/evidence").asString());
    assertTrue(few.at("/assessors/0/found").isNull());
    JsonNode none = result("{'gradings': []}", "{}");
    assertEquals(0, none.get("assessors").size());
    assertEquals(0, none.get("comparisons").asInt());
  }

  /** A grade that was declared and is never used changes nothing. */
  @Test
  void unusedGrade() {
    JsonNode three = result("{'gradings': [" + THREE + "], 'grades': ['A', 'B', 'C']}", "{}");
    JsonNode four = result("{'gradings': [" + THREE + "], 'grades': ['B', 'C', 'D', 'E']}", "{}");
    assertEquals(three.get("needs"), four.get("needs"));
  }

  @Test
  void training() {
    String rows = "";
    for (String who : new String[] {"ann", "bob", "cy"}) {
      for (int period = 0; period < 2; period++) {
        int wrong = who.equals("ann") && period == 0 ? 20 : 5;
        rows += rows.isEmpty() ? "" : ", ";
        rows += "['%s', 'B', 'C', null, null, null, %d, %d], ".formatted(who, period, wrong);
        rows += "['%s', 'B', 'B', null, null, null, %d, %d]".formatted(who, period, 100 - wrong);
      }
    }
    JsonNode result =
        result(
            "{'gradings': ["
                + rows
                + "], 'trainings': [{'assessor': 'ann', 'from': 1,"
                + " 'reference': 'B', 'grade': 'C'}]}",
            "{}");
    JsonNode effect = result.get("trainings").get(0);
    assertEquals(20, effect.get("foundBefore").asInt());
    assertEquals(5, effect.get("foundAfter").asInt());
    assertEquals(.25, effect.get("unadjusted").asDouble(), 1e-12);
    assertTrue(effect.get("predicted").asDouble() > 5 && effect.get("predicted").asDouble() < 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'gradings': [['a', 'B', 'X']], 'grades': ['B', 'C']} | input.gradings[0][2]",
        "{'gradings': [['a', 'B', 'C', 0]]} | input.gradings[0][3]",
        "{'gradings': [['a', 'B', 'C']], 'severity': [[0]]} | input.severity",
        "{'gradings': [['a', 'B', 'C']], 'cohorts': {'z': 'new'}} | input.cohorts",
        "{'gradings': [['a', 'B', 'C']], 'trainings': [{'assessor': 'z', 'from': 1}]} |"
            + " input.trainings[0].assessor",
        "{'gradings': [['a', 'B', 'C']], 'trainings': [{'assessor': 'a', 'from': 1,"
            + " 'reference': 'B'}]} | input.trainings[0]",
      })
  void faultsNameTheirField(String input, String field) {
    assertEquals(field, answer(input, "{}").at("/error/field").asString());
  }
}
