package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.List;
import org.assay.bench.study.sentences.SentenceReader.Said;
import tools.jackson.databind.JsonNode;

/** Scores the states of a level that a policy wants judged together. */
final class FamilyReader {
  private static final double ROUNDING = 1e-12;
  private static final String ALONE_ONLY = "Judged together with the level's other states, it is";

  private final SentenceScore score;

  FamilyReader(SentenceScore score) {
    this.score = score;
  }

  /**
   * Scores the states of one team.
   *
   * @param looks the team at each look
   * @param reports the report at each look
   * @param run number of the team, which picks the state that is scored of those shown
   */
  void read(List<PlantedTeam> looks, List<JsonNode> reports, int run) {
    boolean passedAbove = false;
    boolean failedWithin = false;
    for (int look = 0; look < looks.size(); look++) {
      PlantedTeam team = looks.get(look);
      double limit = team.policy().limit() + ROUNDING;
      List<Boolean> passes = new ArrayList<>(); // whether each is wrong
      List<Boolean> fails = new ArrayList<>();
      for (Said said : SentenceReader.levels(team, reports.get(look))) {
        switch (said.row().path("state").asString()) {
          case "PASS" -> passes.add(said.truth() > limit);
          case "FAIL" -> fails.add(said.truth() <= limit);
          default -> score.add(Statement.ALONE_ONLY, isAloneOnly(said.row()) != says(said.row()));
        }
      }
      passedAbove |= team.policy().isFalseDiscovery() ? picked(passes, run) : passes.contains(true);
      failedWithin |= team.policy().isFalseDiscovery() ? picked(fails, run) : fails.contains(true);
    }
    boolean isShare = looks.get(0).policy().isFalseDiscovery();
    score.add(isShare ? Statement.SHARE_OF_PASSES : Statement.ANY_PASS, passedAbove);
    score.add(isShare ? Statement.SHARE_OF_FAILS : Statement.ANY_FAIL, failedWithin);
  }

  // One of them, so that the mean over the runs is the expected share of wrong ones.
  private static boolean picked(List<Boolean> wrong, int run) {
    return !wrong.isEmpty() && wrong.get(Math.floorMod(run * 7, wrong.size()));
  }

  private static boolean isAloneOnly(JsonNode row) {
    double limit = row.path("limit").doubleValue();
    return row.path("rate").path("checked").asLong() >= row.path("leastChecks").asLong()
        && (row.path("upperBound").doubleValue() <= limit + ROUNDING
            || row.path("lowerBound").doubleValue() > limit + ROUNDING);
  }

  private static boolean says(JsonNode row) {
    return row.path("sentence").asString().contains(ALONE_ONLY);
  }
}
