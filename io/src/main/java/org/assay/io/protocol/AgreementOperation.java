package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.agreement.AgreementEstimate.Diagnostics;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.Inference;
import org.assay.agreement.Inference.StandardError;
import org.assay.agreement.PatternCoefficient;
import org.assay.agreement.PercentAgreement;
import org.assay.agreement.PercentAgreement.SpecificAgreement;
import org.assay.agreement.RaterCoefficient;
import org.assay.agreement.Weights;
import org.assay.count.ConfusionMatrix;
import org.assay.io.schema.Form;
import org.assay.io.schema.Within;
import org.assay.io.schema.Words;
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
   * @param coefficients which coefficients to give; all that the ratings allow when left out
   * @param confidence confidence of the intervals; 0.95 when left out
   * @param weights agreement weights: name of a scheme, or a K x K matrix with a diagonal of ones;
   *     identity when left out
   * @param standardError which standard error; linearized when left out
   * @param interval which interval; t when left out
   * @param populationSize number of items that those rated were drawn from; unlimited when left out
   * @param replicates bootstrap replicates; 2,000 when left out
   * @param seed seed of the bootstrap; the same seed gives the same numbers
   * @param degreesOfFreedom items that t counts; rated when left out
   */
  record Params(
      @Within("[1, )") Set<AgreementCoefficient> coefficients,
      @Within("(0, 1)") Double confidence,
      @Form(Forms.WEIGHTS) Object weights,
      StandardError standardError,
      Inference.IntervalKind interval,
      Long populationSize,
      @Within("[2, 1000000]") Integer replicates,
      Long seed,
      Inference.Degrees degreesOfFreedom) {
    Params {
      standardError = standardError == null ? StandardError.LINEARIZED : standardError;
      interval = interval == null ? Inference.IntervalKind.T : interval;
      degreesOfFreedom = degreesOfFreedom == null ? Inference.Degrees.RATED : degreesOfFreedom;
    }

    Inference inference() {
      Inference standard = Inference.standard();
      return new Inference(
          standardError,
          interval,
          confidence == null ? standard.confidenceLevel() : confidence,
          populationSize == null ? OptionalLong.empty() : OptionalLong.of(populationSize),
          replicates == null ? standard.replicates() : replicates,
          seed == null ? standard.seed() : seed,
          degreesOfFreedom);
    }

    /** The coefficients to give, in the order of the answer. */
    List<AgreementCoefficient> of(Ratings ratings) {
      if (coefficients == null) {
        return Arrays.stream(AgreementCoefficient.values())
            .filter(c -> isPossible(c, ratings))
            .toList();
      }
      coefficients.forEach(c -> requirePossible(c, ratings));
      return coefficients.stream().sorted().toList();
    }

    private static boolean isPossible(AgreementCoefficient c, Ratings ratings) {
      return c.isOfTwo() ? ratings.hasTwoRaters() : !c.isByRater() || ratings.rows() != null;
    }

    private static void requirePossible(AgreementCoefficient c, Ratings ratings) {
      if (!isPossible(c, ratings)) {
        throw new FieldException(
            "params.coefficients",
            Words.of(c)
                + (c.isOfTwo() ? " needs two raters, got " : " needs ratings by rater, got ")
                + (ratings.rows() == null ? "counts" : ratings.raters()));
      }
    }
  }

  /**
   * A coefficient.
   *
   * @param estimate the coefficient, at most 1; null when undefined
   * @param observed observed agreement in [0, 1]; null when undefined
   * @param expected agreement by chance in [0, 1], 0 of percentAgreement; null when undefined
   * @param standardError standard error of the estimate; null when undefined
   * @param lower lower limit, at least -1; null when undefined
   * @param upper upper limit, at most 1; null when undefined
   * @param pValue two-sided p-value of a coefficient of 0; null when undefined
   * @param pValueOneSided p-value of a coefficient of at most 0; null when undefined
   * @param condition how much a small change of the ratings changes the estimate
   * @param undefined why a number is missing; left out when none is
   * @param cautions what weakens the estimate
   */
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

  /**
   * One grade against the rest.
   *
   * @param grade the grade
   * @param kappa Fleiss' kappa of this grade against all others; null when undefined
   * @param standardError its standard error; null when undefined
   * @param lower lower limit; null when undefined
   * @param upper upper limit; null when undefined
   * @param specificAgreement chance that a second rating gives this grade where a first one does;
   *     null when undefined
   * @param undefined why a number is missing; left out when none is
   */
  record GradeResult(
      @Form(Form.LABEL) Object grade,
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

  /**
   * What the ratings say; table and what follows it are given for two raters only.
   *
   * @param cautions what weakens the answer, in words
   * @param items items with a rating
   * @param pairableItems items with two ratings or more
   * @param pairs pairs of ratings of the same item
   * @param raters columns, or the most ratings that an item has
   * @param ratings ratings in all
   * @param grades the ordered grades
   * @param prevalence share of the ratings per grade, in their order
   * @param coefficients the coefficients, by name
   * @param perGrade each grade against the rest, in their order
   * @param table counts of two raters; rows are the grades of the first
   * @param kappaMaximum largest kappa that the marginals allow
   * @param prevalenceIndex (a - d) / n of a 2 x 2 table
   * @param biasIndex (b - c) / n of a 2 x 2 table
   * @param pabak prevalence- and bias-adjusted kappa
   * @param standardErrorNull standard error of Cohen's kappa under independence
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> cautions,
      long items,
      long pairableItems,
      long pairs,
      int raters,
      long ratings,
      List<@Form(Form.LABEL) Object> grades,
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
    List<AgreementCoefficient> chosen = params.of(ratings);
    List<AgreementEstimate> estimates = estimates(chosen, ratings, weights, inference);
    var coefficients = new LinkedHashMap<String, CoefficientResult>();
    estimates.forEach(e -> coefficients.put(e.coefficient(), CoefficientResult.of(e)));
    Diagnostics data =
        PercentAgreement.with(weights)
            .estimate(ratings.patterns(), Inference.standard())
            .diagnostics();
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

  // Those by patterns and those by rater each in one pass, then in the order of the answer.
  private static List<AgreementEstimate> estimates(
      List<AgreementCoefficient> chosen, Ratings ratings, Weights weights, Inference inference) {
    List<PatternCoefficient> ofPatterns =
        chosen.stream().filter(c -> !c.isByRater()).map(c -> c.ofPatterns(weights)).toList();
    List<RaterCoefficient> ofRaters =
        chosen.stream()
            .filter(AgreementCoefficient::isByRater)
            .map(c -> c.ofRaters(weights))
            .toList();
    Iterator<AgreementEstimate> byPatterns =
        ofPatterns.isEmpty()
            ? Collections.emptyIterator()
            : PatternCoefficient.estimateAll(ofPatterns, ratings.patterns(), inference).iterator();
    Iterator<AgreementEstimate> byRater =
        ofRaters.isEmpty()
            ? Collections.emptyIterator()
            : RaterCoefficient.estimateAll(ofRaters, ratings.rows(), inference).iterator();
    return chosen.stream().map(c -> c.isByRater() ? byRater.next() : byPatterns.next()).toList();
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
