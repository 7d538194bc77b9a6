package org.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as people have them, each read by a command with nothing but what cannot be seen. */
class TableOptionsTest {
  private static final String TWO_OF_THREE = "two assessors agree in 66.7 % of cases";

  @TempDir Path dir;

  private StringWriter out;
  private StringWriter err;

  @BeforeEach
  void answers() throws IOException {
    write(
        "answers.csv",
        "question,worker,answer\nq1,ann,1\nq1,bob,1\nq2,ann,2\nq2,bob,1\nq3,ann,3\nq3,bob,3\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  private int run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].replace("@/", dir + "/");
    }
    return Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
  }

  private void assertAgreement(String... args) {
    assertEquals(0, run(args), () -> err.toString());
    assertTrue(out.toString().contains(TWO_OF_THREE), out::toString);
  }

  private void assertRefused(String message, String... args) {
    assertEquals(2, run(args), () -> out.toString());
    assertEquals(
        "assay " + args[0] + ": " + message.replace("@/", dir + "/"), err.toString().strip());
  }

  @Test
  void aMappingIsEnough() throws IOException {
    assertAgreement(
        "agreement",
        "@/answers.csv",
        "--column",
        "gradings.item_id=question",
        "--column",
        "gradings.assessor_id=worker",
        "--column",
        "gradings.grade=answer");
    write(
        "map.json",
        "{\"gradings\": {\"item_id\": \"question\", \"assessor_id\": \"Worker\","
            + " \"grade\": \"answer\"}}");
    assertAgreement("agreement", "--gradings", "@/answers.csv", "--columns", "@/map.json");
    assertRefused(
        "@/answers.csv: column \"item_id\" is missing, the header has [answer, question, worker];"
            + " did you mean \"question\"? Then say --column gradings.item_id=question"
            + " --column gradings.assessor_id=worker --column gradings.grade=answer",
        "agreement",
        "@/answers.csv");
    write("bad.json", "{\"gradings\": [1]}");
    assertEquals(2, run("agreement", "@/answers.csv", "--columns", "@/bad.json"));
    assertTrue(err.toString().contains("is no mapping of columns"), err::toString);
  }

  @Test
  void aReportNeedsNoTimes() throws IOException {
    write("truth.csv", "question,truth\nq1,1\nq2,2\nq3,3\n");
    write(
        "map.json",
        "{\"gradings\": {\"item_id\": \"question\", \"assessor_id\": \"worker\", \"grade\":"
            + " \"answer\"}, \"verdicts\": {\"item_id\": \"question\", \"grade\": \"truth\"}}");
    write(
        "policy.json",
        "{\"scheme\": {\"grades\": [\"1\", \"2\", \"3\"]}, \"levels\": [{\"name\": \"any\","
            + " \"counts\": \"any\", \"acceptable\": 0.02, \"unacceptable\": 0.1,"
            + " \"producerRisk\": 0.05, \"consumerRisk\": 0.05, \"scope\": \"assessor\","
            + " \"period\": \"month\"}]}");
    int status =
        run(
            "report",
            "--gradings",
            "@/answers.csv",
            "--verdicts",
            "@/truth.csv",
            "--columns",
            "@/map.json",
            "--policy",
            "@/policy.json",
            "--out",
            "@/report");
    assertEquals(0, status, () -> err.toString());
    String report = Files.readString(dir.resolve("report/report.json"));
    assertAll(
        () -> assertTrue(out.toString().contains("6 rows in = 6 used + 0 excluded"), out::toString),
        () ->
            assertEquals(
                2, report.split("Times of grading are not recorded", -1).length, "said once"),
        () ->
            assertEquals(
                "item_id,assessor_id,grade,reference_grade,graded_at,reviewer_id,checked_at,"
                    + "selection_method,blind\nq2,bob,1,2,,,,CONVENIENCE,UNKNOWN\n",
                Files.readString(dir.resolve("report/errors.csv")).replace("\r\n", "\n")));
  }

  /** A reference for every item is a census of verdicts once that is said. */
  @Test
  void whatAFileLacksMayBeSaid() throws IOException {
    write("truth.csv", "item_id,grade\nq1,1\nq2,2\nq3,3\n");
    write(
        "map.json",
        "{\"gradings\": {\"item_id\": \"question\", \"assessor_id\": \"worker\", \"grade\":"
            + " \"answer\"}}");
    write(
        "policy.json",
        "{\"scheme\": {\"grades\": [\"1\", \"2\", \"3\"]}, \"levels\": [{\"name\": \"any\","
            + " \"counts\": \"any\", \"acceptable\": 0.02, \"unacceptable\": 0.1,"
            + " \"producerRisk\": 0.05, \"consumerRisk\": 0.05, \"scope\": \"assessor\","
            + " \"period\": \"all\"}]}");
    String[] report = {
      "report",
      "--gradings",
      "@/answers.csv",
      "--column",
      "gradings.item_id=question",
      "--column",
      "gradings.assessor_id=worker",
      "--column",
      "gradings.grade=answer",
      "--verdicts",
      "@/truth.csv",
      "--policy",
      "@/policy.json",
      "--out",
      "@/report",
      "--set",
      "verdicts.selection_method=CENSUS",
      "--set",
      "verdicts.inclusion_probability=1",
      "--set",
      "verdicts.blind=yes"
    };
    assertEquals(0, run(report), () -> err.toString());
    assertTrue(out.toString().contains("6 blind random checks"), out::toString);
    assertRefused(
        "@/truth.csv: has column \"grade\" already, expected a value only for a column that it"
            + " lacks",
        "report",
        "--gradings",
        "@/answers.csv",
        "--columns",
        "@/map.json",
        "--verdicts",
        "@/truth.csv",
        "--policy",
        "@/policy.json",
        "--out",
        "@/again",
        "--set",
        "verdicts.grade=1");
  }

