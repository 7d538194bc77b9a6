package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plan, draw, a list that somebody fills in, evaluate and report: what was drawn stays bound. */
class LoopTest {
  private static final String EVALUATE =
      "evaluate --plan @plan.json --key @key.csv --gradings @g.csv --policy @p.json --verdicts @";

  @TempDir Path temp;
  private NastyDraw draw;

  @BeforeEach
  void aDraw() throws IOException {
    draw = new NastyDraw(temp);
  }

  private String read(String file) throws IOException {
    return Files.readString(temp.resolve(file));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(temp.resolve(file), text);
  }

  /** The list with grades and days, as an editor of texts leaves it. */
  private String filled(String list, char separator, String day) throws IOException {
    List<String> lines = new ArrayList<>(read(list).lines().toList());
    String empty = String.valueOf(separator).repeat(4);
    for (int row = 1; row < lines.size(); row++) {
      String line = lines.get(row);
      int at = line.lastIndexOf(empty);
      lines.set(
          row,
          line.substring(0, at)
              + separator
              + String.join(
                  String.valueOf(separator),
                  "r01",
                  NastyDraw.grade(row),
                  day,
                  line.substring(at + 4)));
    }
    return String.join("\n", lines) + "\n";
  }

  /** The workbook with the same, as a program that leaves the rest alone writes it. */
  private void fillBook(String to, boolean dated) throws IOException {
    try (var from = new ZipFile(temp.resolve("list.xlsx").toFile());
        var out = new ZipOutputStream(Files.newOutputStream(temp.resolve(to)))) {
      for (ZipEntry entry : java.util.Collections.list(from.entries())) {
        String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          for (int row = 1; row <= draw.items().size(); row++) {
            String grade =
                "<c r=\"C" + (row + 1) + "\" t=\"inlineStr\"><is><t>" + NastyDraw.grade(row);
            String reviewer = "<c r=\"B" + (row + 1) + "\" t=\"inlineStr\"><is><t>r01</t></is></c>";
            text = text.replaceFirst("<c r=\"B" + (row + 1) + "\"[^>]*></c>", reviewer);
            String day = "<c r=\"D" + (row + 1) + "\" s=\"4\"><v>45748</v></c>"; // 2025-04-01
            text =
                text.replaceFirst("<c r=\"C" + (row + 1) + "\"[^>]*></c>", grade + "</t></is></c>");
            text =
                dated
                    ? text.replaceFirst("<c r=\"D" + (row + 1) + "\"( s=\"\\d+\")></c>", day(day))
                    : text;
          }
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }

  private static String day(String cell) {
    return cell.replace(" s=\"4\"", "$1");
  }

  private String decisions() throws IOException {
    assertEquals(0, draw.run(EVALUATE + "filled --table @s.csv --force"), draw.err::toString);
    return read("s.csv");
  }

  @Test
  void everyVerdictArrivesFromCsvAndWorkbook() throws IOException {
    String day = "2025-04-01";
    assertTrue(draw.items().containsAll(NastyDraw.IDS.subList(0, 5)), draw.items()::toString);
    write("filled.csv", filled("list.csv", ',', day));
    assertEquals(draw.grades(), draw.evaluated("filled.csv", "", day));
    write("filled.csv", filled("list-semicolon.csv", ';', day));
    assertEquals(draw.grades(), draw.evaluated("filled.csv", "", day));
    fillBook("filled.xlsx", true);
    assertEquals(draw.grades(), draw.evaluated("filled.xlsx", "", day));
  }

  @Test
  void aDateForAllOrNone() throws IOException {
    write("filled.csv", filled("list.csv", ',', ""));
    assertEquals(draw.grades(), draw.evaluated("filled.csv", "", ""));
    assertEquals(
        draw.grades(), draw.evaluated("filled.csv", " --checked-at 2025-04-01", "2025-04-01"));
    fillBook("filled.xlsx", false);
    String time = "2025-04-01T10:00:00Z";
    assertEquals(draw.grades(), draw.evaluated("filled.xlsx", " --checked-at " + time, time));
    assertEquals(2, draw.run(EVALUATE + "filled.csv --checked-at 1.4.2025"));
    assertEquals(
        "assay evaluate: the time of the checks must be a date (2025-06-30) or a time"
            + " (2025-06-30T18:00:00Z), got \"1.4.2025\"\n",
        draw.err.toString());
  }

  /** State and decision of both assessors are the same in the report, whatever the list is. */
  @ParameterizedTest
  @ValueSource(strings = {"filled.csv", "filled.xlsx"})
  void reportAndEvaluationHaveOneJudge(String list) throws IOException {
    write("filled.csv", filled("list.csv", ',', "2025-04-01"));
    fillBook("filled.xlsx", true);
    assertEquals(0, draw.run(EVALUATE + list + " --table @s.csv"), draw.err::toString);
    List<String> evaluated =
        read("s.csv")
            .lines()
            .skip(1)
            .map(line -> line.split(",")[6] + " " + line.substring(line.lastIndexOf(',') + 1))
            .toList();
    assertEquals(
        0,
        draw.run(
            "report --plan @plan.json --key @key.csv --gradings @g.csv --policy @p.json --out @r"
                + " --checked-at 2025-04-02 --encoding gradings=utf-8 --date-format dd.MM.yyyy"
                + " --verdicts @"
                + list),
        draw.err::toString);
    List<String> reported = new ArrayList<>();
    for (JsonNode level : JsonMapper.shared().readTree(read("r/report.json")).path("levels")) {
      reported.add(
          level.path("plan").path("decision").asString() + " " + level.path("state").asString());
    }
    assertEquals(evaluated, reported);
    assertEquals(2, reported.size());
    JsonNode said = JsonMapper.shared().readTree(read("r/manifest.json")).path("parameters");
    assertEquals("2025-04-02", said.path("verdicts.checkedAt").asString());
    assertEquals("dd.MM.yyyy", said.path("verdicts.dateFormat").asString());
    assertEquals("dd.MM.yyyy", said.path("gradings.dateFormat").asString());
    assertEquals("UTF-8", said.path("gradings.encoding").asString());
    assertFalse(said.has("verdicts.encoding"));
  }

  @Test
  void whatASpreadsheetDidToAnIdIsUndoneAndNoted() throws IOException {
    write(
        "filled.csv",
        filled("list.csv", ',', "2025-04-01")
            .replace("\n00123,", "\n123,")
            .replace("\n1E5,", "\n100000,")
            .replace("\n'-x,", "\n#NAME?,"));
    assertEquals(draw.grades(), draw.evaluated("filled.csv", "", "2025-04-01"));
    assertEquals(
        0,
        draw.run(
            "report --plan @plan.json --key @key.csv --gradings @g.csv --policy @p.json --out @r"
                + " --verdicts @filled.csv"),
        draw.err::toString);
    assertTrue(read("r/report.json").contains("RESTORED_ID"));
    assertEquals(
        0,
        draw.run("read --gradings @g.csv --verdicts @filled.csv --out @week.state"),
        draw.err::toString);
    assertEquals(
        0,
        draw.run(
            "report --plan @plan.json --key @key.csv --read @week.state --policy @p.json --out @s"),
        draw.err::toString);
    assertEquals(read("r/report.json"), read("s/report.json"));
  }

  @Test
  void rowsThatCannotBeUsedAreNamed() throws IOException {
    String list = filled("list.csv", ',', "2025-04-01");
    write("filled.csv", list.replaceFirst("2025-04-01", "1.4.25").replaceFirst(",B,", ",X,"));
    assertEquals(0, draw.run(EVALUATE + "filled.csv"), draw.err::toString);
    String said = draw.out.toString();
    assertTrue(
        said.contains("cannot be used (assay report lists them): 1.\n  1 UNKNOWN_GRADE: "), said);
    assertTrue(said.contains("First in row 2, where column grade has \"X\".\n"), said);
  }

  @Test
  void idsThatWereSortedApartAreRefused() throws IOException {
    List<String> items = draw.items();
    String first = items.stream().filter(item -> item.matches("i\\d+")).findFirst().orElseThrow();
    write(
        "filled.csv",
        filled("list.csv", ',', "2025-04-01").replace("\n" + first + ",", "\n'=SUM(A1),"));
    assertEquals(2, draw.run(EVALUATE + "filled.csv"));
    assertEquals(
        "assay evaluate: "
            + temp.resolve("filled.csv")
            + ": row "
            + (2 + items.indexOf(first))
            + " has item \"'=SUM(A1)\" where \""
            + first
            + "\" was drawn, as column draw tells; put back what stood there, or empty that column"
            + " in the row if another item was checked\n",
        draw.err.toString());
  }

  @Test
  void aWorkbookIsReplacedUntilSomebodySavesIt() throws IOException {
    String again =
        "draw --plan @plan.json --gradings @g.csv --policy @p.json --seed h-long-seed-of-draws"
            + " --key @key.csv --pick-list @list.xlsx";
    byte[] before = Files.readAllBytes(temp.resolve("list.xlsx"));
    assertEquals(0, draw.run(again + " --reserve"), draw.err::toString);
    assertEquals(
        List.of(), differing(before, Files.readAllBytes(temp.resolve("list.xlsx"))), "same bytes");
    assertEquals(0, draw.run(again), draw.err::toString);
    fillBook("filled.xlsx", true);
    Files.move(
        temp.resolve("filled.xlsx"),
        temp.resolve("list.xlsx"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(2, draw.run(again));
    assertTrue(draw.err.toString().contains("may have verdicts in it"), draw.err.toString());
    assertEquals(0, draw.run(again + " --force"), draw.err::toString);
  }

  private static List<Integer> differing(byte[] a, byte[] b) {
    return a.length == b.length && java.util.Arrays.equals(a, b)
        ? List.of()
        : List.of(java.util.Arrays.mismatch(a, b));
  }

  @Test
  void whatWasDrawnForStaysAsItWas() throws IOException {
    String plan = read("plan.json");
    String other = "plan --gradings @g.csv --policy @p.json --design single --out @plan.json";
    assertEquals(2, draw.run(other));
    assertEquals(
        "assay plan: "
            + temp.resolve("plan.json")
            + " is the plan that "
            + temp.resolve("key.csv")
            + " was drawn for, which could not be evaluated without it; name another file, or"
            + " replace it with --force\n",
        draw.err.toString());
    assertEquals(plan, read("plan.json"));
    assertEquals(0, draw.run("plan --gradings @g.csv --policy @p.json --out @plan.json"));
    assertEquals(0, draw.run(other + " --force"), draw.err::toString);
    assertEquals(2, draw.run(EVALUATE + "list.csv"));
    assertTrue(draw.err.toString().contains("is not the plan that"), draw.err.toString());
  }

  @Test
  void aDrawIsOfTheGradingsThatWerePlanned() throws IOException {
    write("g.csv", read("g.csv").replaceFirst("a01,B,", "a01,A,"));
    assertEquals(
        2,
        draw.run(
            "draw --plan @plan.json --gradings @g.csv --policy @p.json --seed h-long-seed-of-draws"
                + " --key @k.csv --pick-list @l.csv"));
    assertEquals(
        "assay draw: the gradings are not those that the plan was made for: an item, assessor,"
            + " grade or time in its lots was changed since; give them as they were, or make the"
            + " plan again\n",
        draw.err.toString());
  }

  @Test
  void theSeedIsRevealedAndTheDrawChecked() throws IOException {
    String verify =
        "draw --plan @plan.json --gradings @g.csv --policy @p.json --key @key.csv --verify --seed ";
    String key = read("key.csv");
    assertEquals(0, draw.run(verify + "h-long-seed-of-draws"), draw.err::toString);
    assertTrue(draw.out.toString().contains("key.csv is what this seed draws."));
    assertEquals(2, draw.run(verify + "another-seed-of-draws"));
    assertTrue(draw.err.toString().contains("is not what this seed draws"), draw.err.toString());
    write("c.json", "{\"format\": 1, \"commitment\": \"0\", \"at\": \"2025-01-01T00:00:00Z\"}");
    assertEquals(2, draw.run(verify + "h-long-seed-of-draws --commitment @c.json"));
    assertTrue(draw.err.toString().contains("the one that the commitment promised"));
    assertEquals(2, draw.run(verify + "h-long-seed-of-draws --pick-list @l.csv"));
    assertEquals(key, read("key.csv"));
    assertFalse(Files.exists(temp.resolve("l.csv")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          short | has fewer than 16 characters
          aaaaaaaabbbbbbbb | has only 2 different characters
          1234567890123456 | repeats itself (
          abcdefghijklmnopqrstuvwxyz | repeats itself (
          draw1-draw1-draw1-draw1-draw1 | repeats itself (
          """)
  void aSeedThatCanBeGuessedIsRefused(String seed, String why) {
    assertEquals(
        2,
        draw.run(
            "draw --plan @plan.json --gradings @g.csv --policy @p.json --key @k.csv"
                + " --pick-list @l.csv --seed "
                + seed));
    assertTrue(
        draw.err.toString().contains("must be hard to guess, but " + why), draw.err::toString);
    assertEquals(1, draw.err.toString().lines().count());
    assertFalse(Files.exists(temp.resolve("k.csv")));
  }

  @Test
  void aDelimiterIsOneOfFourAndForCsv() {
    String again =
        "draw --plan @plan.json --gradings @g.csv --policy @p.json --seed h-long-seed-of-draws"
            + " --key @key.csv --pick-list ";
    assertEquals(0, draw.run(again + "@tab.csv --delimiter tab"), draw.err::toString);
    assertEquals(2, draw.run(again + "@x.csv --delimiter :"));
    assertEquals(
        "assay draw: --delimiter must be , or ; or | or tab, got \":\"\n", draw.err.toString());
    assertEquals(2, draw.run(again + "@x.xlsx --delimiter ;"));
    assertTrue(draw.err.toString().contains("a delimiter is for pick-lists as CSV"));
  }

  @Test
  void aWorkbookIsAListOfItemsToo() throws IOException {
    assertEquals(
        0,
        draw.run(
            "plan --gradings @g.csv --policy @p.json --out @rest.json --exclude @list.xlsx"
                + " --exclude-report @account.csv"),
        draw.err::toString);
    List<String> account = read("account.csv").lines().skip(1).toList();
    assertEquals(draw.items().size(), account.size());
    assertFalse(account.stream().anyMatch(line -> line.contains("UNKNOWN")), account::toString);
    assertFalse(account.stream().anyMatch(line -> line.contains("DUPLICATE")), "=1 and '=1 differ");
  }

  @Test
  void aTableOfAnotherKindKeepsItsIds() throws IOException {
    var rows = new StringBuilder("item_id,reviewer_id,grade,checked_at\n");
    for (String item : List.of("=1", "-x", "00123")) {
      rows.append(item + ",r01,A,2025-04-01\n");
    }
    write("filled", rows + "'-5,r01,A,2025-04-01\n");
    assertTrue(decisions().contains(",any,"));
    assertTrue(draw.out.toString().contains("Drawn gradings with a verdict: "));
  }
}
