package org.assay.io.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.io.report.MatrixPart.Cell;
import org.assay.io.report.MatrixPart.Matrix;

/**
 * A confusion matrix as an inline SVG: rows are reference grades, columns grades given, each cell
 * with its count and shaded by its share of the row. Styles stand on the elements, so that the
 * picture can be copied. Shades begin at white, with ink that stays legible on the darkest.
 */
final class HeatMap {
  private static final double CELL_WIDTH = 56;
  private static final double CELL_HEIGHT = 34;
  private static final double LEFT = 64;
  private static final double TOP = 34;
  private static final double DARKEST = 0.2; // share of a row off the diagonal
  private static final String INK = "fill:currentColor;font-size:12px";
  private static final String SOFT = "fill:currentColor;fill-opacity:.75;font-size:11px";

  private HeatMap() {}

  /** Whether a scheme has few enough grades for a picture. */
  static boolean fits(List<String> grades) {
    return grades.size() <= MatrixSection.MOST_GRADES;
  }

  static void draw(Html html, Matrix matrix, List<String> grades) {
    double width = LEFT + CELL_WIDTH * grades.size() + 2;
    double height = TOP + CELL_HEIGHT * grades.size() + 2;
    String name =
        matrix.assessor() == null
            ? "Confusion matrix of everybody"
            : "Confusion matrix of " + matrix.assessor();
    html.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + TrendChart.n(width) + " " + TrendChart.n(height),
        "role",
        "img",
        "aria-label",
        name + ". " + words(matrix),
        "style",
        String.format(Locale.ROOT, "max-width:%.0fpx;width:100%%;height:auto", width));
    html.element("title", name);
    html.element("desc", words(matrix));
    SvgText.draw(html, LEFT, 12, "start", SOFT, "Grade given");
    SvgText.draw(html, 0, TOP - 6, "start", SOFT, "Reference");
    for (int g = 0; g < grades.size(); g++) {
      SvgText.draw(
          html, LEFT + (g + .5) * CELL_WIDTH, TOP - 6, "middle", INK, shown(grades.get(g)));
      SvgText.draw(html, 0, TOP + (g + .6) * CELL_HEIGHT, "start", INK, shown(grades.get(g)));
    }
    for (int r = 0; r < grades.size(); r++) {
      for (int g = 0; g < grades.size(); g++) {
        cell(html, r, g, find(matrix, grades.get(r), grades.get(g)));
      }
    }
    html.close();
  }

  private static String shown(String grade) {
    return grade.length() <= 8 ? grade : grade.substring(0, 7) + "…";
  }

  private static Cell find(Matrix matrix, String reference, String grade) {
    return matrix.cells().stream()
        .filter(c -> c.reference().equals(reference) && c.grade().equals(grade))
        .findFirst()
        .orElse(null);
  }

  // Rises steeply at first, so that few are told from none.
  private static double shade(double share) {
    return share >= 1 ? 1 : 2 * share / (1 + share);
  }

  private static void cell(Html html, int r, int g, Cell cell) {
    double x = LEFT + g * CELL_WIDTH;
    double y = TOP + r * CELL_HEIGHT;
    Double share = cell == null ? null : cell.gradeGivenReference().value();
    double shade = r == g || share == null ? 0 : shade(share / DARKEST);
    html.empty(
        "rect",
        "x",
        TrendChart.n(x + 1),
        "y",
        TrendChart.n(y + 1),
        "width",
        TrendChart.n(CELL_WIDTH - 2),
        "height",
        TrendChart.n(CELL_HEIGHT - 2),
        "style",
        String.format(
            Locale.ROOT,
            "fill:#dd8f3a;fill-opacity:%.2f;stroke:currentColor;stroke-opacity:%.2f",
            .75 * shade,
            r == g ? .6 : .2));
    if (cell != null && (cell.count() > 0 || r == g)) {
      SvgText.draw(html, x + CELL_WIDTH / 2, y + 15, "middle", INK, Words.count(cell.count()));
      if (share != null) {
        SvgText.draw(html, x + CELL_WIDTH / 2, y + 28, "middle", SOFT, Words.percent(share));
      }
    }
  }

  /** What is mixed up, for those who do not see the picture. */
  static String words(Matrix matrix) {
    String mixUps =
        matrix.cells().stream()
            .filter(c -> !c.reference().equals(c.grade()) && c.count() > 0)
            .map(c -> c.reference() + " graded " + c.grade() + " " + Words.count(c.count()))
            .collect(Collectors.joining(", "));
    return "Of "
        + Words.count(matrix.checked(), "check", "checks")
        + (mixUps.isEmpty() ? " none is a mix-up." : " these are mix-ups: " + mixUps + ".");
  }
}
