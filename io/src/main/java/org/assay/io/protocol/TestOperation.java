package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.assay.compare.CochranQ;
import org.assay.compare.Concordance;
import org.assay.compare.EqualRates;
import org.assay.compare.MarginalHomogeneity;
import org.assay.compare.McNemar;
import org.assay.count.ConfusionMatrix;
import org.assay.io.schema.Form;
import org.assay.io.schema.MayBeNull;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/** Op {@code test}: tests of marginals, rates and coefficients. */
final class TestOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>("test", Input.class, Params.class, Result.class, TestOperation::test);

  private TestOperation() {}

  /** Tests. */
  private enum Kind {
    /**
     * McNemar: whether two raters give each of two grades equally often; input ratings or table.
     */
    MCNEMAR,
    /** Bowker: whether a table of two raters is symmetric. */
    BOWKER,
    /** Stuart and Maxwell: whether two raters give each grade equally often. */
    STUART_MAXWELL,
    /** Bhapkar: the same with more power. */
    BHAPKAR,
    /** Cochran's Q: whether several raters give a grade equally often; input ratings. */
    COCHRAN_Q,
    /** Kendall's W: whether raters put items in the same order; input ratings. */
    KENDALL_W,
    /** Whether error rates are equal, for many checks; input groups. */
    TWO_PROPORTION,
    /** The same exactly, for two groups. */
    FISHER_EXACT,
    /** Whether kappas of independent groups of items are equal; input tables. */
    KAPPA_EQUAL,
    /** Whether kappas of pairs of raters on the same items are equal; input ratings. */
    KAPPA_DEPENDENT
  }

  private static Result test(Input input, Params params) {
    return switch (params.kind()) {
      case MCNEMAR -> mcNemar(input, params);
      case BOWKER -> Result.of(MarginalHomogeneity.bowker(table(input)));
      case STUART_MAXWELL -> Result.of(MarginalHomogeneity.stuartMaxwell(table(input)));
      case BHAPKAR -> Result.of(MarginalHomogeneity.bhapkar(table(input)));
      case COCHRAN_Q -> Result.of(CochranQ.of(ratings(input).rows()).snapshot());
      case KENDALL_W -> kendallW(input, params);
      case TWO_PROPORTION -> twoProportion(input, params);
      case FISHER_EXACT -> fisherExact(input);
      case KAPPA_EQUAL -> KappaComparison.equal(input, params);
      case KAPPA_DEPENDENT -> KappaComparison.dependent(input, params);
    };
  }

  /**
   * What is tested; which field, says the kind of test.
   *
   * @param ratings one row per item, one column per rater; labels are texts or numbers, null is
   *     missing
   * @param ratingsCsv path of a CSV file with such rows after a header
   * @param grades the ordered grades, also unused ones; the labels seen when left out
   * @param table counts of two raters; rows are the grades of the first, columns those of the
   *     second
   * @param tables such tables, of independent groups of items
   * @param groups errors among checks, per group
   * @param pairs pairs of columns, counted from 0, each for a kappa; the first column with each
   *     other one when left out
   */
  record Input(
      List<List<@Form(Form.LABEL) @MayBeNull Object>> ratings,
      String ratingsCsv,
      List<@Form(Form.LABEL) Object> grades,
      List<List<@Within("[0, )") Long>> table,
      List<List<List<@Within("[0, )") Long>>> tables,
      List<Group> groups,
      List<List<Integer>> pairs) {}

  /**
   * Errors among checks.
   *
   * @param errors errors found, at most checked
   * @param checked checks made, at least 1
   */
  record Group(long errors, long checked) {}

  /**
   * Which test.
   *
   * @param kind the test
   * @param exact whether mcnemar is exact; false when left out
   * @param midP whether mcnemar gives the mid-p value; false when left out
   * @param continuityCorrection whether mcnemar and twoProportion are corrected for continuity;
   *     false when left out
   * @param correctTies whether kendallW is corrected for ties; false when left out
   * @param weights agreement weights of kappas: name of a scheme, or a K x K matrix; identity when
   *     left out
   * @param method where the p-value of kappaDependent comes from; hotelling when left out
   */
  record Params(
      @Required Kind kind,
      Boolean exact,
      Boolean midP,
      Boolean continuityCorrection,
      Boolean correctTies,
      @Form(Forms.WEIGHTS) Object weights,
      KappaComparison.Method method) {
    Params {
      method = method == null ? KappaComparison.Method.HOTELLING : method;
      exact = exact != null && exact;
      midP = midP != null && midP;
      continuityCorrection = continuityCorrection != null && continuityCorrection;
      correctTies = correctTies != null && correctTies;
    }
  }

  /**
   * A coefficient.
   *
   * @param estimate the kappa; null when undefined
   * @param standardError its standard error; null when undefined
   * @param undefined why a number is missing; left out when none is
   */
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
   * @param statistic the test statistic; null when undefined
   * @param degreesOfFreedom degrees of freedom; null for a test without
   * @param pValue two-sided p-value in [0, 1]; null when undefined
   * @param undefined why a number is missing; left out when none is
   * @param coefficient Kendall's W, or the pooled kappa
   * @param coefficients the kappas compared
   * @param correlation correlations of the kappas; an entry is missing where undefined
   * @param difference difference of two rates or two kappas
   * @param standardError standard error of the difference, or of the pooled kappa
   */
  record Result(
      Double statistic,
      Double degreesOfFreedom,
      Double pValue,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double coefficient,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Estimate> coefficients,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<List<@MayBeNull Double>> correlation,
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

  private static Result fisherExact(Input input) {
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
