package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TestOperationTest {
  private static final Protocol PROTOCOL = new Protocol();
  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void undefinedIsNullWithItsReason() {
    assertEquals(
        "{\"statistic\":null,\"degreesOfFreedom\":1.0,\"pValue\":null,"
            + "\"undefined\":\"ZERO_VARIANCE\"}",
        answer("{'table': [[30, 0], [0, 12]]}", "{'kind': 'mcnemar'}").get("result").toString());
  }

  @Test
  void ratingsByTwoRatersAreATable() {
    JsonNode result =
        answer(
                "{'ratings': [['B', 'A'], ['A', 'A'], ['B', 'B'], ['B', 'A'], ['A', null]]}",
                "{'kind': 'mcnemar', 'exact': true}")
            .get("result");
    assertEquals(0.5, result.get("pValue").asDouble());
    assertEquals(0, result.get("statistic").asDouble());
  }

  @Test
  void twoRatesGiveTheirDifference() {
    JsonNode result =
        answer(
                "{'groups': [{'errors': 15, 'checked': 20}, {'errors': 9, 'checked': 20}]}",
                "{'kind': 'twoProportion'}")
            .get("result");
    assertEquals(3.75, result.get("statistic").asDouble(), 1e-14);
    assertEquals(0.3, result.get("difference").asDouble(), 1e-15);
  }

  @Test
  void nullPValuesStayNull() {
    String request =
        "{'op': 'adjust', 'input': {'pValues': [0.02, null, 0.3]}, 'params': {'method': 'holm'}}";
    assertEquals(
        "[0.04,null,0.3]",
        MAPPER
            .readTree(PROTOCOL.answer(request.replace('\'', '"'), 1))
            .at("/result/adjusted")
            .toString());
  }

  @Nested
  class Messages {
    @ParameterizedTest(name = "{2}")
    @CsvSource(
        delimiter = '|',
        value = {
          "{'table': [[1, 2], [3]]} | {'kind': 'bowker'} | input.table[1]"
              + " | table must be square: row 1 has length 1, there are 2 rows",
          "{'table': [[1, -2], [3, 4]]} | {'kind': 'bowker'} | input.table[0][1]"
              + " | table[0][1] must be at least 0, got -2",
          "{'table': [[1, 2], [3, 4]]} | {'kind': 'bowkers'} | params.kind"
              + " | kind must be one of [bhapkar, bowker, cochranQ, fisherExact,"
              + " kappaDependent, kappaEqual, kendallW, mcnemar, stuartMaxwell, twoProportion], got \"bowkers\"",
          "{'table': [[1, 2, 0], [3, 4, 0], [0, 0, 0]]} | {'kind': 'mcnemar'} | input.table"
              + " | table must be 2 x 2 for McNemar's test, got 3 grades",
          "{'ratings': [[1, 0], [1]]} | {'kind': 'cochranQ'} | input.ratings[1]"
              + " | ratings must be rectangular: row 1 has length 1, row 0 has length 2",
          "{'ratings': [[1, 2, 3]]} | {'kind': 'cochranQ'} | input"
              + " | grades must be two for Cochran's Q, got 3",
          "{'ratings': [[1, 3]], 'grades': [0, 1]} | {'kind': 'cochranQ'} | input.ratings[0][1]"
              + " | rating must be one of [0, 1], got 3",
          "{'groups': [{'errors': 5, 'checked': 4}, {'errors': 1, 'checked': 2}]}"
              + " | {'kind': 'fisherExact'} | input.groups"
              + " | errors of group 0 must be in [0, 4], got 5",
          "{'tables': [[[1, 0], [0, 1]], [[1, 2], [3]]]} | {'kind': 'kappaEqual'}"
              + " | input.tables[1][1] | table must be square: row 1 has length 1, there are 2 rows",
          "{'ratings': [[1, 2, 1]]} | {'kind': 'kappaDependent', 'weights': 'cubic'}"
              + " | params.weights | weights must be one of [bipolar, circular, identity, linear,"
              + " ordinal, quadratic, radical, ratio] or a matrix, got \"cubic\"",
          "{'ratings': [[1, 2, 1]], 'pairs': [[0, 1], [0, 3]]} | {'kind': 'kappaDependent'}"
              + " | input.pairs[1]"
              + " | a pair must be two different columns in [0, 3), got [0, 3]",
          "{'ratings': [[1, 2]]} | {'kind': 'kappaDependent'} | input.pairs"
              + " | pairs must be at least two to compare, got 1",
          "{} | {'kind': 'twoProportion'} | input.groups | groups must be given",
          "{'table': [[1, 2], [3, 4]]} | {'kind': 'mcnemar', 'exact': true, 'midP': true} | params"
              + " | at most one of exact, midP and continuityCorrection can be true"
        })
    void nameTheField(String input, String params, String field, String message) {
      JsonNode error = answer(input, params).get("error");
      assertEquals(field, error.get("field").asString());
      assertEquals(message, error.get("message").asString());
    }
  }

  private static JsonNode answer(String input, String params) {
    String request = "{'op': 'test', 'input': " + input + ", 'params': " + params + "}";
    return MAPPER.readTree(PROTOCOL.answer(request.replace('\'', '"'), 1));
  }
}
