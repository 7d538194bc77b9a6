package org.assay.needs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assay.compare.Multiplicity;
import org.assay.estimate.CheckCell;
import org.assay.internal.Beta;
import org.assay.internal.Check;
import org.assay.internal.Poisson;
import org.assay.internal.Risk;
import org.assay.internal.Root;
import org.assay.needs.TrainingEffect.Change;
import org.assay.needs.TrainingEffect.Spell;
import org.assay.needs.TrainingEffect.TrainingConclusion;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Whether trainings did anything, with regression to the mean removed.
 *
 * <p>Who is trained has usually had a bad spell, part of which was chance; the next one is better
 * without any training. So errors after it are compared with those predicted from both the spell
 * before and the spread of people:
 *
 * <pre>{@code
 * predicted = e' (1 + v x / f) / (1 + v e / f)
 * }</pre>
 *
 * with x errors before where the untrained would have had e, e' those they would have had after, v
 * the variance between people's multiples of the others' shares before any training of them (by
 * moments, of these errors, over everybody), f the factor by which errors that go together in a
 * period widen the variance. That is the posterior mean under a gamma distribution of multiples:
 * given the spell before, it does not matter that the spell was a reason to train. What changed for
 * everybody (guidance, officers) is in e'. Errors after it are then negative binomial about the
 * prediction, with the posterior's variance, the untrained's own chance error and the factor; the
 * p-value is the chance of so few, the limits are those of the ratio under the same law.
 *
 * <p>The spell before may be cut short to the time since when somebody erred more, which another
 * finding has told; everybody's spread is then that of the same time.
 *
 * <p><b>Assumes</b> that people were chosen by what the checks before show, or by chance; that a
 * person's multiple would have stayed as it was; that the multiples are about gamma. Where people
 * hardly differ v is 0 and everybody is predicted to do as the others. With fewer than some ten
 * people v is known badly.
 *
 * <p><b>Cost.</b> O(cells) per training. <b>Source.</b> Robbins (1956), Proc. Third Berkeley
 * Symposium 1, 157-163; Hauer (1997), Observational before-after studies in road safety, chapters
 * 11 and 12, for the same estimate of accidents at places chosen for having many.
 */
public final class TrainingEffects {
  /** Fewer comparable checks before or after say nothing. */
  public static final int LEAST_CHECKS = 20;

  private static final int LEAST_PEERS = 2;
  private static final double LARGEST_LOG_RATIO = 30;

  private final List<CheckCell> cells;
  private final int grades;
  private final boolean isByGrade;
  private final Set<Integer> trained = new HashSet<>();
  private final double confidence;

  /** Errors of a spell, and how they vary. */
  private record Seen(PeerCounts counts, double factor, double between, long peers) {
    Spell spell() {
      return new Spell(counts.found(), counts.checked(), counts.expected());
    }
  }

  /** A law of counts: mean, and variance = mean factor + mean^2 relative. */
  private record Law(double mean, double factor, double relative) {
    /** P(X at most k) when the mean is multiplied. */
    double atMost(long k, double times) {
      double m = mean * times;
      double variance = m * factor + m * m * relative;
      if (variance <= m * (1 + 1e-9)) {
        return new Poisson(m).tails(k).lower();
      }
      double size = m * m / (variance - m);
      return new Beta(size, k + 1.0).tails(size / (size + m)).lower();
    }
  }

  private TrainingEffects(
      List<CheckCell> cells, int grades, List<Training> trainings, double confidence) {
    this.cells = cells.stream().filter(c -> !c.pending()).toList();
    this.grades = grades;
    this.isByGrade = SelectionByGrade.isSeen(this.cells);
    this.confidence = confidence;
    trainings.forEach(t -> trained.add(t.assessor()));
  }

