package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Labels are compared exactly, and what cannot be used is said in words. */
class ExactLabelsTest {
  private final Protocol protocol = new Protocol();
  private final JsonMapper mapper = new JsonMapper();
  @TempDir private Path folder;

  private JsonNode ask(String op, String input, String params) {
    return mapper.readTree(
        protocol.answer(
            "{\"id\":1,\"op\":\"" + op + "\",\"input\":" + input + ",\"params\":" + params + "}",
            2));
  }

  private JsonNode agreement(String input) {
    JsonNode answer = ask("agreement", input, "{}");
    assertTrue(answer.has("result"), answer.toString());
    return answer.get("result");
  }

  private double agreed(String input) {
    return agreement(input).at("/coefficients/percentAgreement/estimate").asDouble();
  }

  private void assertError(String field, String message, JsonNode answer) {
    assertEquals(field, answer.at("/error/field").asString(), answer.toString());
    assertEquals(message, answer.at("/error/message").asString(), answer.toString());
  }

  private String csv(String text, String grades) throws IOException {
    Path file = folder.resolve("ratings.csv");
    Files.writeString(file, text);
    return "{\"ratingsCsv\":" + mapper.writeValueAsString(file.toString()) + grades + "}";
  }

  @ParameterizedTest
  @CsvSource({
    "900000000000207008, 900000000000207009, 0",
    "9007199254740993, 9007199254740992, 0",
    "123456789012345678901234567890, 123456789012345678901234567891, 0",
    "1, 1.0, 1",
    "1e2, 100, 1",
    "-0.0, 0, 1",
    "0.1, 0.10, 1"
  })
  void numbersByValue(String first, String second, double agreed) {
    assertEquals(
        agreed,
        agreed(
            "{\"ratings\":[["
                + first
                + ","
                + second
                + "]],\"grades\":["
                + first
                + (agreed == 0 ? "," + second : "")
                + "]}"));
  }

  @ParameterizedTest
  @CsvSource({"01, 1", "1E2, 100", "+1, 1", "1234567890123456, 1234567890123457"})
  void fieldsThatAreNotAllPlainNumbersAreTexts(String first, String second) throws IOException {
    String text = "a,b\n" + first + "," + second + "\n1,1\n";
    assertEquals(.5, agreed(csv(text, "")));
  }

  @Test
  void plainFieldsAreNumbers() throws IOException {
    JsonNode r = agreement(csv("a,b\n10,9\n9.0,9\n-0.0,0\n,9\n", ""));
    assertEquals("[0.0,9,10]", r.get("grades").toString().replace("9.0", "9"));
    assertEquals(4, r.get("items").asInt());
  }

  @Test
  void declaredTextsMakeTexts() throws IOException {
    assertEquals(.5, agreed(csv("a,b\n01,1\n1,1\n", ",\"grades\":[\"01\",\"1\"]")));
  }

  @Test
  void withoutARatingThereIsNoGrade() throws IOException {
    JsonNode r = agreement(csv("a,b\n", ""));
    assertEquals(2, r.get("raters").asInt());
    assertEquals("[]", r.get("grades").toString());
    assertEquals("[]", agreement("{\"ratings\":[[null,null]]}").get("grades").toString());
  }

  @Test
  void textsAndNumbersAreToldApart() {
    assertError(
        "input.ratings[0][0]",
        "rating must be one of [\"1\", \"2\"], which are texts, got 1",
        ask("agreement", "{\"ratings\":[[1,2]],\"grades\":[\"1\",\"2\"]}", "{}"));
    assertError(
        "input.ratings[0][0]",
        "rating must be one of [1, 2], which are numbers, got \"1\"",
        ask("agreement", "{\"ratings\":[[\"1\",\"2\"]],\"grades\":[1,2]}", "{}"));
  }

  @Test
  void whatCannotBeUsedIsSaidInWords() {
    assertError(
        "input.ratings[0]",
        "a list must not hold null here",
        ask("agreement", "{\"ratings\":[null,[\"A\",\"A\"]]}", "{}"));
    assertError(
        "input.errors",
        "errors must be a whole number, got \"2\"",
        ask("interval", "{\"errors\":\"2\",\"checked\":10}", "{\"method\":\"wilson\"}"));
    assertError(
        "input.errors",
        "errors must be a whole number, got 1.5",
        ask("interval", "{\"errors\":1.5,\"checked\":10}", "{\"method\":\"wilson\"}"));
    assertError(
        "input.checked",
        "checked must be below 2^63, got 9223372036854775808",
        ask("interval", "{\"errors\":1,\"checked\":9223372036854775808}", "{}"));
    assertError(
        "params.rates[0]",
        "a list must not hold null here",
        ask(
            "operatingCharacteristic",
            "{}",
            "{\"sampleSizes\":[10],\"acceptanceNumbers\":[0],\"distribution\":\"binomial\","
                + "\"rates\":[null]}"));
    assertError(
        "params.sampleSizes",
        "total of sampleSizes must be in [1, 40], got 50",
        ask(
            "operatingCharacteristic",
            "{}",
            "{\"sampleSizes\":[50],\"acceptanceNumbers\":[1],\"lotSize\":40,\"rates\":[0.05]}"));
    assertError(
        "input.table",
        "counts must add up to at most 2^60, which they exceed",
        ask("agreement", "{\"table\":[[4000000000000000000,1],[1,1]]}", "{}"));
    assertError(
        "input.gradings[1][3]",
        "weights must have squares with a finite sum",
        ask(
            "confusion",
            "{\"gradings\":[[\"x\",\"A\",\"A\",1e150],[\"x\",\"A\",\"B\",1e155]]}",
            "{}"));
  }

