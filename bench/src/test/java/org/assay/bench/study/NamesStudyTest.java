package org.assay.bench.study;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The short form of the study: fewer reports, wider limits. */
class NamesStudyTest {
  private static final long SEED = 20_250_307;

  /** At most 5 % of 60 reports: 11 or more with a chance of 1e-4. */
  @Test
  void nobodyIsNamedByChance() throws IOException {
    int wrong = 0;
    for (NamesStudy.Design d : NamesStudy.nulls().subList(0, 6)) {
      wrong += NamesStudy.run(d, 10, SEED).wrong();
    }
    assertTrue(wrong < 11, wrong + " of 60");
  }

  /**
   * Three times the errors at 500 checks each are found in nearly all reports: 8 of 10 and more.
   */
  @Test
  void whoErrsThreeTimesAsMuchIsFound() throws IOException {
    var design = NamesStudy.Design.plain("", 12, 500, 16, .035).planted(3, 0);
    NamesStudy.Score s = NamesStudy.run(design, 10, SEED);
    assertTrue(s.found() >= 8, s.toString());
  }
}
