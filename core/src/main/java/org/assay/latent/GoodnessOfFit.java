package org.assay.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.assay.internal.Check;
import org.assay.latent.Climb.Top;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Whether gradings of an item depend on each other beyond its right grade, which every latent model
 * but the one with hard items denies.
 *
 * <p>Three statistics. <b>Pull</b> asks for items that pull everybody to the same wrong grade: the
 * slope of the log-likelihood towards a share of such items,
 *
 * <pre>{@code g_i = P(gradings of item i | hard) / P(gradings of item i | fit) - 1}</pre>
 *
 * summed over items with two gradings or more, freed from what the prevalences and the rows of the
 * whole team explain, in units of its standard error (Neyman's C(alpha)). Whoever grades a hard
 * item gives the right grade with probability .6, one wrong grade of the item with .2 and any other
 * with the rest. <b>Pairs</b> and <b>triples</b> of gradings of an item by different assessors are
 * counted by their grades and compared with what the fit expects of the same assessors, sum
 * (observed - expected)^2 / (expected + 1/2); neighbours in the list of an item's gradings make a
 * pair, so that the cost is linear.
 *
 * <p>None has a known distribution (items overlap, parameters are fitted), so p-values are those of
 * a parametric bootstrap: gradings are drawn from the fit with {@link LatentReference#teamPrior()
 * the prior of the team}, which does not take chance differences among assessors for true ones,
 * fitted again as the gradings were, and looked at again;
 *
 * <pre>{@code p = (1 + replicates as large) / (1 + replicates)}</pre>
 *
 * <p>The p-value of the model is that of the pull, since matrices are free enough to fit pairs; of
 * {@link LatentModel#ONE_COIN} it is twice the smaller of pull and pairs. Pairs alone rarely tell
 * matrices from hard items: where no item has three gradings by different assessors it is {@link
 * Undefined#NOT_APPLICABLE}, and {@link Undefined#NOT_IDENTIFIED} where the parameters explain any
 * pull.
 *
 * @param model what was tested
 * @param statistics the three
 * @param wrong pairs that agree on a wrong grade
 * @param pValue of the model, one-sided
 * @param patterns triples by their grades
 * @param replicates bootstrap replicates; fewer than asked for when it was clear earlier that the
 *     model is not rejected
 */
public record GoodnessOfFit(
    LatentModel model,
    Statistics statistics,
    WrongPairs wrong,
    Outcome pValue,
    List<Pattern> patterns,
    int replicates) {
  private static final int CLEAR = 20; // replicates as large after which no more are drawn
  private static final double REFIT = 1e-9;
  private static final int MOST_ITERATIONS = 300;
  private static final double RIGHT = 0.6; // answers to hard items
  private static final double PULLED = 0.2;
  private static final double MOST_LOG = 300; // of a ratio of probabilities

  /**
   * The statistics.
   *
   * @param pull towards hard items
   * @param pairs distance of the pairs
   * @param triples distance of the triples
   */
  public record Statistics(Statistic pull, Statistic pairs, Statistic triples) {}

  /**
   * A statistic with its p-value.
   *
   * @param value larger is worse; undefined when there is nothing to count, and for a pull that the
   *     parameters explain altogether
   * @param pValue by bootstrap; undefined with it
   */
  public record Statistic(Outcome value, Outcome pValue) {
    private static Statistic of(double value, boolean exists, int beyond, int replicates) {
      if (!exists || Double.isNaN(value)) {
        Undefined why = exists ? Undefined.NOT_IDENTIFIED : Undefined.NOT_APPLICABLE;
        return new Statistic(Outcome.undefined(why), Outcome.undefined(why));
      }
      return new Statistic(Outcome.of(value), Outcome.of((1.0 + beyond) / (1 + replicates)));
    }
  }

  /**
   * Pairs of assessors that agree on a grade, by the probability that it is wrong.
   *
   * @param observed sum over agreeing pairs of the probability that their grade is wrong
   * @param expected mean of the same over the replicates
   */
  public record WrongPairs(double observed, double expected) {}

  /**
   * Triples of the same grades, in any order.
   *
   * @param grades three codes, ascending
   * @param observed how many there are
   * @param expected how many the fit expects
   */
  public record Pattern(List<Integer> grades, long observed, double expected) {}

  public GoodnessOfFit {
    patterns = List.copyOf(patterns);
  }

  /**
   * Tests a fit.
   *
   * @param fit that has converged
   * @param most replicates at most, at least 19; 199 is a good number. No more are drawn once 20
   *     have a pull as large (Besag and Clifford 1991, Biometrika 78, 301-304)
   * @param seed of the replicates; the same seed gives the same p-value
   * @return statistics with their p-values
   */
  public static GoodnessOfFit of(LatentFit fit, int most, long seed) {
    Check.atLeast("replicates", 19, most);
    var random = new SplittableRandom(seed);
    GradingPatterns seen = GradingPatterns.of(fit);
    double pullSeen = pull(fit);
    LatentFit source =
        LatentReference.of(fit.gradings()).model(fit.model()).tolerance(REFIT).teamPrior().fit();
    int pull = 0;
    int pairs = 0;
    int triples = 0;
    int drawn = 0;
    double wrong = 0;
    while (drawn < most && pull < CLEAR) {
      Check.goingOn();
      LatentFit refitted = refitted(fit, DrawnGradings.of(source, random.split()), source);
      GradingPatterns next = GradingPatterns.of(refitted);
      drawn++;
      pull += pull(refitted) < pullSeen ? 0 : 1; // also where there is none
      pairs += next.pairs() >= seen.pairs() ? 1 : 0;
      triples += next.triples() >= seen.triples() ? 1 : 0;
      wrong += next.wrongPairs();
    }
    boolean hasPairs = seen.pairCount() > 0;
    boolean hasTriples = seen.tripleCount() > 0;
    var statistics =
        new Statistics(
            Statistic.of(pullSeen, hasTriples, pull, drawn),
            Statistic.of(seen.pairs(), hasPairs, pairs, drawn),
            Statistic.of(seen.triples(), hasTriples, triples, drawn));
    return new GoodnessOfFit(
        fit.model(),
        statistics,
        new WrongPairs(seen.wrongPairs(), wrong / drawn),
        pValue(fit.model(), statistics),
        seen.patterns(),
        drawn);
  }

  private static Outcome pValue(LatentModel model, Statistics statistics) {
    Outcome pull = statistics.pull().pValue();
    Outcome pairs = statistics.pairs().pValue();
    return model == LatentModel.ONE_COIN && pull.defined()
        ? Outcome.of(Math.min(1, 2 * Math.min(pull.value(), pairs.value())))
        : pull;
  }

  // From the parameters that the gradings were drawn from, which is near.
  private static LatentFit refitted(LatentFit fit, ItemGradings drawn, LatentFit source) {
    ModelShape shape = fit.shape();
    double[] prior = fit.prior().map(p -> p.counts(shape)).orElse(null);
    Top top =
        new Climb(
                new Expectation(drawn, shape, 1),
                new Maximisation(shape, prior),
                shape,
                REFIT,
                MOST_ITERATIONS)
            .from(source.parameters(), true);
    return new LatentFit(drawn, shape, top, fit.start(), fit.prior());
  }

  private static double pull(LatentFit fit) {
    ItemGradings data = fit.gradings();
    double[] prevalence = fit.prevalence();
    int grades = prevalence.length;
    double other = grades > 2 ? (1 - RIGHT - PULLED) / (grades - 2) : 0;
    double pulled = grades > 2 ? PULLED : 1 - RIGHT;
    return Information.ofTeam(fit)
        .standardised(
            (item, logLikelihood) -> {
              if (data.to(item) - data.from(item) < 2 || data.known(item) != ItemGradings.UNKNOWN) {
                return 0;
              }
              double hard = 0;
              for (int k = 0; k < grades; k++) {
                for (int m = 0; m < grades; m++) {
                  double p = m == k ? 0 : prevalence[k] / (grades - 1);
                  for (int at = data.from(item); at < data.to(item) && p > 0; at++) {
                    int given = data.grade(at);
                    p *= given == k ? RIGHT : given == m ? pulled : other;
                  }
                  hard += p;
                }
              }
              return Math.expm1(Math.min(MOST_LOG, Math.log(hard) - logLikelihood));
            });
  }

  /**
   * Which model is not rejected.
   *
   * @param models the simplest of one-coin, Dawid and Skene and hard items that is not rejected;
   *     none when all are, or when nothing can be tested
   * @param tests of those that were tried, simplest first
   * @param significance at which a model is rejected
   */
  public record Choice(List<LatentModel> models, List<GoodnessOfFit> tests, double significance) {
    public Choice {
      models = List.copyOf(models);
      tests = List.copyOf(tests);
    }

    /**
     * The model that is not rejected.
     *
     * @return empty when all are, or when nothing can be tested
     */
    public Optional<LatentModel> model() {
      return models.stream().findFirst();
    }
  }

  /**
   * Tests one model after the other, the simplest first.
   *
   * @param data the gradings
   * @param significance at which a model is rejected, for example 0.05
   * @param replicates per model at most; more than 2 / significance, so that each can be rejected
   * @param seed of the replicates
   * @return the first model that is not rejected, with the tests
   */
  public static Choice choose(ItemGradings data, double significance, int replicates, long seed) {
    Check.openUnit("significance", significance);
    Check.atLeast("replicates", (int) Math.ceil(2 / significance), replicates);
    var tests = new ArrayList<GoodnessOfFit>();
    for (LatentModel model : LatentModel.values()) {
      LatentFit fit = LatentReference.of(data).model(model).fit();
      GoodnessOfFit test = of(fit, replicates, seed + model.ordinal());
      tests.add(test);
      OptionalDouble p = test.pValue().asOptional();
      if (p.isEmpty() || p.getAsDouble() > significance) {
        return new Choice(p.isEmpty() ? List.of() : List.of(model), tests, significance);
      }
    }
    return new Choice(List.of(), tests, significance);
  }
}
