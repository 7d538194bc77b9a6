package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.agreement.Coefficient;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Weights;
import org.assay.data.Dictionary;
import org.assay.data.Gradings.Attribute;
import org.assay.estimate.DesignAgreement;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.io.UndefinedWords;
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
    Weights weights = Weights.identity(facts.scheme().size());
    List<Coefficient> coefficients = List.of(CohenKappa.with(weights), GwetAc.with(weights));
    List<TrustPart.Agreement> rows = new ArrayList<>();
    for (int stream : Facts.sorted(streams)) {
      DesignAgreement a =
          DesignAgreement.of(
              facts.byStream().cells(stream), facts.weights(), coefficients, facts.confidence());
      rows.add(row(streams.get(stream), a, a.estimates().get(0), a.estimates().get(1)));
    }
    return rows;
  }

  private TrustPart.Agreement row(
      String stream,
      DesignAgreement a,
      DesignAgreement.Estimate kappa,
      DesignAgreement.Estimate ac1) {
    boolean hasKappa = kappa.standardError().defined();
    boolean hasAc1 = ac1.standardError().defined();
    return new TrustPart.Agreement(
        stream,
        a.checked(),
        number(a.observed()),
        number(kappa.chance()),
        number(kappa.value()),
        number(kappa.standardError()),
        hasKappa ? kappa.interval().lower() : null,
        hasKappa ? kappa.interval().upper() : null,
        number(ac1.value()),
        hasAc1 ? ac1.interval().lower() : null,
        hasAc1 ? ac1.interval().upper() : null,
        facts.confidence(),
        kappa.value().reason().map(Undefined::name).orElse(null),
        a.checked() == 0 ? null : facts.grade(a.commonest()),
        a.commonestShare(),
        sentence(stream, a, kappa.value(), ac1.value()));
  }

  private static Double number(Outcome outcome) {
    return outcome.defined() ? outcome.value() : null;
  }

  private String sentence(String stream, DesignAgreement a, Outcome kappa, Outcome ac1) {
    if (a.checked() == 0) {
      return "Stream " + stream + ": nothing was checked.";
    }
    String agreed =
        String.format(
            Locale.ROOT,
            "Stream %s: %s of gradings agree with the reference grade",
            stream,
            Words.percent(a.observed().value()));
    if (!kappa.defined()) {
      return agreed + "; " + UndefinedWords.of(kappa.reason().orElseThrow()) + ".";
    }
    String coefficients =
        String.format(
            Locale.ROOT,
            "; kappa %s, AC1 %s.",
            Words.coefficient(kappa.value()),
            Words.coefficient(ac1.value()));
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
