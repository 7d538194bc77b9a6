package org.assay.bench.study.sentences;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.assay.bench.study.sentences.PlantedTruth.Member;
import org.assay.bench.study.sentences.PlantedTruth.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamDesignsTest {
  @TempDir Path folder;

  @Test
  void namesAreDifferentAndMany() {
    List<String> names = TeamDesigns.all().stream().map(TeamDesign::name).toList();
    assertEquals(names.size(), new HashSet<>(names).size());
    assertTrue(names.size() >= 30, names.toString());
  }

  @Test
  void aNameThatIsNoneIsSaid() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> TeamDesigns.named(List.of("one-verdikt")))
            .getMessage();
    assertTrue(message.endsWith("got one-verdikt"), message);
  }

  @Test
  void sameSeedSameFiles() throws IOException {
    for (TeamDesign design : TeamDesigns.named(List.of("corrections", "by-grade", "pps-mild"))) {
      assertArrayEquals(verdicts(design), verdicts(design), design.name());
    }
  }

  private byte[] verdicts(TeamDesign design) throws IOException {
    design.team(1, 0).get(0).write(folder);
    return Files.readAllBytes(folder.resolve("verdicts.csv"));
  }

  /** Risks bite at the limit: every unit is there, or one grading above it. */
  @Test
  void unitsAreAtTheirLimit() {
    for (TeamDesign design :
        TeamDesigns.named(
            List.of(
                "one-verdict",
                "corrections",
                "gradings-lost",
                "items-shared",
                "items-uneven",
                "never-blind",
                "looks-4",
                "looks-13"))) {
      for (PlantedTeam team : design.team(1, 0)) {
        PlantedTruth truth = team.truth();
        assertEquals(.05, truth.rate(unit(0), false).orElseThrow(), .002, design.name());
        assertTrue(truth.rate(unit(0), false).orElseThrow() <= .05, design.name());
        assertTrue(truth.rate(unit(1), false).orElseThrow() > .05, design.name());
      }
    }
  }

  private static Member unit(int number) {
    return new Member(Scope.UNIT, "u" + number);
  }

  @Test
  void whatIsOutOfReachCountsInTheWholeOnly() {
    PlantedTruth truth =
        TeamDesigns.named(List.of("half-unselectable")).get(0).team(1, 0).get(0).truth();
    assertEquals(OptionalDouble.of(0), truth.rate(unit(0), true));
    assertEquals(OptionalDouble.of(.05), truth.rate(unit(0), false));
  }
}
