package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import org.assay.io.Shown;
import org.assay.needs.Evidence;

/** {@link AssessorsModel} on a page of plain text. */
public final class AssessorsText {
  private final StringBuilder out = new StringBuilder();

  private AssessorsText() {}

  /**
   * The page.
   *
   * @param model what to say
   * @return text with line ends
   */
  public static String of(AssessorsModel model) {
    var text = new AssessorsText();
    model.first().forEach(text::line);
    text.line(model.basis());
    text.line("");
    text.table(model);
    text.needs(model);
    return text.out.toString();
  }

  private void table(AssessorsModel model) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("assessor", "checks", "rate", "others", "compared", "state"));
    for (AssessorsModel.Assessor a : model.assessors()) {
      rows.add(
          List.of(
              Shown.visible(a.id()),
              Words.count(a.rate().checked()),
              LevelTables.rate(a.rate()),
              a.expected() == null ? "-" : Words.percent(a.expected()),
              Words.count(a.compared()),
              state(a.state())));
    }
    int[] width = new int[rows.get(0).size()];
    rows.forEach(
        row -> {
          for (int i = 0; i < width.length; i++) {
            width[i] = Math.max(width[i], row.get(i).length());
          }
        });
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < width.length; i++) {
        line.append(row.get(i)).append(" ".repeat(width[i] - row.get(i).length() + 2));
      }
      line(line.toString().stripTrailing());
    }
  }

  /** A state in words. */
  static String state(Evidence state) {
    return switch (state) {
      case STRONG -> "needs support, evidence strong";
      case MODERATE -> "needs support, evidence moderate";
      case SMALL -> "more errors, too little to name";
      case NOT_DISTINGUISHABLE -> "not distinguishable from the team";
      case TOO_FEW_CHECKS -> "too few checks to compare";
    };
  }

  private void needs(AssessorsModel model) {
    line("");
    line("Rates are of the population, with 95 % intervals. Compared are checks of every kind");
    line("beside those of others in the same streams. In the order of ids; there is no ranking.");
    line("");
    model.guideline().forEach(g -> line(g.sentence()));
    model.units().forEach(u -> u.needs().forEach(n -> line(u.id() + ": " + n.sentence())));
    model.assessors().forEach(a -> a.needs().forEach(n -> line(a.id() + ": " + n.sentence())));
    boolean isNobody = model.assessors().stream().allMatch(a -> a.needs().isEmpty());
    if (isNobody) {
      line("Nobody is shown to err more than the others in the same streams.");
    }
    model
        .trainings()
        .forEach(t -> line(t.assessor() + ", training " + t.date() + ": " + t.sentence()));
    line("");
    line(model.promise());
  }

  private void line(String text) {
    out.append(Shown.visible(text)).append('\n');
  }
}
