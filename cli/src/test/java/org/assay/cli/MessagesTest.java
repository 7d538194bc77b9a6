package org.assay.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assay.io.protocol.Batch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is wrong, the answer is one line of at most 300 characters that says it in words: no
 * control character or mark of direction, no name of a Java class, nothing of a stack.
 */
class MessagesTest {
  private static final Pattern JAVA =
      Pattern.compile(
          "\\b(java|javax|jdk|sun|org\\.assay|tools\\.jackson|com\\.fasterxml|picocli)\\.[a-z]"
              + "|Exception|\\bat [\\w.$]+\\(|\\b[A-Z][a-z]+[A-Z]\\w+@|LinkedHashMap"
              + "|\\[L|Unknown Source");
  private static final String BAD = "x\u001b[2J\u202e\u0085\t\u2028 y".repeat(40);

  @TempDir Path temp;
  private final List<String> lines = new ArrayList<>();

  private String file(String name, String content) throws IOException {
    return Files.write(temp.resolve(name), content.getBytes(UTF_8)).toString();
  }

  private String bytes(String name, byte[] content) throws IOException {
    return Files.write(temp.resolve(name), content).toString();
  }

  private String g;
  private String p;

  @BeforeEach
  void goodFiles() throws IOException {
    g =
        file(
            "g.csv",
            """
            item_id,assessor_id,grade,graded_at
            1,a,A,2025-03-03T10:00:00Z
            2,b,B,2025-03-03T10:00:00Z
            """);
    p = file("p.json", policy("", "", ""));
  }

  private static String policy(String ofScheme, String ofLevel, String ofPolicy) {
    return "{\"scheme\": {\"grades\": [\"A\", \"B\"]"
        + ofScheme
        + "}, \"levels\": [{\"name\": \"any\", \"counts\": \"any\", \"acceptable\": 0.02,"
        + " \"unacceptable\": 0.1, \"producerRisk\": 0.05, \"consumerRisk\": 0.05,"
        + " \"scope\": \"unit\", \"period\": \"month\""
        + ofLevel
        + "}]"
        + ofPolicy
        + "}";
  }

  private void refused(String... args) {
    refused(false, args);
  }

  private void refused(boolean mayBeUsed, String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status = Assay.run(new PrintWriter(out), new PrintWriter(err, true), args);
    String said = err.toString();
    String what = String.join(" ", args) + "\n" + said;
    if (status == 0 && mayBeUsed) {
      return;
    }
    assertTrue(status == 2 || status == 4, status + ": " + what);
    assertEquals("", out.toString(), what);
    assertEquals(1, said.chars().filter(c -> c == '\n').count(), what);
    requireMessage(said.stripTrailing(), what);
  }

  private void requireMessage(String line, String what) {
    assertTrue(line.length() <= Failure.LONGEST, line.length() + ": " + what);
    assertTrue(line.length() > 15, what);
    assertFalse(JAVA.matcher(line.replace(temp.toString(), "")).find(), what);
    assertTrue(line.codePoints().noneMatch(MessagesTest::acts), what);
    lines.add(line);
  }

  private static boolean acts(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static byte[] gzip(byte[] content, int keep) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return java.util.Arrays.copyOf(out.toByteArray(), out.size() - keep);
  }

