package org.assay.latent;

import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.internal.Check;
import org.assay.internal.Normal;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.latent.Information.Covariances;
import org.assay.latent.Information.Gradient;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Standard errors and limits of the cells of a latent reference.
 *
 * <p>Two of each, side by side: the sandwich, clustered by item, which also holds where gradings of
 * an item depend on each other beyond its right grade; and the one of the observed information,
 * which holds where the model does. Neither says anything about what a wrong model takes for the
 * right grade: limits are those of what the model estimates from ever more items.
 *
 * <p><b>Limits.</b> Symmetric in the logit, logit(p) +- z se / (p (1 - p)). Where fewer than
 * {@value #FEW} effective gradings, p (1 - p) / se^2, are in the cell or in the rest of its row,
 * and at 0 and 1, the exact binomial limits of the effective numbers (Korn and Graubard 1998),
 * which are at most the gradings of the row less the information that is missing because nobody
 * sees the right grade. <b>Undefined</b> when the information is singular, {@link
 * Undefined#NOT_IDENTIFIED}, when a model has more than 2,000 free parameters, {@link
 * Undefined#NOT_APPLICABLE}, and for a row without gradings, {@link Undefined#UNUSED_GRADE}.
 * <b>Cost.</b> O(items x (gradings x K^2)^2) and the cube of the number of parameters.
 */
public final class CellErrors {
  /** Effective gradings below which limits are binomial. */
  static final double FEW = 8;

  private static final String LOGIT = "logit";
  private static final String BINOMIAL = "effectiveClopperPearson";

  private final LatentFit fit;
  private final ModelShape shape;
  private final double confidence;
  private final Information information;
  private final double[][] effective; // gradings by assessor and row
  private final Covariances covariances; // null when undefined
  private final Undefined reason;

  private CellErrors(LatentFit fit, double confidence) {
    this.fit = fit;
    this.shape = fit.shape();
    this.confidence = Check.openUnit("confidence", confidence);
    this.information = Information.of(fit);
    this.effective = TeamPrior.effective(fit);
    boolean tooMany = information.size() > Information.MOST;
    this.covariances = tooMany ? null : information.covariances();
    this.reason =
        tooMany ? Undefined.NOT_APPLICABLE : covariances == null ? Undefined.NOT_IDENTIFIED : null;
  }

  /**
   * The errors of a fit.
   *
   * @param fit that has converged
   * @param confidence of the two-sided limits, in (0, 1)
   * @return errors of all cells
   */
  public static CellErrors of(LatentFit fit, double confidence) {
    return new CellErrors(fit, confidence);
  }

  /**
   * A probability with its errors.
   *
   * @param estimate in [0, 1]
   * @param sandwich standard error clustered by item
   * @param information standard error where the model holds
   * @param interval limits by the sandwich; null when undefined
   * @param informationInterval limits by the information; null when undefined
   */
  public record CellError(
      double estimate,
      Outcome sandwich,
      Outcome information,
      Interval interval,
      Interval informationInterval) {}

  /**
   * Why there are no errors at all.
   *
   * @return the reason; empty when there are some
   */
  public Optional<Undefined> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * A cell of an assessor's matrix.
   *
   * @param assessor code
   * @param right code of the right grade
   * @param given code of the grade given
   * @return P(given | right) with its errors
   */
  public CellError cell(int assessor, int right, int given) {
    Check.index("assessor", assessor, fit.gradings().assessors(), "assessors");
    Check.index("right", right, shape.grades, "grades");
    Check.index("given", given, shape.grades, "grades");
    double row = fit.rowGradings(assessor)[right];
    double p = fit.matrix(assessor)[right][given];
    if (!(row > 0)) {
      return undefined(p, Undefined.UNUSED_GRADE);
    }
    double[] x = fit.parameters();
    double[] slopes = new double[x.length];
    double share = fit.prevalence()[right];
    int code = assessor * shape.grades + given;
    boolean[] used = new boolean[shape.blocks];
    for (int c = 0; c < shape.classes; c++) {
      if (shape.gradeOf[c] == right) {
        int at = code * shape.classes + c;
        slopes[shape.cellOf[at]] += x[c] / share / shape.spread[shape.cellOf[at]];
        slopes[c] += (fit.emission()[at] - p) / share;
        used[shape.block[shape.cellOf[at]]] = true;
      }
    }
    used[ModelShape.PREVALENCE] |= shape.classes > shape.grades;
    double trials = effective[assessor][shape.model == LatentModel.ONE_COIN ? 0 : right];
    return error(p, trials, slopes, used);
  }

  /**
   * A cell of an assessor's matrix the other way round.
   *
   * @param assessor code
   * @param right code of the right grade
   * @param given code of the grade given
   * @return P(right | given) with its errors
   */
  public CellError inverse(int assessor, int right, int given) {
    Check.index("assessor", assessor, fit.gradings().assessors(), "assessors");
    Check.index("right", right, shape.grades, "grades");
    Check.index("given", given, shape.grades, "grades");
    double[] x = fit.parameters();
    int code = (assessor * shape.grades + given) * shape.classes;
    double all = 0;
    double part = 0;
    for (int c = 0; c < shape.classes; c++) {
      double mass = x[c] * fit.emission()[code + c];
      all += mass;
      part += shape.gradeOf[c] == right ? mass : 0;
    }
    if (!(all > 0)) {
      return undefined(0, Undefined.UNUSED_GRADE);
    }
    double p = Math.min(1, part / all);
    double[] slopes = new double[x.length];
    boolean[] used = new boolean[shape.blocks];
    used[ModelShape.PREVALENCE] = true;
    for (int c = 0; c < shape.classes; c++) {
      double slope = ((shape.gradeOf[c] == right ? 1 : 0) - p) / all;
      int cell = shape.cellOf[code + c];
      slopes[cell] += slope * x[c] / shape.spread[cell];
      slopes[c] += slope * fit.emission()[code + c];
      used[shape.block[cell]] = true;
    }
    return error(p, columnGradings(assessor, given), slopes, used);
  }

  // Gradings with a grade, as many of them as the rows of the assessor are effective.
  private double columnGradings(int assessor, int given) {
    double rows = 0;
    double certain = 0;
    for (double each : fit.rowGradings(assessor)) {
      rows += each;
    }
    for (double each : effective[assessor]) {
      certain += each;
    }
    return rows > 0 ? fit.gradesGiven(assessor)[given] * Math.min(1, certain / rows) : 0;
  }

  /**
   * The share of a grade.
   *
   * @param grade code
   * @return its prevalence with its errors
   */
  public CellError prevalence(int grade) {
    Check.index("grade", grade, shape.grades, "grades");
    double[] slopes = new double[shape.parameters()];
    for (int c = 0; c < shape.classes; c++) {
      slopes[c] = shape.gradeOf[c] == grade ? 1 : 0;
    }
    boolean[] used = new boolean[shape.blocks];
    used[ModelShape.PREVALENCE] = true;
    return error(fit.prevalence()[grade], fit.gradings().gradedItems(), slopes, used);
  }

  private CellError error(double p, double trials, double[] slopes, boolean[] used) {
    if (reason != null) {
      return undefined(p, reason);
    }
    int[] blocks = IntStream.range(0, used.length).filter(b -> used[b]).toArray();
    Gradient gradient = information.gradient(slopes, blocks);
    double sandwich = Math.sqrt(covariances.sandwich(gradient));
    double model = Math.sqrt(covariances.model(gradient));
    return new CellError(
        p,
        Outcome.of(sandwich),
        Outcome.of(model),
        interval(p, sandwich, trials),
        interval(p, model, trials));
  }

  private static CellError undefined(double p, Undefined why) {
    return new CellError(p, Outcome.undefined(why), Outcome.undefined(why), null, null);
  }

  private Interval interval(double p, double standardError, double trials) {
    double q = 1 - p;
    boolean atEnd = !(Math.min(p, q) > Information.BOUNDARY) || !(standardError > 0);
    double effective = atEnd ? trials : Math.min(trials, p * q / (standardError * standardError));
    if (!(effective > 0)) {
      return new Interval(0, 1, confidence, BINOMIAL);
    }
    if (atEnd || effective * Math.min(p, q) < FEW) {
      double errors = atEnd ? Math.rint(p) * effective : p * effective;
      double beyond = (1 + confidence) / 2;
      return Interval.within(
          0,
          1,
          Math.min(p, EffectiveClopperPearson.lower(errors, effective, beyond)),
          Math.max(p, EffectiveClopperPearson.upper(errors, effective, beyond)),
          confidence,
          BINOMIAL);
    }
    double logit = Math.log(p / q);
    double half = Normal.upper((1 - confidence) / 2) * standardError / (p * q);
    return new Interval(expit(logit - half), expit(logit + half), confidence, LOGIT);
  }

  private static double expit(double t) {
    return 1 / (1 + Math.exp(-t));
  }
}
