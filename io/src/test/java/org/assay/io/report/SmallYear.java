package org.assay.io.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Sixty days of three assessors with planted counts: a02 gives C for B, a01 and a03 hardly err.
 *
 * @param gradings file
 * @param verdicts file
 * @param policy file
 * @param blindChecks random blind checks
 * @param blindErrors errors among them
 * @param pending random selections without a verdict
 * @param targeted targeted checks, all of them errors
 */
record SmallYear(
    Path gradings,
    Path verdicts,
    Path policy,
    long blindChecks,
    long blindErrors,
    long pending,
    long targeted) {
  private static final String POLICY =
      """
      {"scheme": {"version": "1", "grades": ["A", "B", "C", "N"], "ordered": true},
       "zone": "Europe/London",
       "levels": [
         {"name": "any error", "counts": "any", "acceptable": 0.02, "unacceptable": 0.08,
          "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "month"},
         {"name": "any error, assessor", "counts": "any", "acceptable": 0.02,
          "unacceptable": 0.06, "producerRisk": 0.05, "consumerRisk": 0.05,
          "scope": "assessor", "period": "all"}]}
      """;

  static SmallYear write(Path folder) throws IOException {
    StringBuilder gradings = new StringBuilder("item_id,assessor_id,grade,graded_at,stream_id\n");
    StringBuilder verdicts =
        new StringBuilder(
            "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,"
                + "stratum_id,blind\n");
    Instant start = Instant.parse("2025-03-03T10:00:00Z");
    long checks = 0;
    long errors = 0;
    long pending = 0;
    long targeted = 0;
    for (int i = 0; i < 3600; i++) {
      String item = i == 9 ? "=1+1" : i == 21 ? "<b>" : "i" + i;
      String assessor = "a0" + (1 + i % 3);
      boolean mistaken = i % 15 == 1 || i % 90 == 9 || i % 90 == 11;
      String grade = mistaken ? "C" : "ABCN".substring(i / 6 % 4, i / 6 % 4 + 1);
      String reference = mistaken ? "B" : grade;
      Instant at = start.plus(i * 24L, ChronoUnit.MINUTES);
      gradings.append(String.join(",", item, assessor, grade, at.toString(), "<b>q"));
      gradings.append('\n');
      String checked = at.plus(2, ChronoUnit.DAYS).toString();
      if (i / 3 % 2 == 0) {
        boolean waits = i % 300 == 0;
        boolean blind = i / 6 % 3 != 0;
        String[] row = {
          item,
          waits ? "" : "q" + i % 2,
          waits ? "" : reference,
          waits ? "" : checked,
          "STRATIFIED",
          "0.5",
          assessor,
          blind ? "BLIND" : "NON_BLIND"
        };
        verdicts.append(String.join(",", row)).append('\n');
        pending += waits ? 1 : 0;
        checks += blind && !waits ? 1 : 0;
        errors += blind && !waits && mistaken ? 1 : 0;
      } else if (mistaken) {
        verdicts.append(
            String.join(",", item, "q1", reference, checked, "TARGETED", "", "", "NON_BLIND"));
        verdicts.append('\n');
        targeted++;
      }
    }
    Path policy = Files.writeString(folder.resolve("policy.json"), POLICY);
    Path g = Files.writeString(folder.resolve("gradings.csv"), gradings);
    Path v = Files.writeString(folder.resolve("verdicts.csv"), verdicts);
    return new SmallYear(g, v, policy, checks, errors, pending, targeted);
  }
}
