package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.io.BadInputException;
import org.assay.io.Fuzz;
import org.assay.io.ingest.IngestOptions;
import org.junit.jupiter.api.Test;

/** Plan, key and state are read as they were written, or refused in a line for people. */
class PlanFuzzTest extends PlanFixture {
  @Test
  void changedFilesAreReadOrRefused() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String verdicts = filled(draw.pickList(), item -> item.endsWith("7"));
    String whole = state(draw, verdicts);
    List<Path> files = List.of(planFile, temp.resolve("key.csv"), temp.resolve("state.json"));
    Files.writeString(files.get(2), whole);
    SplittableRandom random = Fuzz.random(20261129);
    int rounds = Fuzz.rounds(150);
    int refused = 0;
    for (int i = 0; i < rounds; i++) {
      Path file = files.get(i % 3);
      String before = Files.readString(file);
      // Keys of earlier versions, without digests, too: there every check must stand by itself.
      String changed = Fuzz.damaged(i % 2 == 0 && i % 3 == 1 ? unsealed(before) : before, random);
      Files.writeString(file, changed);
      try {
        new EvaluateJob(
                IngestOptions.of(gradings, policy).withVerdicts(temp.resolve("verdicts.csv")),
                planFile,
                files.get(1),
                Optional.empty(),
                excluded,
                Optional.of(files.get(2)),
                together,
                Optional.empty())
            .run();
      } catch (BadInputException e) {
        Fuzz.assertForPeople(e.getMessage());
        refused++;
      } catch (CharacterCodingException e) {
        refused++; // a lone surrogate cannot be written in UTF-8
      } catch (RuntimeException | Error e) {
        throw new AssertionError("round " + i + ", " + file + ": " + changed, e);
      } finally {
        Files.writeString(file, before);
      }
    }
    assertTrue(refused > rounds / 2, refused + " refused");
  }
}
