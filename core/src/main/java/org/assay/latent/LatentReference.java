package org.assay.latent;

import java.util.Objects;
import org.assay.internal.Check;

/**
 * A reference made of gradings alone: the right grade of each item and the matrix of each assessor,
 * as most likely under a model in which nobody sees the right grade.
 *
 * <pre>{@code
 * LatentFit fit = LatentReference.of(ItemGradings.of(gradings)).fit();
 * double[][] matrix = fit.matrix(assessor); // P(grade | right grade)
 * double[] p = fit.posterior(item);         // P(right grade | gradings)
 * }</pre>
 *
 * <p>What it cannot know: when assessors share a habit, the model takes it for the right grade.
 * {@link GoodnessOfFit} tests whether gradings depend on each other beyond the right grade, {@link
 * Identification} says whether they determine anything at all, {@link CellErrors} how sure the
 * matrices are, and {@link WrongGradeScore} puts probabilities right by random blind checks.
 *
 * <p><b>Method.</b> Expectation-maximisation of the likelihood of what was observed, from each
 * item's vote shares unless told otherwise; without a prior there is no smoothing. Items without
 * gradings are left out. <b>Cost.</b> O(gradings x K) per iteration, K^2 for {@link
 * LatentModel#DIFFICULTY}; memory is the gradings and a few tables of all matrices. The same bits
 * for any number of threads and any order of the rows.
 *
 * <p>A builder; not thread-safe.
 */
public final class LatentReference {
  /** Where the search begins. */
  public enum Start {
    /** The right grade of an item is shared out as its gradings are: Dawid and Skene's start. */
    VOTE_SHARES,
    /**
     * Matrices from the moments of three groups of assessors (Anandkumar, Hsu and Kakade 2012),
     * which do not take the majority's word; vote shares where the gradings do not allow it, which
     * {@link LatentFit#start} tells.
     */
    SPECTRAL
  }

  private final ItemGradings data;
  private LatentModel model = LatentModel.DAWID_SKENE;
  private Start start = Start.VOTE_SHARES;
  private DirichletPrior prior;
  private boolean empirical;
  private boolean accelerated = true;
  private double tolerance = 1e-10;
  private int maximumIterations = 10_000;
  private int threads = 1;

  private LatentReference(ItemGradings data) {
    this.data = data;
  }

  /**
   * A reference to be found.
   *
   * @param data the gradings
   * @return a builder with the model of Dawid and Skene, without a prior
   */
  public static LatentReference of(ItemGradings data) {
    return new LatentReference(Objects.requireNonNull(data, "data"));
  }

  /**
   * Which model.
   *
   * @param which {@link LatentModel#DAWID_SKENE} if nothing is said
   * @return this
   */
  public LatentReference model(LatentModel which) {
    model = Objects.requireNonNull(which, "which");
    return this;
  }

  /**
   * Where to begin.
   *
   * @param where {@link Start#VOTE_SHARES} if nothing is said
   * @return this
   */
  public LatentReference start(Start where) {
    start = Objects.requireNonNull(where, "where");
    return this;
  }

  /**
   * A prior with given numbers.
   *
   * @param given pseudo-counts
   * @return this
   */
  public LatentReference prior(DirichletPrior given) {
    prior = Objects.requireNonNull(given, "given");
    empirical = false;
    return this;
  }

  /**
   * A prior estimated from the team, so that an assessor with few gradings resembles the others:
   * see {@link TeamPrior}.
   *
   * @return this
   */
  public LatentReference teamPrior() {
    prior = null;
    empirical = true;
    return this;
  }

  /**
   * Whether to take larger steps where they do not lower the likelihood.
   *
   * @param larger true if nothing is said; false for plain EM
   * @return this
   */
  public LatentReference accelerated(boolean larger) {
    accelerated = larger;
    return this;
  }

  /**
   * When to stop: when a plain step changes the objective by no more than this, relative to it.
   *
   * @param relative at least 0; 1e-10 if nothing is said. At 0 exactly the maximum of iterations is
   *     made
   * @return this
   */
  public LatentReference tolerance(double relative) {
    if (!(Check.finite("tolerance", relative) >= 0)) {
      throw new IllegalArgumentException("tolerance must be >= 0, got " + relative);
    }
    tolerance = relative;
    return this;
  }

  /**
   * When to stop at the latest.
   *
   * @param most at least 1; 10,000 if nothing is said
   * @return this
   */
  public LatentReference maximumIterations(int most) {
    maximumIterations = Check.atLeast("maximumIterations", 1, most);
    return this;
  }

  /**
   * How many threads may work; the result is the same.
   *
   * @param number at least 1; 1 if nothing is said
   * @return this
   */
  public LatentReference threads(int number) {
    threads = Check.atLeast("threads", 1, number);
    return this;
  }

  /**
   * Finds it.
   *
   * @return parameters with how they were found
   * @throws IllegalArgumentException if there are no gradings, or the prior has other grades
   */
  public LatentFit fit() {
    Check.atLeast("gradings", 1, data.size());
    ModelShape shape = ModelShape.of(model, data.assessors(), data.grades());
    Search search = new Search(data, shape, this);
    return empirical ? TeamPrior.fit(search) : search.fit(prior);
  }

  Start start() {
    return start;
  }

  boolean accelerated() {
    return accelerated;
  }

  double tolerance() {
    return tolerance;
  }

  int maximumIterations() {
    return maximumIterations;
  }

  int threads() {
    return threads;
  }
}
