package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.data.Dictionary;
import org.assay.data.Gradings.Attribute;
import org.assay.estimate.DesignAgreement;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** Can we trust the checks? Agreement by stream, and what each QA officer found. */
final class TrustSection {
  /** A stream in which one grade is this common makes kappa low however well people agree. */
  private static final double DOMINANT = 0.8;

  private final Facts facts;

  TrustSection(Facts facts) {
    this.facts = facts;
  }

  List<TrustPart.Agreement> agreement() {
    if (facts.scheme().size() < 2) {
      return List.of();
    }
    List<String> streams = facts.ids(Attribute.STREAM);
    List<TrustPart.Agreement> rows = new ArrayList<>();
    for (int stream : Facts.sorted(streams)) {
      DesignAgreement a =
          DesignAgreement.of(
              facts.byStream().cells(stream), facts.scheme().size(), facts.weights());
      rows.add(row(streams.get(stream), a));
    }
    return rows;
  }

  private TrustPart.Agreement row(String stream, DesignAgreement a) {
    Interval kappa = a.kappaInterval(facts.confidence());
    Interval ac1 = a.ac1Interval(facts.confidence());
    boolean hasKappa = a.kappa().defined() && a.kappaError().defined();
    boolean hasAc1 = a.ac1().defined() && a.ac1Error().defined();
    return new TrustPart.Agreement(
        stream,
        a.checked(),
        number(a.observed()),
        number(a.expected()),
        number(a.kappa()),
        number(a.kappaError()),
        hasKappa ? kappa.lower() : null,
        hasKappa ? kappa.upper() : null,
        number(a.ac1()),
        hasAc1 ? ac1.lower() : null,
        hasAc1 ? ac1.upper() : null,
        facts.confidence(),
        a.kappa().reason().map(Undefined::name).orElse(null),
        a.checked() == 0 ? null : facts.grade(a.commonest()),
        a.commonestShare(),
        sentence(stream, a));
  }

  private static Double number(Outcome outcome) {
    return outcome.defined() ? outcome.value() : null;
  }

  private String sentence(String stream, DesignAgreement a) {
    if (a.checked() == 0) {
      return "Stream " + stream + ": nothing was checked.";
    }
    String agreed =
        String.format(
            Locale.ROOT,
            "Stream %s: %s of gradings agree with the reference grade",
            stream,
            Words.percent(a.observed().value()));
    if (!a.kappa().defined()) {
      return agreed + "; only one grade occurs, so agreement beyond chance cannot be stated.";
    }
    String coefficients =
        String.format(
            Locale.ROOT,
            "; kappa %s, AC1 %s.",
            Words.coefficient(a.kappa().value()),
            Words.coefficient(a.ac1().value()));
    return a.commonestShare() < DOMINANT
        ? agreed + coefficients
        : agreed
            + coefficients
            + String.format(
                Locale.ROOT,
                " Kappa is lowered by prevalence: %s of the items are %s, so most agreement would"
                    + " happen by chance. Read it with the agreement, never alone.",
                Words.percent(a.commonestShare()),
                facts.grade(a.commonest()));
  }

  List<TrustPart.Reviewer> reviewers() {
    Dictionary ids = facts.verdicts().reviewer().ids();
    double oneSided = (1 + facts.confidence()) / 2;
    List<TrustPart.Reviewer> rows = new ArrayList<>();
    for (int r : Facts.sorted(ids)) {
      VerdictCounts.Count all = facts.counts().count(r, kind -> true);
      VerdictCounts.Count basis = facts.counts().count(r, facts::isOfBasis);
      boolean none = basis.checked() == 0;
      double errors = basis.errors();
      double checked = basis.checked();
      rows.add(
          new TrustPart.Reviewer(
              ids.id(r),
              all.checked(),
              basis.checked(),
              basis.errors(),
              none ? 0 : EffectiveClopperPearson.lower(errors, checked, oneSided),
              none ? 1 : EffectiveClopperPearson.upper(errors, checked, oneSided),
              facts.confidence()));
    }
    return rows;
  }
}
