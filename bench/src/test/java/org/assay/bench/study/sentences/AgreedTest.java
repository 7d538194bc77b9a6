package org.assay.bench.study.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AgreedTest {
  /** Gwet (2008), Brit. J. Math. Statist. Psych. 61, 29-48: 118, 5, 2 and 0 of 125. */
  @Test
  void kappaAndAc1OfOneTable() {
    Agreed agreed = new Agreed(new long[][] {{118, 5}, {2, 0}});
    assertEquals(-.0234, agreed.kappa(), 5e-5);
    assertEquals(.9408, agreed.ac1(), 5e-5);
  }
}