  @Test
  void aByteOrderMarkIsNoData() {
    String line = "\ufeff{\"id\":7,\"op\":\"interval\",\"input\":{\"errors\":1,\"checked\":10}}";
    assertTrue(mapper.readTree(protocol.answer(line, 1)).has("result"));
    assertFalse(mapper.readTree(protocol.answer(line, 2)).has("result"));
  }

  @Test
  void drawsAndAllocationsThatCannotBe() {
    String items = "{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"}]}";
    assertError(
        "params.n",
        "n must be at most the items that can be drawn, 2, got 3",
        ask("draw", items, "{\"n\":3,\"seed\":\"1\"}"));
    assertError(
        "params.exclude[0]",
        "an excluded id must be one of the items, got \"z\"",
        ask("draw", items, "{\"n\":1,\"seed\":\"1\",\"exclude\":[\"z\"]}"));
    assertError(
        "input.strata[1].id",
        "id must occur once among the strata, got \"a\" twice",
        ask(
            "allocate",
            "{\"strata\":[{\"id\":\"a\",\"size\":9},{\"id\":\"a\",\"size\":9}]}",
            "{\"method\":\"proportional\",\"n\":5}"));
    assertEquals(
        "input.strata",
        ask(
                "allocate",
                "{\"strata\":[{\"id\":\"a\",\"size\":9,\"rate\":0},{\"id\":\"b\",\"size\":9,"
                    + "\"rate\":1}]}",
                "{\"method\":\"neyman\",\"n\":5}")
            .at("/error/field")
            .asString());
  }

  @Test
  void cautionsAreWords() {
    String rare = "{\"table\":[[18,1],[1,0]]}";
    JsonNode t = ask("agreement", rare, "{}");
    assertTrue(t.at("/result/cautions").toString().contains("posterior"), t.toString());
    JsonNode posterior = ask("agreement", rare, "{\"interval\":\"posterior\"}");
    assertFalse(posterior.at("/result/cautions").toString().contains("posterior"));
    assertTrue(posterior.at("/result/coefficients/cohenKappa/upper").asDouble() > .4);
    JsonNode strata =
        ask(
            "stratifiedRate",
            "{\"strata\":[{\"size\":100,\"checked\":20,\"errors\":1}]}",
            "{\"interval\":\"normal\"}");
    assertEquals(1, strata.at("/result/cautions").size(), strata.toString());
  }

  /** With leave-one-out values that do not exist there is no acceleration, and so no limits. */
  @Test
  void bcaThatDoesNotExistSaysSo() {
    JsonNode c =
        ask("agreement", "{\"table\":[[9,1],[0,0]]}", "{\"interval\":\"bca\"}")
            .at("/result/coefficients/fleissKappa");
    assertTrue(c.get("lower").isNull(), c.toString());
    assertEquals("NOT_IDENTIFIED", c.get("undefined").asString());
  }

  @Test
  void exchangeKeepsTheStatistic() {
    String ratings =
        "{\"ratings\":[[1,1,1],[2,2,2],[1,1,2],[2,2,1],[1,1,1],[2,2,2],[1,2,1],[2,2,2],[1,1,2]]}";
    JsonNode hotelling = ask("test", ratings, "{\"kind\":\"kappaDependent\"}").get("result");
    JsonNode exchange =
        ask("test", ratings, "{\"kind\":\"kappaDependent\",\"method\":\"exchange\"}").get("result");
    assertEquals(hotelling.get("statistic"), exchange.get("statistic"));
    assertTrue(
        exchange.get("pValue").asDouble() > hotelling.get("pValue").asDouble(),
        hotelling + " " + exchange);
  }

  /** Two added items shrink the difference; the estimates are those of the items. */
  @Test
  void smoothedHasItsOwnStatistic() {
    String ratings =
        "{\"ratings\":[[1,1,1],[2,2,2],[1,1,2],[2,2,1],[1,1,1],[2,2,2],[1,2,1],[2,2,2],[1,1,2]]}";
    JsonNode hotelling = ask("test", ratings, "{\"kind\":\"kappaDependent\"}").get("result");
    JsonNode smoothed =
        ask("test", ratings, "{\"kind\":\"kappaDependent\",\"method\":\"smoothed\"}").get("result");
    assertEquals(hotelling.get("coefficients"), smoothed.get("coefficients"));
    assertTrue(
        smoothed.get("statistic").asDouble() < hotelling.get("statistic").asDouble()
            && smoothed.get("pValue").asDouble() > hotelling.get("pValue").asDouble()
            && smoothed.get("pValue").asDouble() < 1,
        hotelling + " " + smoothed);
  }

  /** Exact McNemar at a thousand million million pairs: the normal with continuity correction. */
  @Test
  void exactMcNemarOfHugeCounts() {
    JsonNode r =
        ask(
                "test",
                "{\"table\":[[5,500000000000000],[500000031622776,5]]}",
                "{\"kind\":\"mcnemar\",\"exact\":true}")
            .get("result");
    assertEquals(0.317310540026, r.get("pValue").asDouble(), 1e-9);
  }

  @Test
  void kappaSizesForManyRaters() {
    JsonNode r =
        ask(
                "sampleSize",
                "{}",
                "{\"for\":\"kappa\",\"method\":\"goodnessOfFit\",\"kappa0\":0.4,\"kappa1\":0.6,"
                    + "\"marginals\":[0.3,0.7],\"raters\":700,\"power\":0.8}")
            .get("result");
    assertTrue(r.get("n").asInt() > 10 && r.get("achieved").asDouble() >= .8, r.toString());
  }
}
