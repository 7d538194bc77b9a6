package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Scores what a report says of agreement among assessors. */
final class AmongReader {
  private static final double ROUNDING = 1e-12;
  private static final int AGREE = 0;
  private static final int KAPPA = 1;
  private static final int AC1 = 2;

  private final SentenceScore score;

  AmongReader(SentenceScore score) {
    this.score = score;
  }

  /**
   * Scores one stream, and one of the people with the others: the rest stands on the same items.
   *
   * @param planted agreement by stream
   * @param among section of the report
   * @param run number of the team, which picks them
   */
  void read(Map<String, PlantedAgreement> planted, JsonNode among, int run) {
    List<JsonNode> parts = new ArrayList<>();
    for (JsonNode part : among.path("parts")) {
      if (planted.containsKey(part.path("stream").asString())) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    JsonNode part = parts.get(run % parts.size());
    PlantedAgreement truth = planted.get(part.path("stream").asString());
    JsonNode coefficients = part.path("coefficients");
    score(Statement.AMONG_AGREE, coefficients.path(AGREE), truth.agree());
    score(Statement.AMONG_KAPPA, coefficients.path(KAPPA), truth.kappa());
    score(Statement.AMONG_AC1, coefficients.path(AC1), truth.ac1());
    JsonNode others = among.path("others").path("rows");
    if (planted.size() == 1 && !others.isEmpty()) {
      JsonNode row = others.path(run % others.size());
      int assessor = Integer.parseInt(row.path("assessor").asString().substring(1));
      score(Statement.AMONG_OTHERS, row.path("kappa"), truth.withOthers(assessor));
    }
  }

  private void score(Statement statement, JsonNode said, double truth) {
    if (said.path("lower").isNumber()) {
      score.add(
          statement,
          said.path("lower").doubleValue() > truth + ROUNDING
              || said.path("upper").doubleValue() < truth - ROUNDING);
    }
  }
}
