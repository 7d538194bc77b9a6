package org.assay.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.assay.latent.GoodnessOfFit.Pattern;
import org.assay.result.Undefined;
import org.assay.simulate.HardItems;
import org.junit.jupiter.api.Test;

class GoodnessOfFitTest {
  /** Every triple of gradings is in one pattern, and as many are expected as there are. */
  @Test
  void patternsAddUp() {
    GoodnessOfFit test =
        GoodnessOfFit.of(LatentReference.of(Readings.drawn(2, 200, 9, 3, 3)).fit(), 19, 1);
    long observed = test.patterns().stream().mapToLong(Pattern::observed).sum();
    double expected = test.patterns().stream().mapToDouble(Pattern::expected).sum();
    assertTrue(observed > 100 && observed <= 200, () -> "got " + observed); // some graded twice
    assertEquals((double) observed, expected, 1e-9);
  }

  /** 3,000 items graded by three, 15 % hard: p is the smallest possible. */
  @Test
  void hardItemsAreSeen() {
    LatentFit fit = LatentReference.of(gradings(10_000, 0.15, 1)).fit();
    GoodnessOfFit test = GoodnessOfFit.of(fit, 39, 7);
    assertEquals(1 / 40.0, test.pValue().value(), 1e-12, test::toString);
    assertEquals(test, GoodnessOfFit.of(fit, 39, 7)); // the seed decides
  }

  /** Without hard items p is above .05 but for one seed in 20. */
  @Test
  void withoutHardItemsTheModelStands() {
    LatentFit fit = LatentReference.of(gradings(10_000, 0, 2)).fit();
    assertTrue(GoodnessOfFit.of(fit, 39, 7).pValue().value() > 0.05);
  }

  /** The model of hard items is not rejected where they are, and the two before it are. */
  @Test
  void theModelOfHardItemsIsChosen() {
    GoodnessOfFit.Choice choice = GoodnessOfFit.choose(gradings(10_000, 0.15, 3), 0.05, 59, 1);
    assertEquals(Optional.of(LatentModel.DIFFICULTY), choice.model(), choice::toString);
    assertEquals(3, choice.tests().size());
  }

  @Test
  void pairsAloneDoNotTell() {
    var items = new HardItems(2_000, 0.5, 0, 0.15);
    LatentFit fit = LatentReference.of(items.draw(HardItems.accuracies(5, 1), 1).gradings()).fit();
    GoodnessOfFit test = GoodnessOfFit.of(fit, 19, 1);
    assertEquals(Undefined.NOT_APPLICABLE, test.pValue().undefined());
    assertTrue(test.statistics().pairs().pValue().defined());
    assertFalse(GoodnessOfFit.choose(fit.gradings(), 0.05, 40, 1).model().isPresent());
  }

  @Test
  void replicatesMustAllowARejection() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> GoodnessOfFit.choose(Readings.anaesthesia(), 0.01, 99, 1));
    assertEquals("replicates must be >= 200, got 99", e.getMessage());
  }

  private static ItemGradings gradings(int items, double hard, long seed) {
    return new HardItems(items, 1, 1, hard).draw(HardItems.accuracies(20, seed), seed).gradings();
  }
}
