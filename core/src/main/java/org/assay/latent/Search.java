package org.assay.latent;

import java.util.Arrays;
import java.util.Optional;
import org.assay.latent.Climb.Top;
import org.assay.latent.LatentReference.Start;

/** One search: a start, a climb, and the fit. */
final class Search {
  private static final double HARD = 0.1; // share of hard items at the start
  private static final double[] ANSWERS = {0.6, 0.3, 0.1}; // to hard items: right, pulled, other
  private static final double SMOOTHED = 0.1; // gradings per cell, so that no easy cell starts at 0

  private final ItemGradings data;
  private final ModelShape shape;
  private final LatentReference options;
  private final Expectation expectation;
  private Start started = Start.VOTE_SHARES;

  Search(ItemGradings data, ModelShape shape, LatentReference options) {
    this.data = data;
    this.shape = shape;
    this.options = options;
    this.expectation = new Expectation(data, shape, options.threads());
  }

  ItemGradings data() {
    return data;
  }

  ModelShape shape() {
    return shape;
  }

  LatentFit fit(DirichletPrior prior) {
    double[] pseudo = prior == null ? null : prior.counts(shape);
    return finished(climb(start(pseudo), pseudo), Optional.ofNullable(prior));
  }

  LatentFit finished(Top top, Optional<DirichletPrior> prior) {
    return new LatentFit(data, shape, top, started, prior);
  }

  Top climb(double[] start, double[] pseudo) {
    Top top =
        new Climb(
                expectation,
                new Maximisation(shape, pseudo),
                shape,
                options.tolerance(),
                options.maximumIterations())
            .from(start, options.accelerated());
    return shape.model == LatentModel.DIFFICULTY ? unmirrored(top) : top;
  }

  /** Parameters of the first M-step. */
  double[] start(double[] pseudo) {
    if (shape.model == LatentModel.DIFFICULTY) {
      return new Maximisation(shape, pseudo).of(difficultyCounts());
    }
    Optional<double[]> matrices =
        options.start() == Start.SPECTRAL ? SpectralStart.of(data) : Optional.empty();
    started = matrices.isPresent() ? Start.SPECTRAL : Start.VOTE_SHARES;
    double[] counts =
        matrices.map(this::expected).orElseGet(() -> Maximisation.voteCounts(data, shape));
    return new Maximisation(shape, pseudo).of(counts);
  }

  // Expected counts under matrices, for models whose classes are the grades.
  private double[] expected(double[] matrices) {
    ModelShape full = ModelShape.of(LatentModel.DAWID_SKENE, data.assessors(), data.grades());
    double[] counts = new Expectation(data, full, options.threads()).of(matrices).counts();
    return shape.counts(
        Arrays.copyOfRange(counts, full.classes, counts.length),
        Arrays.copyOf(counts, full.classes));
  }

  // From the matrices of Dawid and Skene, with some of each grade's items hard.
  private double[] difficultyCounts() {
    ModelShape full = ModelShape.of(LatentModel.DAWID_SKENE, data.assessors(), data.grades());
    Search plain = new Search(data, full, options);
    double[] from = plain.climb(plain.start(null), null).step().counts();
    started = plain.started;
    int grades = shape.grades;
    double[] counts = new double[shape.parameters()];
    for (int c = 0; c < shape.classes; c++) {
      double ofGrade = from[shape.gradeOf[c]];
      counts[c] = c < grades ? (1 - HARD) * ofGrade : HARD * ofGrade / (grades - 1);
    }
    for (int at = grades; at < from.length; at++) {
      counts[shape.classes + at - grades] = from[at] + SMOOTHED;
    }
    int hard = shape.parameters() - ANSWERS.length;
    for (int a = 0; a < ANSWERS.length; a++) {
      counts[hard + a] = grades == 2 && a == 2 ? 0 : ANSWERS[a];
    }
    return counts;
  }

  // Hard items of grade k pulled to m, and of m pulled to k, are the same when the answers right
  // and pulled change places: of the two the one is meant in which right is the commoner.
  private Top unmirrored(Top top) {
    int hard = shape.parameters() - ANSWERS.length;
    double[] x = top.x();
    if (x[hard] >= x[hard + 1]) {
      return top;
    }
    double[] other = x.clone();
    other[hard] = x[hard + 1];
    other[hard + 1] = x[hard];
    for (int c = shape.grades; c < shape.classes; c++) {
      other[c] = x[mirror(c)];
    }
    return new Top(other, expectation.of(other), top.convergence());
  }

  private int mirror(int c) {
    int grades = shape.grades;
    int k = shape.gradeOf[c];
    int m = (c - grades) % (grades - 1);
    m = m >= k ? m + 1 : m;
    return grades + m * (grades - 1) + (k > m ? k - 1 : k);
  }
}
