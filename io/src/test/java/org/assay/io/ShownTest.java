package org.assay.io;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void plainTextStaysAsItIs() {
    assertEquals("=1+1 \u00e4\uD83D\uDE00", Shown.plain("=1+1 \u00e4\uD83D\uDE00"));
  }

  @Test
  void nothingInvisible() {
    assertAll(
        () -> assertEquals("a\\u000ab\\u0000", Shown.plain("a\nb\0")),
        () -> assertEquals("\\u202ex", Shown.plain("\u202Ex")),
        () -> assertEquals("\\ud83d", Shown.plain("\uD83D")),
        () -> assertEquals("\\u2028", Shown.plain("\u2028")));
  }

  @Test
  void shortened() {
    String shown = Shown.quoted("x".repeat(1000));
    assertAll(
        () -> assertEquals('"' + "x".repeat(57) + "...\"", shown),
        () -> assertEquals("x".repeat(60), Shown.plain("x".repeat(60))),
        () ->
            assertTrue(
                Shown.plain("x".repeat(56) + "\uD83D\uDE00".repeat(9)).startsWith("x...", 55)));
  }
}
