package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.assay.bench.study.sentences.PlantedTruth.Member;
import org.assay.bench.study.sentences.PlantedTruth.Scope;
import tools.jackson.databind.JsonNode;

/** Compares the sentences of a report, read as JSON, with what was planted. */
final class SentenceReader {
  private static final double ROUNDING = 1e-12;

  /**
   * A claim about a part says so by a coverage below this; it is then judged by what is true of the
   * part that checks can speak for. States are always judged by the whole.
   */
  private static final double WHOLE = .995;

  private final SentenceScore score;

  SentenceReader(SentenceScore score) {
    this.score = score;
  }

  /** A row about a member, with what is true of it. */
  record Said(Member member, JsonNode row, double truth) {}

  /** What was ever said of a level of a member. */
  private static final class Ever {
    private boolean above;
    private boolean passedAbove;
    private boolean within;
    private boolean failedWithin;
  }

  /**
   * Scores the reports of one team.
   *
   * @param looks the team at each look
   * @param reports the report at each look
   * @param run number of the team, which picks a row where only one is to be scored
   */
  void read(List<PlantedTeam> looks, List<JsonNode> reports, int run) {
    PlantedTeam team = looks.get(looks.size() - 1);
    PlantedTruth truth = team.truth();
    JsonNode report = reports.get(reports.size() - 1);
    if (truth.ratesAreScored()) {
      rates(truth, report.path("rates"), run);
      states(looks, reports, run);
      bounds(team, report, run);
    }
    if (truth.togetherIsScored()) {
      new FamilyReader(score).read(looks, reports, run);
    }
    if (truth.adviceIsScored() && reports.size() > 1) {
      advice(looks, reports);
    }
    if (truth.agreementIsScored()) {
      agreement(truth, report.path("agreement"), run);
    }
    if (!truth.among().isEmpty()) {
      new AmongReader(score).read(truth.among(), report.path("among"), run);
    }
    JsonNode ratio = report.path("blindRatio");
    if (truth.blindRatioIsOne() && ratio.path("lower").isNumber()) {
      score.add(Statement.BLIND_RATIO, misses(ratio, "lower", "upper", 1));
    }
    if (truth.namesAreScored()) {
      names(truth, NamedPeople.in(report));
    }
    if (truth.isTooLittleToJudge()) {
      NamedPeople named = NamedPeople.in(report);
      boolean judged = !named.different().isEmpty() || !named.changed().isEmpty();
      for (JsonNode row : report.path("levels")) {
        judged |= !row.path("state").asString().equals("NOT_DEMONSTRATED");
      }
      score.add(Statement.TOO_FEW, judged);
    }
  }

  private static boolean misses(JsonNode row, String lower, String upper, double truth) {
    return row.path(lower).doubleValue() > truth + ROUNDING
        || row.path(upper).doubleValue() < truth - ROUNDING;
  }

  /** All rows, or one that changes from run to run. */
  private static List<Said> scored(PlantedTruth truth, List<Said> rows, int run) {
    return truth.doRowsDepend() && rows.size() > 1 ? List.of(rows.get(run % rows.size())) : rows;
  }

  private void rates(PlantedTruth truth, JsonNode rates, int run) {
    rate(truth, List.of(new Member(Scope.ALL, "")), List.of(rates.path("all")), run);
    members(truth, Scope.UNIT, rates.path("units"), run);
    members(truth, Scope.ASSESSOR, rates.path("assessors"), run);
    members(truth, Scope.STREAM, rates.path("streams"), run);
  }

  private void members(PlantedTruth truth, Scope scope, JsonNode rows, int run) {
    List<Member> members = new ArrayList<>();
    List<JsonNode> rates = new ArrayList<>();
    for (JsonNode row : rows) {
      members.add(new Member(scope, row.path("id").asString()));
      rates.add(row.path("rate"));
    }
    rate(truth, members, rates, run);
  }

