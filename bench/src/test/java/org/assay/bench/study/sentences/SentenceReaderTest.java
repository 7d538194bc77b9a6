package org.assay.bench.study.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SentenceReaderTest {
  /** Two units of 100 with 5 and 6 errors at a limit of 5 %. */
  private static SentenceScore score(String... reports) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(.05));
    for (int unit = 0; unit < 2; unit++) {
      for (int i = 0; i < 100; i++) {
        team.add(PlantedGrading.of("i" + unit + "-" + i, i < 5 + unit).in("u" + unit));
      }
    }
    team.truth().onlyDiffer("a3");
    SentenceScore score = new SentenceScore(TeamDesign.of("test", "two units", "", random -> team));
    List<JsonNode> looks = List.of(reports).stream().map(SentenceReaderTest::json).toList();
    new SentenceReader(score).read(looks.stream().map(look -> team).toList(), looks, 0);
    return score;
  }

  private static JsonNode json(String text) {
    return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
  }

  private static String levels(String first, String second) {
    return "'levels': [{'scope': 'UNIT', 'member': 'u0', 'state': '%s', 'upperBound': 0.05},"
            .formatted(first)
        + " {'scope': 'UNIT', 'member': 'u1', 'state': '%s', 'upperBound': 0.05}]"
            .formatted(second);
  }

  @Test
  void passAboveAndFailWithinAreWrong() {
    SentenceScore score = score("{" + levels("FAIL", "PASS") + "}");
    assertEquals(new Count(1, 1, .05), score.counts().get(Statement.PASS_ABOVE));
    assertEquals(new Count(1, 1, .05), score.counts().get(Statement.FAIL_WITHIN));
    assertEquals(new Count(1, 2, .05), score.counts().get(Statement.UPPER_BOUND));
  }

  @Test
  void aStateCountsOnceHoweverOftenItIsSaid() {
    String open = "{" + levels("NOT_DEMONSTRATED", "NOT_DEMONSTRATED") + "}";
    String wrong = "{" + levels("FAIL", "FAIL") + "}";
    SentenceScore score = score(open, wrong, wrong, open);
    assertEquals(new Count(1, 1, .05), score.counts().get(Statement.FAIL_WITHIN));
    assertEquals(new Count(0, 1, .05), score.counts().get(Statement.PASS_ABOVE));
  }

  @Test
  void intervalsAreHeldAgainstTheirUnit() {
    SentenceScore score =
        score(
            "{'rates': {'all': {'lower': 0.055, 'upper': 0.055}, 'units': ["
                + "{'id': 'u0', 'rate': {'lower': 0.01, 'upper': 0.05}},"
                + "{'id': 'u1', 'rate': {'lower': 0.01, 'upper': 0.05}}]}}");
    assertEquals(new Count(0, 1, .05), score.counts().get(Statement.RATE_ALL));
    assertEquals(new Count(1, 2, .05), score.counts().get(Statement.RATE_UNIT));
  }

  @Test
  void onlyWhoDoesNotDifferIsNamedWrongly() {
    String finding = "{'findings': [{'kind': 'TRAINING_NEED', 'about': {'assessor': '%s'}}]}";
    assertEquals(0, score(finding.formatted("a3")).counts().get(Statement.NAMED).wrong());
    assertEquals(1, score(finding.formatted("a4")).counts().get(Statement.NAMED).wrong());
  }

  @Test
  void namesOfReportsWithAndWithoutFindings() {
    NamedPeople found =
        NamedPeople.in(
            json(
                "{'findings': [{'kind': 'DRIFT', 'about': {'assessor': 'a1'}},"
                    + "{'kind': 'LEVEL', 'about': {'assessor': 'a2'}},"
                    + "{'kind': 'OFFICER', 'about': {'officer': 'q1'}}]}"));
    assertEquals(new NamedPeople(Set.of("q1"), Set.of("a1")), found);
    NamedPeople earlier =
        NamedPeople.in(
            json(
                "{'support': [{'assessor': 'a1', 'boundaries': [{}], 'sentences': []},"
                    + "{'assessor': 'a2', 'boundaries': [], 'sentences': ['More errors than the"
                    + " others']}, {'assessor': 'a3', 'boundaries': [], 'sentences': []}],"
                    + "'trend': {'series': [{'assessor': 'a4', 'signals': [{}]}]}}"));
    assertEquals(new NamedPeople(Set.of("a1", "a2"), Set.of("a4")), earlier);
  }
}
