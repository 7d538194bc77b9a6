package org.assay.io.policy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.draw.ExposureCeiling;
import org.assay.io.BadInputException;
import org.assay.plan.QaLevel;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
  static final String LEVEL =
      """
      {"name": "any error", "counts": "any", "acceptable": 0.02, "unacceptable": 0.05,
       "producerRisk": 0.05, "consumerRisk": 0.1, "scope": "assessor", "period": "month"}
      """;
  static final String MINIMAL =
      "{\"scheme\": {\"grades\": [\"A\", \"B\", \"N\"]}, \"levels\": [" + LEVEL + "]}";

  @Nested
  class Reads {
    @Test
    void everyField() {
      Policy policy =
          PolicyReader.parse(
              """
              {"scheme": {"version": "2024", "grades": ["A", "B", "N"], "ordered": false,
                          "scores": [1, 2, 5], "severity": [[0, 1, 5], [1, 0, 4], [5, 4, 0]]},
               "levels": [
                 {"name": "critical", "counts": [["A", "N"], ["N", "A"]], "acceptable": 0.0002,
                  "unacceptable": 0.001, "producerRisk": 0.05, "consumerRisk": 0.05,
                  "scope": "unit", "period": "quarter"}],
               "zone": "Europe/London", "strata": ["s1", "s2"],
               "calendar": {"workingDays": ["monday", "friday"], "holidays": ["2025-12-26"]},
               "driftBudget": 0.5, "exposureCeiling": {"perDay": 300, "byGrade": {"A": 20}}}
              """);
      QaLevel level = policy.levels().get(0);
      assertAll(
          () -> assertEquals("2024", policy.scheme().version()),
          () -> assertEquals(List.of("A", "B", "N"), policy.scheme().grades()),
          () -> assertFalse(policy.scheme().isOrdered()),
          () -> assertEquals(5, policy.scheme().scores()[2]),
          () -> assertEquals(4, policy.scheme().severity(2, 1)),
          () -> assertEquals(QaLevel.Scope.UNIT, level.scope()),
          () -> assertEquals(PeriodKind.QUARTER, level.period()),
          () -> assertTrue(level.counts().counts(0, 2)),
          () -> assertFalse(level.counts().counts(0, 1)),
          () -> assertEquals(ZoneId.of("Europe/London"), policy.zone()),
          () -> assertEquals(List.of("s1", "s2"), policy.strata()),
          () -> assertTrue(policy.calendar().get().isWorkingDay(LocalDate.of(2025, 12, 19))),
          () -> assertFalse(policy.calendar().get().isWorkingDay(LocalDate.of(2025, 12, 26))),
          () -> assertFalse(policy.calendar().get().isWorkingDay(LocalDate.of(2025, 12, 20))),
          () -> assertEquals(OptionalDouble.of(0.5), policy.driftBudget()),
          () ->
              assertEquals(
                  Optional.of(new ExposureCeiling(300, List.of(20, 300, 300))),
                  policy.exposureCeiling()));
    }

    @Test
    void whatMayBeLeftOut() {
      Policy policy = PolicyReader.parse(MINIMAL);
      assertAll(
          () -> assertEquals("", policy.scheme().version()),
          () -> assertTrue(policy.scheme().isOrdered()),
          () -> assertEquals(1, policy.scheme().severity(0, 2)),
          () -> assertTrue(policy.levels().get(0).counts().isAny()),
          () -> assertEquals(0.1, policy.levels().get(0).consumerRisk()),
          () -> assertTrue(policy.declaredZone().isEmpty()),
          () -> assertEquals(ZoneOffset.UTC, policy.zone()),
          () -> assertEquals(List.of(), policy.strata()),
          () -> assertTrue(policy.calendar().isEmpty()));
    }

    @Test
    void rulesOfReadingAndJudging() {
      Policy policy =
          PolicyReader.parse(
              MINIMAL
                  .replace(
                      "{\"scheme\"",
                      """
                      {"reference": "adjudicated", "unusableAtMost": 0.002, "foldCase": false,
                       "gradingsPerVerdictAtMost": 3, "familyWise": "fdr",
                       "notSampled": {"streams": ["calibration"], "strata": ["pilot"]}, "scheme\"\
                      """)
                  .replace(
                      "\"period\"",
                      "\"about\": \"lot\", \"leastChecks\": 30, \"looks\": 4, \"period\""));
      assertAll(
          () -> assertEquals(ReferenceRule.ADJUDICATED, policy.reference()),
          () -> assertEquals(0.002, policy.unusableAtMost()),
          () -> assertEquals(Optional.of(false), policy.rules().foldCase()),
          () -> assertEquals(3, policy.rules().gradingsPerVerdictAtMost()),
          () -> assertEquals(FamilyWise.FDR, policy.familyWise()),
          () -> assertTrue(policy.notSampled().holds("calibration", "")),
          () -> assertTrue(policy.notSampled().holds("", "pilot")),
          () -> assertFalse(policy.notSampled().holds("pilot", "calibration")),
          () ->
              assertEquals(
                  new QaLevel.Judging(QaLevel.About.LOT, OptionalInt.of(30), 4),
                  policy.levels().get(0).judging()),
          () -> assertEquals(policy.rules(), policy.withZone(ZoneOffset.UTC).rules()));
    }

    @Test
    void rulesThatHoldWhereNothingIsSaid() {
      Policy policy = PolicyReader.parse(MINIMAL);
      QaLevel level = policy.levels().get(0);
      assertAll(
          () -> assertEquals(PolicyRules.DEFAULT, policy.rules()),
          () -> assertEquals(ReferenceRule.FIRST_BLIND, policy.reference()),
          () -> assertEquals(0.01, policy.unusableAtMost()),
          () -> assertEquals(QaLevel.About.PROCESS, level.judging().about()),
          () -> assertEquals(1, level.judging().looks()),
          () -> assertTrue(level.judging().leastChecks().isEmpty()),
          () -> assertEquals(QaLevel.About.LOT, QaLevel.Judging.of(QaLevel.Scope.UNIT).about()));
    }

    @Test
    void aFileWithByteOrderMark(@TempDir Path dir) throws IOException {
      Path file = Files.writeString(dir.resolve("policy.json"), "\uFEFF" + MINIMAL);
      assertEquals(3, PolicyReader.read(file).scheme().size());
    }
  }

  @Nested
  class Messages {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "\"acceptable\": 0.02 | \"acceptable\": 0.06 | levels[0] \"any error\": acceptable must"
              + " be below unacceptable (0.05), got 0.06",
          "\"acceptable\": 0.02, | `` | levels[0] \"any error\": acceptable is missing",
          "0.05, | 1.5, | levels[0] \"any error\": unacceptable must be in (0, 1), got 1.5",
          "\"producerRisk\": 0.05 | \"producerRisk\": 0.7 | levels[0] \"any error\": producerRisk"
              + " must be in (0, 0.5), got 0.7",
          "\"month\" | \"fortnight\" | levels[0] \"any error\": period must be one of [week,"
              + " month, quarter, year, all], got \"fortnight\"",
          "\"assessor\" | \"team\" | levels[0] \"any error\": scope must be one of [unit,"
              + " assessor], got \"team\"",
          "\"any\" | \"some\" | levels[0] \"any error\": counts must be \"any\" or a list of pairs"
              + " [reference grade, assigned grade], got \"some\"",
          "\"any\" | [[\"A\", \"Z\"]] | levels[0] \"any error\": counts: grade must be one of [A,"
              + " B, N], got \"Z\"",
          "\"any\" | [[\"A\", \"A\"]] | levels[0] \"any error\": counts: a pair must be [reference"
              + " grade, assigned grade] with two different grades, got [A, A]",
          "\"any\" | [] | levels[0] \"any error\": counts: number of pairs must be >= 1, got 0",
          "\"name\": \"any error\", | `` | levels[0].name is missing",
          "\"name\": \"any error\" | \"name\": \" \" | levels[0] \" \": name must not be blank",
          "\"acceptable\": | \"aceptable\": | levels[0].aceptable is unknown, expected one of"
              + " [about, acceptable, consumerRisk, counts, leastChecks, looks, name, period,"
              + " producerRisk, scope, unacceptable]",
          "[\"A\", \"B\", \"N\"] | [\"A\", \"B\", \"A\"] | scheme.grades must differ: \"A\" stands"
              + " at 0 and 2",
          "[\"A\", \"B\", \"N\"] | [\"A\", \"\"] | scheme.grades[1] must not be empty",
          "[\"A\", \"B\", \"N\"] | [] | scheme.number of grades must be >= 1, got 0",
          "\"N\"] | \"N\"], \"severity\": [[0, 1]] | scheme.severity must have one row per grade: 3"
              + " grades, 1 rows",
          "\"N\"] | \"N\"], \"scores\": [0, 1] | scheme.scores must have one number per grade: 3"
              + " grades, 2",
          "{\"scheme\" | {\"zone\": \"Mars/Base\", \"scheme\" | zone must be a time zone such as"
              + " \"Europe/London\", got \"Mars/Base\"",
          "{\"scheme\" | {\"driftBudget\": 0, \"scheme\" | driftBudget must be above 0 and"
              + " finite, got 0.0",
          "{\"scheme\" | {\"exposureCeiling\": {\"perDay\": 0}, \"scheme\" |"
              + " exposureCeiling.perDay must be >= 1, got 0",
          "{\"scheme\" | {\"exposureCeiling\": {}, \"scheme\" | exposureCeiling.perDay is missing",
          "{\"scheme\" | {\"exposureCeiling\": {\"perDay\": 9, \"byGrade\": {\"A\": 10}},"
              + " \"scheme\" | exposureCeiling.byGrade.A must be at most perDay (9), got 10",
          "{\"scheme\" | {\"exposureCeiling\": {\"perDay\": 9, \"byGrade\": {\"Z\": 1}}, \"scheme\""
              + " | exposureCeiling.byGrade.Z must be a grade of the scheme [A, B, N]",
          "{\"scheme\" | {\"strata\": [\"s\", \"s\"], \"scheme\" | strata[1] must not be empty or"
              + " stand twice, got \"s\"",
          "{\"scheme\" | {\"calendar\": {\"workingDays\": [\"mon\"]}, \"scheme\" |"
              + " calendar.workingDays[0] must be one of [monday, tuesday, wednesday, thursday,"
              + " friday, saturday, sunday], got \"mon\"",
          "{\"scheme\" | {\"calendar\": {\"workingDays\": []}, \"scheme\" |"
              + " calendar.workingDays must name at least one day, got []",
          "{\"scheme\" | {\"calendar\": {\"workingDays\": [\"monday\"], \"holidays\":"
              + " [\"26.12.2025\"]}, \"scheme\" | calendar.holidays[0] must be a date such as"
              + " 2025-12-25, got \"26.12.2025\"",
          "\"scheme\": | \"schema\": | schema is unknown, expected one of [calendar, driftBudget,"
              + " exposureCeiling, familyWise, foldCase, gradingsPerVerdictAtMost, levels,"
              + " notSampled, reference, scheme, strata, trainings, unusableAtMost, zone]",
          "[\"A\", \"B\", \"N\"] | [\"A\", \"B\", \"A\u00a0\"] | scheme.grades must differ by more"
              + " than white space around them and the form of their letters: grades[0] is \"A\","
              + " grades[2] is \"A\\u00a0\"",
          "[\"A\", \"B\", \"N\"] | [\"A\", \"\u2007\u200b\"] | scheme.grades[1] must not be empty",
          "{\"scheme\": {\"grades\": [\"A\", \"B\", | {\"foldCase\": true, \"scheme\": {\"grades\":"
              + " [\"n\", \"B\", | scheme.grades must differ by more than white space around them,"
              + " case (foldCase is true) and the form of their letters: grades[0] is \"n\","
              + " grades[2] is \"N\"",
          "{\"scheme\" | {\"reference\": \"blind\", \"scheme\" | reference must be one of"
              + " [firstBlind, first, last, majority, adjudicated], got \"blind\"",
          "{\"scheme\" | {\"familyWise\": \"bonferroni\", \"scheme\" | familyWise must be one of"
              + " [none, holm, fdr], got \"bonferroni\"",
          "{\"scheme\" | {\"unusableAtMost\": 1, \"scheme\" | unusableAtMost must be in [0, 1),"
              + " got 1.0",
          "{\"scheme\" | {\"gradingsPerVerdictAtMost\": 0, \"scheme\" | gradingsPerVerdictAtMost"
              + " must be >= 1, got 0",
          "{\"scheme\" | {\"notSampled\": {\"streams\": [\"\"]}, \"scheme\" |"
              + " notSampled.streams[0] must not be empty or stand twice, got \"\"",
          "\"period\" | \"about\": \"team\", \"period\" | levels[0] \"any error\": about must be"
              + " one of [lot, process], got \"team\"",
          "\"period\" | \"leastChecks\": 0, \"period\" | levels[0] \"any error\": leastChecks must"
              + " be >= 1, got 0",
          "\"period\" | \"looks\": 1001, \"period\" | levels[0] \"any error\": looks must be in"
              + " [1, 1000], got 1001",
        })
    void oneFieldWrong(String good, String bad, String message) {
      String json = MINIMAL.replace(good, bad);
      var e = assertThrows(BadInputException.class, () -> PolicyReader.parse(json));
      assertEquals(message, e.getMessage());
    }

    @Test
    void twoLevelsOfOneName() {
      String json = MINIMAL.replace(LEVEL, LEVEL + "," + LEVEL);
      var e = assertThrows(BadInputException.class, () -> PolicyReader.parse(json));
      assertEquals(
          "levels[1].name must differ from the other levels, got \"any error\"", e.getMessage());
    }

    @Test
    void noLevels() {
      String wayOut =
          "; assay init writes a policy with levels to begin with, and assay agreement needs none";
      String json = MINIMAL.replace(LEVEL, "");
      var e = assertThrows(BadInputException.class, () -> PolicyReader.parse(json));
      assertEquals("levels must hold at least one QA level, got []" + wayOut, e.getMessage());
      String scheme =
          "{\"scheme\": {\"version\": \"1\", \"grades\": [\"A\", \"B\"], \"ordered\": true}}";
      e = assertThrows(BadInputException.class, () -> PolicyReader.parse(scheme));
      assertEquals("levels must hold at least one QA level, got none" + wayOut, e.getMessage());
    }

    @Test
    void notJson() {
      var e =
          assertThrows(BadInputException.class, () -> PolicyReader.parse("{\"zone\": \"UTC\" x"));
      assertTrue(e.getMessage().endsWith(" (line 1, column 16)"), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void aFieldTwice() {
      var e =
          assertThrows(
              BadInputException.class,
              () -> PolicyReader.parse("{\"zone\": \"UTC\", \"zone\": \"UTC\"}"));
      assertTrue(e.getMessage().contains("zone"), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "0.02 | \"much\" | levels[0].acceptable must be a number, got \"much\" (line 1, column"
              + " 105)",
          "[\"A\", \"B\", \"N\"] | \"A\" | scheme.grades must be a list (line 1, column 23)",
          "{\"grades\": [\"A\", \"B\", \"N\"]} | [1] | scheme must be a JSON object (line 1, column"
              + " 12)",
          "{\"scheme\" | {\"exposureCeiling\": {\"perDay\": 2.5}, \"scheme\" |"
              + " exposureCeiling.perDay must be a whole number",
          "{\"scheme\" | {\"exposureCeiling\": 300, \"scheme\" | exposureCeiling must be a JSON"
              + " object",
        })
    void wrongType(String good, String bad, String message) {
      String json = MINIMAL.replace(good, bad);
      var e = assertThrows(BadInputException.class, () -> PolicyReader.parse(json));
      assertTrue(e.getMessage().startsWith(message), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void nullInsteadOfAnObject() {
      var e = assertThrows(BadInputException.class, () -> PolicyReader.parse("null"));
      assertEquals("the policy must be a JSON object, got null", e.getMessage());
    }

    @Test
    void badFiles(@TempDir Path dir) throws IOException {
      Path missing = dir.resolve("none.json");
      Path empty = Files.writeString(dir.resolve("empty.json"), " \n");
      Path binary = Files.write(dir.resolve("binary.json"), new byte[] {(byte) 0xFF, 0, 1});
      Path wrong =
          Files.write(dir.resolve("p.json"), "{\"levels\": []}".getBytes(StandardCharsets.UTF_8));
      assertAll(
          () -> assertMessage(missing, ": file not found, expected a policy (JSON)"),
          () -> assertMessage(dir, ": is a directory, expected a policy (JSON)"),
          () -> assertMessage(empty, ": file is empty, expected a policy (JSON)"),
          () -> assertMessage(binary, ": cannot be read as UTF-8 text"),
          () -> assertMessage(wrong, ": scheme is missing"));
    }

    private void assertMessage(Path file, String message) {
      var e = assertThrows(BadInputException.class, () -> PolicyReader.read(file));
      assertEquals(file + message, e.getMessage());
    }
  }
}
