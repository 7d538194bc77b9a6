package org.assay.data;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assay.data.Gradings.Attribute;
import org.junit.jupiter.api.Test;

/** Columns that are built from characters, cut down to some rows, and put together to gradings. */
class ColumnsTest {
  static final GradingScheme SCHEME = GradingScheme.ordered("A", "B");

  static IdColumn column(String... ids) {
    var builder = new IdColumn.Builder();
    for (String id : ids) {
      byte[] utf8 = ("<" + id + ">").getBytes(StandardCharsets.UTF_8);
      builder.add(utf8, 1, utf8.length - 2);
    }
    return builder.build();
  }

  @Test
  void bytesAndStringsAreTheSameIds() {
    Dictionary d = new Dictionary();
    for (String id : List.of("", "a1", "é", "😀x", "a".repeat(500))) {
      int code = d.add(id);
      byte[] utf8 = ("##" + id).getBytes(StandardCharsets.UTF_8);
      assertEquals(code, d.add(utf8, 2, utf8.length - 2));
    }
    assertEquals(5, d.size());
  }

  /** 300 random selections: the rows keep their ids, and ids without a row are gone. */
  @Test
  void selectedRowsKeepTheirIds() {
    var random = new SplittableRandom(9);
    for (int round = 0; round < 300; round++) {
      int size = random.nextInt(1, 200);
      var all = new IdColumn.Builder();
      var ids = new ArrayList<String>();
      for (int row = 0; row < size; row++) {
        ids.add("é".repeat(random.nextInt(3)) + random.nextInt(40));
        all.add(ids.get(row));
      }
      int[] rows = IntStream.range(0, size).filter(row -> random.nextInt(3) > 0).toArray();
      IdColumn selected = all.build().select(rows);
      var expected = new IdColumn.Builder();
      for (int row : rows) {
        expected.add(ids.get(row));
      }
      IdColumn built = expected.build();
      assertEquals(built.ids().size(), selected.ids().size());
      for (int row = 0; row < rows.length; row++) {
        assertEquals(ids.get(rows[row]), selected.id(row));
        assertEquals(built.codes().get(row), selected.codes().get(row));
        assertEquals(
            OptionalInt.of(built.codes().get(row)), selected.ids().code(ids.get(rows[row])));
      }
      assertEquals(OptionalInt.empty(), selected.ids().code("none"));
      assertEquals(selected.ids().size(), selected.ids().add("none"), "ids can still be added");
    }
  }

  @Test
  void allRowsAreTheColumnItself() {
    IdColumn column = column("a", "b");
    assertSame(column, column.select(new int[] {0, 1}));
  }

  @Test
  void aRowSeveralTimes() {
    IdColumn column = column("a", "b", "c");
    IdColumn selected = column.select(new int[] {1, 1, 2});
    assertEquals(List.of("b", "b", "c"), IntStream.range(0, 3).mapToObj(selected::id).toList());
    assertEquals(2, selected.ids().size());
  }

  @Test
  void idsThatStayWhereTheyAreKeepTheirDictionary() {
    IdColumn column = column("a", "b", "a", "b");
    assertSame(column.ids(), column.select(new int[] {0, 1, 3}).ids());
    IdColumn turned = column.select(new int[] {1, 2});
    assertEquals("b", turned.ids().id(0));
    assertEquals("a", turned.ids().id(1));
  }

  @Test
  void gradingsOverColumns() {
    Gradings gradings =
        Gradings.of(
            SCHEME,
            column("i1", "i2"),
            column("a1", "a1"),
            Codes.of(new byte[] {1, 0}),
            new long[] {5, 6},
            Map.of(Attribute.STREAM, column("s", "")));
    assertAll(
        () -> assertEquals(2, gradings.size()),
        () -> assertEquals("i2", gradings.item().id(1)),
        () -> assertEquals(1, gradings.grade().get(0)),
        () -> assertArrayEquals(new long[] {5, 6}, gradings.gradedAt().orElseThrow()),
        () -> assertEquals("", gradings.attribute(Attribute.STREAM).get().id(1)),
        () -> assertEquals(true, gradings.attribute(Attribute.UNIT).isEmpty()));
  }

  @Test
  void columnsThatDoNotFit() {
    assertMessage(
        "assessor must have one row per grading: 1 gradings, 2 rows",
        column("a1", "a2"),
        Codes.of(new byte[1]),
        new long[1]);
    assertMessage(
        "gradedAt must have one row per grading: 1 gradings, 0 rows",
        column("a1"),
        Codes.of(new byte[1]),
        new long[0]);
    assertMessage(
        "grade must be in [0, 2) (2 grades), got 2", column("a1"), Codes.of(new byte[] {2}), null);
  }

  static void assertMessage(String message, IdColumn assessor, Codes grade, long[] gradedAt) {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Gradings.of(SCHEME, column("i1"), assessor, grade, gradedAt, Map.of()));
    assertEquals(message, e.getMessage());
  }
}
