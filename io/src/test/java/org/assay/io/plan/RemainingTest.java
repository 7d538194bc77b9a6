package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.assay.plan.QaLevel.About;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;

/** What is still to be done, by what is known of a state. */
class RemainingTest {
  private static Remaining open(long further, long open, boolean isAloneOnly) {
    return Remaining.of(
        State.NOT_DEMONSTRATED,
        false,
        OptionalLong.of(further),
        About.LOT,
        open,
        false,
        isAloneOnly);
  }

  /** The checks would do, but too much is unresolved or not covered: none more settle it. */
  @Test
  void noFurtherCheckIsNothing() {
    assertEquals(new Remaining(Remaining.Kind.NOTHING, 0), open(0, 57, false));
  }

  @Test
  void shownAloneOnly() {
    assertEquals(new Remaining(Remaining.Kind.TOGETHER, 0), open(0, 57, true));
  }

  @Test
  void whatIsLeft() {
    assertEquals(new Remaining(Remaining.Kind.CHECKS, 25), open(25, 57, false));
    assertEquals(new Remaining(Remaining.Kind.EVERYTHING, 0), open(57, 57, false));
    assertEquals(new Remaining(Remaining.Kind.NOTHING, 0), open(56, 0, false));
  }
}
