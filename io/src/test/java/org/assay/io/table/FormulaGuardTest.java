package org.assay.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    assertEquals("'=x", FormulaGuard.neutralise("'=x"));
  }
}
