package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assay.count.CountAccumulator.Axis;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.internal.StateWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every accumulator of counts promises: any split of the items over accumulators, merged in
 * any order, gives what one accumulator gives, state for state; taking a slice out again undoes its
 * merge; neither changes the other accumulator; a state is read back, in whatever order the labels
 * of its codes came, and a damaged one is refused.
 *
 * @param <A> the accumulator
 */
public abstract class AccumulatorContract<A extends CountAccumulator<A>> {
  private static final int SPLITS = 100_000;

  /** An empty accumulator, every time of the same shape. */
  protected abstract A create();

  /** Adds one random item. */
  protected abstract void addRandom(A accumulator, SplittableRandom random);

  /** Reads a state. */
  protected abstract A ofState(byte[] state);

  /** Everything the accumulator can tell, in a form that {@code equals} compares. */
  protected abstract Object content(A accumulator);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mergeEqualsOnePass(long seed) {
    var random = new SplittableRandom(seed);
    int items = random.nextInt(1, 400);
    A whole = create();
    List<A> parts = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      parts.add(create());
    }
    for (int i = 0; i < items; i++) {
      long item = random.nextLong();
      addRandom(whole, new SplittableRandom(item));
      addRandom(parts.get(random.nextInt(parts.size())), new SplittableRandom(item));
    }
    Collections.shuffle(parts, new Random(seed));
    A merged = create();
    for (A part : parts) {
      Object before = content(part);
      merged = merged.merge(part);
      assertEquals(before, content(part), "the merged slice changed");
    }
    assertEquals(content(whole), content(merged));
    assertEquals(whole, merged);
    assertEquals(whole.hashCode(), merged.hashCode());
  }

  /** Up to six items over three processes, whose states come in any order. */
  @Test
  void anySplitHasTheSameState() {
    var random = new SplittableRandom(31);
    A empty = create();
    for (int split = 0; split < SPLITS; split++) {
      A whole = empty.copy();
      List<A> parts = List.of(empty.copy(), empty.copy(), empty.copy());
      for (int items = random.nextInt(7); items > 0; items--) {
        long item = random.nextLong();
        addRandom(whole, new SplittableRandom(item));
        addRandom(parts.get(random.nextInt(3)), new SplittableRandom(item));
      }
      int first = random.nextInt(3);
      A merged = ofState(parts.get(first).state());
      merged.merge(ofState(parts.get((first + 1 + split % 2) % 3).state()));
      merged.merge(ofState(parts.get((first + 2 - split % 2) % 3).state()));
      if (!Arrays.equals(whole.state(), merged.state())) {
        assertEquals(content(whole), content(merged), "split " + split);
        assertArrayEquals(whole.state(), merged.state(), "split " + split);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void subtractUndoesMerge(long seed) {
    A one = filled(seed, 200);
    A other = filled(seed + 100, 150);
    Object before = content(one);
    Object slice = content(other);
    A back = one.merge(other).subtract(other);
    assertEquals(before, content(back));
    assertArrayEquals(filled(seed, 200).state(), back.state());
    assertEquals(slice, content(other), "the subtracted slice changed");
    assertEquals(content(create()), content(other.subtract(filled(seed + 100, 150))));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22})
  void whatIsNotASliceIsRefused(long seed) {
    A one = filled(seed, 5);
    A more = filled(seed, 40);
    Object before = content(one);
    assertThrows(IllegalArgumentException.class, () -> one.subtract(more));
    assertEquals(before, content(one), "a refused subtraction changed something");
  }

  @ParameterizedTest(name = "{0} items")
  @ValueSource(ints = {0, 1, 300})
  void stateIsReadBack(int items) {
    A one = filled(41, items);
    A back = ofState(one.state());
    assertEquals(content(one), content(back));
    assertEquals(one, back);
    A more = filled(42, 20);
    assertEquals(content(one.merge(more)), content(back.merge(more)), "and can be added to");
  }

  /** Two processes met the labels in different orders; both know one that the other does not. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {51, 52, 53, 54})
  void labelsInAnotherOrder(long seed) {
    A one = filled(seed, 100);
    A other = filled(seed + 100, 80);
    List<List<String>> labels =
        create().merge(one).merge(other).axes().stream().map(axis -> labels(axis)).toList();
    A shuffled = other.recode(labels.stream().map(l -> shuffle(l.size(), seed)).toList());
    List<List<String>> theirs = labels.stream().map(l -> shuffled(l, seed)).toList();
    Labelled<A> here = Labelled.of(one, labels);
    Labelled<A> there = Labelled.ofState(Labelled.of(shuffled, theirs).state(), this::ofState);
    assertEquals(Labelled.of(other, labels), there);
    Labelled<A> both = here.merge(there);
    assertEquals(both, there.merge(here));
    assertArrayEquals(both.state(), there.merge(here).state());
    assertEquals(content(one.copy().merge(other)), content(both.counts()));
    assertEquals(content(one), content(both.subtract(there).counts()));
  }

  private static List<String> labels(Axis axis) {
    return IntStream.range(0, axis.size()).mapToObj(i -> axis.name() + " " + i).toList();
  }

  private static int[] order(int size, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Recoding shuffle(int size, long seed) {
    return Recoding.of(order(size, seed), size);
  }

  private static List<String> shuffled(List<String> labels, long seed) {
    String[] there = new String[labels.size()];
    int[] to = order(labels.size(), seed);
    for (int i = 0; i < to.length; i++) {
      there[to[i]] = labels.get(i);
    }
    return List.of(there);
  }

  @Test
  void damagedStatesAreRefused() {
    byte[] state = filled(61, 30).state();
    for (int i = 0; i < state.length; i++) {
      byte[] flipped = state.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      assertThrows(IllegalArgumentException.class, () -> ofState(flipped), "byte " + i);
      byte[] cut = Arrays.copyOf(state, i);
      assertThrows(IllegalArgumentException.class, () -> ofState(cut), "cut at " + i);
    }
    assertThrows(
        IllegalArgumentException.class, () -> ofState(Arrays.copyOf(state, state.length + 1)));
  }

  @Test
  void statesOfOthersAreRefused() {
    String kind = create().getClass().getSimpleName();
    says(
        "state of " + kind + " must have version 1 or lower, got 2",
        new StateWriter(kind, 2).end());
    says(
        "state must be of " + kind + ", got one of Something",
        new StateWriter("Something", 1).end());
    says("state must not end before its last count", new StateWriter(kind, 1).end());
  }

  private void says(String message, byte[] state) {
    var e = assertThrows(IllegalArgumentException.class, () -> ofState(state));
    assertTrue(e.getMessage().equals(message), e.getMessage());
  }

  private A filled(long seed, int items) {
    var random = new SplittableRandom(seed);
    A accumulator = create();
    for (int i = 0; i < items; i++) {
      addRandom(accumulator, random);
    }
    return accumulator;
  }
}
