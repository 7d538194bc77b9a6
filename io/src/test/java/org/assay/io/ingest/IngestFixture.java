package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assay.data.GradingScheme;
import org.assay.io.ingest.Exclusion.Example;
import org.assay.io.policy.Policy;
import org.junit.jupiter.api.io.TempDir;

/** Small tables, read; and what became of their rows. */
abstract class IngestFixture {
  static final Policy POLICY =
      new Policy(GradingScheme.ordered("A", "B", "C", "N").withVersion("v1"), List.of());
  static final String VERDICTS = "item_id,reviewer_id,grade,checked_at";

  @TempDir Path dir;

  Path file(String name, String... lines) throws IOException {
    return Files.writeString(dir.resolve(name), String.join("\n", lines) + "\n");
  }

  /** Gradings alone. */
  Intake gradings(String... lines) throws IOException {
    return Ingest.read(IngestOptions.of(file("gradings.csv", lines), POLICY));
  }

  /** Verdicts on four gradings: i1 by a01, i2 by a02 and again by a01, i3 by a01. */
  Intake verdicts(String... lines) throws IOException {
    return verdicts(
        List.of(
            "grading_id,item_id,assessor_id,grade,graded_at",
            "g1,i1,a01,A,2025-03-03T10:00Z",
            "g2,i2,a02,B,2025-03-03T10:01Z",
            "g3,i2,a01,C,2025-03-03T10:02Z",
            "g4,i3,a01,N,2025-03-03T10:03Z"),
        lines);
  }

  Intake verdicts(List<String> gradingLines, String... lines) throws IOException {
    return verdicts(POLICY, gradingLines, lines);
  }

  Intake verdicts(Policy policy, List<String> gradingLines, String... lines) throws IOException {
    Path gradings = file("gradings.csv", gradingLines.toArray(new String[0]));
    return Ingest.read(
        IngestOptions.of(gradings, policy).withVerdicts(file("verdicts.csv", lines)));
  }

  static Map<Reason, List<Long>> rows(TableLedger ledger) {
    var rows = new EnumMap<Reason, List<Long>>(Reason.class);
    ledger
        .exclusions()
        .forEach(e -> rows.put(e.reason(), e.examples().stream().map(Example::row).toList()));
    return rows;
  }

  static Example only(TableLedger ledger, Reason reason) {
    List<Example> examples = ledger.exclusion(reason).orElseThrow().examples();
    assertEquals(1, examples.size());
    return examples.get(0);
  }

  /** Everything an intake holds, row by row. */
  static String told(Intake in) {
    var told = new StringBuilder();
    var gradings = in.gradings();
    for (int i = 0; i < gradings.size(); i++) {
      told.append(gradings.item().id(i)).append(' ').append(gradings.assessor().id(i));
      told.append(' ').append(gradings.grade().get(i));
      told.append(' ').append(gradings.gradedAt().orElseThrow()[i]).append('\n');
    }
    var verdicts = in.verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      told.append(verdicts.selections().grading(i)).append(' ');
      told.append(verdicts.reference().get(i)).append(' ').append(verdicts.checkedAt(i));
      told.append(' ').append(verdicts.selections().method(i));
      told.append(' ').append(verdicts.selections().inclusionProbability(i));
      told.append(' ').append(verdicts.selections().blindness(i)).append('\n');
    }
    for (int i = 0; i < verdicts.pending().size(); i++) {
      told.append(verdicts.pending().grading(i)).append('\n');
    }
    return told.append(in.ledger()).append(in.losses()).toString();
  }
}
