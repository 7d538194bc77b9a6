package org.assay.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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

  /** Many ids at once, new ones, known ones and repeats within a block, as one by one. */
  @Test
  void manyAtOnceAsOneByOne() {
    var random = new SplittableRandom(8);
    var one = new Dictionary();
    var many = new Dictionary();
    for (int batch = 0; batch < 20; batch++) {
      int n = random.nextInt(1000);
      var text = new ByteArrayOutputStream();
      int[] from = new int[n];
      int[] count = new int[n];
      Codes.Builder expected = Codes.builder();
      for (int i = 0; i < n; i++) {
        String id = random.nextInt(50) == 0 ? "\u00e9" + i : "i" + random.nextInt(3000);
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        from[i] = text.size();
        count[i] = utf8.length;
        text.writeBytes(utf8);
        expected.add(one.add(id));
      }
      Codes.Builder codes = Codes.builder();
      many.addAll(text.toByteArray(), from, count, n, codes);
      Codes got = codes.build();
      Codes wanted = expected.build();
      assertEquals(n, got.size());
      for (int i = 0; i < n; i++) {
        assertEquals(wanted.get(i), got.get(i));
      }
    }
    assertEquals(one.size(), many.size());
    for (int c = 0; c < one.size(); c++) {
      assertEquals(one.id(c), many.id(c));
    }
  }

  /** 50 dictionaries that are told to expect more or fewer ids than come. */
  @Test
  void expectationsChangeNothing() {
    var random = new SplittableRandom(4);
    for (int round = 0; round < 50; round++) {
      var told = new Dictionary();
      var plain = new Dictionary();
      int range = random.nextInt(1, 5000);
      for (int i = random.nextInt(10_000); i > 0; i--) {
        if (random.nextInt(100) == 0) {
          told.expect(random.nextLong(3L * range));
        }
        String id = "i" + random.nextInt(range);
        assertEquals(plain.add(id), told.add(id));
      }
      for (int code = 0; code < plain.size(); code++) {
        assertEquals(plain.id(code), told.id(code));
        assertEquals(OptionalInt.of(code), told.code(plain.id(code)));
      }
    }
  }

  /** Known ids and others, in all ids and in every third of them, at once as one by one. */
  @Test
  void manyLookedUpAtOnceAsOneByOne() {
    var all = new Dictionary();
    var text = new ByteArrayOutputStream();
    int n = 1000;
    int[] from = new int[n];
    int[] count = new int[n];
    for (int i = 0; i < n; i++) {
      String id = (i % 4 == 0 ? "\u00e9" : "i") + i / 2 % 300;
      byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
      from[i] = text.size();
      count[i] = utf8.length;
      text.writeBytes(utf8);
      if (i % 5 != 0) {
        all.add(id);
      }
    }
    for (Dictionary ids : List.of(all, every(3, all))) {
      int[] codes = new int[n];
      ids.codes(text.toByteArray(), from, count, codes);
      for (int i = 0; i < n; i++) {
        var id = new String(text.toByteArray(), from[i], count[i], StandardCharsets.UTF_8);
        assertEquals(ids.code(id).orElse(-1), codes[i]);
      }
      assertTrue(Arrays.stream(codes).anyMatch(code -> code < 0));
      assertTrue(Arrays.stream(codes).anyMatch(code -> code > 50));
    }
  }

  private static Dictionary every(int step, Dictionary all) {
    var selection = new Dictionary.Selection(all);
    for (int code = 0; code < all.size(); code += step) {
      selection.add(code);
    }
    return selection.build();
  }

  /** A selection makes its table when it is first asked, by whichever of many threads. */
  @Test
  void manyThreadsAskASelection() {
    var all = new Dictionary();
    for (int i = 0; i < 20_000; i++) {
      all.add("i" + i);
    }
    Dictionary even = every(2, all);
    assertEquals(
        IntStream.range(0, 10_000).asLongStream().sum(),
        IntStream.range(0, 10_000)
            .parallel()
            .mapToLong(c -> even.code("i" + 2 * c).orElseThrow())
            .sum());
    assertEquals(OptionalInt.empty(), even.code("i1"));
  }

  /** Ids of every length that differ in one byte, wherever they stand in an array. */
  @Test
  void idsThatDifferInOneByte() {
    Dictionary d = new Dictionary();
    byte[] zero = new byte[24];
    for (int count = 0; count <= 20; count++) {
      for (int at = 0; at < Math.max(1, count); at++) {
        for (int offset : new int[] {0, 4, 24 - count}) {
          byte[] text = zero.clone();
          text[Math.min(23, offset + at)] = 1;
          byte[] id = Arrays.copyOfRange(text, offset, offset + count);
          int known = d.size();
          int code = d.add(text, offset, count);
          assertEquals(offset == 0 ? known : known - 1, code);
          assertEquals(code, d.add(id, 0, count));
        }
      }
    }
  }

  @Test
  void unknownCodeIsNamed() {
    assertEquals(
        "code must be in [0, 0) (0 ids), got 0",
        assertThrows(IllegalArgumentException.class, () -> new Dictionary().id(0)).getMessage());
  }
}
