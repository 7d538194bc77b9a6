package org.assay.io.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.io.UndefinedWords;
import org.assay.io.ingest.Exclusion;
import org.assay.io.ingest.TableLedger;

/** {@link AgreementModel} on a page of plain text. */
public final class AgreementText {
  private static final int MOST_ROWS = 40;

  private final StringBuilder out = new StringBuilder();

  private AgreementText() {}

  /**
   * The page.
   *
   * @param model what to say
   * @return text with line ends
   */
  public static String of(AgreementModel model) {
    var text = new AgreementText();
    text.part(
        "Agreement among assessors",
        Stream.concat(lost(model.arrived()).stream(), Stream.of(model.method().get(0))).toList(),
        model.whole());
    for (AgreementModel.Part part : model.parts()) {
      text.line("");
      text.line(part.name() + ": " + part.sentence());
    }
    text.line("");
    model.method().stream().skip(1).forEach(text::line);
    return text.out.toString();
  }

  // What is left out comes first: all that follows is of the other rows.
  private static Optional<String> lost(TableLedger ledger) {
    return ledger.rowsExcluded() == 0
        ? Optional.empty()
        : Optional.of(
            Words.count(ledger.rowsExcluded())
                + " of "
                + Words.count(ledger.rowsIn(), "grading", "gradings")
                + " left out: "
                + ledger.exclusions().stream()
                    .sorted(Comparator.comparingLong(Exclusion::rows).reversed())
                    .map(e -> Words.count(e.rows()) + ", " + lower(e.sentence()))
                    .collect(Collectors.joining("; "))
                + "; assay check says more.");
  }

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0))
        + sentence.substring(1).replaceFirst("\\.$", "");
  }

  private void part(String title, List<String> first, AgreementModel.Part part) {
    line(title);
    line("-".repeat(title.length()));
    first.forEach(this::line);
    line(part.sentence());
    line("");
    for (AgreementModel.Coefficient c : part.coefficients()) {
      String name = c.name() + ("none".equals(c.weights()) ? "" : ", " + c.weights());
      line(String.format(Locale.ROOT, "%-28s %s", name, figure(c)));
    }
    String kappa =
        part.coefficients().stream().allMatch(c -> "none".equals(c.weights()))
            ? " (kappa)"
            : " (kappa, quadratic)";
    rows("Each with all others" + kappa, part.againstOthers());
    rows("Pairs" + kappa, part.pairs());
    rows("Each again with the same item" + kappa, part.repeats());
  }

  private void rows(String title, AgreementModel.Comparisons comparisons) {
    List<AgreementModel.Row> rows = comparisons.rows();
    if (rows.isEmpty() && comparisons.omitted() == 0) {
      return;
    }
    line("");
    line(title);
    for (AgreementModel.Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      String who = row.assessor() + (row.other() == null ? "" : " and " + row.other());
      line(String.format(Locale.ROOT, "%-28s %s", who, figure(row.kappa())));
    }
    if (rows.size() > MOST_ROWS) {
      line("and " + Words.count(rows.size() - MOST_ROWS) + " more, see --out");
    }
    if (comparisons.omitted() > 0) {
      line(
          Words.count(comparisons.omitted(), "comparison has", "comparisons have")
              + " fewer than "
              + comparisons.minimumItems()
              + " common items and no figure");
    }
  }

  private static String figure(AgreementModel.Coefficient c) {
    if (c.value() == null) {
      return "no figure: " + UndefinedWords.of(c.undefined()) + " (" + items(c) + ")";
    }
    String limits =
        c.lower() == null
            ? ""
            : " ("
                + Words.coefficient(c.lower())
                + " to "
                + Words.coefficient(c.upper())
                + ", "
                + Words.confidence(c.confidence())
                + ")";
    return Words.coefficient(c.value()) + limits + ", " + items(c);
  }

  private static String items(AgreementModel.Coefficient c) {
    return Words.count(c.items(), "item", "items");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
