package org.assay.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DictionaryTest {
  @Test
  void codesCountUpInOrderOfFirstAppearance() {
    Dictionary d = new Dictionary();
    assertEquals(0, d.add("b"));
    assertEquals(1, d.add("a"));
    assertEquals(0, d.add("b"));
    assertEquals(2, d.size());
    assertEquals("a", d.id(1));
    assertEquals(OptionalInt.of(0), d.code("b"));
    assertEquals(OptionalInt.empty(), d.code("c"));
  }

  /** Against a plain map: 200,000 ids, most of them repeated, some empty or outside ASCII. */
  @Test
  void agreesWithAMap() {
    var rng = new SplittableRandom(5);
    List<String> alphabet = List.of("", "0", "7", "a", "é", "語", "😀", "-");
    Map<String, Integer> expected = new HashMap<>();
    List<String> inOrder = new ArrayList<>();
    Dictionary d = new Dictionary();
    for (int i = 0; i < 200_000; i++) {
      StringBuilder id = new StringBuilder();
      for (int c = rng.nextInt(9); c > 0; c--) {
        id.append(alphabet.get(rng.nextInt(alphabet.size())));
      }
      Integer earlier = expected.putIfAbsent(id.toString(), inOrder.size());
      if (earlier == null) {
        inOrder.add(id.toString());
      }
      assertEquals(earlier == null ? inOrder.size() - 1 : earlier, d.add(id.toString()));
    }
    assertEquals(inOrder.size(), d.size());
    for (int code = 0; code < inOrder.size(); code++) {
      assertEquals(inOrder.get(code), d.id(code));
      assertEquals(OptionalInt.of(code), d.code(inOrder.get(code)));
    }
  }

  @Test
  void unknownCodeIsNamed() {
    assertEquals(
        "code must be in [0, 0) (0 ids), got 0",
        assertThrows(IllegalArgumentException.class, () -> new Dictionary().id(0)).getMessage());
  }
}
