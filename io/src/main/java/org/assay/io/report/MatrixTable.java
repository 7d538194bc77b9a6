package org.assay.io.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.estimate.ReferenceMatrix.ReferenceKind;
import org.assay.io.UndefinedWords;
import org.assay.io.report.MatrixPart.Beside;
import org.assay.io.report.MatrixPart.Cell;
import org.assay.io.report.MatrixPart.Matrices;
import org.assay.io.report.MatrixPart.Matrix;
import org.assay.io.report.MatrixPart.Share;

/** {@link Matrices} as a section of the page: pictures, and tables with the same numbers. */
final class MatrixTable {
  private static final int MOST_PEOPLE = 40; // with a picture each

  private final Matrices matrices;
  private final List<String> grades;
  private final Html html;

  private MatrixTable(Matrices matrices, List<String> grades, Html html) {
    this.matrices = matrices;
    this.grades = grades;
    this.html = html;
  }

  static void write(Matrices matrices, List<String> grades, Html html) {
    new MatrixTable(matrices, grades, html).write();
  }

  private void write() {
    html.section("confusion", "Which grade is given for which?");
    html.paragraphs(matrices.sentences());
    if (matrices.team() != null) {
      picture(matrices.team());
      html.open("details").element("summary", "The same as a table");
      table("Everybody, against QA verdicts", matrices.team(), Map.of());
      html.close();
      people();
    }
    beside();
    html.close();
  }

  private void picture(Matrix matrix) {
    html.open("figure");
    html.open("figcaption");
    html.element("strong", matrix.assessor() == null ? "Everybody" : matrix.assessor());
    html.text("Checks in each cell; below, their share of the gradings with that reference grade.");
    html.close();
    if (HeatMap.fits(grades)) {
      HeatMap.draw(html, matrix, grades);
    } else {
      html.element("p", "The scheme has too many grades for a picture; the table has the cells.");
    }
    html.close();
  }

  private void people() {
    html.open("details").element("summary", "Each assessor, in the order of ids");
    if (matrices.people().size() > MOST_PEOPLE) {
      html.element(
          "p",
          "There are too many assessors for a picture each. assay statement --assessor ID writes"
              + " one of them; report.json has all.");
    } else {
      Map<String, Cell> team =
          matrices.team().cells().stream()
              .collect(Collectors.toMap(MatrixTable::key, Function.identity()));
      for (Matrix matrix : matrices.people()) {
        picture(matrix);
        table(matrix.assessor() + ": mix-ups found", matrix, team);
      }
    }
    html.close();
  }

  /** One assessor's own picture and table; the team's share stands where it is given. */
  static void own(Matrix matrix, List<Cell> team, List<String> grades, Html html) {
    var table = new MatrixTable(null, grades, html);
    table.picture(matrix);
    table.table(
        "Mix-ups found",
        matrix,
        team.stream().collect(Collectors.toMap(MatrixTable::key, Function.identity())));
  }

  static String key(Cell cell) {
    return cell.reference() + '\u0000' + cell.grade();
  }

  private void table(String caption, Matrix matrix, Map<String, Cell> team) {
    boolean isTeam = matrix.assessor() == null;
    boolean isAlone = team.isEmpty(); // nothing to stand beside
    List<Cell> shown =
        matrix.cells().stream()
            .filter(c -> isTeam || c.count() > 0 && !c.reference().equals(c.grade()))
            .toList();
    if (shown.isEmpty()) {
      html.element(
          "p", "No mix-up was found in " + Words.count(matrix.checked(), "check", "checks") + ".");
      return;
    }
    String share = "Share of this grade where that is the reference";
    String inverse = "Share of that reference where this grade was given";
    if (isAlone) {
      html.table(caption, "Reference and grade given", "Checks", share, inverse);
    } else {
      html.table(
          caption,
          "Reference and grade given",
          "Checks",
          share,
          "Drawn towards the team's",
          "Of the team",
          inverse);
    }
    for (Cell c : shown) {
      String name = c.reference() + " graded " + c.grade();
      if (isAlone) {
        html.row(
            name,
            Words.count(c.count()),
            text(c.gradeGivenReference()),
            text(c.referenceGivenGrade()));
      } else {
        Cell all = team.get(key(c));
        html.row(
            name,
            Words.count(c.count()),
            text(c.gradeGivenReference()),
            percent(c.gradeGivenReference().shrunken()),
            all == null ? "-" : percent(all.gradeGivenReference().value()),
            text(c.referenceGivenGrade()));
      }
    }
    html.endTable();
  }

  private void beside() {
    if (matrices.beside().stream().allMatch(b -> b.reference() == ReferenceKind.QA_VERDICTS)) {
      return;
    }
    html.open("details")
        .element("summary", "Verdicts, consensus of the others and latent reference side by side");
    html.table(
        "In the order of ids",
        "Assessor",
        "Against",
        "Gradings",
        "Differ",
        "Graded higher",
        "Graded lower",
        "Kappa");
    for (Beside b : matrices.beside()) {
      html.row(
          b.assessor(),
          kind(b.reference()),
          Words.count(Math.round(b.gradings())),
          text(b.error()),
          text(b.overGrading()),
          text(b.underGrading()),
          b.kappa() == null
              ? "-"
              : Words.coefficient(b.kappa())
                  + (b.kappaError() == null
                      ? ""
                      : String.format(Locale.ROOT, " (standard error %.3f)", b.kappaError())));
    }
    html.endTable();
    html.close();
  }

  /** A kind of reference in words. */
  static String kind(ReferenceKind kind) {
    return switch (kind) {
      case QA_VERDICTS -> "QA verdicts";
      case CONSENSUS -> "consensus of the others";
      case LATENT -> "latent reference";
    };
  }

  /** A share with its limits. */
  static String text(Share share) {
    return share.value() == null
        ? "- (" + UndefinedWords.of(share.undefined()) + ")"
        : Words.percent(share.value())
            + (share.lower() == null
                ? ""
                : " (between "
                    + Words.percentDown(share.lower())
                    + " and "
                    + Words.percentUp(share.upper())
                    + ")");
  }

  static String percent(Double share) {
    return share == null ? "-" : Words.percent(share);
  }
}
