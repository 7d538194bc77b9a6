package org.assay.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.assay.latent.Identification.Verdict;
import org.junit.jupiter.api.Test;

class IdentificationTest {
  @Test
  void twoAssessorsDoNotTellWhoIsRight() {
    ItemGradings two =
        Readings.of(
            new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, new int[] {0, 1, 1, 1}, 2, 2, 2);
    assertEquals(
        new Identification(Verdict.NOT_IDENTIFIED, List.of(List.of(0, 1)), List.of(0)),
        Identification.of(two));
    assertEquals(
        Verdict.IDENTIFIED, // a known item is a third voice
        Identification.of(two.withKnown(new int[] {0, ItemGradings.UNKNOWN})).verdict());
  }

  @Test
  void threeWhoAreLinkedInAChainAreOneGroup() {
    ItemGradings chain =
        Readings.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 1, 2}, new int[4], 2, 4, 2);
    assertEquals(
        new Identification(Verdict.IDENTIFIED, List.of(List.of(0, 1, 2)), List.of()),
        Identification.of(chain));
  }

  @Test
  void groupsWithoutACommonItemAreNamed() {
    int[] item = {0, 0, 0, 1, 1, 2};
    int[] assessor = {0, 2, 4, 1, 3, 5};
    ItemGradings apart = Readings.of(item, assessor, new int[6], 3, 6, 2);
    assertEquals(
        new Identification(
            Verdict.DISCONNECTED,
            List.of(List.of(0, 2, 4), List.of(1, 3), List.of(5)),
            List.of(1, 2)),
        Identification.of(apart));
    assertEquals( // one known item each links everybody
        Verdict.IDENTIFIED, Identification.of(apart.withKnown(new int[] {0, 0, 0})).verdict());
  }

  @Test
  void knownItemsOfEveryGradeDetermineOneAssessor() {
    ItemGradings one = Readings.of(new int[] {0, 1}, new int[2], new int[] {0, 1}, 2, 1, 2);
    assertEquals(Verdict.NOT_IDENTIFIED, Identification.of(one).verdict());
    assertEquals(
        Verdict.NOT_IDENTIFIED, Identification.of(one.withKnown(new int[] {0, 0})).verdict());
    assertEquals(Verdict.IDENTIFIED, Identification.of(one.withKnown(new int[] {0, 1})).verdict());
  }
}
