package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Six people and twenty-six weeks as files; one errs often from the nineteenth on. */
class DriftCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  @BeforeEach
  void files() throws IOException {
    var gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    var verdicts =
        new StringBuilder(
            "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
    for (int week = 0; week < 26; week++) {
      String day = LocalDate.of(2025, 1, 6).plusWeeks(week).toString();
      for (int a = 0; a < 6; a++) {
        for (int i = 0; i < 20; i++) {
          String item = "i" + week + "-" + a + "-" + i;
          int often = a == 3 && week >= 18 ? 6 : (a + week) % 3 == 0 ? 1 : 0;
          String right = i < 10 + often && i >= 10 ? "B" : i < 10 ? "A" : "C";
          gradings.append("%s,a%d,%s,%sT09:00:00Z\n".formatted(item, a, i < 10 ? "A" : "C", day));
          verdicts.append("%s,q,%s,%sT15:00:00Z,SRS,0.5,BLIND\n".formatted(item, right, day));
        }
      }
    }
    Files.writeString(temp.resolve("g.csv"), gradings);
    Files.writeString(temp.resolve("v.csv"), verdicts);
    Files.writeString(
        temp.resolve("p.json"),
        """
        {"scheme": {"grades": ["A", "B", "C"]}, "zone": "Europe/London",
         "levels": [{"name": "any", "counts": "any", "acceptable": 0.05, "unacceptable": 0.1,
          "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "year"}]}
        """);
  }

  private int run(String... more) {
    String[] args = new String[more.length + 7];
    args[0] = "drift";
    args[1] = "--gradings";
    args[2] = temp.resolve("g.csv").toString();
    args[3] = "--verdicts";
    args[4] = temp.resolve("v.csv").toString();
    args[5] = "--policy";
    args[6] = temp.resolve("p.json").toString();
    System.arraycopy(more, 0, args, 7, more.length);
    return Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
  }

  @Test
  void saysWhoSinceWhenAndInWhat() {
    assertEquals(0, run(), err.toString());
    String page = out.toString();
    assertTrue(
        page.contains(
            "a3  More errors, a change that began between 12 and 18 May 2025: odds 16 times"),
        page);
    assertEquals(1, page.lines().filter(l -> l.contains("Look again.")).count(), page);
    assertTrue(page.contains("with a chance of at most 5 %"), page);
  }

  @Test
  void ofOneAssessorAndAsJson() throws IOException {
    assertEquals(0, run("--assessor", "a1"), err.toString());
    assertTrue(out.toString().startsWith("a1  "), out.toString());
    assertFalse(out.toString().contains("a3"), out.toString());
    out.getBuffer().setLength(0);
    assertEquals(0, run("--json"), err.toString());
    JsonNode trend = JsonMapper.shared().readTree(out.toString());
    assertEquals("2025-W20", trend.path("series").path(3).path("drift").path("since").asString());
    assertEquals(6, trend.path("series").size());
  }

  @Test
  void withoutTimesItSaysSo() throws IOException {
    Path file = temp.resolve("g.csv");
    Files.writeString(
        file, Files.readString(file).replaceAll("(?m),[^,]*$", "").replace(",graded_at", ""));
    assertEquals(0, run(), err.toString());
    assertTrue(out.toString().contains("a3  No times"), out.toString());
  }
}
