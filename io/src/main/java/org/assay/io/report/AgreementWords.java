package org.assay.io.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.TeamAgreement;
import org.assay.data.Gradings;
import org.assay.io.UndefinedWords;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** Estimates of agreement as rows of {@link AgreementModel}, and in words. */
final class AgreementWords {
  static final String WEIGHTED = "quadratic";
  static final String UNWEIGHTED = "none";

  private AgreementWords() {}

  /** Comparisons in the order of the ids; the other of a comparison may be nobody. */
  static AgreementModel.Comparisons comparisons(
      TeamAgreement.Comparisons found,
      Gradings gradings,
      Function<TeamAgreement.Row, String> other,
      long minimumItems) {
    String weights = gradings.scheme().isOrdered() ? WEIGHTED : UNWEIGHTED;
    List<AgreementModel.Row> rows =
        found.rows().stream()
            .map(
                row ->
                    inOrder(
                        gradings.assessor().ids().id(row.first()),
                        other.apply(row),
                        coefficient(row.kappa(), weights),
                        number(row.adjusted())))
            .sorted(
                Comparator.comparing(AgreementModel.Row::assessor)
                    .thenComparing(row -> row.other() == null ? "" : row.other()))
            .toList();
    return new AgreementModel.Comparisons(rows, found.omitted(), minimumItems);
  }

  // Kappa of two is the same from either side.
  private static AgreementModel.Row inOrder(
      String one, String other, AgreementModel.Coefficient kappa, Double adjusted) {
    boolean turned = other != null && other.compareTo(one) < 0;
    return new AgreementModel.Row(turned ? other : one, turned ? one : other, kappa, adjusted);
  }

  static AgreementModel.Coefficient coefficient(AgreementEstimate e, String weights) {
    Optional<Interval> interval = e.interval();
    return new AgreementModel.Coefficient(
        e.coefficient(),
        weights,
        number(e.value()),
        interval.map(Interval::lower).orElse(null),
        interval.map(Interval::upper).orElse(null),
        interval.map(Interval::confidenceLevel).orElse(0.95),
        interval.map(Interval::method).orElse(null),
        number(e.standardError()),
        number(e.observed()),
        number(e.expected()),
        e.diagnostics().pairableItems(),
        e.value().reason().map(Undefined::name).orElse(null),
        e.cautions().stream().map(Enum::name).sorted().toList());
  }

  private static Double number(Outcome outcome) {
    return outcome.defined() ? outcome.value() : null;
  }

  /**
   * How far the assessors agree.
   *
   * @param items items graded
   * @param shared those that two assessors or more graded
   * @param estimates percent agreement, Fleiss' kappa and AC1 among them
   */
  static String sentence(long items, long shared, List<AgreementEstimate> estimates) {
    String of =
        Words.count(shared)
            + " of "
            + Words.count(items, "item was", "items were")
            + " graded by two assessors or more";
    AgreementEstimate agreed = of(estimates, "percentAgreement");
    if (!agreed.value().defined()) {
      return of + ", so that nothing can be said of agreement among assessors.";
    }
    AgreementEstimate kappa = of(estimates, "fleissKappa");
    return of
        + ": "
        + "two assessors agree in "
        + Words.percent(agreed.value().value())
        + " of cases"
        + (kappa.value().defined()
            ? "; kappa " + figure(kappa) + ", AC1 " + figure(of(estimates, "gwetAC")) + "."
            : "; " + UndefinedWords.of(kappa.value().reason().orElseThrow()) + ".");
  }

  private static AgreementEstimate of(List<AgreementEstimate> estimates, String coefficient) {
    return estimates.stream()
        .filter(e -> e.coefficient().equals(coefficient))
        .findFirst()
        .orElseThrow();
  }

  private static String figure(AgreementEstimate e) {
    return Words.coefficient(e.value().value())
        + e.interval()
            .map(
                i ->
                    " ("
                        + Words.coefficient(i.lower())
                        + " to "
                        + Words.coefficient(i.upper())
                        + ")")
            .orElse("");
  }
}
