package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DriftOperationTest {
  private static final String FAST =
      "'oddsRatios': [2, 6], 'baselinePeriods': 8, 'simulations': 40, 'falseDiscoveryRate': 0.1";

  private static JsonNode answer(String checks, String params) {
    String request =
        "{'op': 'drift', 'input': {'checks': [" + checks + "]}, 'params': {" + params + "}}";
    return JsonMapper.shared().readTree(new Protocol().answer(request.replace('\'', '"'), 1));
  }

  // Six people, twenty weeks; one of them makes a kind of error often from week 13 on.
  private static String team() {
    return IntStream.range(0, 6 * 20)
        .mapToObj(
            i -> {
              int a = i / 20;
              int week = 5 + i % 20;
              int errors = a == 2 && week >= 13 ? 7 : (a + week) % 2;
              return "['p%d', %d, 's', %d, 30, 'B>C'], ['p%d', %d, 's', %d, 0, 'C>B']"
                  .formatted(a, week, errors, a, week, 1 + (a * week) % 2);
            })
        .collect(Collectors.joining(", "));
  }

  @Test
  void namesWhoSinceWhenAndInWhat() {
    JsonNode result = answer(team(), FAST).path("result");
    for (JsonNode a : result.path("assessors")) {
      boolean isTheOne = a.path("id").asString().equals("p2");
      assertEquals(isTheOne, a.path("conclusion").asString().equals("DRIFTING"), a.toString());
      assertEquals(isTheOne, a.path("since").isString(), a.toString());
    }
    JsonNode changed = result.path("assessors").path(2);
    assertEquals("p2", changed.path("id").asString());
    assertEquals("MORE", changed.path("direction").asString());
    assertEquals("13", changed.path("since").asString());
    assertEquals("[\"13\"]", changed.path("changeSet").toString());
    assertEquals("B>C", changed.path("cells").path(0).path("cell").asString());
    assertTrue(changed.path("furtherChecks").isNull());
    assertTrue(changed.path("probability").asDouble() > .99);
    assertTrue(result.path("team").isEmpty(), result.path("team").toString());
    assertEquals(.1, result.path("promise").path("falseDiscoveryRate").asDouble());
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    String rows = "['x', 'w2', 1, 2, 30], ['y', 'w1', 1, 0, 30], ['x', 'w1', 1, 1, 30]";
    String others = "['y', 'w1', 1, 0, 30], ['x', 'w1', 1, 1, 30], ['x', 'w2', 1, 2, 30]";
    assertEquals(answer(rows, "").path("result"), answer(others, "").path("result"));
    JsonNode x = answer(rows, "").path("result").path("assessors").path(0);
    assertEquals("NOT_ENOUGH_CHECKS", x.path("conclusion").asString());
    assertEquals(0, x.path("probability").asDouble());
    assertTrue(x.path("furtherChecks").asLong() > 0);
  }

  @Test
  void badInputIsNamed() {
    assertEquals("input.checks", field("", ""));
    assertEquals("input", field("['x', 1, 's', 5, 4]", ""));
    assertEquals("input.checks", field("['x', 1, 's', 1, 4], ['x', 90000, 's', 1, 4]", ""));
    assertEquals("params.margin", field("['x', 1, 's', 1, 4]", "'margin': 1"));
    assertEquals("params.baselinePeriods", field("['x', 1, 's', 1, 4]", "'baselinePeriods': 1"));
  }

  private static String field(String checks, String params) {
    return answer(checks, params).path("error").path("field").asString();
  }
}
