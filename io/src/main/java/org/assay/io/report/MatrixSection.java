package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import org.assay.count.SharedGradings;
import org.assay.estimate.AssessorMatrices;
import org.assay.estimate.AssessorMatrix;
import org.assay.estimate.AssessorMatrix.Claims;
import org.assay.estimate.MatrixRates;
import org.assay.estimate.ReferenceMatrix;
import org.assay.estimate.ReferenceMatrix.ReferenceKind;
import org.assay.io.report.MatrixPart.Beside;
import org.assay.io.report.MatrixPart.Cell;
import org.assay.io.report.MatrixPart.Matrices;
import org.assay.io.report.MatrixPart.Matrix;
import org.assay.io.report.MatrixPart.Share;
import org.assay.latent.Identification;
import org.assay.latent.Identification.Verdict;
import org.assay.latent.ItemGradings;
import org.assay.latent.ThreeReferences;

/** Confusion matrices of the team and of each assessor, against each kind of reference. */
final class MatrixSection {
  /** Grades of a scheme whose matrix is shown whole. */
  static final int MOST_GRADES = 12;

  private static final int MOST_CELLS = 2_000; // of latent matrices, whose errors are dense
  private static final long MOST_SHARED = 300_000; // gradings a latent reference is fitted to

  private final Facts facts;
  private final AssessorMatrices verdicts;
  private final List<String> sentences = new ArrayList<>();

  MatrixSection(Facts facts) {
    this.facts = facts;
    boolean isWeighted = facts.cells().stream().anyMatch(c -> !c.pending());
    this.verdicts =
        isWeighted
            ? AssessorMatrices.ofChecks(
                facts.cells(),
                facts.weights(),
                facts.gradings().assessor().ids().size(),
                facts.scheme().size(),
                facts.confidence())
            : AssessorMatrices.counted(facts.verdicts(), facts.confidence());
  }

  /** Matrices against QA verdicts. */
  AssessorMatrices verdicts() {
    return verdicts;
  }

  Matrices matrices() {
    said();
    List<Matrix> people = new ArrayList<>();
    for (int code : facts.assessors()) {
      if (verdicts.of(code).gradings() > 0) {
        people.add(matrix(facts, facts.assessor(code), verdicts.of(code)));
      }
    }
    List<Beside> beside = beside();
    return new Matrices(
        sentences, people.isEmpty() ? null : matrix(facts, null, verdicts.team()), people, beside);
  }

  private void said() {
    if (verdicts.team().gradings() == 0) {
      sentences.add("No verdict: nothing can be said about who mixes up what.");
      return;
    }
    Claims claims = verdicts.team().claims();
    if (claims == Claims.BOTH) {
      sentences.add(
          "Shares are of all gradings: each check counts for as many as it stands for. Limits hold"
              + " for each cell by itself, at "
              + Words.confidence(facts.confidence())
              + ".");
    } else if (claims == Claims.REFERENCE_GIVEN_GRADE) {
      sentences.add(
          "No inclusion probability is recorded: shares of a reference grade need them and are not"
              + " given. Shares of a grade given hold if gradings with that grade were as likely to"
              + " be checked as one another.");
    } else {
      sentences.add(
          "The checks were not chosen at random: counts are given, and no shares, which would"
              + " describe the choice and not the work.");
    }
    long without =
        facts.assessors().stream().filter(code -> verdicts.of(code).gradings() == 0).count();
    if (without > 0) {
      sentences.add(
          Words.count(without, "assessor has", "assessors have")
              + " no check that counts here, and so no matrix.");
    }
  }

  /** A matrix as the report holds it. */
  static Matrix matrix(Facts facts, String id, AssessorMatrix matrix) {
    List<Cell> cells = new ArrayList<>();
    if (id == null && matrix.grades() <= MOST_GRADES) {
      for (int r = 0; r < matrix.grades(); r++) {
        for (int g = 0; g < matrix.grades(); g++) {
          cells.add(cell(facts, matrix, r, g));
        }
      }
    } else {
      matrix.forEach((r, g, count) -> cells.add(cell(facts, matrix, r, g)));
    }
    return new Matrix(id, (long) matrix.gradings(), matrix.unresolved(), cells);
  }

