package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A year that is mistyped is named; years of work are not. */
class FarDatesTest {
  private static Optional<Note> note(String... dates) {
    long[] millis =
        Stream.of(dates)
            .mapToLong(date -> Instant.parse(date + "T10:00:00Z").toEpochMilli())
            .toArray();
    return FarDates.of(millis, ZoneOffset.UTC);
  }

  @Test
  void aMistypedYearIsNamed() {
    Note note = note("2025-01-06", "2225-01-07", "2025-01-08").orElseThrow();
    assertEquals(Note.Kind.FAR_DATE, note.kind());
    assertEquals(1, note.rows());
    assertEquals(
        "Some dates are far from all others: 1 grading is more than 10 years from the middle of all,"
            + " 2025-01-08, the farthest 2225-01-07; is a year mistyped?",
        note.sentence());
  }

  @Test
  void yearsOfWorkAreNot() {
    assertEquals(Optional.empty(), note("2017-01-06", "2021-01-07", "2025-01-08"));
    assertEquals(Optional.empty(), note("2025-01-06"));
    assertEquals(Optional.empty(), note());
  }
}
