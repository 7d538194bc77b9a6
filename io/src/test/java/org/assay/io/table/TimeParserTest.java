package org.assay.io.table;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {
  static long parse(TimeParser parser, String text) {
    byte[] padded = ("##" + text + "##").getBytes(StandardCharsets.UTF_8); // between others
    return parser.parse(padded, 2, padded.length - 4);
  }

  static long parse(String text) {
    return parse(new TimeParser(Optional.empty()), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-03-03T10:00Z",
        "2025-03-03T10:00:00Z",
        "2025-03-03 10:00:00Z",
        "2025-03-03T10:00:00.0Z",
        "2025-03-03T10:00:00,000999999Z",
        "2025-03-03T10:00:00+00:00",
        "2025-03-03T10:00:00-00:00",
        "2025-03-03T11:00+01",
        "2025-03-03T15:30:00+0530",
        "2025-03-02T22:15:00.000-11:45",
        "2025-03-04T04:00:00+18:00"
      })
  void oneInstantInManyForms(String text) {
    assertEquals(Instant.parse("2025-03-03T10:00:00Z").toEpochMilli(), parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025-03-03",
        "2025-03-03T10:00",
        "2025-03-03T10",
        "2025-02-29T10:00Z",
        "2025-13-01T10:00Z",
        "2025-00-01T10:00Z",
        "2025-01-00T10:00Z",
        "2025-04-31T10:00Z",
        "2025-03-03T24:00Z",
        "2025-03-03T10:60Z",
        "2025-03-03T10:00:60Z",
        "2025-03-03T10:00:0Z",
        "2025-03-03T10:00:00.Z",
        "2025-03-03T10:00:00.1234567890Z",
        "2025-03-03T10:00.5Z",
        "2025-03-03T10:00:00Z ",
        "2025-03-03T10:00:00ZZ",
        "2025-03-03T10:00:00+1",
        "2025-03-03T10:00:00+01:0",
        "2025-03-03T10:00:00+19:00",
        "2025-03-03T10:00:00+18:01",
        "2025-03-03T10:00:00+01:60",
        "2025-03-03T10:00:00+01-00",
        "2025-03-03T10:00:00[UTC]",
        "20ab-03-03T10:00Z",
        "1899-12-31T23:59Z",
        "2200-01-01T00:00Z",
        "20250-3-03T10:00Z",
        "03/03/2025 10:00Z",
        "2025-03-03t10:00Z",
        "\u0662\u0660\u0662\u0665-03-03T10:00Z"
      })
  void notATime(String text) {
    assertEquals(TimeParser.NOT_A_TIME, parse(text));
  }

  /** 10,000 random times with random offsets, read as java.time reads them. */
  @Test
  void agreesWithJavaTime() {
    var random = new SplittableRandom(7);
    long from = Instant.parse("1901-01-01T00:00:00Z").toEpochMilli();
    long to = Instant.parse("2198-12-31T00:00:00Z").toEpochMilli();
    var parser = new TimeParser(Optional.empty());
    for (int i = 0; i < 10_000; i++) {
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 60, 18 * 60 + 1) * 60);
      OffsetDateTime time = Instant.ofEpochMilli(random.nextLong(from, to)).atOffset(offset);
      String text = time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      assertEquals(time.toInstant().toEpochMilli(), parse(parser, text), text);
    }
  }

  /**
   * Local times around every change of the offset, and random ones, in zones whose changes fall at
   * midnight, by half an hour, or skip a day.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/London",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Asia/Beirut",
        "Africa/Monrovia",
        "UTC"
      })
  void localTimesAgreeWithJavaTime(String name) {
    ZoneId zone = ZoneId.of(name);
    var parser = new TimeParser(Optional.of(zone));
    var random = new SplittableRandom(11);
    long start = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
    long end = Instant.parse("2050-01-01T00:00:00Z").getEpochSecond();
    for (int i = 0; i < 2_000; i++) {
      Instant somewhere = Instant.ofEpochSecond(random.nextLong(start, end));
      var change = zone.getRules().nextTransition(somewhere);
      Instant near = change == null || i % 2 == 0 ? somewhere : change.getInstant();
      LocalDateTime local =
          LocalDateTime.ofInstant(near, zone).plusMinutes(random.nextInt(-1500, 1500));
      List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
      long expected =
          valid.isEmpty()
              ? TimeParser.NOT_A_TIME
              : local.toInstant(valid.get(0)).toEpochMilli() / 1000 * 1000;
      String text = local.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss"));
      assertEquals(Math.floorDiv(expected, 1000), Math.floorDiv(parse(parser, text), 1000), text);
      assertEquals(valid.size() > 1, parser.wasAmbiguous(), text);
    }
  }

  @Test
  void theRepeatedHourAndTheSkippedHour() {
    var parser = new TimeParser(Optional.of(ZoneId.of("Europe/London")));
    assertAll(
        () ->
            assertEquals(
                Instant.parse("2025-10-26T00:30:00Z").toEpochMilli(),
                parse(parser, "2025-10-26T01:30")),
        () -> assertTrue(parser.wasAmbiguous()),
        () -> assertEquals(TimeParser.NOT_A_TIME, parse(parser, "2025-03-30T01:30")),
        () -> assertFalse(parser.wasAmbiguous()));
  }
}
