package org.assay.io.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.ExchangedReadings;
import org.assay.agreement.IndependentEstimates;
import org.assay.agreement.Inference;
import org.assay.agreement.JointEstimates;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.agreement.SmoothedReadings;
import org.assay.agreement.Weights;
import org.assay.io.protocol.TestOperation.Estimate;
import org.assay.io.protocol.TestOperation.Input;
import org.assay.io.protocol.TestOperation.Params;
import org.assay.io.protocol.TestOperation.Result;
import org.assay.result.Outcome;
import org.assay.result.TestResult;

/** The kinds of op {@code test} that compare kappas. */
final class KappaComparison {
  private KappaComparison() {}

  /** Where the p-value of dependent kappas comes from. */
  enum Method {
    /** Hotelling's T-squared, for large samples. */
    HOTELLING,
    /** Exchanges of raters; needs no large sample. */
    EXCHANGE,
    /** A model smoothed towards equal kappas, which holds whatever the sample. */
    SMOOTHED
  }

  /** Kappas of independent tables. */
  static Result equal(Input input, Params params) {
    if (input.tables() == null || input.tables().size() < 2) {
      throw new FieldException("input.tables", "tables must be at least two");
    }
    var values = new ArrayList<Outcome>();
    var errors = new ArrayList<Outcome>();
    var coefficients = new ArrayList<Estimate>();
    for (int t = 0; t < input.tables().size(); t++) {
      AgreementEstimate kappa = kappa(input, t, params.weights());
      values.add(kappa.value());
      errors.add(kappa.standardError());
      coefficients.add(Estimate.of(kappa.value(), kappa.standardError()));
    }
    IndependentEstimates all = IndependentEstimates.of(values, errors);
    return Result.of(
        all.test(),
        TestOperation.number(all.pooled()),
        coefficients,
        null,
        null,
        TestOperation.number(all.standardError()));
  }

  private static AgreementEstimate kappa(Input input, int table, Object weights) {
    try {
      Ratings ratings =
          RatingsReader.read(
              new RatingsInput(null, null, input.tables().get(table), input.grades(), null));
      return CohenKappa.with(WeightsOperation.weights(weights, ratings.scores()))
          .estimate(
              ratings.table(),
              Inference.standard().withStandardError(Inference.StandardError.DELTA));
    } catch (FieldException e) {
      throw new FieldException(
          e.field().replaceFirst("^input\\.table\\b", "input.tables[" + table + "]"),
          e.getMessage());
    }
  }

  /** Kappas of pairs of raters on the same items. */
  static Result dependent(Input input, Params params) {
    Ratings ratings = TestOperation.ratings(input);
    Weights weights = WeightsOperation.weights(params.weights(), ratings.scores());
    List<Reading> readings = new ArrayList<>();
    for (List<Integer> pair : pairs(input, ratings.raters())) {
      readings.add(new Reading(CohenKappa.with(weights), pair));
    }
    JointEstimates joint = JointEstimates.of(ratings.rows().complete(), readings);
    CohenKappa kappa = CohenKappa.with(weights);
    List<int[]> columns =
        readings.stream()
            .map(r -> r.columns().stream().mapToInt(Integer::intValue).toArray())
            .toList();
    TestResult test =
        switch (params.method()) {
          case HOTELLING -> joint.equal();
          case EXCHANGE -> ExchangedReadings.of(kappa, ratings.rows(), columns);
          case SMOOTHED -> SmoothedReadings.of(kappa, ratings.rows(), columns);
        };
    var coefficients = new ArrayList<Estimate>();
    var correlation = new ArrayList<List<Double>>();
    for (int g = 0; g < readings.size(); g++) {
      coefficients.add(Estimate.of(joint.values().get(g), joint.standardErrors().get(g)));
      int row = g;
      correlation.add(
          IntStream.range(0, readings.size())
              .mapToObj(h -> TestOperation.number(joint.correlation(row, h)))
              .toList());
    }
    boolean two = readings.size() == 2;
    return Result.of(
        test,
        null,
        coefficients,
        correlation,
        two ? TestOperation.number(joint.difference(0, 1)) : null,
        two ? TestOperation.number(joint.differenceError(0, 1)) : null);
  }

  private static List<List<Integer>> pairs(Input input, int raters) {
    List<List<Integer>> pairs =
        input.pairs() != null
            ? input.pairs()
            : IntStream.range(1, raters).mapToObj(r -> List.of(0, r)).toList();
    if (pairs.size() < 2) {
      throw new FieldException(
          "input.pairs", "pairs must be at least two to compare, got " + pairs.size());
    }
    for (int p = 0; p < pairs.size(); p++) {
      List<Integer> pair = pairs.get(p);
      if (pair.size() != 2
          || pair.stream().anyMatch(r -> r < 0 || r >= raters)
          || pair.get(0).equals(pair.get(1))) {
        throw new FieldException(
            "input.pairs[" + p + "]",
            "a pair must be two different columns in [0, " + raters + "), got " + pair);
      }
    }
    return pairs;
  }
}
