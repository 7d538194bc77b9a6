package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.assay.io.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from the command line, on a census of 60 gradings of which a third are errors. */
class ReportCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  @BeforeEach
  void write() throws IOException {
    StringBuilder gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    StringBuilder verdicts =
        new StringBuilder(
            "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
    for (int i = 0; i < 60; i++) {
      gradings.append("i").append(i).append(",a1,A,2025-03-03T10:00:00Z\n");
      verdicts
          .append("i")
          .append(i)
          .append(i % 3 == 0 ? ",q1,B" : ",q1,A")
          .append(",2025-03-04T10:00:00Z,CENSUS,1,BLIND\n");
    }
    Files.writeString(temp.resolve("g.csv"), gradings);
    Files.writeString(temp.resolve("v.csv"), verdicts);
    Files.writeString(
        temp.resolve("p.json"),
        """
        {"scheme": {"version": "1", "grades": ["A", "B"], "ordered": true},
         "levels": [{"name": "any error", "counts": "any", "acceptable": 0.02, "unacceptable": 0.05,
                     "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "all"}]}
        """);
  }

  private int run(String... more) {
    String[] args = {
      "report",
      "--gradings",
      temp.resolve("g.csv").toString(),
      "--verdicts",
      temp.resolve("v.csv").toString(),
      "--policy",
      temp.resolve("p.json").toString(),
      "--out",
      temp.resolve("report").toString()
    };
    String[] all = new String[args.length + more.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(all);
  }

  @Test
  void printsTheSummaryAndWritesTheReport() {
    assertEquals(0, run(), err.toString());
    assertTrue(out.toString().contains("FAIL: any error"), out.toString());
    assertTrue(Files.isRegularFile(temp.resolve("report/index.html")));
    assertEquals("", err.toString());
  }

  @Test
  void aFailedLevelIsStatusOneOnRequest() {
    assertEquals(1, run("--fail-on-level"));
  }

  @Test
  void columnsMayBeCalledOtherwise() throws IOException {
    Path g = temp.resolve("g.csv");
    Files.writeString(g, Files.readString(g).replace("item_id", "ref"));
    assertEquals(2, run());
    assertFalse(Files.exists(temp.resolve("report")));
    assertEquals(0, run("--column", "gradings.item_id=ref"), err.toString());
  }

  @Test
  void badArgumentsAreOneLineAndNoFolder() {
    assertEquals(2, run("--column", "item_id=ref"));
    assertEquals(
        "assay report: --column must be gradings.COLUMN=NAME or verdicts.COLUMN=NAME,"
            + " got item_id\n",
        err.toString());
    assertEquals(2, run("--as-of", "soon"));
    assertEquals(2, run("--nonsense"));
    assertEquals(3, err.toString().lines().count(), err.toString());
    assertFalse(Files.exists(temp.resolve("report")));
  }

  @Test
  void whatWasKnownBeforeTheChecksIsPending() {
    assertEquals(0, run("--as-of", "2025-03-03"), err.toString());
    assertTrue(out.toString().contains("60 pending"), out.toString());
  }

  @Test
  void aDateStandsForItsLastMoment() {
    ZoneId zone = ZoneId.of("Europe/London");
    assertEquals(
        Instant.parse("2025-06-30T22:59:59.999Z"), ReportCommand.instant("2025-06-30", zone));
    assertEquals(
        Instant.parse("2025-06-30T18:00:00Z"),
        ReportCommand.instant("2025-06-30T19:00:00+01:00", zone));
    assertThrows(BadInputException.class, () -> ReportCommand.instant("2025-06-31", zone));
  }

  @Test
  void simulateNamesAMissingTeam() {
    int status =
        Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true))
            .execute("simulate", "--team", "no-such.json", "--out", temp.toString());
    assertEquals(2, status);
    assertEquals("assay simulate: no-such.json does not exist\n", err.toString());
  }
}