  @Test
  void wideTables() throws IOException {
    write("wide.csv", "case;ann;bob\nq1;1;1\nq2;2;1\nq3;3;3\n");
    assertAgreement("agreement", "--wide", "@/wide.csv");
    write("more.csv", "ann;why;bob;case\n1;x;1;q1\n2;y;1;q2\n3;z;3;q3\n");
    assertAgreement(
        "agreement",
        "--wide",
        "@/more.csv",
        "--raters",
        "ann,bob",
        "--column",
        "gradings.item_id=Case");
    assertRefused(
        "--raters names columns of a wide table: add --wide",
        "agreement",
        "@/more.csv",
        "--raters",
        "ann");
  }

  @Test
  void anEncodingIsNamed() throws IOException {
    Files.write(
        dir.resolve("w.csv"),
        "item_id,assessor_id,grade\nq1,Jos\u00e9,1\nq1,b,1\nq2,Jos\u00e9,2\nq2,b,1\nq3,Jos\u00e9,3\nq3,b,3\n"
            .getBytes(Charset.forName("windows-1252")));
    assertEquals(2, run("agreement", "@/w.csv"));
    assertTrue(err.toString().contains("say --encoding windows-1252"), err::toString);
    assertAgreement("agreement", "@/w.csv", "--encoding", "windows-1252");
    assertAgreement("agreement", "@/w.csv", "--encoding", "utf-8", "--encoding", "gradings=latin1");
  }

  @Test
  void aQueryIsATable() {
    String query =
        "SELECT * FROM (VALUES ('q1','a','1'),('q1','b','1'),('q2','a','2'),('q2','b','1'),"
            + "('q3','a','3'),('q3','b','3')) t(item_id, assessor_id, grade)";
    assertAgreement("agreement", "jdbc:duckdb:", "--gradings-query", query);
    assertRefused(
        "--gradings is a database, expected a query as well: --gradings-query SQL",
        "agreement",
        "jdbc:duckdb:");
    assertRefused(
        "--gradings-query asks a database, expected --gradings jdbc:..., got @/answers.csv",
        "agreement",
        "@/answers.csv",
        "--gradings-query",
        query);
  }

  @ParameterizedTest
  @CsvSource({
    "label-studio, label-studio.json",
    "label-studio, label-studio.csv",
    "prodigy, prodigy.jsonl",
    "doccano, doccano-users.jsonl"
  })
  void exportsNeedTheirNameOnly(String tool, String file) {
    assertEquals(
        0,
        run("agreement", "--format", tool, "../io/src/test/resources/exports/" + file),
        () -> err.toString());
    assertTrue(out.toString().contains("Agreement among assessors"), out::toString);
  }

  @Test
  void aToolThatIsNoneIsNamed() {
    assertRefused(
        "a format must be one of [label-studio, cvat, prodigy, inception, doccano], got \"brat\"",
        "agreement",
        "@/answers.csv",
        "--format",
        "brat");
  }

  @Test
  void oneTableIsNamed() {
    assertRefused(
        "the table of gradings must be named once, as --gradings FILE or as FILE alone",
        "agreement");
    assertRefused(
        "standard input (-) is named more than once, expected all tables but one in files",
        "report",
        "--gradings",
        "-",
        "--verdicts",
        "-",
        "--policy",
        "@/policy.json",
        "--out",
        "@/report");
  }

  @Test
  void standardInput() throws IOException {
    InputStream before = System.in;
    try {
      String rows = Files.readString(dir.resolve("answers.csv"));
      System.setIn(
          new ByteArrayInputStream(
              rows.replace("question,worker,answer", "item_id,assessor_id,grade").getBytes(UTF_8)));
      assertAgreement("agreement", "-");
    } finally {
      System.setIn(before);
    }
  }

  /** A pipe with a name; one that nobody writes to is no reason to wait for ever. */
  @Test
  @Timeout(60)
  void aPipe() throws IOException, InterruptedException {
    Path pipe = dir.resolve("pipe");
    try {
      Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
      Assumptions.assumeTrue(
          made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "no named pipes here");
    } catch (IOException e) {
      Assumptions.abort("no named pipes here");
    }
    String rows =
        Files.readString(dir.resolve("answers.csv"))
            .replace("question,worker,answer", "item_id,assessor_id,grade");
    var writer =
        new Thread(
            () -> {
              try {
                Files.writeString(pipe, rows);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    assertAgreement("agreement", "@/pipe");
    writer.join();
    assertRefused("@/pipe: is a pipe that nothing wrote to for 10 seconds", "agreement", "@/pipe");
  }

  @Test
  void gradesThatAreNone() throws IOException {
    var rows = new StringBuilder("item_id,assessor_id,grade\n");
    for (int i = 0; i < 200; i++) {
      rows.append("i").append(i).append(",a,comment ").append(i).append('\n');
    }
    write("texts.csv", rows.toString());
    assertEquals(2, run("agreement", "@/texts.csv"));
    assertTrue(err.toString().contains("more than 100 different texts"), err::toString);
    write("one.csv", "item_id,assessor_id,grade\ni1,a,A\ni1,b,A\n");
    assertRefused(
        "@/one.csv: has one grade only, \"A\", so there is nothing to agree about; name all grades"
            + " in a policy",
        "agreement",
        "@/one.csv");
  }

  @Test
  void theHelpNamesThem() {
    assertEquals(0, run("agreement", "--help"));
    for (String option :
        List.of("--column", "--columns", "--encoding", "--sheet", "--date-format", "--format")) {
      assertTrue(out.toString().contains(option), option);
    }
  }
}
