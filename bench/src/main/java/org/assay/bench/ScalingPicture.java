package org.assay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
  private static final int LEFT = 70;
  private static final int BOTTOM = 360;
  private static final int DECADE = 80; // pixels, along both axes
  private static final Map<String, String> COLOURS =
      Map.of("pairs", "#1b6ca8", "cube", "#b3541e", "patterns", "#3a7d44");

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
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 420\" font-family=\"sans-serif\""
            + " font-size=\"12\"><title>Time of counting against rows, logarithmic</title>\n"
            + "<rect width=\"560\" height=\"420\" fill=\"#fff\"/>\n");
    for (int decade = 4; decade <= 8; decade++) {
      label(svg, x(Math.pow(10, decade)) - 8, BOTTOM + 18, "10^" + decade);
    }
    String[] times = {"1 µs", "10 µs", "100 µs", "1 ms", "10 ms"};
    for (int decade = 0; decade < times.length; decade++) {
      int y = (int) y(Math.pow(10, decade));
      svg.append(
          String.format(
              "<line x1=\"%d\" x2=\"430\" y1=\"%d\" y2=\"%d\" stroke=\"#ddd\"/>%n", LEFT, y, y));
      label(svg, 20, y + 4, times[decade]);
    }
    label(svg, 200, BOTTOM + 40, "rows");
    int legend = 60;
    for (var line : series.entrySet()) {
      StringBuilder points = new StringBuilder();
      line.getValue()
          .forEach(
              (rows, time) ->
                  points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(rows), y(time))));
      String colour = COLOURS.get(line.getKey().substring(0, line.getKey().indexOf(',')));
      String dash = line.getKey().contains("2") ? " stroke-dasharray=\"5 4\"" : "";
      svg.append(
          String.format(
              "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s points=\"%s\"/>%n",
              colour, dash, points.toString().trim()));
      svg.append(
          String.format(
              "<line x1=\"430\" x2=\"455\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"%s/>%n",
              legend - 4, legend - 4, colour, dash));
      label(svg, 460, legend, line.getKey());
      legend += 18;
    }
    return svg.append("</svg>\n").toString();
  }

  private static String value(String name, String key) {
    String rest = name.substring(name.indexOf(key + "=") + key.length() + 1);
    return rest.contains(" ") ? rest.substring(0, rest.indexOf(' ')) : rest;
  }

  private static void label(StringBuilder svg, double x, double y, String text) {
    svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%.0f\">%s</text>%n", x, y, text));
  }

  private static double x(double rows) {
    return LEFT + DECADE * (Math.log10(rows) - 4);
  }

  private static double y(double microseconds) {
    return BOTTOM - 0.75 * DECADE * Math.log10(microseconds);
  }
}
