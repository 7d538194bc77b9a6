package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StratifiedRateOperationTest {
  private static final String TWO =
      "[{\"size\": 1000, \"checked\": 60, \"errors\": 3},"
          + " {\"size\": 500, \"checked\": 40, \"errors\": 9}]";

  private static JsonNode answer(String strata, String params) {
    return JsonMapper.shared()
        .readTree(
            new Protocol()
                .answer(
                    "{\"op\": \"stratifiedRate\", \"input\": {\"strata\": "
                        + strata
                        + "}, \"params\": {"
                        + params
                        + "}}",
                    1));
  }

  /**
   * R survey 4.1.1 {@code confint(svymean(...))}, normal and with df = 98. Tolerance 1e-12: what
   * the t quantile is solved to.
   */
  @ParameterizedTest
  @CsvSource({
    "normal, 0.05312640469505161, 0.16354026197161506",
    "t, 0.05243620766663288, 0.1642304590000338"
  })
  void published(String interval, double lower, double upper) {
    JsonNode result = answer(TWO, "\"interval\": \"" + interval + "\"").path("result");
    assertEquals(0.10833333333333334, result.path("estimate").asDouble(), 1e-14);
    assertEquals(0.028167317906730407, result.path("standardError").asDouble(), 1e-14);
    assertEquals(lower, result.path("lower").asDouble(), 1e-12);
    assertEquals(upper, result.path("upper").asDouble(), 1e-12);
  }

  /** n* = R (1 - R) / SE^2 = 121.748, before the ratio of the t quantiles. */
  @Test
  void effectiveSampleSize() {
    JsonNode kg = answer(TWO, "\"interval\": \"korngraubard\"").path("result");
    assertEquals(
        0.10833333333333334 * (1 - 0.10833333333333334) / Math.pow(0.028167317906730407, 2),
        kg.path("effectiveSampleSize").asDouble(),
        1e-9);
    assertTrue(kg.path("lower").asDouble() < 0.108 && kg.path("upper").asDouble() > 0.109);
  }

  @Test
  void zeroErrorsHaveLimits() {
    String none = "[{\"size\": 1000, \"checked\": 60, \"errors\": 0}]";
    for (String interval : new String[] {"korngraubard", "weighted"}) {
      JsonNode result = answer(none, "\"interval\": \"" + interval + "\"").path("result");
      assertEquals(0, result.path("lower").asDouble(), interval);
      assertTrue(result.path("upper").asDouble() > .055, interval);
    }
  }

  @Test
  void oneCheckHasNoStandardError() {
    JsonNode result =
        answer("[{\"size\": 9, \"checked\": 1, \"errors\": 0}]", "\"interval\": \"t\"")
            .path("result");
    assertTrue(result.path("standardError").isNull());
    assertEquals("TOO_FEW_ITEMS", result.path("undefined").asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[]; ;input.strata;strata must have at least one stratum",
        "[{\"size\": 5, \"checked\": 6, \"errors\": 0}]; ;input.strata[0].checked;"
            + "checked must be in [1, 5], got 6",
        "[{\"size\": 5, \"checked\": 2}]; ;input.strata[0].errors;" + "errors must be given",
        "[{\"size\": 5, \"checked\": 2, \"errors\": 0}];\"confidence\": 95;params.confidence;"
            + "confidence must be in (0, 1), got 95"
      })
  void messages(String strata, String params, String field, String message) {
    JsonNode error = answer(strata, params == null ? "" : params).path("error");
    assertEquals(field, error.path("field").asString());
    assertEquals(message, error.path("message").asString());
  }
}
