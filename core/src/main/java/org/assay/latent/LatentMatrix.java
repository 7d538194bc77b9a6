package org.assay.latent;

import java.util.Objects;
import org.assay.data.GradingScheme;
import org.assay.estimate.MatrixRates;
import org.assay.estimate.MatrixShare;
import org.assay.estimate.ReferenceMatrix;
import org.assay.internal.Check;
import org.assay.latent.CellErrors.CellError;
import org.assay.latent.Identification.Verdict;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * An assessor's matrix against a latent reference, as a {@link ReferenceMatrix} that can stand
 * beside those of other references.
 *
 * <p>Shares are those of a fit without a prior, limits those of {@link CellErrors} (sandwich),
 * shrunken shares those of a fit with the team's prior. Where the gradings do not determine the
 * assessor's group everything is undefined, NOT_IDENTIFIED. Rates have no limits. Immutable and
 * thread-safe.
 */
public final class LatentMatrix implements ReferenceMatrix {
  private final LatentFit fit;
  private final LatentFit team;
  private final CellErrors errors;
  private final int assessor;
  private final boolean isDetermined;

  private LatentMatrix(LatentFit fit, LatentFit team, CellErrors errors, int assessor) {
    this.fit = Objects.requireNonNull(fit, "fit");
    this.team = Objects.requireNonNull(team, "team");
    this.errors = Objects.requireNonNull(errors, "errors");
    this.assessor = Check.index("assessor", assessor, fit.gradings().assessors(), "assessors");
    Identification found = fit.identification();
    this.isDetermined =
        found.verdict() != Verdict.NOT_IDENTIFIED
            && found.undetermined().stream()
                .noneMatch(g -> found.groups().get(g).contains(assessor));
  }

  /**
   * The matrix of an assessor.
   *
   * @param fit without a prior
   * @param team the same gradings with {@link LatentReference#teamPrior}
   * @param errors of {@code fit}
   * @param assessor code
   * @return the matrix
   * @throws IllegalArgumentException if the fits are of different gradings
   */
  public static LatentMatrix of(LatentFit fit, LatentFit team, CellErrors errors, int assessor) {
    if (fit.gradings() != team.gradings()) {
      throw new IllegalArgumentException("team must be a fit to the same gradings, got others");
    }
    return new LatentMatrix(fit, team, errors, assessor);
  }

  @Override
  public ReferenceKind kind() {
    return ReferenceKind.LATENT;
  }

  @Override
  public int grades() {
    return fit.gradings().grades();
  }

  @Override
  public double gradings() {
    double all = 0;
    for (double row : fit.rowGradings(assessor)) {
      all += row;
    }
    return all;
  }

  /**
   * Whether the gradings determine the matrix.
   *
   * @return false for a group of fewer than three assessors without known items
   */
  public boolean isDetermined() {
    return isDetermined;
  }

  @Override
  public double count(int reference, int grade) {
    Check.index("reference", reference, grades(), "grades");
    Check.index("grade", grade, grades(), "grades");
    return fit.rowGradings(assessor)[reference] * fit.matrix(assessor)[reference][grade];
  }

  @Override
  public MatrixShare gradeGivenReference(int reference, int grade) {
    if (!isDetermined) {
      return MatrixShare.undefined(Undefined.NOT_IDENTIFIED);
    }
    double row = fit.rowGradings(assessor)[reference];
    if (!(row > 0)) {
      return MatrixShare.undefined(Undefined.UNUSED_GRADE);
    }
    return share(
        errors.cell(assessor, reference, grade),
        Outcome.of(Math.min(1, team.matrix(assessor)[reference][grade])));
  }

  @Override
  public MatrixShare referenceGivenGrade(int reference, int grade) {
    if (!isDetermined) {
      return MatrixShare.undefined(Undefined.NOT_IDENTIFIED);
    }
    if (!(fit.gradesGiven(assessor)[grade] > 0)) {
      return MatrixShare.undefined(Undefined.UNUSED_GRADE);
    }
    double[][] matrix = team.matrix(assessor);
    double[] share = team.prevalence();
    double all = 0;
    for (int k = 0; k < share.length; k++) {
      all += share[k] * matrix[k][grade];
    }
    return share(
        errors.inverse(assessor, reference, grade),
        all > 0
            ? Outcome.of(Math.min(1, share[reference] * matrix[reference][grade] / all))
            : Outcome.undefined(Undefined.UNUSED_GRADE));
  }

  private static MatrixShare share(CellError error, Outcome shrunken) {
    double p = Math.min(1, error.estimate());
    double se = error.sandwich().orElse(0);
    return new MatrixShare(
        Outcome.of(p), error.interval(), shrunken, se > 0 ? p * (1 - p) / (se * se) : 0);
  }

  @Override
  public MatrixRates rates(GradingScheme scheme) {
    if (scheme.size() != grades()) {
      throw new IllegalArgumentException(
          "scheme must have the grades of the matrix, " + grades() + ", got " + scheme.size());
    }
    if (!isDetermined || !(gradings() > 0)) {
      MatrixShare none =
          MatrixShare.undefined(isDetermined ? Undefined.NO_PAIRS : Undefined.NOT_IDENTIFIED);
      return new MatrixRates(none, none, none, none, none.value(), none.value());
    }
    double[][] joint = joint();
    double worst = scheme.largestSeverity();
    double wrong = 0;
    double over = 0;
    double under = 0;
    double severe = 0;
    double chance = 0;
    for (int r = 0; r < joint.length; r++) {
      double row = 0;
      double column = 0;
      for (int g = 0; g < joint.length; g++) {
        row += joint[r][g];
        column += joint[g][r];
        wrong += r == g ? 0 : joint[r][g];
        over += g < r ? joint[r][g] : 0;
        under += g > r ? joint[r][g] : 0;
        severe += joint[r][g] * scheme.severity(r, g);
      }
      chance += row * column;
    }
    Outcome none = Outcome.undefined(Undefined.NOT_APPLICABLE);
    boolean ordered = scheme.isOrdered();
    return new MatrixRates(
        rate(wrong),
        ordered ? rate(over) : new MatrixShare(none, null, none, 0),
        ordered ? rate(under) : new MatrixShare(none, null, none, 0),
        rate(worst == 0 ? 0 : severe / worst),
        chance < 1
            ? Outcome.of(1 - wrong / (1 - chance))
            : Outcome.undefined(Undefined.NO_VARIATION),
        none);
  }

  private MatrixShare rate(double share) {
    Outcome none = Outcome.undefined(Undefined.NOT_APPLICABLE);
    return new MatrixShare(Outcome.of(Math.min(1, share)), null, none, gradings());
  }

  // Shares of the assessor's gradings by right grade and grade given.
  private double[][] joint() {
    double[] rows = fit.rowGradings(assessor);
    double[][] joint = fit.matrix(assessor);
    double all = gradings();
    for (int r = 0; r < joint.length; r++) {
      for (int g = 0; g < joint.length; g++) {
        joint[r][g] *= rows[r] / all;
      }
    }
    return joint;
  }
}
