package org.assay.io.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.assay.io.policy.PolicyReader;
import org.assay.simulate.Team;
import org.assay.simulate.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationFilesTest {
  private static final Path DEMO = Path.of("../datasets/demo");
  private static final Path POLICY = DEMO.resolve("policy.json");

  @TempDir Path temp;

  /** The demo team, made small: few gradings, everything else as it is. */
  private Team small() throws IOException {
    String json =
        Files.readString(DEMO.resolve("team.json"))
            .replace(": 2000,", ": 100,")
            .replace(": 600,", ": 60,")
            .replace(": 30,", ": 5,");
    return TeamFile.read(Files.writeString(temp.resolve("team.json"), json));
  }

  @Test
  void writesEveryEventOnce() throws IOException {
    List<Integer> percent = new ArrayList<>();
    Truth truth = SimulationFiles.write(small(), POLICY, temp.resolve("out"), false, percent::add);
    List<String> gradings = Files.readAllLines(temp.resolve("out/gradings.csv"));
    List<String> verdicts = Files.readAllLines(temp.resolve("out/verdicts.csv"));
    // Ordinary gradings, 11 x 1000 seeded, 2 x 2 x 60 x 50 overlap, 12 + 3 + 5 + 1 clutter, header.
    assertEquals(truth.overall().gradings() + 11_000 + 12_000 + 21 + 1, gradings.size());
    assertEquals(
        "grading_id,item_id,assessor_id,grade,graded_at,unit_id,stream_id,stratum_id",
        gradings.get(0));
    assertTrue(verdicts.stream().allMatch(line -> line.split(",", -1).length == 10));
    assertTrue(gradings.stream().allMatch(line -> line.split(",", -1).length == 8));
    assertEquals(4 * 5 * 2, count(verdicts, "a12-2025-W"));
    assertEquals(11_000, count(verdicts, ",SEEDED,,,BLIND"));
    assertEquals(1, count(gradings, ",="));
    assertEquals(1, count(gradings, ",a01,.,2025-10-26T01:30:00\\+01:00,"));
    assertEquals(1, count(gradings, ",a01,.,2025-10-26T01:30:00Z,"));
    assertEquals(1, count(gradings, ",a01,.,2025-10-26T23:59:59.999Z,"));
    assertEquals(100, percent.get(percent.size() - 1));
    assertArrayEquals(
        Files.readAllBytes(POLICY), Files.readAllBytes(temp.resolve("out/policy.json")));
  }

  private static long count(List<String> lines, String regex) {
    return lines.stream().filter(Pattern.compile(regex).asPredicate()).count();
  }

  @Test
  void gzipHoldsTheSameRows() throws IOException {
    SimulationFiles.write(small(), POLICY, temp.resolve("plain"), false, p -> {});
    SimulationFiles.write(small(), POLICY, temp.resolve("packed"), true, p -> {});
    for (String name : List.of("gradings.csv", "verdicts.csv")) {
      try (var in =
          new GZIPInputStream(Files.newInputStream(temp.resolve("packed").resolve(name + ".gz")))) {
        assertArrayEquals(
            Files.readAllBytes(temp.resolve("plain").resolve(name)), in.readAllBytes());
      }
    }
  }

  @Test
  void truthFileHoldsTheCounts() throws IOException {
    Truth truth = SimulationFiles.write(small(), POLICY, temp.resolve("year"), false, p -> {});
    Path file = temp.resolve("year/truth.json");
    JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
    assertEquals(20250106, json.path("seed").asLong());
    assertEquals(truth.overall().errors(), json.path("overall").path("errors").asLong());
    assertEquals(
        truth.overall().errorRate(), json.path("overall").path("errorRate").asDouble(), 5e-9);
    assertEquals(4, json.path("quarters").size());
    assertEquals(12, json.path("assessors").size());
    assertEquals(truth.cells().size(), json.path("assessorQuarters").size());
  }

  @Test
  void unknownFieldIsNamed() throws IOException {
    String json =
        Files.readString(DEMO.resolve("team.json"))
            .replace("\"seeded\"", "\"colour\": 1, \"seeded\"");
    Path file = Files.writeString(temp.resolve("t.json"), json);
    var e = assertThrows(IllegalArgumentException.class, () -> TeamFile.read(file));
    assertEquals(
        file
            + ": colour: unknown field, expected one of [assessors, boundaryChanges, calendar,"
            + " checks, clutter, extraGradings, grading, mixChanges, overlaps, seed, seeded,"
            + " streams, unit]",
        e.getMessage());
  }

  @Test
  void valueOutOfRangeIsNamed() throws IOException {
    String json =
        Files.readString(DEMO.resolve("team.json"))
            .replace("\"blindShare\": 0.30", "\"blindShare\": 1.30");
    Path file = Files.writeString(temp.resolve("t.json"), json);
    var e = assertThrows(IllegalArgumentException.class, () -> TeamFile.read(file));
    assertTrue(
        e.getMessage().startsWith(file + ": checks.random: blindShare must be in [0, 1], got 1.3"),
        e.getMessage());
  }

  @Test
  void demoPolicyFitsTheDemoTeam() throws IOException {
    Team team = TeamFile.read(DEMO.resolve("team.json"));
    var policy = PolicyReader.read(POLICY);
    assertEquals(team.grading().grades(), policy.scheme().grades());
    assertEquals(4, policy.levels().size());
    assertEquals(team.grading().criticalErrors(), policy.levels().get(1).counts());
  }
}
