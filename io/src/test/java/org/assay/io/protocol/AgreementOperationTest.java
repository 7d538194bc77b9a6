package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreementOperationTest {
  /** Krippendorff (2004), p. 230. */
  private static final String FOUR_RATERS =
      "[[1,1,null,1],[2,2,3,2],[3,3,3,3],[3,3,3,3],[2,2,2,2],[1,2,3,4],[4,4,4,4],[1,1,2,1],"
          + "[2,2,2,2],[null,5,5,5],[null,null,1,1],[null,null,3,null]]";

  private final Protocol protocol = new Protocol();
  private final JsonMapper mapper = new JsonMapper();

  private JsonNode ask(String op, String input, String params) {
    return mapper.readTree(
        protocol.answer(
            "{\"id\":1,\"op\":\"" + op + "\",\"input\":" + input + ",\"params\":" + params + "}",
            1));
  }

  private JsonNode agreement(String input, String params) {
    JsonNode answer = ask("agreement", input, params);
    assertTrue(answer.has("result"), answer.toString());
    return answer.get("result");
  }

  private void assertError(String field, String message, JsonNode answer) {
    assertEquals(field, answer.at("/error/field").asString(), answer.toString());
    assertEquals(message, answer.at("/error/message").asString(), answer.toString());
  }

  /** irrCAC 1.4 (github.com/kgwet/irrCAC, 7fb7509), rounding disabled, *.raw functions. */
  @ParameterizedTest
  @CsvSource({
    "percentAgreement, 0.8181818181818182, 0.12560895994686497",
    "congerKappa, 0.7628174413033062, 0.1491681524801737",
    "fleissKappa, 0.7611692754224112, 0.1530192034694924",
    "krippendorffAlpha, 0.743421052631579, 0.14547871722219924"
  })
  void gwetErrorsOfFourRaters(String coefficient, double estimate, double standardError) {
    JsonNode c =
        agreement("{\"ratings\":" + FOUR_RATERS + "}", "{\"standardError\":\"gwet\"}")
            .at("/coefficients/" + coefficient);
    assertEquals(estimate, c.get("estimate").asDouble(), 1e-12);
    assertEquals(standardError, c.get("standardError").asDouble(), 1e-12);
  }

  @Test
  void pairsPrevalenceAndCondition() {
    JsonNode r = agreement("{\"ratings\":" + FOUR_RATERS + "}", "{}");
    assertEquals(
        3 + 8 * 6 + 3 + 1, r.get("pairs").asInt()); // items of 3, 4 (eight), 3 and 2 ratings
    JsonNode prevalence = r.get("prevalence");
    assertEquals(5, prevalence.size());
    assertEquals(3.0 / 41, prevalence.get(4).asDouble(), 1e-15);
    JsonNode fleiss = r.at("/coefficients/fleissKappa");
    assertEquals(
        1 / (1 - fleiss.get("expected").asDouble()), fleiss.get("condition").asDouble(), 1e-12);
    JsonNode none = agreement("{\"table\":[[5,0],[0,0]]}", "{}");
    assertFalse(none.at("/coefficients/cohenKappa").has("condition"));
  }

  @Test
  void whatTwoRatersGetInAddition() {
    JsonNode r = agreement("{\"table\":[[40,9],[6,45]]}", "{\"standardError\":\"delta\"}");
    assertAll(
        () -> assertEquals(-.05, r.get("prevalenceIndex").asDouble(), 1e-12), // epiR 2.0.57
        () -> assertEquals(.03, r.get("biasIndex").asDouble(), 1e-12),
        () -> assertEquals(.7, r.get("pabak").asDouble(), 1e-12),
        () -> assertEquals("[[40,9],[6,45]]", r.get("table").toString()),
        () -> assertEquals("[1,2]", r.get("grades").toString()),
        () -> assertEquals(.0998192592786031, r.get("standardErrorNull").asDouble(), 1e-12));
  }

  /**
   * D_e = 2 x 35 x 30 / 65^2. Logit: 1 - (1 - .025^(1/65)) / D_e = .8890. Score: 1 - 2 t^2 / (m +
   * t^2) = .8837 with m = 130 D_e and t = 1.9977 on 64 degrees.
   */
  @ParameterizedTest
  @CsvSource({"t, 1", "normal, 1", "logit, .8890", "score, .8837"})
  void perfectAgreementIsAPointOnlyForWald(String interval, double lower) {
    JsonNode c =
        agreement("{\"table\":[[35,0],[0,30]]}", "{\"interval\":\"" + interval + "\"}")
            .at("/coefficients/cohenKappa");
    assertEquals(1, c.get("upper").asDouble());
    assertEquals(lower, c.get("lower").asDouble(), 1e-4);
    assertEquals("[\"BOUNDARY\"]", c.get("cautions").toString());
  }

  @Test
  void severalRatersGetNoTable() {
    JsonNode r = agreement("{\"ratings\":" + FOUR_RATERS + "}", "{}");
    assertAll(
        () -> assertFalse(r.has("table")),
        () -> assertFalse(r.at("/coefficients").has("cohenKappa")),
        () -> assertEquals(12, r.get("items").asInt()),
        () -> assertEquals(11, r.get("pairableItems").asInt()),
        () -> assertEquals(41, r.get("ratings").asInt()),
        () -> assertEquals(5, r.get("perGrade").size()));
  }

  @Test
  void undefinedIsNullWithItsReason() {
    JsonNode r =
        agreement("{\"ratings\":[[\"A\",\"A\"],[\"A\",\"A\"]],\"grades\":[\"A\",\"B\"]}", "{}");
    JsonNode kappa = r.at("/coefficients/cohenKappa");
    assertAll(
        () -> assertTrue(kappa.get("estimate").isNull()),
        () -> assertEquals("NO_VARIATION", kappa.get("undefined").asString()),
        () -> assertEquals(1, kappa.get("observed").asDouble()),
        () -> assertEquals(1, r.at("/coefficients/gwetAC/estimate").asDouble()),
        () -> assertFalse(r.at("/coefficients/gwetAC").has("undefined")),
        () -> assertTrue(r.has("kappaMaximum") && r.get("kappaMaximum").isNull()),
        () -> assertEquals("UNUSED_GRADE", r.at("/perGrade/1/undefined").asString()));
  }

  /** One domain written as whole numbers, as other numbers, and as strings. */
  @Test
  void wholeDecimalAndStringLabelsAgree() {
    String decimals = FOUR_RATERS.replaceAll("(\\d)", "$1.0");
    String strings = FOUR_RATERS.replaceAll("(\\d)", "\"$1\"");
    for (String weights : new String[] {"identity", "quadratic", "ordinal"}) {
      String params = "{\"weights\":\"" + weights + "\"}";
      JsonNode whole = agreement("{\"ratings\":" + FOUR_RATERS + "}", params);
      for (String other : new String[] {decimals, strings}) {
        assertEquals(
            whole.get("coefficients"),
            agreement("{\"ratings\":" + other + "}", params).get("coefficients"));
      }
    }
  }

  @Test
  void csvIsReadLikeRatings(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ratings.csv");
    String rows =
        FOUR_RATERS.replace("[[", "").replace("]]", "").replace("],[", "\n").replace("null", "");
    Files.writeString(file, "a01,a02,a03,a04\n" + rows + "\n");
    assertEquals(
        agreement("{\"ratings\":" + FOUR_RATERS + "}", "{}"),
        agreement("{\"ratingsCsv\":" + mapper.writeValueAsString(file.toString()) + "}", "{}"));
  }

  @Test
  void krippendorffParts() {
    JsonNode r =
        ask("krippendorff", "{\"ratings\":" + FOUR_RATERS + "}", "{\"level\":\"interval\"}")
            .get("result");
    assertAll( // Krippendorff (2004), p. 232
        () -> assertEquals(.849, r.get("alpha").asDouble(), 5e-4),
        () -> assertEquals(.433, r.get("observedDisagreement").asDouble(), 5e-4),
        () -> assertEquals(2.872, r.get("expectedDisagreement").asDouble(), 5e-4),
        () -> assertEquals(40, r.get("pairableValues").asInt()));
  }

  @Test
  void weightsOfScores() {
    JsonNode r = ask("weights", "{\"grades\":[1,2,5]}", "{}").at("/result/weights");
    assertEquals("[[1.0,0.75,0.0],[0.75,1.0,0.25],[0.0,0.25,1.0]]", r.get("linear").toString());
    assertTrue(r.has("ratio"));
    assertFalse(ask("weights", "{\"grades\":[-1,2]}", "{}").at("/result/weights").has("ratio"));
  }

  @Nested
  class BadInput {
    @Test
    void namesTheField() {
      String two = "{\"ratings\":[[1,2],[2,2]]}";
      assertAll(
          () ->
              assertError(
                  "params.confidence",
                  "confidence must be in (0, 1), got 95.0",
                  ask("agreement", two, "{\"confidence\":95.0}")),
          () ->
              assertError(
                  "params.weights",
                  "weights must be one of [bipolar, circular, identity, linear, ordinal, quadratic,"
                      + " radical, ratio] or a matrix, got \"cubic\"",
                  ask("agreement", two, "{\"weights\":\"cubic\"}")),
          () ->
              assertError(
                  "params.weights",
                  "weights must have 2 rows (grades), got 1",
                  ask("agreement", two, "{\"weights\":[[1]]}")),
          () ->
              assertError(
                  "params.populationSize",
                  "populationSize must be >= the items rated (2), got 1",
                  ask("agreement", two, "{\"populationSize\":1}")),
          () ->
              assertError(
                  "params.standardError",
                  "standardError \"delta\" needs two raters, got 3",
                  ask("agreement", "{\"ratings\":[[1,2,2]]}", "{\"standardError\":\"delta\"}")),
          () ->
              assertError(
                  "input.ratings[1]",
                  "ratings must be rectangular: row 1 has length 1, row 0 has length 2",
                  ask("agreement", "{\"ratings\":[[1,2],[2]]}", "{}")),
          () ->
              assertError(
                  "input.counts[0][1]",
                  "counts[0][1] must be at least 0, got -1",
                  ask("agreement", "{\"counts\":[[1,-1]]}", "{}")),
          () ->
              assertError(
                  "input",
                  "give one of ratings, counts, table and ratingsCsv, got 2",
                  ask("agreement", "{\"counts\":[[1,1]],\"table\":[[1]]}", "{}")),
          () ->
              assertError(
                  "params.level",
                  "scores must be >= 0 for ratio weights, got -1.0",
                  ask("krippendorff", "{\"ratings\":[[-1,2]]}", "{\"level\":\"ratio\"}")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"ratings\":null}",
          "{\"ratings\":[null]}",
          "{\"ratings\":[[true]]}",
          "{\"ratings\":[[1],null]}",
          "{\"ratings\":[[[1]]]}",
          "{\"ratings\":[[1,\"A\"]]}",
          "{\"ratings\":[[1]],\"grades\":[]}",
          "{\"ratings\":[[1]],\"grades\":[1,1.0]}",
          "{\"ratings\":[[1]],\"grades\":[null]}",
          "{\"ratings\":[[1e999,1]]}",
          "{\"counts\":[]}",
          "{\"counts\":[[1.5]]}",
          "{\"counts\":[[null]]}",
          "{\"table\":[]}",
          "{\"table\":[[1,2]]}",
          "{\"table\":[[9223372036854775807,1],[1,1]]}",
          "{\"ratingsCsv\":\"no such file\"}",
          "{\"ratingsCsv\":\"\\u0000\"}",
          "{\"rating\":[[1]]}"
        })
    void isAnErrorNotACrash(String input) {
      JsonNode answer = ask("agreement", input, "{}");
      assertTrue(answer.has("error"), answer.toString());
      assertTrue(answer.at("/error/field").asString().startsWith("input"), answer.toString());
    }
  }

  /** Any tiny data: an answer without NaN or infinity. */
  @Test
  void degenerateRatingsAlwaysAnswer() {
    var random = new Random(5);
    for (int round = 0; round < 300; round++) {
      int raters = random.nextInt(1, 4);
      String ratings =
          random
              .ints(random.nextInt(0, 4), 0, 1)
              .mapToObj(
                  i ->
                      random
                          .ints(raters, 0, 4)
                          .mapToObj(x -> x == 3 ? "null" : String.valueOf(x % random.nextInt(1, 4)))
                          .collect(Collectors.joining(",", "[", "]")))
              .collect(Collectors.joining(",", "[", "]"));
      String params =
          "{\"interval\":\"" + (round % 2 == 0 ? "logit" : "t") + "\",\"weights\":\"linear\"}";
      String answer = ask("agreement", "{\"ratings\":" + ratings + "}", params).toString();
      assertTrue(answer.contains("\"result\""), ratings + " " + answer);
      assertFalse(answer.contains("NaN") || answer.contains("Infinity"), ratings + " " + answer);
    }
  }
}
