package org.assay;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assay.draw.Draws;
import org.assay.draw.Draws.Drawn;
import org.assay.draw.Draws.Frame;
import org.assay.estimate.LevelConclusion;
import org.assay.internal.Check;
import org.assay.plan.Boundary.CardLine;
import org.assay.plan.Design;
import org.assay.plan.Lot.Reading;
import org.assay.plan.OperatingCharacteristic.OperatingPoint;
import org.assay.plan.Promise;
import org.assay.plan.QaLevel;
import org.assay.plan.SequentialPlan;

/**
 * How many items of a lot to check, and what decides.
 *
 * @param design of the plan
 * @param lotSize items in the lot
 * @param maximum most checks it may need
 * @param card by errors found: from how many checks on they accept, until how many they reject
 * @param acceptable what happens at the acceptable rate; {@code reject} is the producer's risk
 * @param unacceptable what happens one item above the limit; {@code accept} is the consumer's risk
 */
public record Plan(
    Design design,
    long lotSize,
    int maximum,
    List<CardLine> card,
    OperatingPoint acceptable,
    OperatingPoint unacceptable) {

  public Plan {
    Objects.requireNonNull(design, "design");
    card = List.copyOf(card);
    Objects.requireNonNull(acceptable, "acceptable");
    Objects.requireNonNull(unacceptable, "unacceptable");
  }

  /**
   * Expected number of checks at the acceptable rate.
   *
   * @return at most {@link #maximum}
   */
  public double meanChecks() {
    return acceptable.averageSampleNumber();
  }

  /**
   * The items to check, in the order of checking; stop as soon as the card decides.
   *
   * <p>How many that are depends on what they find. The card's decision holds all the same; limits
   * of a fixed sample, as {@link Assay#rate}, {@link Assay#judge} and {@link Assay#confusion} give
   * them, do not, unless the design is {@link Design#SINGLE}. {@link
   * org.assay.plan.Evaluation#interval} and {@link org.assay.draw.StoppedBound} give limits that
   * do.
   *
   * @param ids the items of the lot, all different
   * @param seed of the draw; the same seed draws the same items
   * @return as many items as the plan may need
   * @throws IllegalArgumentException if the ids are not as many as the lot, or one stands twice
   */
  public List<Drawn> draw(List<String> ids, String seed) {
    if (ids.size() != lotSize) {
      throw new IllegalArgumentException(
          "ids must be the lot's " + lotSize + ", got " + ids.size());
    }
    return Draws.simple(Frame.of(ids), maximum, seed);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: at most %d checks of %d, %.1f on average at the acceptable rate, risks %.4f and %.4f",
        design,
        maximum,
        lotSize,
        meanChecks(),
        acceptable.reject(),
        unacceptable.accept());
  }

  /** Makes a {@link Plan} for a level; see {@link Assay#plan}. Not thread-safe. */
  public static final class Builder {
    private final QaLevel level;
    private long lotSize;
    private Design design = Design.TRUNCATED_SEQUENTIAL;

    Builder(QaLevel level) {
      this.level = Objects.requireNonNull(level, "level");
    }

    /**
     * The lot that is to be judged.
     *
     * @param items at least 1
     * @return this
     */
    public Builder lot(long items) {
      this.lotSize = Check.atLeast("lot", 1, items);
      return this;
    }

    /**
     * The design. Without it {@link Design#TRUNCATED_SEQUENTIAL}.
     *
     * @param wanted which; one that would take too long to search in this lot gives way to the
     *     curtailed single plan
     * @return this
     */
    public Builder design(Design wanted) {
      this.design = Objects.requireNonNull(wanted, "wanted");
      return this;
    }

    /**
     * The plan with exact risks. About a person it decides nothing before the checks that a state
     * needs, see {@link LevelConclusion#leastChecks}.
     *
     * @return the plan; its {@link Plan#design} is the one that was used
     * @throws IllegalArgumentException if no lot was given, or the design has no end
     */
    public Plan build() {
      if (lotSize == 0) {
        throw new IllegalArgumentException("lot must be given by lot(...), got none");
      }
      Promise promise = Promise.of(level, lotSize, Reading.AT_MOST);
      int least = (int) Math.max(1, Math.min(LevelConclusion.leastChecks(level), lotSize));
      Design.Made made = design.make(promise, least);
      SequentialPlan plan = made.plan();
      return new Plan(
          made.design(),
          lotSize,
          plan.boundary().maximum(),
          plan.boundary().card(),
          plan.point(promise.acceptable() / lotSize),
          plan.point(promise.unacceptable() / lotSize));
    }
  }
}
