package org.assay.io.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.io.Shown;
import org.assay.io.ingest.Exclusion;
import org.assay.io.ingest.MissingColumn;
import org.assay.io.ingest.Note;
import org.assay.io.ingest.TableLedger;
import org.assay.plan.QaLevel.Scope;
import org.assay.result.Conclusion.State;

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
    LevelTables levels = new LevelTables(r.levels(), r.levelTables(), html);
    levels.answers(); // the question the page is opened for comes first
    FurtherTable.write(r.further(), html);
    published();
    support();
    MatrixTable.write(r.matrices(), r.grades(), html);
    FairTable.write(r.fair(), r.rates().all().confidence(), html);
    trend();
    trust();
    AmongTable.write(r.among(), html);
    checks();
    arrived();
    levels.everyAssessor();
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
            + Words.zone(r.zone())
            + ". Scheme "
            + (r.schemeVersion().isEmpty() ? "without a version" : r.schemeVersion())
            + ", grades "
            + String.join(" ", r.grades())
            + ". Assay "
            + r.engineVersion()
            + ".",
        "class",
        "meta");
    for (String sentence : r.first()) {
      html.element("p", sentence, "class", "first");
    }
    html.open("div", "class", "key");
    for (Map.Entry<State, Long> state : states().entrySet()) {
      html.open("p", "class", "tile " + LevelWords.cssClass(state.getKey()));
      html.element("span", Words.count(state.getValue()), "class", "figure");
      html.element(
          "span",
          LevelWords.shape(state.getKey()) + " " + LevelWords.state(state.getKey()) + " for units");
      html.close();
    }
    RatePart.Rate all = r.rates().all();
    html.open("p", "class", "tile");
    boolean isStopped = RateSection.isStopped(all); // the checks have another rate
    html.element(
        "span",
        all.rate() == null
            ? "-"
            : isStopped
                ? Words.percentDown(all.lower()) + " to " + Words.percentUp(all.upper())
                : Words.percent(all.rate()),
        "class",
        "figure");
    html.element(
        "span",
        all.rate() == null
            ? "No rate can be stated"
            : isStopped
                ? "of gradings in error, whenever the plan stopped"
                : "of gradings in error (between "
                    + Words.percentDown(all.lower())
                    + " and "
                    + Words.percentUp(all.upper())
                    + ")");
    html.close();
    html.close().close();
  }

  private Map<State, Long> states() {
    Map<State, Long> states = new EnumMap<>(State.class);
    for (State state : State.values()) {
      states.put(
          state,
          r.levels().stream().filter(l -> l.state() == state && l.scope() == Scope.UNIT).count());
    }
    return states;
  }

  private void arrived() {
    html.section("arrived", "What arrived");
    html.paragraphs(r.arrived().sentences());
    ledger(r.arrived().ledger().gradings());
    if (r.arrived().ledger().verdicts().isPresent()) {
      ledger(r.arrived().ledger().verdicts());
    }
    html.close();
  }

  private void ledger(TableLedger table) {
    if (!table.exclusions().isEmpty()) {
      html.table(
          "Excluded rows of " + table.table(), "Reason", "Rows", "First row numbers (header is 1)");
      for (Exclusion e : table.exclusions()) {
        html.row(e.sentence(), Words.count(e.rows()), examples(e));
      }
      html.endTable();
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
          table.table()
              + ", no column "
              + column.column()
              + (column.files().isEmpty() ? "" : " in " + String.join(", ", column.files()))
              + ": "
              + column.sentence(),
          "class",
          "note");
    }
  }

  private static String examples(Exclusion e) {
    List<String> shown =
        e.examples().stream()
            .limit(EXAMPLES)
            .map(x -> x.place() + (x.value().isEmpty() ? "" : " " + Shown.quoted(x.value())))
            .toList();
    return String.join(", ", shown) + (e.rows() > shown.size() ? ", ..." : "");
  }

  private void checks() {
    CheckPart.Checks c = r.checks();
    html.section("checks", "What was checked and how it was chosen");
    if (c.provisional()) {
      html.element("p", "PROVISIONAL: many verdicts are still to come.", "class", "flag");
    }
    html.paragraphs(c.sentences());
    html.element("p", r.basis().sentence());
    if (!c.methods().isEmpty()) {
      html.table("Checks by how they were selected", "Method", "Checks", "Errors found", "Use");
      for (CheckPart.Method m : c.methods()) {
        html.row(
            m.method(),
            Words.count(m.checked()),
            Words.count(m.errors()),
            m.usable() ? "may enter a rate" : "error list only");
      }
      html.endTable();
    }
    coverage("Checks by assessor", "Assessor", c.assessors());
    coverage("Checks by month", "Month", c.periods());
    html.close();
  }

  private void coverage(String caption, String head, List<CheckPart.Coverage> rows) {
    html.table(caption, head, "Gradings", "Random checks", "Of them blind", "Pending", "State");
    for (CheckPart.Coverage c : rows) {
      html.row(
          c.id(),
          Words.count(c.gradings()),
          Words.count(c.random()),
          c.random() == 0 ? "-" : Words.percent((double) c.blind() / c.random()),
          Words.count(c.pending())
              + (c.pending() == 0 ? "" : " (" + Words.percent(c.pendingShare()) + ")"),
          c.provisional() ? "PROVISIONAL" : "final");
    }
    html.endTable();
  }

  private void published() {
    html.section("published", "The number you would have published");
    html.element("p", "The figure that can be published: " + r.rates().all().sentence() + ".");
    html.table("Errors, everybody, whole time", "Figure", "Rate", "Errors", "Checks", "Usable?");
    html.row(
        "Random checks of the basis, weighted",
        LevelTables.rate(r.rates().all()),
        Words.count(r.rates().all().errors()),
        Words.count(r.rates().all().checked()),
        "Yes: "
            + r.basis().blindness().name().replace('_', '-').toLowerCase(Locale.ROOT)
            + " random checks, each weighted.");
    for (RatePart.Naive n : r.naive()) {
      html.row(
          n.name(),
          n.rate() == null ? "-" : Words.percent(n.rate()),
          Words.count(n.errors()),
          Words.count(n.checked()),
          "No. " + n.whyNot());
    }
    html.endTable();
    members("By unit", "Unit", r.rates().units());
    members("By stream", "Stream", r.rates().streams());
    html.close();
  }

  private void members(String caption, String head, List<RatePart.Member> members) {
    if (members.size() > 1) {
      html.table(caption, head, "Rate", "Errors", "Checks");
      for (RatePart.Member m : members) {
        html.row(
            m.id(),
            LevelTables.rate(m.rate()),
            Words.count(m.rate().errors()),
            Words.count(m.rate().checked()));
      }
      html.endTable();
    }
  }

  private void support() {
    html.section("support", "Who needs what support?");
    findings(FindingPart.FindingKind.GUIDELINE);
    findings(FindingPart.FindingKind.TRAINING_NEED);
    findings(FindingPart.FindingKind.TOO_FEW_CHECKS);
    html.element(
        "p",
        "In the order of ids. Errors are compared with what the others' shares would give in the"
            + " same checks, stream by stream; random checks of every kind count, blind ones beside"
            + " blind ones. A note here is a reason to look again and to help,"
            + " nothing else.");
    new NeedTables(html).print(r.needs());
    html.table(
        "By assessor, whole time",
        "Assessor",
        "Rate",
        "Checks",
        "Errors found, and by the others' shares",
        "Odds of an error over the others' odds",
        "What the checks say");
    for (PeoplePart.Support s : r.support()) {
      html.row(
          s.assessor(),
          LevelTables.rate(s.rate()),
          Words.count(s.rate().checked()),
          errors(s.comparison()),
          s.comparison() == null ? "-" : odds(s.comparison()),
          String.join(" ", s.sentences()));
    }
    html.endTable();
    confusions("Most frequent mix-ups of everybody", r.confusions());
    html.open("details").element("summary", "Most frequent mix-ups by assessor");
    for (PeoplePart.Support s : r.support()) {
      if (!s.confusions().isEmpty()) {
        confusions(s.assessor(), s.confusions());
      }
    }
    html.close().close();
  }

  private void findings(FindingPart.FindingKind kind) {
    List<FindingPart.Finding> found = r.findings().stream().filter(f -> f.kind() == kind).toList();
    if (!found.isEmpty()) {
      html.list(found.stream().map(FindingPart.Finding::sentence).toList());
      found.stream()
          .filter(f -> f.kind() != FindingPart.FindingKind.TOO_FEW_CHECKS) // its sentence says it
          .map(FindingPart.Finding::promise)
          .distinct()
          .forEach(promise -> html.element("p", promise, "class", "note"));
    }
  }

  private static String errors(PeoplePart.Comparison c) {
    return c == null
        ? "-"
        : Words.count(c.errors())
            + " beside "
            + NeedsSection.one(c.expected())
            + " in "
            + Words.count(c.checked());
  }

  private static String odds(PeoplePart.Comparison c) {
    return "at least " + NeedsSection.times(c.oddsRatioAtLeast());
  }

  private void confusions(String caption, List<PeoplePart.Confusion> confusions) {
    html.table(
        caption,
        "Reference and grade given",
        "Found",
        "Share of this grade where that is the reference",
        "Share of that reference where this grade was given");
    for (PeoplePart.Confusion c : confusions) {
      html.row(
          c.reference() + " graded " + c.grade(),
          Words.count(c.checked()),
          LevelTables.rate(c.gradeGivenReference()),
          LevelTables.rate(c.referenceGivenGrade()));
    }
    html.endTable();
  }

  private void trend() {
    html.section("trend", "What changed and when?");
    html.paragraphs(r.trend().sentences());
    TrendChart chart = TrendChart.of(r.trend());
    html.open("div", "class", "multiples");
    for (TrendPart.Series series : r.trend().series()) {
      html.open("figure");
      html.open("figcaption").element("strong", series.assessor()).text(" ");
      html.element("span", series.sentence()).close();
      chart.draw(html, series);
      html.close();
    }
    html.close();
    html.element(
        "p",
        "Filled diamond: outside the band. Thick bar under the axis: weeks in which a change may"
            + " have begun, at 90 % confidence. Dashed line: end of the baseline.",
        "class",
        "note");
    html.close();
  }

  private void trust() {
    html.section("trust", "Can we trust the checks?");
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
      html.table(
          "Grades and reference grades, by stream",
          "Stream",
          "Checks",
          "Agreement",
          "Kappa",
          "AC1",
          "In words");
      for (TrustPart.Agreement a : r.agreement()) {
        html.row(
            a.stream(),
            Words.count(a.checked()),
            a.observed() == null ? "-" : Words.percent(a.observed()),
            coefficient(a.kappa(), a.kappaLower(), a.kappaUpper()),
            coefficient(a.ac1(), a.ac1Lower(), a.ac1Upper()),
            a.sentence());
      }
      html.endTable();
    }
    if (!r.reviewers().isEmpty()) {
      html.table(
          "QA officers (shares are not weighted; officers who check different work find different"
              + " shares)",
          "Officer",
          "All checks",
          "Random checks of the basis",
          "Errors found among them");
      for (TrustPart.Reviewer v : r.reviewers()) {
        html.row(
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
      html.endTable();
    }
    reference();
    html.close();
  }

  private void reference() {
    html.element("h3", "How well the reference agrees with itself");
    findings(FindingPart.FindingKind.OFFICER);
    html.list(r.referenceQuality().sentences());
    if (!r.referenceQuality().officers().isEmpty()) {
      html.table(
          "QA officers beside each other, in the same work",
          "Officer",
          "Agrees with another, both blind",
          "Overturned, of settled differences",
          "In words");
      for (ReferencePart.Officer o : r.referenceQuality().officers()) {
        html.row(
            o.officer(),
            o.pairs() == 0 ? "-" : Words.count(o.agreed()) + " of " + Words.count(o.pairs()),
            o.settled() == 0
                ? "-"
                : Words.count(o.overturned()) + " of " + Words.count(o.settled()),
            o.sentence());
      }
      html.endTable();
    }
  }

  static String coefficient(Double value, Double lower, Double upper) {
    if (value == null) {
      return "-";
    }
    return Words.coefficient(value)
        + (lower == null
            ? ""
            : " (between " + Words.coefficient(lower) + " and " + Words.coefficient(upper) + ")");
  }

  private void methods() {
    html.section("methods", "How the figures were made");
    html.list(r.methods());
    html.element("h3", "Rules for figures about people");
    html.list(r.fairness());
    html.close();
  }
}
