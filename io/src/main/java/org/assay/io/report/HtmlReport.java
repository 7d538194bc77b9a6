package org.assay.io.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.io.Shown;
import org.assay.io.ingest.Exclusion;
import org.assay.io.ingest.MissingColumn;
import org.assay.io.ingest.Note;
import org.assay.io.ingest.TableLedger;

/**
 * The report as one HTML page that needs no network and no script: headings and tables in reading
 * order for text browsers and screen readers, charts as inline SVG with their sentence beside them.
 */
final class HtmlReport {
  private static final int EXAMPLES = 5;

  private final ReportModel r;
  private final Html html = new Html();

  private HtmlReport(ReportModel report) {
    this.r = report;
  }

  static String of(ReportModel report) {
    HtmlReport page = new HtmlReport(report);
    page.write();
    return "<!DOCTYPE html>\n" + page.html;
  }

  private void write() {
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title()).element("style", Style.CSS).close();
    html.open("body");
    head();
    html.open("main");
    arrived();
    checks();
    levels();
    published();
    support();
    trend();
    trust();
    everyLevel();
    methods();
    html.close().close().close();
  }

  private String title() {
    return "QA report" + (r.from() == null ? "" : ", " + r.from() + " to " + r.to());
  }

  private void head() {
    html.open("header").element("h1", title());
    html.element(
        "p",
        (r.asOf() == null ? "Everything that was recorded" : "As known at " + r.asOf())
            + ". Days and weeks in "
            + r.zone()
            + ". Scheme "
            + (r.schemeVersion().isEmpty() ? "without a version" : r.schemeVersion())
            + ", grades "
            + String.join(" ", r.grades())
            + ". Assay "
            + r.engineVersion()
            + ".",
        "class",
        "meta");
    html.open("div", "class", "key");
    for (Map.Entry<String, Long> state : states().entrySet()) {
      html.open("p", "class", "tile " + LevelWords.cssClass(state.getKey()));
      html.element("span", Words.count(state.getValue()), "class", "figure");
      html.element(
          "span",
          LevelWords.shape(state.getKey()) + " " + LevelWords.state(state.getKey()) + " for units");
      html.close();
    }
    ReportModel.Rate all = r.rates().all();
    html.open("p", "class", "tile");
    html.element("span", all.rate() == null ? "-" : Words.percent(all.rate()), "class", "figure");
    html.element(
        "span",
        all.rate() == null
            ? "No rate can be stated"
            : "of gradings in error (between "
                + Words.percentDown(all.lower())
                + " and "
                + Words.percentUp(all.upper())
                + ")");
    html.close();
    html.close().close();
  }

  private Map<String, Long> states() {
    Map<String, Long> states = new LinkedHashMap<>();
    for (String state : List.of("PASS", "FAIL", "NOT_DEMONSTRATED")) {
      states.put(
          state,
          r.levels().stream()
              .filter(l -> l.state().equals(state) && "UNIT".equals(l.scope()))
              .count());
    }
    return states;
  }

  private void section(String id, String title) {
    html.open("section", "id", id, "aria-labelledby", id + "-h");
    html.element("h2", title, "id", id + "-h");
  }

  private void paragraphs(List<String> sentences) {
    sentences.forEach(s -> html.element("p", s));
  }

  private void table(String caption, String... heads) {
    html.open("div", "class", "scroll").open("table");
    html.element("caption", caption).open("thead").open("tr");
    for (String head : heads) {
      html.element("th", head, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  private void endTable() {
    html.close().close().close();
  }

  private void row(String head, String... cells) {
    html.open("tr").element("th", head, "scope", "row");
    for (String cell : cells) {
      html.element("td", cell);
    }
    html.close();
  }

  private void arrived() {
    section("arrived", "What arrived");
    paragraphs(r.arrived().sentences());
    ledger(r.arrived().ledger().gradings());
    if (r.arrived().ledger().verdicts().isPresent()) {
      ledger(r.arrived().ledger().verdicts());
    }
    html.close();
  }

  private void ledger(TableLedger table) {
    if (!table.exclusions().isEmpty()) {
      table(
          "Excluded rows of " + table.table(), "Reason", "Rows", "First row numbers (header is 1)");
      for (Exclusion e : table.exclusions()) {
        row(e.sentence(), Words.count(e.rows()), examples(e));
      }
      endTable();
    }
    for (Note note : table.notes()) {
      html.element(
          "p",
          table.table() + ", " + Words.count(note.rows(), "row", "rows") + ": " + note.sentence(),
          "class",
          "note");
    }
    for (MissingColumn column : table.missingColumns()) {
      html.element(
          "p",
          table.table() + ", no column " + column.column() + ": " + column.sentence(),
          "class",
          "note");
    }
  }

  private static String examples(Exclusion e) {
    List<String> shown =
        e.examples().stream()
            .limit(EXAMPLES)
            .map(x -> x.row() + (x.value().isEmpty() ? "" : " " + Shown.quoted(x.value())))
            .toList();
    return String.join(", ", shown) + (e.rows() > shown.size() ? ", ..." : "");
  }

  private void checks() {
    ReportModel.Checks c = r.checks();
    section("checks", "What was checked and how it was chosen");
    if (c.provisional()) {
      html.element("p", "PROVISIONAL: many verdicts are still to come.", "class", "flag");
    }
    paragraphs(c.sentences());
    html.element("p", r.basis().sentence());
    if (!c.methods().isEmpty()) {
      table("Checks by how they were selected", "Method", "Checks", "Errors found", "Use");
      for (ReportModel.Method m : c.methods()) {
        row(
            m.method(),
            Words.count(m.checked()),
            Words.count(m.errors()),
            m.usable() ? "may enter a rate" : "error list only");
      }
      endTable();
    }
    coverage("Checks by assessor", "Assessor", c.assessors());
    coverage("Checks by month", "Month", c.periods());
    html.close();
  }

  private void coverage(String caption, String head, List<ReportModel.Coverage> rows) {
    table(caption, head, "Gradings", "Random checks", "Of them blind", "Pending", "State");
    for (ReportModel.Coverage c : rows) {
      row(
          c.id(),
          Words.count(c.gradings()),
          Words.count(c.random()),
          c.random() == 0 ? "-" : Words.percent((double) c.blind() / c.random()),
          Words.count(c.pending())
              + (c.pending() == 0 ? "" : " (" + Words.percent(c.pendingShare()) + ")"),
          c.provisional() ? "PROVISIONAL" : "final");
    }
    endTable();
  }

  private void levels() {
    section("levels", "Are we at our QA levels?");
    html.element(
        "p",
        "\u25cf PASS: the checks show that the level is met. \u25a0 FAIL: they show that it is not."
            + " \u25cb NOT DEMONSTRATED: the checks made cannot tell; nothing is wrong with anybody"
            + " because of it.");
    if (r.levels().isEmpty()) {
      html.element("p", "The policy has no level, or there are no gradings.");
    }
    Map<String, List<ReportModel.Level>> byName = new LinkedHashMap<>();
    r.levels()
        .forEach(l -> byName.computeIfAbsent(l.level(), n -> new java.util.ArrayList<>()).add(l));
    byName.forEach(
        (name, rows) -> {
          if ("UNIT".equals(rows.get(0).scope())) {
            levelTable(name, rows);
          } else {
            levelMatrix(name, rows);
          }
        });
    html.close();
  }

  private void levelTable(String name, List<ReportModel.Level> rows) {
    table(
        name + ": at most " + Words.given(rows.get(0).limit()),
        "For",
        "Period",
        "State",
        "Rate",
        "Why");
    for (ReportModel.Level l : rows) {
      html.open("tr").element("th", l.member(), "scope", "row").element("td", l.period());
      state(l);
      html.element("td", rate(l.rate())).element("td", l.sentence()).close();
    }
    endTable();
  }

  private void state(ReportModel.Level l) {
    html.open("td", "class", "state " + LevelWords.cssClass(l.state()));
    html.text(LevelWords.shape(l.state()) + " " + LevelWords.state(l.state()));
    html.close();
  }

  private static String rate(ReportModel.Rate rate) {
    return rate.rate() == null
        ? "-"
        : Words.percent(rate.rate())
            + " (between "
            + Words.percentDown(rate.lower())
            + " and "
            + Words.percentUp(rate.upper())
            + ")"
            + (rate.covered() < 1 - 1e-9
                ? ", covers " + Words.percent(rate.covered()) + " of the gradings"
                : "");
  }

  private void levelMatrix(String name, List<ReportModel.Level> rows) {
    List<String> periods =
        rows.stream().map(ReportModel.Level::period).distinct().sorted().toList();
    Map<String, Map<String, ReportModel.Level>> members = new LinkedHashMap<>();
    for (ReportModel.Level l : rows) {
      members.computeIfAbsent(l.member(), m -> new LinkedHashMap<>()).put(l.period(), l);
    }
    String[] heads = new String[periods.size() + 1];
    heads[0] = "Assessor";
    for (int p = 0; p < periods.size(); p++) {
      heads[p + 1] = periods.get(p);
    }
    table(
        name
            + ": at most "
            + Words.given(rows.get(0).limit())
            + " (in order of ids; reasons below)",
        heads);
    members.forEach(
        (member, byPeriod) -> {
          html.open("tr").element("th", member, "scope", "row");
          for (String period : periods) {
            ReportModel.Level l = byPeriod.get(period);
            if (l == null) {
              html.element("td", "no gradings");
            } else {
              state(l);
            }
          }
          html.close();
        });
    endTable();
  }

  private void published() {
    section("published", "The number you would have published");
    html.element("p", "The figure that can be published: " + r.rates().all().sentence() + ".");
    table("Errors, everybody, whole time", "Figure", "Rate", "Errors", "Checks", "Usable?");
    row(
        "Random checks of the basis, weighted",
        rate(r.rates().all()),
        Words.count(r.rates().all().errors()),
        Words.count(r.rates().all().checked()),
        "Yes: " + r.basis().blindness().replace('_', '-') + " random checks, each weighted.");
    for (ReportModel.Naive n : r.naive()) {
      row(
          n.name(),
          n.rate() == null ? "-" : Words.percent(n.rate()),
          Words.count(n.errors()),
          Words.count(n.checked()),
          "No. " + n.whyNot());
    }
    endTable();
    members("By unit", "Unit", r.rates().units());
    members("By stream", "Stream", r.rates().streams());
    html.close();
  }

  private void members(String caption, String head, List<ReportModel.Member> members) {
    if (members.size() > 1) {
      table(caption, head, "Rate", "Errors", "Checks");
      for (ReportModel.Member m : members) {
        row(
            m.id(),
            rate(m.rate()),
            Words.count(m.rate().errors()),
            Words.count(m.rate().checked()));
      }
      endTable();
    }
  }

  private void support() {
    section("support", "Who needs what support?");
    html.element(
        "p",
        "In the order of ids. \"Expected\" is what the others would have in the same streams. A note"
            + " here is a reason to look again and to help, nothing else.");
    table(
        "By assessor, whole time", "Assessor", "Rate", "Expected", "Checks", "What the checks say");
    for (ReportModel.Support s : r.support()) {
      row(
          s.assessor(),
          rate(s.rate()),
          s.expected() == null ? "-" : Words.percent(s.expected()),
          Words.count(s.rate().checked()),
          String.join(" ", s.sentences()));
    }
    endTable();
    confusions("Most frequent mix-ups of everybody", r.confusions());
    html.open("details").element("summary", "Most frequent mix-ups by assessor");
    for (ReportModel.Support s : r.support()) {
      if (!s.confusions().isEmpty()) {
        confusions(s.assessor(), s.confusions());
      }
    }
    html.close().close();
  }

  private void confusions(String caption, List<ReportModel.Confusion> confusions) {
    table(
        caption,
        "Reference and grade given",
        "Found",
        "Share of this grade where that is the reference",
        "Share of that reference where this grade was given");
    for (ReportModel.Confusion c : confusions) {
      row(
          c.reference() + " graded " + c.grade(),
          Words.count(c.checked()),
          rate(c.gradeGivenReference()),
          rate(c.referenceGivenGrade()));
    }
    endTable();
  }

  private void trend() {
    section("trend", "What changed and when?");
    paragraphs(r.trend().sentences());
    TrendChart chart = TrendChart.of(r.trend());
    html.open("div", "class", "multiples");
    for (ReportModel.Series series : r.trend().series()) {
      html.open("figure");
      html.open("figcaption").element("strong", series.assessor()).text(" ");
      html.element("span", series.sentence()).close();
      chart.draw(html, series);
      html.close();
    }
    html.close();
    html.element(
        "p",
        "Filled diamond: outside the band. Thick bar under the axis: from the estimated beginning of a"
            + " change to its signal. Dashed line: end of the baseline.",
        "class",
        "note");
    html.close();
  }

  private void trust() {
    section("trust", "Can we trust the checks?");
    html.element("p", r.blindRatio().sentence());
    if (r.rates().nonBlind() != null) {
      html.element(
          "p",
          "Blind: "
              + r.rates().all().sentence()
              + ". Apart from it: "
              + r.rates().nonBlind().sentence()
              + ".");
    }
    if (!r.agreement().isEmpty()) {
      table(
          "Grades and reference grades, by stream",
          "Stream",
          "Checks",
          "Agreement",
          "Kappa",
          "AC1",
          "In words");
      for (ReportModel.Agreement a : r.agreement()) {
        row(
            a.stream(),
            Words.count(a.checked()),
            a.observed() == null ? "-" : Words.percent(a.observed()),
            coefficient(a.kappa(), a.kappaLower(), a.kappaUpper()),
            coefficient(a.ac1(), a.ac1Lower(), a.ac1Upper()),
            a.sentence());
      }
      endTable();
    }
    if (!r.reviewers().isEmpty()) {
      table(
          "QA officers (shares are not weighted; officers who check different work find different"
              + " shares)",
          "Officer",
          "All checks",
          "Random checks of the basis",
          "Errors found among them");
      for (ReportModel.Reviewer v : r.reviewers()) {
        row(
            v.reviewer(),
            Words.count(v.checked()),
            Words.count(v.basisChecked()),
            v.basisChecked() == 0
                ? "-"
                : Words.percent((double) v.basisErrors() / v.basisChecked())
                    + " (between "
                    + Words.percentDown(v.lower())
                    + " and "
                    + Words.percentUp(v.upper())
                    + ")");
      }
      endTable();
    }
    html.close();
  }

  private static String coefficient(Double value, Double lower, Double upper) {
    if (value == null) {
      return "-";
    }
    return Words.coefficient(value)
        + (lower == null
            ? ""
            : " (between " + Words.coefficient(lower) + " and " + Words.coefficient(upper) + ")");
  }

  private void everyLevel() {
    List<ReportModel.Level> people =
        r.levels().stream().filter(l -> !"UNIT".equals(l.scope())).toList();
    if (people.isEmpty()) {
      return;
    }
    section("every-level", "Every assessor's levels, with the reason");
    table("In the order of ids", "Assessor", "Level", "Period", "State", "Rate", "Why");
    for (ReportModel.Level l : people) {
      html.open("tr").element("th", l.member(), "scope", "row");
      html.element("td", l.level()).element("td", l.period());
      state(l);
      html.element("td", rate(l.rate())).element("td", l.sentence()).close();
    }
    endTable();
    html.close();
  }

  private void methods() {
    section("methods", "How the figures were made");
    list(r.methods());
    html.element("h3", "Rules for figures about people");
    list(r.fairness());
    html.close();
  }

  private void list(List<String> items) {
    html.open("ul");
    items.forEach(i -> html.element("li", i));
    html.close();
  }
}
