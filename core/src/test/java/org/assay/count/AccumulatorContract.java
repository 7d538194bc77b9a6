package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every accumulator of counts promises: any split of the items over accumulators, merged in
 * any order, gives what one accumulator gives; taking a slice out again undoes its merge; and
 * neither changes the other accumulator.
 *
 * @param <A> the accumulator
 */
abstract class AccumulatorContract<A> {
  /** An empty accumulator, every time of the same shape. */
  abstract A create();

  /** Adds one random item. */
  abstract void addRandom(A accumulator, SplittableRandom random);

  abstract A merge(A accumulator, A other);

  abstract A subtract(A accumulator, A other);

  /** Everything the accumulator can tell, in a form that {@code equals} compares. */
  abstract Object content(A accumulator);

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
      merged = merge(merged, part);
      assertEquals(before, content(part), "the merged slice changed");
    }
    assertEquals(content(whole), content(merged));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void subtractUndoesMerge(long seed) {
    A one = filled(seed, 200);
    A other = filled(seed + 100, 150);
    Object before = content(one);
    Object slice = content(other);
    A back = subtract(merge(one, other), other);
    assertEquals(before, content(back));
    assertEquals(slice, content(other), "the subtracted slice changed");
    assertEquals(content(create()), content(subtract(other, filled(seed + 100, 150))));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22})
  void whatIsNotASliceIsRefused(long seed) {
    A one = filled(seed, 5);
    A more = filled(seed, 40);
    Object before = content(one);
    assertThrows(IllegalArgumentException.class, () -> subtract(one, more));
    assertEquals(before, content(one), "a refused subtraction changed something");
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
