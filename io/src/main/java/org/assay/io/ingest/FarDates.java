package org.assay.io.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates far from all others, as a slip in the year makes them: 2225 for 2025. They are valid, so
 * the rows are used; the reader is told, since one of them stretches every chart.
 */
final class FarDates {
  private static final int YEARS = 10;
  private static final long MILLIS = YEARS * 365L * 24 * 60 * 60 * 1000;
  private static final int SAMPLE = 9_999;

  private FarDates() {}

  /**
   * A note on gradings more than ten years from the middle of all, if they are fewer than half.
   *
   * @param millis times of gradings
   * @param zone of the dates that are named
   */
  static Optional<Note> of(long[] millis, ZoneId zone) {
    if (millis.length < 2) {
      return Optional.empty();
    }
    long middle = middle(millis);
    long rows = 0;
    long farthest = middle;
    for (long at : millis) {
      long away = Math.abs(at - middle);
      rows += away > MILLIS ? 1 : 0;
      farthest = away > Math.abs(farthest - middle) ? at : farthest;
    }
    return rows == 0 || rows > millis.length / 2
        ? Optional.empty()
        : Optional.of(
            new Note(
                Note.Kind.FAR_DATE,
                String.format(
                    Locale.ROOT,
                    "%s: %,d %s more than %d years from the middle of all, %s, the farthest %s; is a"
                        + " year mistyped?",
                    Note.Kind.FAR_DATE.sentence().replace(".", ""),
                    rows,
                    rows == 1 ? "grading is" : "gradings are",
                    YEARS,
                    date(middle, zone),
                    date(farthest, zone)),
                rows));
  }

  // The lower median of evenly spaced rows, at most 9,999: a few far dates cannot move it.
  private static long middle(long[] millis) {
    int size = Math.min(millis.length, SAMPLE);
    long[] sample = new long[size];
    for (int i = 0; i < size; i++) {
      sample[i] = millis[(int) ((long) i * millis.length / size)];
    }
    Arrays.sort(sample);
    return sample[(size - 1) / 2];
  }

  private static LocalDate date(long millis, ZoneId zone) {
    return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
  }
}
