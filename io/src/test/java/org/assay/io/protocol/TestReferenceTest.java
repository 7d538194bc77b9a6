package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ops {@code test} and {@code adjust} against numbers of R, statsmodels and multiagree, each case
 * of {@code reference/tests.json} with its source, call and tolerance.
 */
class TestReferenceTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Protocol PROTOCOL = new Protocol();

  /** One kind of test, and where each expected number stands in its result. */
  private record Question(String params, Map<String, String> paths) {}

  private static final Map<String, List<Question>> QUESTIONS =
      Map.of(
          "mcnemar",
          List.of(
              new Question("{'kind':'mcnemar'}", Map.of("chisq", "statistic", "chisqP", "pValue")),
              new Question(
                  "{'kind':'mcnemar','continuityCorrection':true}",
                  Map.of("chisqCC", "statistic", "chisqCCP", "pValue")),
              new Question("{'kind':'mcnemar','exact':true}", Map.of("exactP", "pValue")),
              new Question("{'kind':'mcnemar','midP':true}", Map.of("midP", "pValue"))),
          "symmetry",
          List.of(
              new Question(
                  "{'kind':'bowker'}",
                  Map.of(
                      "bowkerDropEmptyPairs", "statistic",
                      "bowkerDropEmptyPairsDf", "degreesOfFreedom",
                      "bowkerDropEmptyPairsP", "pValue")),
              new Question(
                  "{'kind':'stuartMaxwell'}",
                  Map.of(
                      "stuartMaxwell", "statistic",
                      "stuartMaxwellDf", "degreesOfFreedom",
                      "stuartMaxwellP", "pValue",
                      "coinMh", "statistic",
                      "coinMhP", "pValue")),
              new Question(
                  "{'kind':'bhapkar'}",
                  Map.of(
                      "bhapkar", "statistic",
                      "bhapkarDf", "degreesOfFreedom",
                      "bhapkarP", "pValue"))),
          "cochranQ",
          List.of(
              new Question(
                  "{'kind':'cochranQ'}",
                  Map.of("Q", "statistic", "df", "degreesOfFreedom", "p", "pValue"))),
          "kendallW",
          List.of(
              new Question(
                  "{'kind':'kendallW'}",
                  Map.of(
                      "W", "coefficient",
                      "chisq", "statistic",
                      "df", "degreesOfFreedom",
                      "p", "pValue")),
              new Question(
                  "{'kind':'kendallW','correctTies':true}",
                  Map.of("Wt", "coefficient", "chisqT", "statistic", "pT", "pValue"))),
          "dependentKappa",
          List.of(
              new Question(
                  "{'kind':'kappaDependent'}",
                  Map.of(
                      "kappa", "coefficients/*/estimate",
                      "se", "coefficients/*/standardError",
                      "T2", "statistic",
                      "p", "pValue",
                      "correlation", "correlation",
                      "difference", "difference",
                      "seDifference", "standardError"))),
          "twoProp",
          List.of(
              new Question("{'kind':'twoProportion'}", Map.of("chisq", "statistic", "p", "pValue")),
              new Question(
                  "{'kind':'twoProportion','continuityCorrection':true}",
                  Map.of("chisqCC", "statistic", "pCC", "pValue")),
              new Question("{'kind':'fisherExact'}", Map.of("fisherTwoSided", "pValue"))),
          "padjust",
          List.of(
              new Question("{'method':'bh'}", Map.of("BH", "adjusted")),
              new Question("{'method':'by'}", Map.of("BY", "adjusted")),
              new Question("{'method':'holm'}", Map.of("holm", "adjusted")),
              new Question("{'method':'hochberg'}", Map.of("hochberg", "adjusted")),
              new Question("{'method':'bonferroni'}", Map.of("bonferroni", "adjusted"))));

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    try (InputStream in = TestReferenceTest.class.getResourceAsStream("/reference/tests.json")) {
      for (JsonNode reference : MAPPER.readTree(in).get("cases")) {
        String id = reference.get("id").asString();
        tests.add(DynamicTest.dynamicTest(id, () -> check(id, reference)));
      }
    }
    assertEquals(60, tests.size());
    return tests;
  }

  private static void check(String id, JsonNode reference) {
    String kind = id.substring(0, id.indexOf('/'));
    int compared = 0;
    for (Question question : QUESTIONS.get(kind)) {
      JsonNode result = answer(kind, question, reference);
      for (var path : question.paths().entrySet()) {
        JsonNode expected = reference.get("expected").get(path.getKey());
        if (expected != null) {
          compare(path.getKey(), expected, at(result, path.getValue()), reference);
          compared++;
        }
      }
    }
    assertTrue(compared > 0, "nothing compared");
  }

  private static JsonNode answer(String kind, Question question, JsonNode reference) {
    ObjectNode request = MAPPER.createObjectNode();
    request.put("op", kind.equals("padjust") ? "adjust" : "test");
    ObjectNode input = request.putObject("input");
    JsonNode given = reference.get("input");
    ObjectNode params = (ObjectNode) MAPPER.readTree(question.params().replace('\'', '"'));
    switch (kind) {
      case "padjust" -> input.set("pValues", given.get("p"));
      case "twoProp" -> {
        var groups = input.putArray("groups");
        for (String g : List.of("1", "2")) {
          ObjectNode group = groups.addObject();
          group.set("errors", given.get("x" + g));
          group.set("checked", given.get("n" + g));
        }
      }
      case "dependentKappa" -> {
        input.setAll((ObjectNode) given);
        String weights = reference.get("params").get("weights").asString();
        params.put("weights", weights.equals("unweighted") ? "identity" : weights);
      }
      default -> input.setAll((ObjectNode) given);
    }
    request.set("params", params);
    JsonNode response = MAPPER.readTree(PROTOCOL.answer(request.toString(), 1));
    assertTrue(response.has("result"), response.toString());
    return response.get("result");
  }

  private static JsonNode at(JsonNode result, String path) {
    String[] steps = path.split("/");
    if (steps.length == 1) {
      return result.get(path);
    }
    var values = MAPPER.createArrayNode();
    result.get(steps[0]).forEach(each -> values.add(each.get(steps[2])));
    return values;
  }

  private static void compare(String name, JsonNode expected, JsonNode got, JsonNode reference) {
    if (expected.isArray()) {
      assertEquals(expected.size(), got.size(), name);
      for (int i = 0; i < expected.size(); i++) {
        compare(name + "[" + i + "]", expected.get(i), got.get(i), reference);
      }
    } else if (expected.isString()) {
      assertEquals("undefined", expected.asString());
      assertTrue(got.isNull(), name + " must be null, got " + got);
    } else {
      JsonNode tolerance = reference.get("tolerance");
      double x = expected.asDouble();
      double within =
          tolerance.get("abs").asDouble() + tolerance.get("rel").asDouble() * Math.abs(x);
      assertEquals(x, got.asDouble(), within, name);
    }
  }
}
