package org.assay;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assay.draw.Drawn;
import org.assay.draw.Draws;
import org.assay.draw.Frame;
import org.assay.plan.Boundary.CardLine;
import org.assay.plan.Design;
import org.assay.plan.OperatingPoint;

/**
 * How many items of a lot to check, and what decides.
 *
 * @param design of the plan
 * @param lotSize items in the lot
 * @param maximum most checks it may come to
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
   * @return as many as the plan may come to
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
}
