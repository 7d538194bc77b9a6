package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.assay.agreement.CochranQ;
import org.assay.agreement.EqualRates;
import org.assay.agreement.MarginalHomogeneity;
import org.assay.agreement.McNemar;
import org.assay.count.ConfusionMatrix;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/** The {@code test} operation: tests of marginals, rates and coefficients. */
final class TestOperation {
  private static final Map<String, BiFunction<Input, Params, Result>> KINDS =
      Map.of(
          "mcnemar", TestOperation::mcNemar,
          "bowker", (input, params) -> Result.of(MarginalHomogeneity.bowker(table(input))),
          "stuartMaxwell",
              (input, params) -> Result.of(MarginalHomogeneity.stuartMaxwell(table(input))),
          "bhapkar", (input, params) -> Result.of(MarginalHomogeneity.bhapkar(table(input))),
          "cochranQ", TestOperation::cochranQ,
          "twoProportion", TestOperation::twoProportion,
          "fisherExact", TestOperation::fisherExact);

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
   * @param groups error counts
   */
  record Input(
      List<List<Object>> ratings,
      String ratingsCsv,
      List<Object> grades,
      List<List<Long>> table,
      List<Group> groups) {}

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
   */
  record Params(String kind, Boolean exact, Boolean midP, Boolean continuityCorrection) {
    Params {
      exact = exact != null && exact;
      midP = midP != null && midP;
      continuityCorrection = continuityCorrection != null && continuityCorrection;
    }
  }

  /**
   * The test, and what it estimates.
   *
   * @param statistic null when undefined
   * @param degreesOfFreedom null for a test without
   * @param pValue null when undefined
   * @param undefined why
   * @param difference of two rates
   */
  record Result(
      Double statistic,
      Double degreesOfFreedom,
      Double pValue,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double difference) {

    static Result of(TestResult test) {
      return new Result(
          test.statistic().isDefined() ? test.statistic().value() : null,
          test.degreesOfFreedom() == 0 ? null : test.degreesOfFreedom(),
          test.pValue().isDefined() ? test.pValue().value() : null,
          test.statistic().reason().orElse(null),
          null);
    }

    Result withDifference(double d) {
      return new Result(statistic, degreesOfFreedom, pValue, undefined, d);
    }
  }

  private static Result mcNemar(Input input, Params params) {
    McNemar tests = McNemar.of(table(input));
    if ((params.exact() ? 1 : 0) + (params.midP() ? 1 : 0) + (params.continuityCorrection() ? 1 : 0)
        > 1) {
      throw new FieldException(
          "params", "at most one of exact, midP and continuityCorrection can be true");
    }
    if (params.exact()) {
      return Result.of(tests.exact());
    }
    if (params.midP()) {
      return Result.of(tests.midP());
    }
    return Result.of(
        params.continuityCorrection() ? tests.continuityCorrected() : tests.asymptotic());
  }

  private static Result cochranQ(Input input, Params params) {
    LabelledRatings ratings = ratings(input);
    if (ratings.grades().size() > 2) {
      throw new FieldException(
          "input.ratings", "cochranQ needs two grades, got " + ratings.grades());
    }
    CochranQ q = CochranQ.create(ratings.raters());
    boolean[] yes = new boolean[ratings.raters()];
    for (int[] item : ratings.complete().codes()) {
      for (int r = 0; r < yes.length; r++) {
        yes[r] = item[r] == 1;
      }
      q.add(yes);
    }
    return Result.of(q.snapshot());
  }

  private static Result twoProportion(Input input, Params params) {
    EqualRates tests = groups(input);
    Result result =
        Result.of(params.continuityCorrection() ? tests.continuityCorrected() : tests.asymptotic());
    return input.groups().size() == 2 ? result.withDifference(tests.difference()) : result;
  }

  private static Result fisherExact(Input input, Params params) {
    EqualRates tests = groups(input);
    return Result.of(tests.exact()).withDifference(tests.difference());
  }

  private static EqualRates groups(Input input) {
    if (input.groups() == null) {
      throw new FieldException("input.groups", "groups must be given");
    }
    return EqualRates.of(
        input.groups().stream().mapToLong(Group::errors).toArray(),
        input.groups().stream().mapToLong(Group::checked).toArray());
  }

  private static LabelledRatings ratings(Input input) {
    return LabelledRatings.of(input.ratings(), input.ratingsCsv(), input.grades());
  }

  // A table as given, or of the items that both of two raters rated.
  private static ConfusionMatrix table(Input input) {
    if (input.table() != null) {
      return CountTables.square("input.table", input.table());
    }
    LabelledRatings ratings = ratings(input);
    if (ratings.raters() != 2) {
      throw new FieldException(
          "input.ratings", "ratings must be by two raters, got " + ratings.raters());
    }
    ConfusionMatrix table = ConfusionMatrix.create(ratings.grades().size());
    for (int[] item : ratings.complete().codes()) {
      table.add(item[0], item[1]);
    }
    return table;
  }
}
