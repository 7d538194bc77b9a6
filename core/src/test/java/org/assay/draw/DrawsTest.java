package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.draw.Draws.Drawn;
import org.assay.draw.Draws.Frame;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final String SEED = "31415926535897932384";

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "item-" + i).toList();
  }

  private static List<String> idsOf(List<Drawn> sample) {
    return sample.stream().map(Drawn::id).toList();
  }

  /** coreutils 9.1: printf 'seed\0a1' | sha256sum, printf 'assay seed\0seed' | sha256sum. */
  @Test
  void anybodyCanComputeATicketAgain() {
    assertEquals("c3926029bbc5144a", Long.toHexString(new Tickets("seed").ticket("a1")));
    assertTrue(
        SeedCommitment.holds(
            "4041ea74738c46b1e16650e17eea79fefaee2b2f89d3d877da1182f68a09a6f8", "seed"));
    assertFalse(SeedCommitment.holds(SeedCommitment.of("seed"), "other"));
  }

  @Nested
  class Stable {
    @Test
    void aLargerSampleBeginsWithTheSmaller() {
      var frame = Frame.of(ids(0, 500));
      assertEquals(
          idsOf(Draws.simple(frame, 20, SEED)),
          idsOf(Draws.simple(frame, 50, SEED)).subList(0, 20));
    }

    @Test
    void growingAndShrinkingNeverReshuffle() {
      var before = idsOf(Draws.simple(Frame.of(ids(0, 500)), 500, SEED));
      var grown = idsOf(Draws.simple(Frame.of(ids(0, 900)), 900, SEED));
      var shrunk = idsOf(Draws.simple(Frame.of(ids(0, 500)).without(Set.of("item-7")), 500, SEED));
      assertEquals(before, grown.stream().filter(before::contains).toList());
      assertEquals(before.stream().filter(id -> !id.equals("item-7")).toList(), shrunk);
    }

    @Test
    void theOrderOfTheFrameDoesNotMatter() {
      var backwards = new ArrayList<>(ids(0, 300));
      Collections.reverse(backwards);
      assertEquals(
          Draws.simple(Frame.of(ids(0, 300)), 30, SEED),
          Draws.simple(Frame.of(backwards), 30, SEED));
    }
  }

  @Nested
  class Streaming {
    @Test
    void equalsTheDrawFromMemoryHoweverItIsSplit() {
      var whole = BottomSample.create(SEED, 40);
      var left = BottomSample.create(SEED, 40);
      var right = BottomSample.create(SEED, 40);
      for (String id : ids(0, 3000)) {
        whole.add(id);
        (id.hashCode() % 3 == 0 ? left : right).add(id);
      }
      assertEquals(Draws.simple(Frame.of(ids(0, 3000)), 40, SEED), whole.snapshot());
      assertEquals(whole.snapshot(), right.merge(left).snapshot());
    }

    @Test
    void messages() {
      var sample = BottomSample.create(SEED, 3);
      sample.add("x");
      sample.add("x");
      var e = assertThrows(IllegalArgumentException.class, sample::snapshot);
      assertEquals("id must occur once in the frame, got \"x\" twice", e.getMessage());
      e =
          assertThrows(
              IllegalArgumentException.class, () -> sample.merge(BottomSample.create(SEED, 4)));
      assertEquals(
          "other must have the same seed and n: this has n = 3, other has 4", e.getMessage());
    }
  }

  @Nested
  class Probabilities {
    private Frame two() {
      var items = new ArrayList<Frame.Item>();
      ids(0, 80).forEach(id -> items.add(new Frame.Item(id, "day", 1)));
      ids(80, 100).forEach(id -> items.add(new Frame.Item(id, "night", 1)));
      return new Frame(items);
    }

    @Test
    void stratified() {
      var sample = Draws.stratified(two(), Map.of("day", 8, "night", 5), SEED);
      assertEquals(
          Map.of("day", 8L, "night", 5L),
          sample.stream().collect(Collectors.groupingBy(Drawn::stratum, Collectors.counting())));
      for (Drawn d : sample) {
        assertEquals(d.stratum().equals("day") ? 0.1 : 0.25, d.inclusionProbability());
      }
    }

    @Test
    void systematicIsSpreadEvenly() {
      var sample = Draws.systematic(two(), 10, SEED);
      assertEquals(8, sample.stream().filter(d -> d.stratum().equals("day")).count());
      assertEquals(0.1, sample.get(0).inclusionProbability());
    }

    @Test
    void secondPhaseMultiplies() {
      var first = Draws.simple(two(), 50, SEED);
      var classes =
          first.stream()
              .collect(Collectors.toMap(Drawn::id, d -> d.order() <= 10 ? "rare" : "common"));
      var second = Draws.secondPhase(first, Map.of("rare", 10, "common", 4), classes, SEED);
      assertEquals(14, second.size());
      for (Drawn d : second) {
        double phase = classes.get(d.id()).equals("rare") ? 1 : 0.1;
        assertEquals(0.5 * phase, d.inclusionProbability(), 1e-15);
      }
    }

    /**
     * 4,000 seeds: the weighted total of the sizes is unbiased. Its standard error here is below
     * 0.3 % of the total, so 2 % off happens with probability below 1e-10.
     */
    @Test
    void proportionalToSizeIsUnbiased() {
      var items = new ArrayList<Frame.Item>();
      double total = 0;
      for (int i = 0; i < 40; i++) {
        items.add(new Frame.Item("item-" + i, "", 1 + i % 7));
        total += i; // a quantity that sizes do not explain
      }
      var frame = new Frame(items);
      double sum = 0;
      for (int seed = 0; seed < 4000; seed++) {
        for (Drawn d : Draws.proportionalToSize(frame, 12, "seed " + seed)) {
          sum += Integer.parseInt(d.id().substring(5)) / d.inclusionProbability();
        }
      }
      assertEquals(total, sum / 4000, 0.02 * total);
    }

    /** 3,000 seeds, each item of 20 drawn with 1/4: binomial, 5 standard errors, 20 items: 1e-5. */
    @Test
    void everyItemHasItsChance() {
      int[] drawn = new int[20];
      var frame = Frame.of(ids(0, 20));
      for (int seed = 0; seed < 3000; seed++) {
        for (Drawn d : Draws.simple(frame, 5, "seed " + seed)) {
          drawn[Integer.parseInt(d.id().substring(5))]++;
        }
      }
      for (int count : drawn) {
        assertEquals(750, count, 5 * Math.sqrt(3000 * 0.25 * 0.75));
      }
    }
  }

  @Test
  void anotherSeedDrawsAnotherSample() {
    var frame = Frame.of(ids(0, 500));
    assertNotEquals(Draws.simple(frame, 20, SEED), Draws.simple(frame, 20, SEED + "1"));
  }

  @Test
  void messages() {
    var e = assertThrows(IllegalArgumentException.class, () -> Frame.of(List.of("a", "b", "a")));
    assertEquals("id must occur once in the frame, got \"a\" twice", e.getMessage());
    var frame = Frame.of(List.of("a", "b"));
    e =
        assertThrows(
            IllegalArgumentException.class, () -> Draws.stratified(frame, Map.of("x", 1), SEED));
    assertEquals("allocation must name strata of the frame [], got \"x\"", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> Draws.stratified(frame, Map.of("", 3), SEED));
    assertEquals("allocation of \"\" must be in [0, 2], got 3", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> Draws.simple(frame, 1, ""));
    assertEquals("seed must not be empty", e.getMessage());
  }
}
