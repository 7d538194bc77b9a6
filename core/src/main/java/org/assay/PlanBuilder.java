package org.assay;

import java.util.Objects;
import org.assay.estimate.LevelConclusion;
import org.assay.internal.Check;
import org.assay.plan.Design;
import org.assay.plan.Promise;
import org.assay.plan.QaLevel;
import org.assay.plan.Reading;
import org.assay.plan.SequentialPlan;

/** Makes a {@link Plan} for a level; see {@link Assay#plan}. Not thread-safe. */
public final class PlanBuilder {
  private final QaLevel level;
  private long lotSize;
  private Design design = Design.TRUNCATED_SEQUENTIAL;

  PlanBuilder(QaLevel level) {
    this.level = Objects.requireNonNull(level, "level");
  }

  /**
   * The lot that is to be judged.
   *
   * @param items at least 1
   * @return this
   */
  public PlanBuilder lot(long items) {
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
  public PlanBuilder design(Design wanted) {
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
