package org.assay.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\0x", "\uFF1Dx"})
  void whatCouldBeTakenForAFormula(String text) {
    assertEquals("'" + text, FormulaGuard.neutralise(text));
    assertEquals(text, FormulaGuard.original(FormulaGuard.neutralise(text)));
  }

  @Test
  void otherTextStaysAsItIs() {
    assertEquals("", FormulaGuard.neutralise(""));
    assertEquals("a=b-c", FormulaGuard.neutralise("a=b-c"));
    assertEquals("'a", FormulaGuard.original("'a"));
    assertEquals("", FormulaGuard.original(""));
  }

  /** Texts of the signs that matter, up to four of them: no two are written alike. */
  @Test
  void noTwoTextsBecomeTheSame() {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int first = 0, length = 1; length <= 4; length++) {
      int last = texts.size();
      for (int t = first; t < last; t++) {
        for (char sign : "'=-@x1\t".toCharArray()) {
          texts.add(texts.get(t) + sign);
        }
      }
      first = last;
    }
    Map<String, String> textOf = new HashMap<>();
    for (String text : texts) {
      String shown = FormulaGuard.neutralise(text);
      assertNull(textOf.put(shown, text), shown);
      assertEquals(text, FormulaGuard.original(shown));
      assertFalse(shown.matches("(?s)[=+@\t-].*"), shown);
    }
    assertEquals(2801, texts.size());
    assertEquals("''=1", FormulaGuard.neutralise("'=1"));
  }
}
