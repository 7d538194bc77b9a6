package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SequentialOperationsTest {
  private static final String LOT =
      "\"lotSize\":2000,\"acceptable\":0.01,\"unacceptable\":0.05,\"producerRisk\":0.05,"
          + "\"consumerRisk\":0.05";

  private static JsonNode answer(String op, String rest) {
    String line = "{\"id\":1,\"op\":\"" + op + "\"," + rest + "}";
    return JsonMapper.shared().readTree(new Protocol().answer(line, 1));
  }

  private static void says(String field, String message, JsonNode answer) {
    assertEquals(message, answer.path("error").path("message").asString(""), answer::toString);
    assertEquals(field, answer.path("error").path("field").asString(""));
  }

  private static JsonNode plan(String design, String more) {
    return answer(
        "plan",
        "\"params\":{\"design\":\""
            + design
            + "\","
            + LOT
            + ",\"rates\":[0.005,0.01,0.03,0.05]"
            + more
            + "}");
  }

  @Nested
  class Plan {
    /** Lot of 2,000, 1 % and 5 %, both risks 5 %: the most checks expected at each rate. */
    @ParameterizedTest
    @CsvSource({
      "sequential, 85.3, 102.5, 109.2, 62.0",
      "truncatedSequential, 90.5, 107.0, 109.3, 67.5",
      "optimal, 85.0, 102.7, 105.8, 62.6",
      "alwaysValid, 88.1, 109.1, 132.9, 75.0"
    })
    void keepsItsPromiseWithFewChecks(String design, double a, double b, double c, double d) {
      JsonNode result = plan(design, "").path("result");
      double[] most = {a, b, c, d};
      for (int i = 0; i < 4; i++) {
        double checks = result.path("curve").get(i).path("averageSampleNumber").asDouble();
        assertTrue(checks <= most[i], i + ": " + checks);
      }
      assertTrue(result.path("achievedProducerRisk").asDouble() <= 0.05);
      assertTrue(result.path("achievedConsumerRisk").asDouble() <= 0.05);
    }

    @Test
    void theBoundaryHasTheSameCharacteristic() {
      JsonNode result = plan("truncatedSequential", "").path("result");
      assertEquals(193, result.path("maximum").asInt());
      JsonNode again =
          answer(
              "operatingCharacteristic",
              "\"params\":{\"boundary\":"
                  + result.path("boundary")
                  + ",\"lotSize\":2000,\"rates\":[0.005,0.01,0.03,0.05]}");
      assertEquals(result.path("curve"), again.path("result").path("curve"));
    }

    @Test
    void batches() {
      for (JsonNode row : plan("sequential", ",\"every\":25").path("result").path("boundary")) {
        int n = row.path("n").asInt();
        assertTrue(n % 25 == 0 || n > 500, () -> row.toString());
      }
    }

    @Test
    void aSmallLotIsInspectedInFull() {
      JsonNode result =
          answer(
                  "plan",
                  "\"params\":{\"design\":\"sequential\",\"lotSize\":20,\"acceptableCount\":1,"
                      + "\"unacceptableCount\":2,\"producerRisk\":0.05,\"consumerRisk\":0.05}")
              .path("result");
      assertTrue(result.path("fullInspection").asBoolean());
      assertTrue(plan("sequential", "").path("result").path("fullInspection").isMissingNode());
    }

    @Test
    void messages() {
      says(
          "params.acceptable",
          "acceptable must be below unacceptable (0.01), got 0.05",
          answer(
              "plan",
              "\"params\":{\"design\":\"optimal\",\"lotSize\":2000,\"acceptable\":0.05,"
                  + "\"unacceptable\":0.01,\"producerRisk\":0.05,\"consumerRisk\":0.05}"));
      says(
          "params.distribution",
          "distribution must be hypergeometric or binomial for design sequential",
          plan("sequential", ",\"distribution\":\"poisson\""));
      says(
          "params.looks",
          "looks must not be given together with every",
          plan("sequential", ",\"every\":5,\"looks\":[10]"));
      says(
          "params.maximum",
          "maximum must be enough to keep both promised risks, got 100",
          plan("truncatedSequential", ",\"maximum\":100"));
      says(
          "params.shapes",
          "shapes must be two numbers, got 1",
          plan("alwaysValid", ",\"evidence\":\"betaMixture\",\"shapes\":[1]"));
    }
  }

  @Nested
  class Evaluate {
    private static JsonNode evaluate(String design, String rest) {
      return answer(
          "evaluate",
          "\"input\":{\"plan\":{\"design\":\"" + design + "\"," + LOT + "}," + rest + "}");
    }

    private static String right(int n) {
      return "\"verdicts\":[" + "false,".repeat(n - 1) + "false]";
    }

    @Test
    void acceptsResumesAndSaysHowManyRemain() {
      JsonNode half = evaluate("truncatedSequential", right(40)).path("result");
      assertEquals("CONTINUE", half.path("decision").asString());
      assertEquals(0.8, half.path("remaining").get(1).path("chance").asDouble());
      assertTrue(half.path("remaining").get(1).path("n").asInt() > 0);
      String state =
          ",\"from\":{\"decision\":\"CONTINUE\",\"checked\":40,\"errors\":0,\"decidedAt\":null}";
      JsonNode resumed = evaluate("truncatedSequential", right(40) + state).path("result");
      assertEquals(evaluate("truncatedSequential", right(80)).path("result"), resumed);
      assertEquals("ACCEPT", resumed.path("decision").asString());
      assertTrue(resumed.path("bound").asDouble() < 0.05);
    }

    /** 72 items without an error certify by the likelihood ratio with threshold 20. */
    @Test
    void evidence() {
      JsonNode before = evaluate("alwaysValid", right(71)).path("result");
      JsonNode after = evaluate("alwaysValid", right(72)).path("result");
      assertTrue(before.path("eValue").asDouble() < 20 && after.path("eValue").asDouble() >= 20);
      assertEquals("ACCEPT", after.path("decision").asString());
      assertTrue(before.path("bound").asDouble() >= 0.05 && after.path("bound").asDouble() < 0.05);
    }

    @Test
    void kindsOfVerdicts() {
      JsonNode result =
          evaluate(
                  "sequential",
                  "\"verdicts\":[0,1,null,{\"item\":\"x\",\"reference\":\"A\",\"grade\":\"B\"},"
                      + "{\"item\":\"y\",\"error\":false}]")
              .path("result");
      assertEquals(5, result.path("checked").asInt());
      assertEquals(3, result.path("errors").asInt());
    }

    @Test
    void messages() {
      says(
          "input.verdicts[1].item",
          "item must have one verdict, got a second one for \"x\"",
          evaluate(
              "sequential",
              "\"verdicts\":[{\"item\":\"x\",\"error\":false},{\"item\":\"x\",\"error\":true}]"));
      says(
          "input.verdicts[0].item",
          "item must have been drawn, got \"x\"",
          evaluate(
              "sequential", "\"drawn\":[\"y\"],\"verdicts\":[{\"item\":\"x\",\"error\":false}]"));
      says(
          "input.verdicts[0]",
          "a verdict must be true, false, 1, 0, null or an object, got 2",
          evaluate("sequential", "\"verdicts\":[2]"));
      says(
          "input.plan.design",
          "design must be one of [alwaysValid, optimal, sequential, truncatedSequential], got"
              + " \"single\"",
          evaluate("single", "\"verdicts\":[0]"));
    }
  }
}