  private static byte[] zip(String name, String content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  /** Tables that nothing can be made of. */
  private List<String> badTables() throws IOException {
    String head = "item_id,assessor_id,grade,graded_at\n";
    String row = "1,a,A,2025-03-03T10:00:00Z\n";
    var long1 = new StringBuilder("item_id,assessor_id,grade");
    for (int c = 0; c < 200; c++) {
      long1.append(",a column with a long title number ").append(c);
    }
    return List.of(
        temp.resolve("none.csv").toString(),
        temp.toString(),
        file("empty.csv", ""),
        file("blank.csv", "\n\n \n"),
        file("head.csv", head),
        file("noid.csv", "item_id,grade\n1,A\n"),
        file("near.csv", "item_id,asessor_id,grade\n1,a,A\n"),
        file("twice.csv", "item_id,item_id,assessor_id,grade\n1,1,a,A\n"),
        file("both.csv", "Item Id,ITEM-ID,assessor_id,grade\n1,1,a,A\n"),
        file("acting.csv", "item_id,\u202e" + BAD + ",grade\n1,a,A\n"),
        file("titles.csv", long1.toString().replace("grade", "grad\u0085e") + "\n"),
        file("quote.csv", head + "1,\"a,A,2025-03-03T10:00:00Z\n"),
        file("after.csv", head + "1,\"a\"b,A,2025-03-03T10:00:00Z\n"),
        file("fields.csv", head + "1,a\n2,b\n"),
        file("grades.csv", head + row.replace(",A,", ",\u202eBb" + "x".repeat(300) + ",")),
        file("times.csv", head + "1,a,A," + "now ".repeat(50) + "\n"),
        file("same.csv", head + row + row.replace(",A,", ",B,")),
        bytes(
            "latin.csv",
            (head + "\u00e91,a,A,x\n\u00e92,a,A,x\n\u00e93,a,A,x\n").getBytes(ISO_8859_1)),
        file("short.csv", head + row.replace("1,", "1.23E+15,").repeat(2) + "1.23E+15,b,A,x\n"),
        bytes("cut.csv.gz", gzip((head + row.repeat(50)).getBytes(UTF_8), 12)),
        bytes("binary.csv", new byte[] {0, 1, 2, 3, 0, 0, 9}),
        bytes("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}),
        bytes("no.xlsx", zip("a.txt", "x")),
        bytes("cut.xlsx", java.util.Arrays.copyOf(zip("xl/workbook.xml", "<x"), 30)),
        bytes("bad.parquet", "PAR1xxxxxxxxxxxxxxxxPAR1".getBytes(UTF_8)),
        file("bad.json", "{\"item_id\": \"1\", \n"),
        file("list.json", "[{\"item_id\": 1}, 2]"),
        file("deep.json", "{\"a\":".repeat(2000) + "1" + "}".repeat(2000)),
        file("word.json", "{\"item_id\": nonsense}\n"),
        bytes("s.state", "ASAYxxxxxxxxxx".getBytes(UTF_8)));
  }

  @Test
  void tables() throws IOException {
    for (String table : badTables()) {
      refused("report", "--gradings", table, "--policy", p, "--out", temp.resolve("r").toString());
      refused(true, "report", "--gradings", g, "--verdicts", table, "--policy", p, "--out", out());
      refused("agreement", "--gradings", table, "--policy", p);
      refused("check", "--gradings", table, "--policy", p);
    }
    for (String tool : List.of("label-studio", "cvat", "prodigy", "inception", "doccano", BAD)) {
      for (String content :
          List.of("", "{", "[1]", "<a>", "<annotations/>", "{\"a\":" + "[", "x,y")) {
        refused("agreement", "--format", tool, file("export", content));
      }
    }
    assertTrue(lines.size() > 150, "messages looked at: " + lines.size());
  }

  private String out() {
    return temp.resolve("r").toString();
  }

  @Test
  void options() throws IOException {
    String[] report = {"report", "--gradings", g, "--policy", p, "--out", out()};
    for (String[] more :
        new String[][] {
          {"--column", "x=y"},
          {"--column", "gradings.nothing=y"},
          {"--column", "gradings.item_id=" + BAD},
          {"--column", "gradings.item_id=grade"},
          {"--columns", temp.resolve("none").toString()},
          {"--columns", file("c.json", "{\"gradings\": [1]}")},
          {"--columns", file("d.json", "{\"gradings\": {\"item_id\": null}}")},
          {"--columns", file("e.json", "nonsense")},
          {"--set", "gradings.item_id=1"},
          {"--set", "x=1"},
          {"--encoding", "utf-99"},
          {"--encoding", BAD},
          {"--date-format", "qq" + BAD},
          {"--date-format", ""},
          {"--raters", "a"},
          {"--wide", "--raters", "nobody"},
          {"--format", "cvat", "--wide"},
          {"--gradings-query", "SELECT 1"},
          {"--read", g},
          {"--read", temp.resolve("none.state").toString()},
          {"--as-of", "yesterday"},
          {"--as-of", BAD},
          {"--verdicts", "-", "-"},
          {"--plan", p},
          {"--plan", p, "--key", g},
          {"--fail-on", BAD},
          {"--nothing", BAD},
          {BAD}
        }) {
      var args = new ArrayList<>(List.of(report));
      args.addAll(List.of(more));
      refused(args.toArray(String[]::new));
    }
    refused("report", "--gradings", "jdbc:nothing:" + BAD, "--policy", p, "--out", out());
    refused(
        "report",
        "--gradings",
        "jdbc:no:x",
        "--gradings-query",
        "S",
        "--policy",
        p,
        "--out",
        out());
    refused("report", "--gradings", g, g, "--policy", p, "--out", out());
    refused("report", "--gradings", g, "--policy", p, "--out", g);
    refused("report", "--gradings", g, "--policy", p, "--out", temp.toString());
    refused("agreement", g, "--by", "unit");
    refused("agreement");
    refused("read", "--gradings", g, "--out", g);
    refused("init", file("one.csv", "item_id,assessor_id,grade\n1,a,A\n"), "--out", out());
    refused("convert", "--gradings", g, "--out", g);
    refused("batch", temp.resolve("none").toString());
    refused("simulate", "--team", g, "--out", out());
    refused("plan", "--gradings", g, "--policy", g, "--out", out());
    refused("help", BAD);
    refused(BAD);
  }

  @Test
  void policies() throws IOException {
    for (String json :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "{\"scheme\": 1}",
            "{\"scheme\": {\"grades\": [\"A\"]}, \"levels\": []}",
            policy("", "", "").replace("[\"A\", \"B\"]", "[\"A\", \"A \"]"),
            policy("", "", "").replace("[\"A\", \"B\"]", "[\"A\", null]"),
            policy("", "", "").replace("0.1", "\"" + "ten".repeat(200) + "\""),
            policy("", "", "").replace("0.1", "0.01"),
            policy("", "", "").replace("\"any\", \"acc", "[[\"A\", \"Q\"]], \"acc"),
            policy("", "", "").replace("\"unit\"", "\"planet\""),
            policy("", "", "").replace("\"month\"", "5"),
            policy(", \"severity\": [[0]]", "", ""),
            policy(", \"scores\": [1, \"x\"]", "", ""),
            policy("", ", \"looks\": 0", ""),
            policy("", ", \"looks\": 1.5", ""),
            policy("", ", \"leastChecks\": -1", ""),
            policy("", ", \"nothing\": 1", ""),
            policy("", "", ", \"zone\": \"Mars/Phobos\""),
            policy("", "", ", \"zone\": 5"),
            policy("", "", ", \"reference\": \"best\""),
            policy("", "", ", \"familyWise\": {}"),
            policy("", "", ", \"exposureCeiling\": {\"perDay\": 0}"),
            policy("", "", ", \"calendar\": {\"holidays\": [\"soon\"]}"),
            policy("", "", ", \"unusableAtMost\": 2"),
            policy("", "", ", \"zone\": 1, \"zone\": 2"),
            "{\"scheme\":".repeat(1500),
            policy("", "", ", \"" + BAD.replace("\u001b", "").replace("\t", "") + "\": 1"))) {
      refused("report", "--gradings", g, "--policy", file("bad.json", json), "--out", out());
    }
  }

  @Test
  void requests() throws IOException {
    String[] requests = {
      "nonsense",
      "{",
      "[]",
      "5",
      "null",
      "{}",
      "{\"op\": 5}",
      "{\"op\": \"" + "intervall".repeat(100) + "\"}",
      "{\"op\": \"plan\", \"x\": 1}",
      "{\"op\": \"plan\", \"params\": 1}",
      "{\"op\": \"plan\", \"params\": {\"design\": \"nothing\"}}",
      "{\"op\": \"plan\", \"params\": {\"looks\": \"many\"}}",
      "{\"op\": \"interval\", \"input\": {\"errors\": 5, \"checked\": 3}}",
      "{\"op\": \"interval\", \"input\": {\"errors\": 1e99, \"checked\": 3}}",
      "{\"op\": \"interval\", \"input\": {\"errors\": null, \"checked\": 3}}",
      "{\"op\": \"agreement\", \"input\": {\"ratingsCsv\": \"/none\"}}",
      "{\"op\": \"agreement\", \"input\": {\"ratings\": [[1, 2], [3]]}}",
      "{\"op\": \"agreement\", \"input\": {\"ratings\": "
          + "[".repeat(600)
          + "]".repeat(600)
          + "}}",
      "{\"op\": \"draw\", \"input\": {\"ids\": []}}",
      "{\"op\": \"test\", \"params\": {\"test\": \"\u202e\"}}"
    };
    List<JsonNode> answers = new ArrayList<>();
    new Batch(Duration.ofSeconds(60))
        .run(
            new ByteArrayInputStream(String.join("\n", requests).getBytes(UTF_8)),
            (json, mustFlush) -> answers.add(JsonMapper.shared().readTree(json)));
    assertEquals(requests.length, answers.size());
    for (int i = 0; i < requests.length; i++) {
      JsonNode error = answers.get(i).path("error");
      String message = error.path("message").asString();
      assertFalse("DEFECT".equals(error.path("kind").asString()), requests[i]);
      requireMessage(message, requests[i] + "\n" + answers.get(i));
    }
    assertTrue(lines.get(0).startsWith("line 1 is not JSON: "), lines.get(0));
    assertFalse(lines.get(0).contains("line 1, column"), lines.get(0)); // one line number is enough
    assertTrue(lines.get(5).endsWith(", got none"), lines.get(5));
  }
}
