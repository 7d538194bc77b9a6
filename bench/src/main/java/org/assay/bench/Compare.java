package org.assay.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Prints two files of JMH results side by side, means and medians, with the ratios of the second to
 * the first. A ratio of means is marked when the intervals of the two scores do not overlap; on a
 * busy machine even that may be noise, and a median over the iterations of all forks says more.
 */
public final class Compare {
  private Compare() {}

  /**
   * A score with the half-width of its 99.9 % interval, as JMH gives them, and the median over the
   * measured iterations of all forks.
   */
  record Score(double value, double error, double median, String unit) {
    boolean apart(Score other) {
      return Math.abs(value - other.value) > error + other.error;
    }
  }

  /**
   * Compares two files, or lists one.
   *
   * @param args one or two result files, JMH's JSON
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 1) {
      print(read(Path.of(args[0])), System.out);
    } else if (args.length == 2) {
      print(read(Path.of(args[0])), read(Path.of(args[1])), System.out);
    } else {
      System.err.println("usage: bench/compare BEFORE.json AFTER.json, or bench/compare FILE.json");
      System.exit(2);
    }
  }

  static Map<String, Score> read(Path file) {
    Map<String, Score> scores = new TreeMap<>();
    for (JsonNode result : new ObjectMapper().readTree(file.toFile())) {
      JsonNode metric = result.get("primaryMetric");
      double error = metric.get("scoreError").asDouble(Double.NaN);
      scores.put(
          name(result),
          new Score(
              metric.get("score").asDouble(),
              Double.isNaN(error) ? 0 : error,
              median(metric.get("rawData")),
              metric.get("scoreUnit").asString()));
    }
    return scores;
  }

  private static double median(JsonNode forks) {
    double[] iterations =
        forks
            .valueStream()
            .flatMap(JsonNode::valueStream)
            .mapToDouble(JsonNode::asDouble)
            .sorted()
            .toArray();
    int n = iterations.length;
    return (iterations[(n - 1) / 2] + iterations[n / 2]) / 2;
  }

  private static String name(JsonNode result) {
    String[] path = result.get("benchmark").asString().split("\\.", -1);
    StringBuilder name = new StringBuilder(path[path.length - 2] + "." + path[path.length - 1]);
    if (result.has("params")) {
      result
          .get("params")
          .properties()
          .forEach(
              p -> name.append(' ').append(p.getKey()).append('=').append(p.getValue().asString()));
    }
    return name.toString();
  }

  static void print(Map<String, Score> scores, PrintStream out) {
    String row = "%-48s %10s ± %-8s %10s %-6s%n";
    out.printf(Locale.ROOT, row, "benchmark", "mean", "", "median", "unit");
    scores.forEach(
        (name, s) ->
            out.printf(
                Locale.ROOT,
                row,
                name,
                number(s.value),
                number(s.error),
                number(s.median),
                s.unit));
  }

  static void print(Map<String, Score> before, Map<String, Score> after, PrintStream out) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    String row = "%-48s %10s ± %-8s %10s ± %-8s %-6s %8s %10s %10s %6s%n";
    out.printf(
        Locale.ROOT,
        row,
        "benchmark",
        "before",
        "",
        "after",
        "",
        "unit",
        "ratio",
        "median",
        "median",
        "ratio");
    for (String name : names) {
      Score b = before.get(name);
      Score a = after.get(name);
      boolean both = a != null && b != null;
      out.printf(
          Locale.ROOT,
          row,
          name,
          b == null ? "-" : number(b.value),
          b == null ? "-" : number(b.error),
          a == null ? "-" : number(a.value),
          a == null ? "-" : number(a.error),
          (a == null ? b : a).unit,
          both ? number(a.value / b.value) + (a.apart(b) ? " *" : "") : "-",
          b == null ? "-" : number(b.median),
          a == null ? "-" : number(a.median),
          both ? number(a.median / b.median) : "-");
    }
  }

  private static String number(double x) {
    return String.format(Locale.ROOT, x < 10 ? "%.2f" : "%.0f", x);
  }
}
