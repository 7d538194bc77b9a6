package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssessorsCommandTest {
  private static final String HEAD =
      "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final StringBuilder gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
  private final StringBuilder verdicts = new StringBuilder(HEAD);
  private int items;

  @TempDir Path temp;

  /** a2 gives C for B 30 times in 230; a5 has ten checks, a6 none. */
  @BeforeEach
  void tables() throws IOException {
    for (int i = 1; i <= 4; i++) {
      checked(190, "a" + i, "A", "A", "0.5");
      checked(200, "a" + i, "B", "B", "0.5");
    }
    checked(30, "a2", "B", "C", "0.5");
    checked(10, "a5", "B", "B", "0.5");
    gradings.append("unchecked,a6,A,2025-03-04T10:00:00Z\n");
    Files.writeString(
        temp.resolve("policy.json"),
        """
        {"scheme": {"version": "1", "grades": ["A", "B", "C", "D"], "ordered": true,
          "severity": [[0, 1, 2, 3], [1, 0, 2, 3], [2, 1, 0, 1], [3, 2, 1, 0]]},
         "trainings": [{"assessor": "a2", "date": "2025-03-17", "reference": "B", "grade": "C"},
          {"assessor": "a9", "date": "2025-03-17"}],
         "levels": [{"name": "any", "counts": "any", "acceptable": 0.02, "unacceptable": 0.3,
          "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "all"}]}
        """);
    write();
  }

  private void write() throws IOException {
    Files.writeString(temp.resolve("gradings.csv"), gradings);
    Files.writeString(temp.resolve("verdicts.csv"), verdicts);
  }

  private void checked(int times, String assessor, String reference, String grade, String chance) {
    for (int i = 0; i < times; i++) {
      String item = "i" + items++;
      String at = "2025-03-%02dT10:00:00Z".formatted(1 + items % 28);
      gradings.append(String.join(",", item, assessor, grade, at)).append('\n');
      verdicts
          .append(String.join(",", item, "q1", reference, "2025-04-02T10:00:00Z", "SRS", chance))
          .append(",BLIND\n");
    }
  }

  private int run(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    for (String table : List.of("gradings", "verdicts")) {
      args.addAll(List.of("--" + table, temp.resolve(table + ".csv").toString()));
    }
    args.addAll(List.of("--policy", temp.resolve("policy.json").toString()));
    args.addAll(Arrays.asList(more));
    out.getBuffer().setLength(0);
    return Assay.run(new PrintWriter(out), new PrintWriter(err, true), args.toArray(String[]::new));
  }

  private JsonNode json(String... more) {
    assertEquals(0, run("assessors", more), err.toString());
    return JsonMapper.shared().readTree(out.toString());
  }

  private static JsonNode assessor(JsonNode model, String id) {
    for (JsonNode a : model.path("assessors")) {
      if (a.path("id").asString().equals(id)) {
        return a;
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void statesInTheOrderOfIds() {
    assertEquals(0, run("assessors"), err.toString());
    String text = out.toString();
    assertTrue(text.indexOf("\na1 ") < text.indexOf("\na2 "), text);
    assertTrue(text.contains("needs support, evidence strong"), text);
    assertTrue(text.contains("a2: Needs support on the B/C boundary"), text);
    assertTrue(text.contains("too few checks to compare"), text);
    assertTrue(text.contains("a9, training 2025-03-17: No grading of this assessor came"), text);
  }

  @Test
  void figures() {
    JsonNode model = json("--json");
    JsonNode a2 = assessor(model, "a2");
    assertEquals("STRONG", a2.path("state").asString());
    assertEquals(420, a2.path("compared").asInt());
    JsonNode need = a2.path("needs").path(0);
    assertEquals("UNDER", need.path("direction").asString());
    assertEquals(30, need.at("/errors/found").asInt());
    assertEquals(230, need.at("/errors/checked").asInt());
    assertTrue(need.at("/errors/oddsRatio").isNull()); // nobody else errs
    assertEquals(1000 * 2 * 30 / 420.0, need.path("severityExcess").asDouble(), 1e-9);
    // all errors of the team, at equal probabilities
    assertEquals(30 / 1600.0, need.at("/teamFall/estimate").asDouble(), 1e-9);
    assertEquals(5, need.path("examples").size());
    assertEquals("TOO_FEW_CHECKS", assessor(model, "a5").path("state").asString());
    assertEquals(10, assessor(model, "a5").path("compared").asInt());
    JsonNode unchecked = assessor(model, "a6");
    assertEquals("TOO_FEW_CHECKS", unchecked.path("state").asString());
    assertEquals("Not checked yet.", unchecked.at("/sentences/0").asString());
    assertEquals("NOT_DISTINGUISHABLE", assessor(model, "a1").path("state").asString());
    assertEquals("TOO_FEW_CHECKS", model.at("/trainings/1/conclusion").asString());
  }

  /** The numbers of the report: page, JSON and command cannot disagree. */
  @Test
  void sameAsTheReport() throws IOException {
    JsonNode model = json("--json");
    Path report = temp.resolve("report");
    assertEquals(0, run("report", "--out", report.toString()), err.toString());
    JsonNode r = JsonMapper.shared().readTree(Files.readAllBytes(report.resolve("report.json")));
    assertEquals(assessor(model, "a2").path("needs"), r.at("/needs/people/1/needs"), "needs of a2");
    assertEquals(model.path("trainings"), r.at("/needs/trainings"));
    String page = Files.readString(report.resolve("index.html"));
    assertTrue(page.contains("Training needs"), "table");
    assertTrue(page.contains("30 of 230"), "counts");
    assertTrue(page.contains("What trainings did"), "trainings");
  }

  /** Without a probability no check is random: nobody is compared, and it is said. */
  @Test
  void noProbabilities() throws IOException {
    String all = verdicts.toString();
    verdicts.setLength(0);
    verdicts.append(all.replace(",SRS,0.5,", ",SRS,,"));
    write();
    JsonNode model = json("--json");
    for (JsonNode a : model.path("assessors")) {
      assertEquals("TOO_FEW_CHECKS", a.path("state").asString());
      assertEquals(0, a.path("compared").asInt());
      assertTrue(a.path("needs").isEmpty());
    }
    assertFalse(model.path("basis").asString().isEmpty());
  }

  /** Verdicts on items that nobody graded are excluded, and change nothing else. */
  @Test
  void verdictsForUnknownItems() throws IOException {
    JsonNode before = json("--json");
    verdicts.append("nobody,q1,C,2025-04-02T10:00:00Z,SRS,0.5,BLIND\n");
    write();
    assertEquals(before.path("guideline"), json("--json").path("guideline"));
    assertEquals(
        assessor(before, "a2").path("needs").path(0).path("errors"),
        assessor(json("--json"), "a2").path("needs").path(0).path("errors"));
  }

  @Test
  void badTrainings() throws IOException {
    Path policy = temp.resolve("policy.json");
    String text = Files.readString(policy);
    Files.writeString(policy, text.replace("\"grade\": \"C\"}", "\"grade\": \"X\"}"));
    assertEquals(2, run("assessors"));
    assertTrue(err.toString().contains("trainings[0].grade must be a grade of the scheme"));
    err.getBuffer().setLength(0);
    Files.writeString(policy, text.replaceFirst("2025-03-17", "17.3.2025"));
    assertEquals(2, run("assessors"));
    assertTrue(err.toString().contains("trainings[0].date"), err.toString());
  }
}
