package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.io.Fuzz;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One request can neither hold up the others nor end the program. */
class BatchTest {
  private static final String GOOD =
      "{\"id\":\"ok\",\"op\":\"interval\",\"input\":{\"errors\":3,\"checked\":40}}";

  private static List<JsonNode> answers(byte[] requests, Duration timeout) throws IOException {
    var answers = new ArrayList<JsonNode>();
    new Batch(timeout)
        .run(
            new ByteArrayInputStream(requests),
            (json, flush) -> answers.add(RequestMapper.MAPPER.readTree(json)));
    return answers;
  }

  private static void assertKinds(String requests, String... kinds) throws IOException {
    List<JsonNode> answers =
        answers(requests.getBytes(StandardCharsets.ISO_8859_1), Batch.USUAL_TIMEOUT);
    assertEquals(
        List.of(kinds),
        answers.stream().map(a -> a.path("error").path("kind").asString("")).toList());
  }

  @Test
  void aBadByteSpoilsItsOwnLine() throws IOException {
    assertKinds(GOOD + "\n{\"id\":\"\u00ff\"}\r\n\r\n" + GOOD, "", "NOT_JSON", "");
  }

  @Test
  void tooDeepATextIsRefused() throws IOException {
    String deep = "[".repeat(100_000);
    assertKinds("{\"op\":" + deep + "\n" + GOOD, "NOT_JSON", "");
  }

  @Test
  void aBoundaryThatTakesTooMuchMemoryIsRefused() throws IOException {
    String huge =
        "{\"id\":1,\"op\":\"operatingCharacteristic\",\"params\":{\"boundary\":[{\"n\":2000000000,"
            + "\"acceptAt\":0,\"rejectAt\":1000000}],\"distribution\":\"binomial\",\"rates\":[0.5]}}";
    assertKinds(huge + "\n" + GOOD, "INVALID", "");
  }

  @Test
  void whatTakesTooMuchTimeIsRefused() throws IOException {
    String slow =
        "{\"id\":7,\"op\":\"allocate\",\"input\":{\"strata\":[{\"id\":\"a\",\"size\":1000000000,"
            + "\"rate\":0.1},{\"id\":\"b\",\"size\":1000000000,\"rate\":0.2}]},"
            + "\"params\":{\"method\":\"neyman\",\"n\":1500000000}}\n";
    List<JsonNode> answers =
        answers((slow + GOOD).getBytes(StandardCharsets.UTF_8), Duration.ofMillis(1500));
    assertEquals(
        "the request takes more than the 1500 ms it is given; ask for less, or give it more with"
            + " --timeout",
        answers.get(0).path("error").path("message").asString());
    assertEquals(7, answers.get(0).path("id").asInt());
    assertEquals("allocate", answers.get(0).path("op").asString());
    assertTrue(answers.get(1).has("result"), answers::toString);
  }

  @Test
  void aTimeoutIsMoreThanNothing() {
    assertThrows(IllegalArgumentException.class, () -> new Batch(Duration.ZERO));
  }

  /** Examples with other numbers: most are right, and every answer is a result or for people. */
  @Test
  void otherNumbersAreAnswered() {
    List<String> lines = Examples.lines();
    var protocol = new Protocol();
    SplittableRandom random = Fuzz.random(20261130);
    int rounds = Fuzz.rounds(2000);
    int valid = 0;
    for (int i = 0; i < rounds; i++) {
      JsonNode request = RequestMapper.MAPPER.readTree(lines.get(i % lines.size()));
      if (i >= lines.size()) {
        vary(request, random);
      }
      Protocol.Answer answer = protocol.respond(request.toString(), i + 1);
      assertNotEquals(Optional.of(ErrorKind.DEFECT), answer.error(), () -> request + answer.json());
      assertNotEquals(Optional.of(ErrorKind.LIMIT), answer.error(), () -> request + answer.json());
      JsonNode error = RequestMapper.MAPPER.readTree(answer.json()).path("error");
      if (answer.error().isPresent()) {
        Fuzz.assertForPeople(error.path("message").asString());
      } else {
        valid++;
      }
    }
    assertTrue(2 * valid >= rounds, valid + " of " + rounds + " valid");
  }

  // A number becomes one near it, of the same kind.
  private static void vary(JsonNode at, SplittableRandom random) {
    if (at instanceof ObjectNode object) {
      for (String name : new ArrayList<>(object.propertyNames())) {
        JsonNode other = other(object.get(name), random);
        object.set(name, other);
      }
    } else if (at instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, other(array.get(i), random));
      }
    }
  }

  private static JsonNode other(JsonNode node, SplittableRandom random) {
    if (node.isContainer()) {
      vary(node, random);
      return node;
    }
    if (!node.isNumber() || random.nextInt(4) > 0) {
      return node;
    }
    return node.isIntegralNumber()
        ? JsonNodeFactory.instance.numberNode(Math.max(0, node.longValue() + random.nextInt(5) - 2))
        : JsonNodeFactory.instance.numberNode(
            node.doubleValue() * (0.8 + 0.4 * random.nextDouble()));
  }
}
