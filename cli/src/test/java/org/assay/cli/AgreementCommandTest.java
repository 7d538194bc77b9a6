package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Agreement from a file of gradings: Krippendorff (2004), p. 230, of which figures are published.
 */
class AgreementCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  @BeforeEach
  void files() throws IOException {
    var rows = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    List<String> lines =
        Files.readAllLines(Path.of("../datasets/agreement/gwet_cac_raw4raters_12x4.csv"));
    for (int item = 1; item <= lines.size() - 2; item++) {
      String[] grades = lines.get(item + 1).split(",", -1);
      for (int rater = 0; rater < 4; rater++) {
        if (!grades[rater].isEmpty()) {
          String when = "2025-0" + (1 + item % 2) + "-02T10:00:00Z";
          rows.append("i%d,r%d,%s,%s\n".formatted(item, rater + 1, grades[rater], when));
        }
      }
    }
    Files.writeString(temp.resolve("gradings.csv"), rows);
    Files.writeString(
        temp.resolve("policy.json"),
        """
        {"scheme": {"grades": ["1", "2", "3", "4", "5"]},
         "levels": [{"name": "any", "counts": "any", "acceptable": 0.02, "unacceptable": 0.1,
          "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "month"}]}
        """);
  }

  private int run(String... more) {
    String[] args = new String[more.length + 5];
    args[0] = "agreement";
    args[1] = "--gradings";
    args[2] = temp.resolve("gradings.csv").toString();
    args[3] = "--policy";
    args[4] = temp.resolve("policy.json").toString();
    System.arraycopy(more, 0, args, 5, more.length);
    return Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
  }

  private JsonNode model(String... more) throws IOException {
    Path file = temp.resolve("agreement.json");
    String[] args = Arrays.copyOf(more, more.length + 2);
    args[more.length] = "--out";
    args[more.length + 1] = file.toString();
    assertEquals(0, run(args), err.toString());
    return JsonMapper.shared().readTree(Files.readAllBytes(file));
  }

  private static double value(JsonNode part, String name) {
    for (JsonNode c : part.path("coefficients")) {
      if (c.path("name").asString().equals(name)) {
        return c.path("value").asDouble();
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void publishedFigures() throws IOException {
    JsonNode whole = model().path("whole");
    assertEquals(12, whole.path("items").asInt());
    assertEquals(11, whole.path("sharedItems").asInt()); // the last item has one grading
    assertEquals(0.81818, value(whole, "percentAgreement"), 5e-6);
    assertEquals(0.74342, value(whole, "krippendorffAlpha"), 5e-6);
    assertTrue(out.toString().contains("11 of 12 items were graded by two assessors or more"));
    assertTrue(out.toString().contains("6 comparisons have fewer than 20 common items"));
  }

  @Test
  void aSchemeAloneIsEnough() throws IOException {
    JsonNode withLevels = model();
    Files.writeString(
        temp.resolve("policy.json"),
        "{\"scheme\": {\"grades\": [\"1\", \"2\", \"3\", \"4\", \"5\"]}}");
    Files.delete(temp.resolve("agreement.json"));
    assertEquals(withLevels.path("whole"), model().path("whole"));
  }

  /** Without a policy the grades are those that occur, which is said; numbers may be names. */
  @Test
  void gradesThatOccur() {
    String[] args = {"agreement", temp.resolve("gradings.csv").toString()};
    var line = Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true));
    assertEquals(0, line.execute(args), err.toString());
    assertTrue(out.toString().contains("Grades: 1 < 2 < 3 < 4 < 5 (ordered)."), out.toString());
    assertTrue(out.toString().contains("Pairs (kappa, quadratic)"), out.toString());
    out.getBuffer().setLength(0);
    assertEquals(0, line.execute(args[0], args[1], "--nominal"), err.toString());
    assertTrue(out.toString().contains("Grades: 1, 2, 3, 4, 5 (not ordered)."), out.toString());
    assertTrue(out.toString().contains("Pairs (kappa)"), out.toString());
  }

  @Test
  void byMonth() throws IOException {
    JsonNode parts = model("--by", "month").path("parts");
    assertEquals(2, parts.size());
    assertEquals("2025-01", parts.path(0).path("name").asString());
    assertEquals(6, parts.path(0).path("items").asInt());
  }

  @Test
  void whatIsThereIsNotOverwritten() throws IOException {
    Path policy = temp.resolve("policy.json");
    String before = Files.readString(policy);
    assertEquals(2, run("--out", policy.toString()));
    assertEquals(before, Files.readString(policy));
    assertTrue(err.toString().contains("policy.json is an input of this run"), err.toString());
    Path notes = Files.writeString(temp.resolve("notes.txt"), "mine");
    assertEquals(2, run("--out", notes.toString()));
    assertEquals("mine", Files.readString(notes));
    assertTrue(err.toString().contains("never overwritten"), err.toString());
  }

  @Test
  void aColumnThatIsNotThere() {
    assertEquals(2, run("--by", "stream"));
    assertTrue(
        err.toString().contains("cannot be split by stream: they have no such column"),
        err.toString());
  }
}
