package org.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of a team of two, who give every item the grade B, and its policy. */
final class TwoAssessors {
  /** One level, any error, for each assessor and month. */
  static final String POLICY =
      """
      {"scheme": {"grades": ["A", "B"]},
       "levels": [{"name": "any", "counts": "any", "acceptable": 0.02, "unacceptable": 0.1,
        "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "month"}]}
      """;

  private TwoAssessors() {}

  /** Writes gradings of March 2025, by a01 and a02 in turn, and the policy. */
  static void write(int items, Path gradings, Path policy) throws IOException {
    var rows = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    for (int i = 0; i < items; i++) {
      rows.append("i" + i + ",a0" + (1 + i % 2) + ",B,2025-03-02T10:00:00Z\n");
    }
    Files.writeString(gradings, rows);
    Files.writeString(policy, POLICY);
  }
}
