package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.assay.draw.SeedCommitment;
import org.junit.jupiter.api.Test;

/** What a commitment is worth, by when it was made. */
class SeedPromiseTest extends PlanFixture {
  private static final String LAST = "2025-03-09T10:00:00Z"; // last grading of March

  private Draw draw(String at) throws IOException {
    Draw.Options how = Draw.Options.of("a seed", false);
    return Draw.of(
        plan(Plan.Options.USUAL),
        policy,
        read(),
        at == null ? how : how.withPromise(SeedPromise.of("a seed", Instant.parse(at))));
  }

  @Test
  void worthByTime() throws IOException {
    Draw before = draw("2025-03-09T09:59:59Z");
    assertTrue(
        before.worth().contains("before the last grading of the lots (" + LAST), before::worth);
    assertTrue(before.key().contains(",before the last grading\n"));
    Draw late = draw(LAST);
    assertTrue(late.worth().contains("proves nothing against whoever drew"), late::worth);
    assertTrue(late.key().contains(",after the last grading: worthless against the drawer\n"));
    Draw none = draw(null);
    assertTrue(none.worth().startsWith("The seed was not promised beforehand"), none::worth);
    assertTrue(none.key().contains(",with the draw: worthless against the drawer\n"));
    assertEquals(
        key(none).stream().map(KeyRow::id).toList(), key(before).stream().map(KeyRow::id).toList());
  }

  @Test
  void fileAndMessages() throws IOException {
    SeedPromise promise = SeedPromise.of("a seed", Instant.parse("2025-03-01T08:00:00Z"));
    assertEquals(SeedCommitment.of("a seed"), promise.commitment());
    Path file = Files.writeString(temp.resolve("c.json"), promise.json());
    assertEquals(promise, SeedPromise.read(file));
    assertMessage("the seed must not be blank", () -> SeedPromise.of(" ", Instant.EPOCH));
    assertMessage(
        "the seed must be the one that the commitment promised",
        () ->
            Draw.of(
                plan(Plan.Options.USUAL),
                policy,
                read(),
                Draw.Options.of("another", false).withPromise(promise)));
    Files.writeString(file, promise.json().replace("2025-03-01T08", "2025-03-01 08"));
    assertMessage(
        "at must be a time such as 2025-03-01T08:00:00Z, got \"2025-03-01 08:00:00Z\"",
        () -> SeedPromise.read(file));
    Files.writeString(file, "{\"format\":2,\"commitment\":\"\",\"at\":\"\"}");
    assertMessage(file + " must be a commitment of format 1", () -> SeedPromise.read(file));
  }
}
