package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChartOperationTest {
  private static JsonNode answer(String request) {
    return JsonMapper.shared().readTree(new Protocol().answer(request.replace('\'', '"'), 1));
  }

  private static JsonNode chart(String points, String params) {
    return answer(
        "{'op': 'chart', 'input': {'points': [" + points + "]}, 'params': {" + params + "}}");
  }

  private static JsonNode runLength(String params) {
    return answer("{'op': 'runLength', 'params': {" + params + "}}").path("result");
  }

  /** Montgomery's orange juice, the first samples: limits by hand. */
  @Test
  void ofShares() {
    JsonNode p =
        chart("{'errors': 12, 'checked': 50}, {'errors': 28, 'checked': 50}", "'kind': 'p'")
            .path("result");
    assertEquals(0.4, p.path("centre").asDouble(), 1e-15);
    double away = 3 * Math.sqrt(0.4 * 0.6 / 50);
    assertEquals(0.4 + away, p.path("points").path(1).path("upper").asDouble(), 1e-12);
    assertEquals(0.24, p.path("points").path(0).path("value").asDouble(), 1e-15);
    assertTrue(p.path("changePoint").isNull());
  }

  @Test
  void ofSums() {
    JsonNode point =
        chart(
                "12, 4",
                "'kind': 'cusum', 'reference': 0.5, 'limit': 5, 'centre': 10,"
                    + " 'standardDeviation': 1")
            .path("result")
            .path("points")
            .path(1);
    assertEquals(0, point.path("high").asDouble());
    assertEquals(-5.5, point.path("low").asDouble(), 1e-12);
    assertEquals(-5.5, point.path("value").asDouble(), 1e-12);
    assertTrue(point.path("signal").asBoolean());
  }

  @Test
  void ofEvidence() {
    JsonNode chart =
        chart(
                "0, 0, 1, 0, 1, 1",
                "'kind': 'bernoulliCusum', 'inControlRate': 0.1, 'oddsRatio': 3, 'limit': 2")
            .path("result");
    assertEquals(2, chart.path("changePoint").asInt());
    assertTrue(chart.path("points").path(5).path("signal").asBoolean());
  }

  @Test
  void runLengths() {
    assertEquals(
        26.630,
        runLength("'kind': 'cusum', 'reference': 0.5, 'limit': 4, 'mean': 0.5")
            .path("averageRunLength")
            .asDouble(),
        5.1e-4);
    assertEquals(
        438,
        runLength("'kind': 'poissonCusum', 'reference': 0.25, 'limit': 10, 'mean': 0.25")
            .path("averageRunLength")
            .asDouble(),
        0.5);
    JsonNode designed =
        runLength("'kind': 'ewma', 'lambda': 0.2, 'target': 370.4, 'limits': 'fixed'");
    assertEquals(2.859337814365578, designed.path("limit").asDouble(), 3e-6);
    assertEquals(370.4, designed.path("averageRunLength").asDouble(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1, 2 | 'kind': 'p' | input.points[0]",
        "{'errors': 1} | 'kind': 'p' | input.points[0]",
        "{'errors': 1, 'checked': 9} | 'kind': 'ewma', 'lambda': 0.1 | params.limit",
        "0, 2 | 'kind': 'bernoulliCusum', 'inControlRate': 0.1, 'oddsRatio': 2, 'limit': 3 |"
            + " input.points[1]",
        "{'errors': 1, 'checked': 9} | 'kind': 'riskAdjustedCusum', 'oddsRatio': 2, 'limit': 3 |"
            + " input.points[0].rate",
        "{'errors': 3, 'checked': 2, 'rate': 0.1} | 'kind': 'riskAdjustedCusum', 'oddsRatio': 2,"
            + " 'limit': 3 | input.points[0]",
        "{'errors': -1, 'checked': 2} | 'kind': 'p' | input.points[0].errors",
        "'x' | 'kind': 'ewma' | input.points[0]"
      })
  void namesWhatDoesNotFit(String points, String params, String field) {
    JsonNode error = chart(points, params).path("error");
    assertEquals(field, error.path("field").asString(), error.toString());
    assertTrue(!error.path("kind").asString().equals("DEFECT"), error.toString());
  }

  @Test
  void withoutPoints() {
    assertEquals("input.points", chart("", "'kind': 'c'").path("error").path("field").asString());
  }
}
