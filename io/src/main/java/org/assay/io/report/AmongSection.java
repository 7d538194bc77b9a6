package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.assay.agreement.Agreement;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Inference;
import org.assay.agreement.PatternCoefficient;
import org.assay.agreement.PercentAgreement;
import org.assay.agreement.TeamAgreement;
import org.assay.agreement.Weights;
import org.assay.count.SharedGradings;
import org.assay.data.Codes;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;

/** Agreement among assessors, where the same items were graded by several. */
final class AmongSection {
  static final String ALL = "all streams";

  private static final AmongPart.Among NONE =
      new AmongPart.Among(
          List.of(),
          new AgreementModel.Comparisons(List.of(), 0, 0),
          "No item was graded by two assessors, so nothing can be said of agreement among them.");

  private final Facts facts;
  private final TeamAgreement how;
  private final List<PatternCoefficient> coefficients;

  AmongSection(Facts facts) {
    this.facts = facts;
    Inference inference =
        Agreement.standard(facts.scheme()).inference().withConfidence(facts.confidence());
    this.how = Agreement.standard(facts.scheme()).withInference(inference);
    Weights weights = Weights.identity(facts.scheme().size());
    this.coefficients =
        List.of(PercentAgreement.with(weights), FleissKappa.with(weights), GwetAc.with(weights));
  }

  AmongPart.Among among() {
    if (facts.scheme().size() < 2) {
      return NONE;
    }
    SharedGradings all = SharedGradings.of(facts.gradings());
    AmongPart.Part whole = part(ALL, all);
    if (whole.sharedItems() == 0) {
      return NONE;
    }
    List<AmongPart.Part> parts = new ArrayList<>();
    parts.add(whole);
    parts.addAll(streams());
    return new AmongPart.Among(
        parts,
        AgreementWords.comparisons(
            how.againstRest(all.peers()), facts.gradings(), row -> null, how.minimumItems()),
        "On items that two assessors or more graded, each assessor once per item. Which items those"
            + " are the sampling design decides: agreement on items that were shared because they are"
            + " hard is not that of the work. People stand in the order of their ids.");
  }

  private List<AmongPart.Part> streams() {
    IdColumn column = facts.gradings().attribute(Attribute.STREAM).orElse(null);
    if (column == null || column.ids().size() < 2) {
      return List.of();
    }
    List<String> names = facts.ids(Attribute.STREAM);
    Codes codes = column.codes();
    List<AmongPart.Part> parts = new ArrayList<>();
    for (int stream : Facts.sorted(names)) {
      IntPredicate ofStream = row -> codes.get(row) == stream;
      parts.add(part(names.get(stream), SharedGradings.of(facts.gradings(), ofStream)));
    }
    return parts;
  }

  private AmongPart.Part part(String stream, SharedGradings shared) {
    var patterns = shared.patterns();
    List<AgreementEstimate> estimates =
        PatternCoefficient.estimateAll(coefficients, patterns, how.inference());
    long items = patterns.snapshot().items();
    return new AmongPart.Part(
        stream,
        shared.items(),
        items,
        estimates.stream()
            .map(e -> AgreementWords.coefficient(e, AgreementWords.UNWEIGHTED))
            .toList(),
        AgreementWords.sentence(shared.items(), items, estimates));
  }
}
