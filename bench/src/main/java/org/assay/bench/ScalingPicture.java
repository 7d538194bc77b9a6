package org.assay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws the results of {@link ScalingBenchmark} as SVG: time against rows, both on logarithmic
 * scales, where a cost that is linear in the rows is a line of slope one.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.ScalingPicture RESULTS.json
 * PICTURE.svg}
 */
public final class ScalingPicture {
  private static final Map<String, String> STYLES =
      Map.of("pairs", "s1", "cube", "s2", "patterns", "s3");

  private ScalingPicture() {}

  /**
   * Draws.
   *
   * @param args the results and the picture
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[1]), draw(Compare.read(Path.of(args[0]))));
  }

  /** Scores are microseconds; rows from 10^4, times from 1 microsecond. */
  static String draw(Map<String, Compare.Score> scores) {
    // Names are "ScalingBenchmark.pairs rows=10000 threads=1": sorted by rows within their line.
    Map<String, Map<Long, Double>> series = new TreeMap<>();
    scores.forEach(
        (name, score) -> {
          if (name.startsWith("ScalingBenchmark.")) {
            String what = name.substring(name.indexOf('.') + 1, name.indexOf(' '));
            series
                .computeIfAbsent(
                    what + ", " + value(name, "threads") + " thread", k -> new TreeMap<>())
                .put(Long.parseLong(value(name, "rows")), score.value());
          }
        });
    var svg = new Svg("Time of counting against rows, logarithmic", 600, 420);
    var chart = new Chart(svg, 70, 60, 360, 300, 4, 8.5, 0, 5);
    for (int decade = 4; decade <= 8; decade++) {
      chart.tickX(decade, "10^" + decade);
    }
    String[] times = {"1 µs", "10 µs", "100 µs", "1 ms", "10 ms"};
    for (int decade = 0; decade < times.length; decade++) {
      chart.tickY(decade, times[decade]);
    }
    chart.base();
    svg.text(250, 400, "middle", "rows");
    List<String> names = new ArrayList<>(series.keySet());
    List<String> styles = new ArrayList<>();
    double[] ends = new double[names.size()];
    for (int i = 0; i < ends.length; i++) {
      String name = names.get(i);
      List<double[]> points = new ArrayList<>();
      series
          .get(name)
          .forEach((rows, time) -> points.add(new double[] {Math.log10(rows), Math.log10(time)}));
      styles.add(STYLES.get(name.substring(0, name.indexOf(','))));
      ends[i] = points.get(points.size() - 1)[1];
      chart.series(styles.get(i) + (name.contains("2") ? " dash" : ""), points);
    }
    chart.nameAtRight(names, styles, ends);
    return svg.toString();
  }

  private static String value(String name, String key) {
    String rest = name.substring(name.indexOf(key + "=") + key.length() + 1);
    return rest.contains(" ") ? rest.substring(0, rest.indexOf(' ')) : rest;
  }
}
