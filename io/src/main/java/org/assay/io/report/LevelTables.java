package org.assay.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.plan.QaLevel.Scope;

/** The tables that say whether the levels are met, and why. */
final class LevelTables {
  private final List<LevelPart.Level> levels;
  private final List<LevelPart.LevelTable> tables;
  private final Html html;

  LevelTables(List<LevelPart.Level> levels, List<LevelPart.LevelTable> tables, Html html) {
    this.levels = levels;
    this.tables = tables;
    this.html = html;
  }

  /** A table for each level of the unit, and who passes by period for those of assessors. */
  void answers() {
    html.section("levels", "Are we at our QA levels?");
    html.element(
        "p",
        "\u25cf PASS: the checks show that the level is met. \u25a0 FAIL: they show that it is not."
            + " \u25cb NOT DEMONSTRATED: the checks made cannot tell; nothing is wrong with anybody"
            + " because of it.");
    if (levels.isEmpty()) {
      html.element("p", "The policy has no level, or there are no gradings.");
    }
    Map<String, List<LevelPart.Level>> byName = new LinkedHashMap<>();
    levels.forEach(l -> byName.computeIfAbsent(l.level(), n -> new ArrayList<>()).add(l));
    byName.forEach(
        (name, rows) -> {
          if (rows.get(0).scope() == Scope.UNIT) {
            levelTable(name, rows);
          } else {
            levelMatrix(name, rows);
          }
          tables.stream()
              .filter(t -> t.level().equals(name))
              .forEach(t -> html.element("p", t.sentence(), "class", "note"));
        });
    html.close();
  }

  private void levelTable(String name, List<LevelPart.Level> rows) {
    html.table(
        name + ": at most " + Words.given(rows.get(0).limit()),
        "For",
        "Period",
        "State",
        "Rate",
        "Why");
    for (LevelPart.Level l : rows) {
      html.open("tr")
          .element("th", l.member(), "scope", "row")
          .element("td", l.period(), "class", "whole");
      state(l);
      html.element("td", rate(l.rate())).element("td", l.sentence()).close();
    }
    html.endTable();
  }

  private void state(LevelPart.Level l) {
    html.open("td", "class", "state " + LevelWords.cssClass(l.state()));
    html.text(LevelWords.shape(l.state()) + " " + LevelWords.state(l.state()));
    html.close();
  }

  /** A rate with its limits. */
  static String rate(RatePart.Rate rate) {
    return rate.rate() == null
        ? "-"
        : Words.percent(rate.rate())
            + (RateSection.isStopped(rate) ? " of the checks" : "")
            + " (between "
            + Words.percentDown(rate.lower())
            + " and "
            + Words.percentUp(rate.upper())
            + ")"
            + (rate.covered() < 1 - 5e-4
                ? ", covers " + Words.percent(rate.covered()) + " of the gradings"
                : "");
  }

  private void levelMatrix(String name, List<LevelPart.Level> rows) {
    List<String> periods = rows.stream().map(LevelPart.Level::period).distinct().sorted().toList();
    Map<String, Map<String, LevelPart.Level>> members = new LinkedHashMap<>();
    for (LevelPart.Level l : rows) {
      members.computeIfAbsent(l.member(), m -> new LinkedHashMap<>()).put(l.period(), l);
    }
    String[] heads = new String[periods.size() + 1];
    heads[0] = "Assessor";
    for (int p = 0; p < periods.size(); p++) {
      heads[p + 1] = periods.get(p);
    }
    html.table(
        name
            + ": at most "
            + Words.given(rows.get(0).limit())
            + " (in order of ids; reasons below)",
        heads);
    members.forEach(
        (member, byPeriod) -> {
          html.open("tr").element("th", member, "scope", "row");
          for (String period : periods) {
            LevelPart.Level l = byPeriod.get(period);
            if (l == null) {
              html.element("td", "no gradings");
            } else {
              state(l);
            }
          }
          html.close();
        });
    html.endTable();
  }

  /** Every level of an assessor with the sentence that explains it. */
  void everyAssessor() {
    List<LevelPart.Level> people = levels.stream().filter(l -> l.scope() != Scope.UNIT).toList();
    if (people.isEmpty()) {
      return;
    }
    html.section("every-level", "Every assessor's levels, with the reason");
    html.table("In the order of ids", "Assessor", "Level", "Period", "State", "Rate", "Why");
    for (LevelPart.Level l : people) {
      html.open("tr").element("th", l.member(), "scope", "row");
      html.element("td", l.level()).element("td", l.period(), "class", "whole");
      state(l);
      html.element("td", rate(l.rate())).element("td", l.sentence()).close();
    }
    html.endTable();
    html.close();
  }
}