  /**
   * The effect of each training.
   *
   * @param cells random checks of every kind, by the periods that trainings are dated in
   * @param grades number of grades of the scheme, at least 1
   * @param trainings of people; everybody else is untrained
   * @param confidenceLevel of the limits, two-sided, in (0, 1); effects are concluded at its
   *     complement, all trainings allowed for
   * @return one per training, in their order
   */
  public static List<TrainingEffect> of(
      List<CheckCell> cells, int grades, List<Training> trainings, double confidenceLevel) {
    Check.atLeast("grades", 1, grades);
    Check.openUnit("confidenceLevel", confidenceLevel);
    TrainingEffects effects = new TrainingEffects(cells, grades, trainings, confidenceLevel);
    List<TrainingEffect> all = trainings.stream().map(effects::of).toList();
    double[] pValues = all.stream().mapToDouble(e -> e.change().pValue()).toArray();
    double[] adjusted = Multiplicity.HOLM.adjust(pValues);
    List<TrainingEffect> concluded = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      concluded.add(effects.concluded(all.get(i), adjusted[i]));
    }
    return concluded;
  }

  private TrainingEffect concluded(TrainingEffect e, double adjusted) {
    Change c = e.change();
    TrainingConclusion conclusion =
        e.conclusion() == TrainingConclusion.NOT_SHOWN
                && Risk.isAtMost(adjusted, Risk.complement(confidence))
            ? TrainingConclusion.FEWER
            : e.conclusion();
    return new TrainingEffect(
        e.training(),
        e.before(),
        e.after(),
        e.predicted(),
        new Change(c.ratio(), c.lower(), c.upper(), c.confidence(), c.pValue(), adjusted),
        e.unadjusted(),
        conclusion);
  }

  private TrainingEffect of(Training t) {
    Seen before = seen(t, false);
    Seen after = seen(t, true);
    boolean isEnough =
        Math.min(before.counts().checked(), after.counts().checked()) >= LEAST_CHECKS
            && Math.min(before.peers(), after.peers()) >= LEAST_PEERS;
    Law law = law(before, after);
    double p = isEnough && law.mean() > 0 ? law.atMost(after.counts().found(), 1) : 1;
    return new TrainingEffect(
        t,
        before.spell(),
        after.spell(),
        law.mean(),
        change(law, after.counts().found(), p),
        unadjusted(before.counts(), after.counts()),
        isEnough ? TrainingConclusion.NOT_SHOWN : TrainingConclusion.TOO_FEW_CHECKS);
  }

  // The trained person beside the untrained, before or from the training on.
  private Seen seen(Training t, boolean isAfter) {
    List<CheckCell> used =
        cells.stream()
            .filter(c -> isAfter ? c.period() >= t.from() : isBefore(t, c.period()))
            .filter(c -> c.assessor() == t.assessor() || !trained.contains(c.assessor()))
            .toList();
    PeerChecks checks = new PeerChecks(used, grades, isByGrade);
    PeerCounts own = new PeerCounts();
    double factor = 1;
    Shrinkage.Moments moments = new Shrinkage.Moments();
    for (PeerGroup g : checks.assessors()) {
      double ofPerson = checks.ownFactor(g);
      PeerCounts counts = checks.counts(g, t.reference(), t.grade());
      moments.add(counts, ofPerson);
      if (g.code() == t.assessor()) {
        own = counts;
        factor = ofPerson;
      }
    }
    return new Seen(
        own,
        factor,
        moments.variance(),
        checks.assessors().stream().filter(g -> g.code() != t.assessor()).count());
  }

  private static boolean isBefore(Training t, int period) {
    return period >= t.since() && period < t.from();
  }

  private static Law law(Seen before, Seen after) {
    double v = before.between();
    double f = before.factor();
    PeerCounts b = before.counts();
    double scale = 1 + v * b.expected() / f;
    double multiple = (1 + v * b.found() / f) / scale;
    double expected = after.counts().expected();
    double others = expected > 0 ? (after.counts().chance() - expected) / (expected * expected) : 0;
    return new Law(expected * multiple, after.factor(), v / (scale * multiple) + others);
  }

  private Change change(Law law, long found, double p) {
    if (!(law.mean() > 0)) {
      Outcome none = Outcome.undefined(Undefined.NO_VARIATION);
      return new Change(none, 0, none, confidence, p, p);
    }
    double side = Risk.half(confidence);
    double lower =
        found == 0 ? 0 : root(x -> Risk.complement(side) - law.atMost(found - 1, Math.exp(-x)));
    double upper = root(x -> law.atMost(found, Math.exp(-x)) - side);
    return new Change(Outcome.of(found / law.mean()), lower, Outcome.of(upper), confidence, p, p);
  }

  private static double root(java.util.function.DoubleUnaryOperator f) {
    return Math.exp(-Root.between(f, -LARGEST_LOG_RATIO, LARGEST_LOG_RATIO));
  }

  private static Outcome unadjusted(PeerCounts before, PeerCounts after) {
    double ratio = after.found() / after.expected() / (before.found() / before.expected());
    return Double.isFinite(ratio) ? Outcome.of(ratio) : Outcome.undefined(Undefined.NO_VARIATION);
  }
}
