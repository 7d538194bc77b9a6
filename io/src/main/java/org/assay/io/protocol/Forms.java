package org.assay.io.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.io.schema.Form;
import org.assay.io.schema.Range;
import org.assay.io.schema.Required;
import org.assay.io.schema.Shape;
import org.assay.io.schema.ShapeReader;
import org.assay.io.schema.Within;

/** Shapes of requests that the Java type of a component does not say. */
final class Forms {
  /** Agreement weights: the name of a scheme, or a matrix. */
  static final String WEIGHTS = "weights";

  /** A verdict: null, true, false, 1, 0, or an object. */
  static final String VERDICT = "verdict";

  /** Shares of the grades, or one such list per rater. */
  static final String MARGINALS = "marginals";

  /** A point of a chart: a value, or an object. */
  static final String CHART_POINT = "chartPoint";

  /** Pseudo-counts: a number, a matrix, or the word for one that is estimated. */
  static final String PRIOR = "prior";

  static final Map<String, Shape> ALL =
      Map.of(
          WEIGHTS,
          weights(),
          VERDICT,
          verdict(),
          MARGINALS,
          marginals(),
          CHART_POINT,
          chartPoint(),
          PRIOR,
          prior());

  private Forms() {}

  /**
   * A verdict with its item.
   *
   * @param item id of the item, as it was drawn
   * @param error whether the grade is wrong
   * @param reference reference grade; with grade, instead of error
   * @param grade grade that was given
   */
  record VerdictObject(
      @Form(Form.LABEL) Object item,
      Boolean error,
      @Form(Form.LABEL) Object reference,
      @Form(Form.LABEL) Object grade) {}

  /**
   * Errors of a point of a chart.
   *
   * @param errors errors found; at most checked, except for u and c
   * @param checked checks made, or units, at least 1; may be left out for c
   * @param rate normal rate of errors among them, for riskAdjustedCusum and shiryaevRoberts
   */
  record ErrorsObject(
      @Required @Within("[0, )") Long errors, @Within("[1, )") Long checked, Double rate) {}

  private static Shape chartPoint() {
    return new Shape.OneOf(
        List.of(
            new Shape.Decimal(Range.DOUBLE),
            ShapeReader.ofRequests(Map.of()).described().read(ErrorsObject.class)),
        "a number or an object");
  }

  private static Shape weights() {
    Shape.Word names = ShapeReader.words(WeightScheme.class);
    return new Shape.OneOf(
        List.of(names, list(list(new Shape.Decimal(Range.DOUBLE)))),
        "one of " + new TreeSet<>(names.words()) + " or a matrix");
  }

  private static Shape verdict() {
    return new Shape.OrNull(
        new Shape.OneOf(
            List.of(
                new Shape.Flag(),
                new Shape.Whole(Range.parse("[0, 1]", Range.INT)),
                ShapeReader.ofRequests(Map.of()).described().read(VerdictObject.class)),
            "true, false, 1, 0, null or an object"));
  }

  private static Shape marginals() {
    Shape shares = list(new Shape.Decimal(Range.DOUBLE));
    return new Shape.OneOf(
        List.of(shares, list(shares)), "a list of numbers, or one such list per rater");
  }

  private static Shape prior() {
    Shape count = new Shape.Decimal(Range.parse("[0, )", Range.DOUBLE));
    return new Shape.OneOf(
        List.of(ShapeReader.words(LatentPrior.Named.class), count, list(list(count))),
        "a number, a matrix or \"team\"");
  }

  private static Shape list(Shape item) {
    return new Shape.ListOf(item, Range.LENGTH);
  }
}
