package org.assay.io.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.assay.io.BadInputException;
import org.assay.io.Fuzz;
import org.junit.jupiter.api.Test;

/** A policy is read, or refused in a line for people. */
class PolicyFuzzTest {
  @Test
  void changedPoliciesAreReadOrRefused() throws IOException {
    String policy = Files.readString(Path.of("../datasets/demo/policy.json"));
    SplittableRandom random = Fuzz.random(20261128);
    int rounds = Fuzz.rounds(1000);
    int read = 0;
    for (int i = 0; i < rounds; i++) {
      String damaged = Fuzz.damaged(policy, random);
      try {
        PolicyReader.parse(damaged);
        read++;
      } catch (BadInputException e) {
        Fuzz.assertForPeople(e.getMessage());
      } catch (RuntimeException e) {
        throw new AssertionError("round " + i + ": " + damaged, e);
      }
    }
    assertTrue(read > rounds / 20 && read < rounds * 9 / 10, read + " read");
  }
}
