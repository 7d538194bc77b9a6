package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.result.Interval;

/** The scores as Markdown. */
final class SentenceTable {
  /** Probability of calling a promise broken that is just kept. */
  static final double FALSE_ALARM = .01;

  /** Width relative to the best valid method from which on an interval is called wide. */
  private static final double WIDE = 1.3;

  private final List<String> lines = new ArrayList<>();

  private SentenceTable() {}

  static String of(List<SentenceScore> scores, int reports, long seed) {
    SentenceTable table = new SentenceTable();
    table.head(scores, reports, seed);
    table.statements("Promises broken", scores, true);
    table.statements("Every statement", scores, false);
    table.widths(scores);
    return String.join("\n", table.lines) + "\n";
  }

  private void head(List<SentenceScore> scores, int reports, long seed) {
    lines.add("# What reports say of simulated teams, and how much of it is wrong");
    lines.add("");
    add(
        "%,d teams per design, seed %d. Shares wrong have exact 95 %% limits in brackets. BROKEN: a"
            + " share at least as large has a probability below %.0f %% if the promise is just kept"
            + " (exact binomial), so that about one in a hundred kept promises is called broken. Rates"
            + " of odd lots and people are just above the limit, the others exactly at it: this is"
            + " where a wrong PASS or FAIL is likeliest.",
        reports, seed, 100 * FALSE_ALARM);
    lines.add("");
    long broken = scores.stream().filter(s -> !broken(s).isEmpty()).count();
    int rows = scores.stream().mapToInt(s -> s.counts().size()).sum();
    add(
        "Designs: %d, with a broken promise: %d. Rows: %,d, so that up to %.0f may be called broken by"
            + " chance.",
        scores.size(), broken, rows, Math.ceil(FALSE_ALARM * rows));
    lines.add("");
  }

  static List<Statement> broken(SentenceScore score) {
    return score.design().promised()
        ? score.counts().keySet().stream()
            .filter(s -> score.counts().get(s).isBroken(FALSE_ALARM))
            .toList()
        : List.of();
  }

  private void statements(String title, List<SentenceScore> scores, boolean brokenOnly) {
    lines.add("## " + title);
    lines.add("");
    lines.add("| design | statement | wrong | of | share wrong | promised | |");
    lines.add("|---|---|---|---|---|---|---|");
    for (SentenceScore score : scores) {
      List<Statement> broken = broken(score);
      score
          .counts()
          .forEach(
              (statement, count) -> {
                boolean isBroken = broken.contains(statement);
                if (isBroken || !brokenOnly) {
                  String judged =
                      score.design().promised() ? isBroken ? "BROKEN" : "holds" : "no promise";
                  statement(score.design().name(), statement, count, judged);
                }
              });
    }
    lines.add("");
  }

  private void statement(String design, Statement statement, Count count, String judged) {
    Interval share = count.share();
    add(
        "| %s | %s | %,d | %,d | %.3f (%.3f to %.3f) | %s | %s |",
        design,
        statement.words(),
        count.wrong(),
        count.made(),
        (double) count.wrong() / count.made(),
        share.lower(),
        share.upper(),
        count.promised() == 0 ? "none" : String.format(Locale.ROOT, "%.2f", count.promised()),
        judged);
  }

  private void widths(List<SentenceScore> scores) {
    lines.add("## Designs, widths and states");
    lines.add("");
    lines.add(
        "The mean width is that of units' 95 % intervals (of assessors where they are compared),"
            + " WIDE above 1.3 times that of the valid method named. States are those of level rows"
            + " at the last look. Found: the one who differs is named.");
    lines.add("");
    lines.add(
        "| design | planted | width | compared with | ratio | PASS | FAIL | not demonstrated |"
            + " refused | found |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    for (SentenceScore s : scores) {
      int rows = Math.max(1, s.states().values().stream().mapToInt(Integer::intValue).sum());
      add(
          "| %s | %s | %s | %s | %s | %.3f | %.3f | %.3f | %s | %s |",
          s.design().name(),
          s.design().what(),
          s.meanWidth() == 0 ? "" : String.format(Locale.ROOT, "%.4f", s.meanWidth()),
          s.design().best(),
          ratio(s),
          s.states().getOrDefault("PASS", 0) / (double) rows,
          s.states().getOrDefault("FAIL", 0) / (double) rows,
          s.states().getOrDefault("NOT_DEMONSTRATED", 0) / (double) rows,
          s.refusals() == 0 ? "" : s.refusals(),
          s.findable() == 0 ? "" : s.found() + " of " + s.findable());
    }
  }

  private static String ratio(SentenceScore score) {
    double ratio = score.widthRatio();
    return score.design().best().isEmpty() || ratio == 0
        ? ""
        : String.format(Locale.ROOT, ratio > WIDE ? "%.2f WIDE" : "%.2f", ratio);
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
