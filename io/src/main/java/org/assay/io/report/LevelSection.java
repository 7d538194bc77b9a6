package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.data.Gradings.Attribute;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignRates;
import org.assay.estimate.LevelConclusion;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;

/** Are we at our QA levels? Each level for each scope member and each period with gradings. */
final class LevelSection {
  private final Facts facts;

  LevelSection(Facts facts) {
    this.facts = facts;
  }

  List<ReportModel.Level> levels() {
    List<ReportModel.Level> rows = new ArrayList<>();
    for (QaLevel level : facts.policy().levels()) {
      add(level, rows);
    }
    return rows;
  }

  private void add(QaLevel level, List<ReportModel.Level> rows) {
    boolean byUnit = level.scope() == QaLevel.Scope.UNIT;
    Facts.Calendar calendar = facts.calendar(level.period());
    List<String> units = facts.ids(Attribute.UNIT);
    Map<Integer, List<CheckCell>> members =
        DesignRates.groups(calendar.cells(), byUnit ? CheckCell::unit : CheckCell::assessor);
    for (int member : byUnit ? Facts.sorted(units) : facts.assessors()) {
      Map<Integer, List<CheckCell>> periods =
          DesignRates.groups(members.getOrDefault(member, List.of()), CheckCell::period);
      for (int period = 0; period < calendar.periods().size(); period++) {
        long gradings =
            byUnit
                ? calendar.gradingsOfUnit(period, member)
                : calendar.gradingsOfAssessor(period, member);
        if (gradings > 0) {
          String name = byUnit ? units.get(member) : facts.assessor(member);
          List<CheckCell> cells = periods.getOrDefault(period, List.of());
          rows.add(row(level, name, calendar.periods().label(period), cells, gradings));
        }
      }
    }
  }

  private ReportModel.Level row(
      QaLevel level, String member, String period, List<CheckCell> cells, long gradings) {
    DesignRate rate = DesignRates.of(cells, level.counts(), facts.basis());
    Conclusion conclusion = LevelConclusion.of(level, rate);
    long pending = cells.stream().filter(CheckCell::isPending).mapToLong(CheckCell::count).sum();
    long read = cells.stream().filter(c -> !c.isPending()).mapToLong(CheckCell::count).sum();
    return new ReportModel.Level(
        level.name(),
        level.scope().name(),
        member,
        period,
        conclusion.state().name(),
        conclusion.limit(),
        conclusion.passBound(),
        1 - level.consumerRisk(),
        conclusion.failBound(),
        1 - level.producerRisk(),
        RateSection.row(rate, facts.basis()),
        gradings,
        pending,
        CheckSection.share(pending, read) >= CheckSection.PROVISIONAL_FROM,
        conclusion.furtherChecks().isPresent() ? conclusion.furtherChecks().getAsLong() : null,
        conclusion.chance(),
        sentence(conclusion, rate));
  }

  private String sentence(Conclusion c, DesignRate rate) {
    String checks = Words.checks(facts.basis().name(), rate.checked());
    String found =
        checks
            + " found "
            + (rate.errors() == 0 ? "no error" : Words.count(rate.errors(), "error", "errors"));
    String allowed = "the level allows at most " + Words.given(c.limit());
    if (c.state() == State.PASS) {
      return found
          + "; the rate is at most "
          + Words.percentUp(c.passBound())
          + ", and "
          + allowed
          + ".";
    }
    if (c.state() == State.FAIL) {
      return found
          + "; the rate is at least "
          + Words.percentDown(c.failBound())
          + ", and "
          + allowed
          + ".";
    }
    String open =
        rate.checked() == 0
            ? "Nothing was checked; " + allowed
            : found
                + "; the rate may be as high as "
                + Words.percentUp(c.passBound())
                + ", and "
                + allowed;
    return open + ". " + further(c);
  }

  private static String further(Conclusion c) {
    if (c.furtherChecks().isEmpty()) {
      return "The rate seen is so close to the limit that no number of checks is likely to settle it.";
    }
    return "About "
        + Words.count(c.furtherChecks().getAsLong(), "further check", "further checks")
        + " would settle it with a chance of "
        + Words.given(c.chance())
        + ", if the rate seen is the true one.";
  }
}
