package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.data.Gradings;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.plan.Design;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two assessors, 700 gradings and three levels, from gradings to a decision. */
abstract class PlanFixture {
  static final String POLICY =
      """
      {"scheme": {"grades": ["A", "B", "C"]},
       "levels": [
        {"name": "any", "counts": "any", "acceptable": 0.02, "unacceptable": 0.1,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "month"},
        {"name": "bad", "counts": [["A", "C"]], "acceptable": 0.001, "unacceptable": 0.05,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "month"},
        {"name": "unit", "counts": "any", "acceptable": 0.02, "unacceptable": 0.05,
         "producerRisk": 0.05, "consumerRisk": 0.1, "scope": "unit", "period": "month"}]}
      """;

  @TempDir Path temp;
  Path gradings;
  Policy policy;
  Path planFile;
  List<Path> excluded = List.of();
  Optional<Path> resume = Optional.empty();
  Optional<Together> together = Optional.empty();

  @BeforeEach
  void files() throws IOException {
    var rows = new StringBuilder("item_id,assessor_id,grade,graded_at,stream_id\n");
    for (int i = 0; i < 700; i++) {
      String id = i == 5 ? "=i5" : "i" + i;
      String assessor = i % 7 < 5 ? "a01" : "a02";
      rows.append(id + "," + assessor + ",C,2025-03-0" + (1 + i % 9) + "T10:00:00Z,Q" + i % 2);
      rows.append('\n');
    }
    rows.append("i0,a02,C,2025-03-02T11:00:00Z,Q1\n"); // an item of two assessors
    rows.append("i0,a01,B,2025-03-03T11:00:00Z,Q1\n"); // and again by the same one
    rows.append("i900,a01,C,2025-02-01T11:00:00Z,Q1\n"); // another month
    gradings = Files.writeString(temp.resolve("gradings.csv"), rows);
    policy = PolicyReader.parse(POLICY);
    planFile = temp.resolve("plan.json");
  }

  boolean isSealed = true;

  /** A key as versions wrote it that had no digests yet. */
  static String unsealed(String key) {
    return key.replaceAll("(,yes|,no|excluded),[^,]*,[^,]*,[^,]*,[^,]*,", "$1,");
  }

  Gradings read() {
    return Ingest.read(IngestOptions.of(gradings, policy)).gradings();
  }

  Plan plan(Plan.Options options) throws IOException {
    Plan plan = Plan.of(policy, read(), options);
    Files.writeString(planFile, PlanFiles.json(plan));
    return plan;
  }

  static Plan.Options options(Design design) {
    return new Plan.Options(Set.of(), Optional.empty(), Optional.empty(), design, 30);
  }

  List<KeyRow> key(Draw draw) throws IOException {
    return KeyFile.read(Files.writeString(temp.resolve("key.csv"), draw.key()));
  }

  static PlannedLot lot(Plan plan, KeyRow row) {
    return plan.lots().stream().filter(l -> l.id().equals(row.lot())).findFirst().orElseThrow();
  }

  // The QA officer grades every item A where it is to be wrong, else C as nearly all gradings are.
  static String filled(String pickList, Predicate<String> wrong) {
    var lines = new ArrayList<String>(pickList.lines().toList());
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      String item = fields[0].replace("'=", "=");
      fields[1] = "r01";
      fields[2] = wrong.test(item) ? "A" : "C";
      fields[3] = "2025-04-01T09:00:00Z";
      lines.set(i, String.join(",", fields));
    }
    return String.join("\n", lines) + "\n";
  }

  PlanStatus evaluate(Draw draw, String verdicts) throws IOException {
    return evaluate(draw, verdicts, null);
  }

  PlanStatus evaluate(Draw draw, String verdicts, Path missing) throws IOException {
    return job(draw, verdicts, missing).run();
  }

  EvaluateJob job(Draw draw, String verdicts, Path missing) throws IOException {
    Path file = Files.writeString(temp.resolve("verdicts.csv"), verdicts);
    String text = isSealed ? draw.key() : unsealed(draw.key());
    Path key = Files.writeString(temp.resolve("key.csv"), text);
    return new EvaluateJob(
        IngestOptions.of(gradings, policy).withVerdicts(file),
        planFile,
        key,
        Optional.ofNullable(missing),
        excluded,
        resume,
        together,
        Optional.empty());
  }

  String state(Draw draw, String verdicts) throws IOException {
    EvaluateJob job = job(draw, verdicts, null);
    return job.state(job.run());
  }

  interface Action {
    void run() throws IOException;
  }

  static void assertMessage(String message, Action action) {
    assertEquals(message, assertThrows(BadInputException.class, action::run).getMessage());
  }
}
