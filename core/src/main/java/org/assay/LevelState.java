package org.assay;

import java.util.Objects;
import org.assay.result.Conclusion;

/**
 * Whether a level is met by somebody in some period.
 *
 * @param level name of the level
 * @param of assessor or unit
 * @param period label of the period, for example {@code 2025-Q1}; "" of a level for ever
 * @param conclusion state, bounds and further checks
 */
public record LevelState(String level, String of, String period, Conclusion conclusion) {

  public LevelState {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(conclusion, "conclusion");
  }

  @Override
  public String toString() {
    return String.join(" ", of, period).strip() + ": " + conclusion;
  }
}