  private void rate(PlantedTruth truth, List<Member> members, List<JsonNode> rates, int run) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      JsonNode row = rates.get(i);
      boolean ofPart = row.path("covered").isNumber() && row.path("covered").doubleValue() < WHOLE;
      OptionalDouble rate = truth.rate(members.get(i), ofPart);
      if (rate.isPresent() && row.path("lower").isNumber()) {
        said.add(new Said(members.get(i), row, rate.getAsDouble()));
      }
    }
    for (Said s : scored(truth, said, run)) {
      score.add(Statement.rateOf(s.member().scope()), misses(s.row(), "lower", "upper", s.truth()));
      boolean compared = truth.best(s.member()) != null;
      if (compared || s.member().scope() == Scope.UNIT) {
        score.width(
            s.row().path("upper").doubleValue() - s.row().path("lower").doubleValue(),
            truth.best(s.member()));
      }
    }
  }

  /** The rows of levels whose truth is known. */
  static List<Said> levels(PlantedTeam team, JsonNode report) {
    List<Said> said = new ArrayList<>();
    for (JsonNode row : report.path("levels")) {
      Scope scope = Scope.valueOf(row.path("scope").asString().toUpperCase(Locale.ROOT));
      Member member = new Member(scope, row.path("member").asString());
      OptionalDouble rate = team.truth().levelRate(member, team.policy().isCritical());
      if (rate.isPresent()) {
        said.add(new Said(member, row, rate.getAsDouble()));
      }
    }
    return said;
  }

  /** A state is wrong when it was so at the look at which it was said. */
  private void states(List<PlantedTeam> looks, List<JsonNode> reports, int run) {
    Map<Member, Ever> ever = new HashMap<>();
    for (int look = 0; look < looks.size(); look++) {
      PlantedTeam team = looks.get(look);
      for (Said s : scored(team.truth(), levels(team, reports.get(look)), run)) {
        String state = s.row().path("state").asString();
        Ever e = ever.computeIfAbsent(s.member(), none -> new Ever());
        if (s.truth() > team.policy().limit() + ROUNDING) {
          e.above = true;
          e.passedAbove |= state.equals("PASS");
        } else {
          e.within = true;
          e.failedWithin |= state.equals("FAIL");
        }
        if (look == looks.size() - 1) {
          score.state(state);
        }
      }
    }
    for (Ever e : ever.values()) {
      if (e.above) {
        score.add(Statement.PASS_ABOVE, e.passedAbove);
      }
      if (e.within) {
        score.add(Statement.FAIL_WITHIN, e.failedWithin);
      }
    }
  }

  private void bounds(PlantedTeam team, JsonNode report, int run) {
    for (Said s : scored(team.truth(), levels(team, report), run)) {
      JsonNode upper = s.row().path("upperBound");
      JsonNode lower = s.row().path("lowerBound");
      if (upper.isNumber()) {
        score.add(Statement.UPPER_BOUND, upper.doubleValue() < s.truth() - ROUNDING);
      }
      if (lower.isNumber()) {
        score.add(Statement.LOWER_BOUND, lower.doubleValue() > s.truth() + ROUNDING);
      }
    }
  }

  private void advice(List<PlantedTeam> looks, List<JsonNode> reports) {
    JsonNode before = reports.get(0);
    JsonNode after = reports.get(1);
    long levels = before.path("levels").valueStream().map(SentenceReader::level).distinct().count();
    boolean isAllDrawn = true;
    for (JsonNode row : before.path("levels")) {
      Advice advice = Advice.of(row);
      isAllDrawn &= advice != Advice.EVERYTHING;
      if (advice != Advice.NONE) {
        boolean isOpen =
            after
                .path("levels")
                .valueStream()
                .filter(r -> level(r).equals(level(row)))
                .filter(r -> r.path("member").equals(row.path("member")))
                .allMatch(r -> r.path("state").asString().equals("NOT_DEMONSTRATED"));
        if (advice == Advice.CHECKS) {
          score.add(levels > 1 ? Statement.ADVICE_TOGETHER : Statement.ADVICE, isOpen);
        } else if (levels == 1) {
          score.add(Statement.EVERYTHING, isOpen);
        }
      }
    }
    if (isAllDrawn || levels > 1) {
      long drawn = looks.get(1).checks().size() - (long) looks.get(0).checks().size();
      score.add(Statement.SUM, before.path("further").path("all").path("checks").asLong() != drawn);
    }
    for (JsonNode row : after.path("levels")) {
      score.state(row.path("state").asString());
    }
  }

  private static String level(JsonNode row) {
    return row.path("level").asString();
  }

  private void agreement(PlantedTruth truth, JsonNode rows, int run) {
    List<JsonNode> streams = new ArrayList<>();
    rows.forEach(streams::add);
    if (streams.isEmpty()) {
      return;
    }
    JsonNode row = streams.get(run % streams.size());
    Agreed agreed = new Agreed(truth.grades(row.path("stream").asString()));
    if (row.path("kappaLower").isNumber()) {
      score.add(Statement.KAPPA, misses(row, "kappaLower", "kappaUpper", agreed.kappa()));
    }
    if (row.path("ac1Lower").isNumber()) {
      score.add(Statement.AC1, misses(row, "ac1Lower", "ac1Upper", agreed.ac1()));
    }
  }

  private void names(PlantedTruth truth, NamedPeople named) {
    score.add(Statement.NAMED, named.different().stream().anyMatch(who -> !truth.isDiffering(who)));
    if (truth.driftIsScored()) {
      score.add(Statement.DRIFT, named.changed().stream().anyMatch(who -> !truth.isDiffering(who)));
    }
    if (truth.isDiffering("a3")) {
      score.findable(
          truth.driftIsScored()
              ? named.changed().contains("a3")
              : named.different().contains("a3"));
    }
  }
}
