package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
          "params.unacceptable",
          "unacceptable must be more of the 10 items than acceptable, to the nearest item, got 0.04,"
              + " 0 as well",
          answer(
              "plan",
              "\"params\":{\"design\":\"single\",\"lotSize\":10,\"acceptable\":0.01,"
                  + "\"unacceptable\":0.04,\"producerRisk\":0.05,\"consumerRisk\":0.05}"));
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
          "shapes must have a length of 2, got 1",
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

    /**
     * Errors that were found FAIL a lot; items that could not be checked, counted as such, do not.
     */
    @Test
    void nothingFailsForWhatIsMissing() {
      String missing = "\"verdicts\":[" + String.join(",", Collections.nCopies(40, "null")) + "]";
      JsonNode none = evaluate("truncatedSequential", missing).path("result");
      assertEquals("REJECT", none.path("decision").asString());
      assertEquals("NOT_DEMONSTRATED", none.path("state").asString());
      JsonNode wrong = evaluate("truncatedSequential", missing.replace("null", "1")).path("result");
      assertEquals("FAIL", wrong.path("state").asString());
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

    /**
     * Plans of the example, lot of 2,000: single (176, 4), no error in 58, double 96 (1/4) + 109
     * (4/5). Verdicts after which each decides, without an error and with the first k wrong.
     */
    @ParameterizedTest
    @CsvSource({
      "single, 176, 4, 176, ACCEPT, 5, 176",
      "zeroAcceptance, 58, 0, 58, ACCEPT, 1, 58",
      "curtailed, 172, 4, 176, ACCEPT, 5, 5",
      "double, 96, 3, 205, ACCEPT, 4, 96"
    })
    void everyDesignDecides(
        String design, int without, int most, int then, String decision, int many, int rejected) {
      assertEquals("CONTINUE", decision(design, without - 1, 0));
      assertEquals(decision, decision(design, without, 0));
      assertEquals("CONTINUE", decision(design, then - 1, most == 0 ? -1 : most));
      assertEquals(decision, decision(design, then, most));
      if (rejected > many) {
        assertEquals("CONTINUE", decision(design, rejected - 1, many));
      }
      assertEquals("REJECT", decision(design, rejected, many));
    }

    private static String decision(String design, int n, int wrong) {
      return evaluate(design, verdicts(0, n, Math.max(0, wrong)))
          .path("result")
          .path("decision")
          .asString();
    }

    // verdicts from the one place to the other, of which the first so many of all are errors
    private static String verdicts(int from, int to, int wrong) {
      var list = new ArrayList<String>();
      for (int i = from; i < to; i++) {
        list.add(i < wrong ? "1" : "0");
      }
      return "\"verdicts\":" + list;
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "single",
          "zeroAcceptance",
          "curtailed",
          "double",
          "sequential",
          "truncatedSequential",
          "optimal",
          "alwaysValid"
        })
    void everyDesignResumes(String design) {
      for (int wrong : new int[] {0, 1, 3}) {
        JsonNode whole = evaluate(design, verdicts(0, 230, wrong)).path("result");
        JsonNode part = evaluate(design, verdicts(0, 37, wrong)).path("result");
        var from = JsonMapper.shared().createObjectNode();
        for (String field :
            List.of("decision", "checked", "errors", "decidedAt", "decidedErrors")) {
          from.set(field, part.path(field).isMissingNode() ? null : part.path(field));
        }
        JsonNode resumed =
            evaluate(design, verdicts(37, 230, wrong) + ",\"from\":" + from).path("result");
        assertEquals(whole, resumed);
      }
    }

    /** The limit of a single sample is the hypergeometric one: 176 checks, 2 errors, 95 %. */
    @Test
    void theBoundOfASinglePlanIsThatOfItsErrors() {
      JsonNode limit =
          answer(
                  "interval",
                  "\"input\":{\"errors\":2,\"checked\":176,\"populationSize\":2000},"
                      + "\"params\":{\"method\":\"hypergeometric\",\"confidence\":0.95,"
                      + "\"sides\":\"upper\"}")
              .path("result");
      assertEquals(
          limit.path("upper").asDouble(),
          evaluate("single", verdicts(0, 176, 2)).path("result").path("bound").asDouble(),
          1e-15);
    }

    /** A state that only says when it was decided: the least clear acceptance, 4 of 176. */
    @Test
    void withoutTheErrorsAtTheDecisionTheBoundIsTheWidest() {
      String from =
          ",\"from\":{\"decision\":\"ACCEPT\",\"checked\":180,\"errors\":6,\"decidedAt\":176}";
      assertEquals(
          evaluate("single", verdicts(0, 176, 4)).path("result").path("bound"),
          evaluate("single", "\"verdicts\":[]" + from).path("result").path("bound"));
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
          "verdicts[0] must be true, false, 1, 0, null or an object, got 2",
          evaluate("sequential", "\"verdicts\":[2]"));
      says(
          "input.plan.design",
          "design must have an end, which wald does not",
          evaluate("wald", "\"verdicts\":[0]"));
      says(
          "input.plan.distribution",
          "distribution must be hypergeometric or binomial for design single",
          evaluate("single\",\"distribution\":\"poisson", "\"verdicts\":[0]"));
      says(
          "input.from.decidedAt",
          "decidedAt must be in [1, 176], got 177",
          evaluate(
              "single",
              "\"verdicts\":[0],\"from\":{\"decision\":\"ACCEPT\",\"checked\":180,\"errors\":0,"
                  + "\"decidedAt\":177}"));
    }
  }
}