  private static Cell cell(Facts facts, AssessorMatrix matrix, int reference, int grade) {
    return new Cell(
        facts.grade(reference),
        facts.grade(grade),
        (long) matrix.count(reference, grade),
        Share.of(matrix.gradeGivenReference(reference, grade)),
        Share.of(matrix.referenceGivenGrade(reference, grade)));
  }

  private List<Beside> beside() {
    SharedGradings shared = SharedGradings.of(facts.gradings());
    AssessorMatrices consensus =
        AssessorMatrices.of(
            shared.consensus(), ReferenceKind.CONSENSUS, Claims.BOTH, facts.confidence());
    ThreeReferences three = three(consensus);
    List<Beside> rows = new ArrayList<>();
    for (int code : facts.assessors()) {
      List<ReferenceMatrix> own =
          three != null ? three.of(code) : List.of(verdicts.of(code), consensus.of(code));
      for (ReferenceMatrix matrix : own) {
        if (matrix.gradings() > 0) {
          rows.add(row(facts.assessor(code), matrix));
        }
      }
    }
    return rows;
  }

  private Beside row(String id, ReferenceMatrix matrix) {
    MatrixRates rates = matrix.rates(facts.scheme());
    return new Beside(
        id,
        matrix.kind(),
        matrix.gradings(),
        Share.of(rates.error()),
        Share.of(rates.overGrading()),
        Share.of(rates.underGrading()),
        Share.of(rates.severity()),
        rates.kappa().number(),
        rates.kappaError().number());
  }

  // Null where no latent reference can be said.
  private ThreeReferences three(AssessorMatrices consensus) {
    int assessors = facts.gradings().assessor().ids().size();
    int grades = facts.scheme().size();
    long shared = (long) consensus.team().gradings();
    if (shared == 0) {
      sentences.add(
          "No item was graded by two assessors: there is no consensus of the others, and no latent"
              + " reference.");
      return null;
    }
    if (grades < 2 || (long) assessors * grades * grades > MOST_CELLS || shared > MOST_SHARED) {
      sentences.add(
          "A latent reference is not fitted here: there are more assessors, grades or shared"
              + " gradings than a report is for. Op latent of the protocol fits it.");
      return null;
    }
    ThreeReferences three =
        ThreeReferences.of(
            verdicts, consensus, ItemGradings.shared(facts.gradings()), facts.confidence());
    said(three.identification());
    if (!three.convergence().converged()) {
      sentences.add("The search for the latent reference has not converged: its numbers move.");
    }
    return three;
  }

  private void said(Identification found) {
    if (found.verdict() == Verdict.NOT_IDENTIFIED) {
      sentences.add(
          "Gradings alone do not tell who is right: fewer than three assessors are linked by common"
              + " items. The consensus of the others is then the grade of one other person.");
      return;
    }
    if (found.verdict() == Verdict.DISCONNECTED) {
      List<String> groups =
          found.groups().stream()
              .filter(group -> group.size() > 1)
              .map(group -> "{" + String.join(", ", names(group)) + "}")
              .toList();
      sentences.add(
          groups.size() > 1
              ? "No common item links these groups, so that nothing shows that they mean the same"
                  + " by a grade: "
                  + String.join("; ", groups)
                  + "."
              : "Whoever shares no item with the others has no latent reference.");
    }
    sentences.add(
        "Consensus and latent reference are of items that several graded. They say who is unlike"
            + " the others; an error that all make shows against verdicts only.");
  }

  private List<String> names(List<Integer> codes) {
    return codes.stream().map(facts::assessor).sorted().toList();
  }
}
