package org.assay.io.simulate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Writes instants as local times with their offset, quickly when they come nearly in order. Whole
 * seconds are written without a fraction. Not thread-safe.
 */
final class TimeText {
  private static final long SLOT = 900_000; // offsets change at quarter hours at the earliest

  private final ZoneId zone;
  private long slot = Long.MIN_VALUE;
  private String hour; // 2025-01-06T10:
  private int minute; // at the start of the slot
  private String offset;

  TimeText(ZoneId zone) {
    this.zone = zone;
  }

  void append(StringBuilder out, long millis) {
    if (Math.floorDiv(millis, SLOT) != slot) {
      turnTo(Math.floorDiv(millis, SLOT));
    }
    int inSlot = (int) (millis - slot * SLOT);
    out.append(hour);
    twoDigits(out, minute + inSlot / 60_000);
    out.append(':');
    twoDigits(out, inSlot / 1000 % 60);
    int fraction = inSlot % 1000;
    if (fraction > 0) {
      out.append('.').append((char) ('0' + fraction / 100));
      twoDigits(out, fraction % 100);
    }
    out.append(offset);
  }

  private void turnTo(long newSlot) {
    slot = newSlot;
    ZonedDateTime start = Instant.ofEpochMilli(slot * SLOT).atZone(zone);
    StringBuilder text = new StringBuilder().append(start.toLocalDate()).append('T');
    twoDigits(text, start.getHour());
    hour = text.append(':').toString();
    minute = start.getMinute();
    offset = start.getOffset().getId();
  }

  private static void twoDigits(StringBuilder out, int number) {
    out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
