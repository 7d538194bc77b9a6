package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.assay.io.schema.Form;
import org.assay.latent.GoodnessOfFit;
import org.assay.latent.GoodnessOfFit.Statistic;
import org.assay.latent.LatentFit;
import org.assay.result.Undefined;

/** The test of fit of op {@code latent}. */
final class LatentMisfit {
  private LatentMisfit() {}

  /**
   * Whether gradings of an item depend on each other beyond its right grade.
   *
   * @param pValue against the model, one-sided, by parametric bootstrap; null when undefined
   * @param replicates bootstrap replicates that were drawn
   * @param pull towards items that pull everybody to the same wrong grade
   * @param pairs distance of the grades of pairs from those expected
   * @param triples distance of the grades of triples from those expected
   * @param wrongPairs sum over agreeing pairs of the probability that their grade is wrong
   * @param wrongPairsExpected the same as expected
   * @param patterns triples of gradings of an item by different assessors
   * @param undefined why pValue is missing, NOT_APPLICABLE where no item has three such gradings,
   *     NOT_IDENTIFIED where the parameters explain any pull; left out when it is not
   */
  record Test(
      Double pValue,
      int replicates,
      Distance pull,
      Distance pairs,
      Distance triples,
      double wrongPairs,
      double wrongPairsExpected,
      List<Pattern> patterns,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined) {}

  /**
   * A statistic.
   *
   * @param statistic larger is worse; null when undefined
   * @param pValue by parametric bootstrap; null when undefined
   */
  record Distance(Double statistic, Double pValue) {
    private static Distance of(Statistic statistic) {
      return new Distance(statistic.value().number(), statistic.pValue().number());
    }
  }

  /**
   * Triples with the same grades in any order.
   *
   * @param grades three grades
   * @param observed how many there are
   * @param expected how many the model expects
   */
  record Pattern(List<@Form(Form.LABEL) Object> grades, long observed, double expected) {}

  static Test of(LatentFit fit, List<Object> grades, int replicates, long seed) {
    GoodnessOfFit test = GoodnessOfFit.of(fit, replicates, seed);
    return new Test(
        test.pValue().number(),
        test.replicates(),
        Distance.of(test.statistics().pull()),
        Distance.of(test.statistics().pairs()),
        Distance.of(test.statistics().triples()),
        test.wrong().observed(),
        test.wrong().expected(),
        test.patterns().stream()
            .map(
                p ->
                    new Pattern(
                        p.grades().stream().map(grades::get).toList(), p.observed(), p.expected()))
            .toList(),
        test.pValue().undefined());
  }
}
