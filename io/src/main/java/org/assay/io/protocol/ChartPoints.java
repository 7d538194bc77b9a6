package org.assay.io.protocol;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assay.drift.EvidenceChart.Checks;

/** Points of a chart: values, or errors among checks. */
final class ChartPoints {
  private final List<Object> points;

  ChartPoints(List<Object> points) {
    this.points = points;
    if (points.isEmpty()) {
      throw new FieldException("input.points", "points must have at least one, got none");
    }
  }

  private static String at(int i) {
    return "input.points[" + i + "]";
  }

  double[] values() {
    return all(
        point -> point instanceof Number value ? value.doubleValue() : Double.NaN, "a number");
  }

  long[] errors() {
    return longs(all(point -> count(point, "errors"), "an object with errors"));
  }

  long[] checked() {
    return longs(all(point -> count(point, "checked"), "an object with errors and checked"));
  }

  /** Checks with their normal rates; a number is one check, 1 for an error and 0 for none. */
  List<Checks> checks(Double rate) {
    return IntStream.range(0, points.size()).mapToObj(i -> checks(i, rate)).toList();
  }

  private Checks checks(int i, Double rate) {
    Object point = points.get(i);
    try {
      if (point instanceof Number error) {
        if (error.doubleValue() != 0 && error.doubleValue() != 1) {
          throw new FieldException(at(i), "a single check must be 0 or 1, got " + error);
        }
        return new Checks(error.longValue(), 1, Given.required("params.inControlRate", rate));
      }
      Object own = ((Map<?, ?>) point).get("rate");
      Double normal = own instanceof Number number ? Double.valueOf(number.doubleValue()) : rate;
      return new Checks(
          (long) count(point, "errors"),
          (long) count(point, "checked"),
          Given.required(at(i) + ".rate", normal));
    } catch (FieldException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new FieldException(at(i), e.getMessage());
    }
  }

  private static double count(Object point, String name) {
    return point instanceof Map<?, ?> object && object.get(name) instanceof Number number
        ? number.doubleValue()
        : Double.NaN;
  }

  private double[] all(ToDoubleFunction<Object> read, String expected) {
    double[] values = new double[points.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read.applyAsDouble(points.get(i));
      if (Double.isNaN(values[i])) {
        throw new FieldException(
            at(i), "the point must be " + expected + " for this kind of chart");
      }
    }
    return values;
  }

  private static long[] longs(double[] values) {
    long[] longs = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      longs[i] = (long) values[i];
    }
    return longs;
  }
}
