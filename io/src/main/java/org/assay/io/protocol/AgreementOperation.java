package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.BrennanPrediger;
import org.assay.agreement.Caution;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.CongerKappa;
import org.assay.agreement.Diagnostics;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Inference;
import org.assay.agreement.Inference.StandardError;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.agreement.LightKappa;
import org.assay.agreement.PatternCoefficient;
import org.assay.agreement.PercentAgreement;
import org.assay.agreement.RaterCoefficient;
import org.assay.agreement.ScottPi;
import org.assay.agreement.SpecificAgreement;
import org.assay.agreement.Weights;
import org.assay.count.ConfusionMatrix;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** Op {@code agreement}: every coefficient that the ratings allow. */
final class AgreementOperation {
  static final Operation<RatingsInput, Params, Result> OPERATION =
      new Operation<>(
          "agreement", RatingsInput.class, Params.class, Result.class, AgreementOperation::apply);

  private AgreementOperation() {}

  /**
   * Parameters; each may be left out.
   *
   * @param confidence in (0, 1)
   * @param weights name of a scheme, or a K x K matrix
   * @param standardError linearized, gwet, delta, jackknife or bootstrap
   * @param interval t, normal, logit, score, posterior, percentile or bca
   * @param populationSize number of items that those rated were drawn from
   * @param replicates bootstrap replicates
   * @param seed of the bootstrap
   * @param degreesOfFreedom of alpha's t: rated (items less one, the default) or used (those rated
   *     twice less one)
   */
  record Params(
      Double confidence,
      Object weights,
      String standardError,
      String interval,
      Long populationSize,
      Integer replicates,
      Long seed,
      String degreesOfFreedom) {

    Inference inference() {
      Inference standard = Inference.standard();
      int times = replicates == null ? standard.replicates() : replicates;
      if (times < 2 || times > 1_000_000) {
        throw new FieldException(
            "params.replicates", "replicates must be in [2, 1000000], got " + times);
      }
      return new Inference(
          Choice.of(
              "params.standardError", standardError, StandardError.class, StandardError.LINEARIZED),
          Choice.of(
              "params.interval", interval, Inference.IntervalKind.class, Inference.IntervalKind.T),
          confidence == null ? standard.confidenceLevel() : confidence,
          populationSize == null ? OptionalLong.empty() : OptionalLong.of(populationSize),
          times,
          seed == null ? standard.seed() : seed,
          Choice.of(
              "params.degreesOfFreedom",
              degreesOfFreedom,
              Inference.Degrees.class,
              Inference.Degrees.RATED));
    }
  }

  /** A coefficient. */
  record CoefficientResult(
      Double estimate,
      Double observed,
      Double expected,
      Double standardError,
      Double lower,
      Double upper,
      Double pValue,
      Double pValueOneSided,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double condition,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Caution> cautions) {

    static CoefficientResult of(AgreementEstimate e) {
      return new CoefficientResult(
          number(e.value()),
          number(e.observed()),
          number(e.expected()),
          number(e.standardError()),
          e.interval().map(Interval::lower).orElse(null),
          e.interval().map(Interval::upper).orElse(null),
          number(e.pValue()),
          number(e.pValueOneSided()),
          e.condition().number(),
          why(e),
          e.cautions().stream().sorted().toList());
    }
  }

  // Limits that do not exist beside a standard error that does come from a bootstrap without enough
  // values, or from a bca without acceleration.
  private static Undefined why(AgreementEstimate e) {
    return e.value()
        .reason()
        .or(e.standardError()::reason)
        .or(() -> e.interval().isEmpty() ? Optional.of(Undefined.NOT_IDENTIFIED) : Optional.empty())
        .or(e.pValue()::reason)
        .orElse(null);
  }

  /** A grade: kappa against the rest, and specific agreement. */
  record GradeResult(
      Object grade,
      Double kappa,
      Double standardError,
      Double lower,
      Double upper,
      Double specificAgreement,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined) {

    static GradeResult of(Object grade, AgreementEstimate kappa, AgreementEstimate specific) {
      return new GradeResult(
          grade,
          number(kappa.value()),
          number(kappa.standardError()),
          kappa.interval().map(Interval::lower).orElse(null),
          kappa.interval().map(Interval::upper).orElse(null),
          number(specific.value()),
          kappa
              .value()
              .reason()
              .or(kappa.standardError()::reason)
              .or(specific.value()::reason)
              .orElse(null));
    }
  }

