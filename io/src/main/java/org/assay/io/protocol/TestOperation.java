package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.assay.compare.CochranQ;
import org.assay.compare.Concordance;
import org.assay.compare.EqualRates;
import org.assay.compare.MarginalHomogeneity;
import org.assay.compare.McNemar;
import org.assay.count.ConfusionMatrix;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/** Op {@code test}: tests of marginals, rates and coefficients. */
final class TestOperation {
  private static final Map<String, BiFunction<Input, Params, Result>> KINDS =
      Map.of(
          "mcnemar", TestOperation::mcNemar,
          "bowker", (input, params) -> Result.of(MarginalHomogeneity.bowker(table(input))),
          "stuartMaxwell",
              (input, params) -> Result.of(MarginalHomogeneity.stuartMaxwell(table(input))),
          "bhapkar", (input, params) -> Result.of(MarginalHomogeneity.bhapkar(table(input))),
          "cochranQ", TestOperation::cochranQ,
          "kendallW", TestOperation::kendallW,
          "twoProportion", TestOperation::twoProportion,
          "fisherExact", TestOperation::fisherExact,
          "kappaEqual", KappaComparison::equal,
          "kappaDependent", KappaComparison::dependent);

  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>(
          "test",
          Input.class,
          Params.class,
          Result.class,
          (input, params) -> Choice.of("params.kind", params.kind(), KINDS).apply(input, params));

  private TestOperation() {}

  /**
   * What is tested; which component, says the kind of test.
   *
   * @param ratings rows of labels, null for missing
   * @param ratingsCsv the same in a file
   * @param grades the grades in order; those seen when left out
   * @param table K x K counts
   * @param tables K x K counts of independent groups of items
   * @param groups error counts
   * @param pairs columns that kappas are read from; the first with each other when left out
   */
  record Input(
      List<List<Object>> ratings,
      String ratingsCsv,
      List<Object> grades,
      List<List<Long>> table,
      List<List<List<Long>>> tables,
      List<Group> groups,
      List<List<Integer>> pairs) {}

  /**
   * Errors among checks.
   *
   * @param errors in [0, checked]
   * @param checked at least 1
   */
  record Group(long errors, long checked) {}

  /**
   * Which test.
   *
   * @param kind name of the test
   * @param exact McNemar's exact test
   * @param midP McNemar's mid-p test
   * @param continuityCorrection of McNemar's and the two-proportion test
   * @param correctTies of Kendall's W
   * @param weights of kappas: name of a scheme, or a K x K matrix
   * @param method of kappaDependent: hotelling (when left out), smoothed, which holds whatever the
   *     sample, or exchange
   */
  record Params(
      String kind,
      Boolean exact,
      Boolean midP,
      Boolean continuityCorrection,
      Boolean correctTies,
      Object weights,
      String method) {
    Params {
      exact = exact != null && exact;
      midP = midP != null && midP;
      continuityCorrection = continuityCorrection != null && continuityCorrection;
      correctTies = correctTies != null && correctTies;
    }
  }

  /** A coefficient; null when undefined. */
  record Estimate(
      Double estimate,
      Double standardError,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined) {

    static Estimate of(Outcome value, Outcome standardError) {
      return new Estimate(
          number(value),
          number(standardError),
          value.reason().or(standardError::reason).orElse(null));
    }
  }

  /**
   * The test, and what it estimates; the components from {@code coefficient} on are given by the
   * kinds of test that have them.
   *
   * @param statistic null when undefined
   * @param degreesOfFreedom null for a test without
   * @param pValue null when undefined
   * @param undefined why
   * @param coefficient Kendall's W, or the pooled kappa
   * @param coefficients the kappas compared
   * @param correlation of the kappas, null where undefined
   * @param difference of two rates or two kappas
   * @param standardError of the difference, or of the pooled kappa
   */
  record Result(
      Double statistic,
      Double degreesOfFreedom,
      Double pValue,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double coefficient,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Estimate> coefficients,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<List<Double>> correlation,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double difference,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double standardError) {

    static Result of(TestResult test) {
      return of(test, null, null, null, null, null);
    }

    static Result of(
        TestResult test,
        Double coefficient,
        List<Estimate> coefficients,
        List<List<Double>> correlation,
        Double difference,
        Double standardError) {
      return new Result(
          number(test.statistic()),
          test.degreesOfFreedom() == 0 ? null : test.degreesOfFreedom(),
          number(test.pValue()),
          test.statistic().reason().orElse(null),
          coefficient,
          coefficients,
          correlation,
          difference,
          standardError);
    }
  }

  /** The number of an outcome, null when undefined. */
  static Double number(Outcome outcome) {
    return outcome.defined() ? outcome.value() : null;
  }

  private static Result mcNemar(Input input, Params params) {
    McNemar tests = McNemar.of(table(input));
    int asked = (params.exact() ? 1 : 0) + (params.midP() ? 1 : 0);
    if (asked + (params.continuityCorrection() ? 1 : 0) > 1) {
      throw new FieldException(
          "params", "at most one of exact, midP and continuityCorrection can be true");
    }
    if (asked == 1) {
      return Result.of(params.exact() ? tests.exact() : tests.midP());
    }
    return Result.of(
        params.continuityCorrection() ? tests.continuityCorrected() : tests.asymptotic());
  }

  private static Result cochranQ(Input input, Params params) {
    return Result.of(CochranQ.of(ratings(input).rows()).snapshot());
  }

  private static Result kendallW(Input input, Params params) {
    Concordance w = Concordance.of(ratings(input).rows(), params.correctTies());
    return Result.of(w.test(), number(w.coefficient()), null, null, null, null);
  }

  private static Result twoProportion(Input input, Params params) {
    EqualRates tests = groups(input);
    return withDifference(
        params.continuityCorrection() ? tests.continuityCorrected() : tests.asymptotic(),
        input.groups().size() == 2 ? tests.difference() : null);
  }

  private static Result fisherExact(Input input, Params params) {
    EqualRates tests = groups(input);
    return withDifference(tests.exact(), tests.difference());
  }

  private static Result withDifference(TestResult test, Double difference) {
    return Result.of(test, null, null, null, difference, null);
  }

  private static EqualRates groups(Input input) {
    if (input.groups() == null) {
      throw new FieldException("input.groups", "groups must be given");
    }
    for (int g = 0; g < input.groups().size(); g++) {
      if (input.groups().get(g) == null) {
        throw new FieldException(
            "input.groups[" + g + "]", "a group must have errors and checked, got null");
      }
    }
    return EqualRates.of(
        input.groups().stream().mapToLong(Group::errors).toArray(),
        input.groups().stream().mapToLong(Group::checked).toArray());
  }

  /** The ratings of the request, in any shape but counts. */
  static Ratings ratings(Input input) {
    return RatingsReader.read(
        new RatingsInput(input.ratings(), null, input.table(), input.grades(), input.ratingsCsv()));
  }

  private static ConfusionMatrix table(Input input) {
    Ratings ratings = ratings(input);
    if (!ratings.hasTwoRaters()) {
      throw new FieldException(
          "input.ratings", "ratings must be by two raters, got " + ratings.raters());
    }
    return ratings.table();
  }
}
