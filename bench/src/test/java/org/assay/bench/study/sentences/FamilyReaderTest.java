package org.assay.bench.study.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FamilyReaderTest {
  /** Three units of 100 with 5, 6 and 6 errors at a limit of 5 %. */
  private static SentenceScore score(String rule, int run, String... rows) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(.05).together(rule));
    for (int unit = 0; unit < 3; unit++) {
      for (int i = 0; i < 100; i++) {
        boolean wrong = i < (unit == 0 ? 5 : 6);
        team.add(PlantedGrading.of("i" + unit + "-" + i, wrong).in("u" + unit));
      }
    }
    SentenceScore score = new SentenceScore(TeamDesign.of("test", "", "", random -> team));
    String json = ("{'levels': [" + String.join(",", rows) + "]}").replace('\'', '"');
    new FamilyReader(score)
        .read(List.of(team), List.of(JsonMapper.builder().build().readTree(json)), run);
    return score;
  }

  private static String row(String member, String state, double upper, String sentence) {
    return "{'scope': 'UNIT', 'member': '%s', 'state': '%s', 'limit': .05, 'leastChecks': 1, "
            .replace(".05", "0.05")
            .formatted(member, state)
        + "'rate': {'checked': 50}, 'lowerBound': 0.0, 'upperBound': %s, 'sentence': '%s'}"
            .formatted(upper, sentence);
  }

  @Test
  void oneWrongPassAnywhereCountsOnce() {
    SentenceScore score =
        score(
            "holm",
            0,
            row("u0", "PASS", .04, ""),
            row("u1", "PASS", .04, ""),
            row("u2", "PASS", .04, ""));
    assertEquals(new Count(1, 1, .05), score.counts().get(Statement.ANY_PASS));
    assertEquals(new Count(0, 1, .05), score.counts().get(Statement.ANY_FAIL));
  }

  /** Of the three shown two are wrong: two of three runs pick a wrong one. */
  @Test
  void theShareOfWrongOnesIsThatOfThePicked() {
    int wrong = 0;
    for (int run = 0; run < 3; run++) {
      wrong +=
          score(
                  "fdr",
                  run,
                  row("u0", "PASS", .04, ""),
                  row("u1", "PASS", .04, ""),
                  row("u2", "PASS", .04, ""))
              .counts()
              .get(Statement.SHARE_OF_PASSES)
              .wrong();
    }
    assertEquals(2, wrong);
  }

  @Test
  void whatIsShownAloneOnlyMustSayJustThat() {
    String open = "NOT_DEMONSTRATED";
    String right = "Judged together with the level\\u0027s other states, it is not shown.";
    assertEquals(
        0,
        score("holm", 0, row("u0", open, .04, right)).counts().get(Statement.ALONE_ONLY).wrong());
    assertEquals(
        1,
        score("holm", 0, row("u0", open, .06, right)).counts().get(Statement.ALONE_ONLY).wrong());
    assertEquals(
        0, score("holm", 0, row("u0", open, .06, "")).counts().get(Statement.ALONE_ONLY).wrong());
  }
}
