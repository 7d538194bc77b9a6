package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement through files. */
class StatementCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(
        temp.resolve("g.csv"),
        """
        item_id,assessor_id,grade,graded_at
        i1,a1,A,2025-01-06T10:00:00Z
        i2,a1,B,2025-01-06T10:01:00Z
        i3,a2,B,2025-01-06T10:02:00Z
        """);
    Files.writeString(
        temp.resolve("v.csv"),
        """
        item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind
        i1,q1,B,2025-01-07T10:00:00Z,SRS,1,BLIND
        i2,q1,B,2025-01-07T10:00:00Z,SRS,1,BLIND
        """);
    Files.writeString(
        temp.resolve("p.json"),
        """
        {"scheme": {"grades": ["A", "B"]}, "zone": "Z",
         "levels": [{"name": "any", "counts": "any", "acceptable": 0.05, "unacceptable": 0.1,
          "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "year"}]}
        """);
  }

  private int run(String assessor, String... more) {
    String[] args = new String[9 + more.length];
    String[] first = {
      "statement",
      "--assessor",
      assessor,
      "--gradings",
      at("g.csv"),
      "--verdicts",
      at("v.csv"),
      "--policy",
      at("p.json")
    };
    System.arraycopy(first, 0, args, 0, 9);
    System.arraycopy(more, 0, args, 9, more.length);
    return Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
  }

  private String at(String file) {
    return temp.resolve(file).toString();
  }

  @Test
  void printedAndAsAPage() throws IOException {
    assertEquals(0, run("a1", "--out", at("a1.html")), err.toString());
    assertTrue(out.toString().contains("B graded A in 1 check: 50.0 %"), out.toString());
    assertTrue(Files.readString(temp.resolve("a1.html")).contains("<h1>Statement for a1</h1>"));
    assertEquals(2, run("a1", "--out", at("a1.html"))); // nothing is overwritten
  }

  @Test
  void somebodyWithoutAnyCheckAndNobody() {
    assertEquals(0, run("a2"), err.toString());
    assertTrue(out.toString().contains("None of your gradings was checked"), out.toString());
    assertEquals(2, run("a9"));
    assertTrue(err.toString().contains("--assessor must be an id of the gradings, got \"a9\""));
  }
}