  /** What the ratings say; the last six are given for two raters only. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> cautions,
      long items,
      long pairableItems,
      long pairs,
      int raters,
      long ratings,
      List<Object> grades,
      List<Double> prevalence,
      Map<String, CoefficientResult> coefficients,
      List<GradeResult> perGrade,
      List<List<Long>> table,
      Optional<Double> kappaMaximum,
      Optional<Double> prevalenceIndex,
      Optional<Double> biasIndex,
      Optional<Double> pabak,
      Optional<Double> standardErrorNull) {}

  private static Result apply(RatingsInput input, Params params) {
    Ratings ratings = RatingsReader.read(input);
    Inference inference = params.inference();
    if (inference.standardError() == StandardError.DELTA) {
      if (!ratings.hasTwoRaters()) {
        throw new FieldException(
            "params.standardError",
            "standardError \"delta\" needs two raters, got "
                + (ratings.rows() == null ? "counts" : ratings.raters()));
      }
      ratings = ratings.complete();
    }
    Weights weights = WeightsOperation.weights(params.weights(), ratings.scores());
    List<AgreementEstimate> estimates =
        new ArrayList<>(
            PatternCoefficient.estimateAll(
                List.of(
                    PercentAgreement.with(weights),
                    FleissKappa.with(weights),
                    GwetAc.with(weights),
                    BrennanPrediger.with(weights),
                    KrippendorffAlpha.with(weights)),
                ratings.patterns(),
                inference));
    AgreementEstimate percent = estimates.get(0);
    if (ratings.rows() != null) {
      estimates.addAll(
          1,
          RaterCoefficient.estimateAll(
              raterCoefficients(ratings, weights), ratings.rows(), inference));
    }
    var coefficients = new LinkedHashMap<String, CoefficientResult>();
    estimates.forEach(e -> coefficients.put(e.coefficient(), CoefficientResult.of(e)));
    Diagnostics data = percent.diagnostics();
    ConfusionMatrix table = ratings.hasTwoRaters() ? ratings.table() : null;
    boolean binary = table != null && table.grades() == 2;
    return new Result(
        CautionWords.of(estimates, inference),
        data.items(),
        data.pairableItems(),
        data.pairs(),
        ratings.raters(),
        data.ratings(),
        ratings.known(),
        data.prevalence(),
        coefficients,
        perGrade(ratings, inference),
        table == null ? null : lists(table),
        table == null ? null : optional(CohenKappa.maximum(table)),
        binary ? share(table.count(0, 0) - table.count(1, 1), table) : null,
        binary ? share(table.count(0, 1) - table.count(1, 0), table) : null,
        table == null || table.grades() < 2 ? null : optional(CohenKappa.pabak(table)),
        table == null ? null : optional(CohenKappa.with(weights).standardErrorNull(table)));
  }

  private static List<GradeResult> perGrade(Ratings ratings, Inference inference) {
    var results = new ArrayList<GradeResult>();
    for (int grade = 0; grade < ratings.known().size(); grade++) {
      results.add(
          GradeResult.of(
              ratings.grades().get(grade),
              FleissKappa.ofGrade(ratings.patterns(), grade, inference),
              SpecificAgreement.on(ratings.grades().size(), grade).estimate(ratings.patterns())));
    }
    return results;
  }

  private static List<RaterCoefficient> raterCoefficients(Ratings ratings, Weights weights) {
    var coefficients = new ArrayList<RaterCoefficient>();
    if (ratings.hasTwoRaters()) {
      coefficients.add(CohenKappa.with(weights));
      coefficients.add(ScottPi.with(weights));
    }
    coefficients.add(CongerKappa.with(weights));
    coefficients.add(LightKappa.with(weights));
    return coefficients;
  }

  private static List<List<Long>> lists(ConfusionMatrix table) {
    return Arrays.stream(table.toArray()).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }

  private static Optional<Double> share(long difference, ConfusionMatrix table) {
    long items = table.total();
    return items == 0 ? Optional.empty() : Optional.of((double) difference / items);
  }

  private static Optional<Double> optional(Outcome outcome) {
    return Optional.ofNullable(number(outcome));
  }

  /** A number, or null when undefined. */
  static Double number(Outcome outcome) {
    return outcome.defined() ? (Double) outcome.value() : null;
  }
}
