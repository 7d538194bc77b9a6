package org.assay.io.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"Europe/London", "UTC", "Asia/Kathmandu", "Australia/Lord_Howe"})
  void readsBackAsTheSameInstantInTheZone(String id) {
    ZoneId zone = ZoneId.of(id);
    TimeText text = new TimeText(zone);
    var random = new SplittableRandom(5);
    long millis = Instant.parse("2025-03-01T00:00:00Z").toEpochMilli();
    for (int i = 0; i < 20_000; i++) {
      millis += random.nextLong(-1_000_000, 3_000_000);
      StringBuilder out = new StringBuilder();
      text.append(out, millis);
      OffsetDateTime read = OffsetDateTime.parse(out);
      Instant instant = Instant.ofEpochMilli(millis);
      assertEquals(instant, read.toInstant());
      assertEquals(zone.getRules().getOffset(instant), read.getOffset());
    }
  }
}
