package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.io.Fuzz;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Valid work of small teams is reported, perfect agreement above all. */
class SmallTeamsTest {
  private static final String GRADES = "ABC";

  @TempDir Path temp;

  @Test
  void everyTeamIsReported() throws IOException {
    SplittableRandom random = Fuzz.random(20261201);
    int teams = Fuzz.rounds(30);
    for (int team = 0; team < teams; team++) {
      double agreement = team % 2 == 0 ? 1 : 0.98;
      Path folder = Files.createDirectory(temp.resolve("t" + team));
      var gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
      var verdicts =
          new StringBuilder(
              "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
      int items = 1 + random.nextInt(40);
      int assessors = 1 + random.nextInt(4);
      double share = 0.05 + 0.95 * random.nextDouble();
      for (int item = 0; item < items; item++) {
        char truth = GRADES.charAt(random.nextInt(1 + team % 3));
        int raters = 1 + random.nextInt(assessors);
        for (int rater = 0; rater < raters; rater++) {
          char grade = random.nextDouble() < agreement ? truth : 'B';
          gradings.append(
              String.format(
                  java.util.Locale.ROOT,
                  "i%d,a%d,%c,2025-%02d-%02dT10:00:00Z%n",
                  item,
                  rater,
                  grade,
                  1 + random.nextInt(12),
                  1 + random.nextInt(28)));
        }
        if (random.nextDouble() < share) {
          char grade = random.nextDouble() < agreement ? truth : 'C';
          verdicts.append(
              String.format(
                  java.util.Locale.ROOT,
                  "i%d,r%d,%c,2025-12-30T10:00:00Z,SRS,%.4f,%s%n",
                  item,
                  random.nextInt(2),
                  grade,
                  share,
                  team % 5 > 0 ? "BLIND" : "NON_BLIND"));
        }
      }
      Path policy =
          Files.writeString(
              folder.resolve("p.json"),
              """
              {"scheme": {"grades": ["A", "B", "C"], "ordered": %b}, "zone": "Europe/London",
               "levels": [{"name": "any", "counts": "any", "acceptable": 0.02,
                "unacceptable": 0.1, "producerRisk": 0.05, "consumerRisk": 0.05,
                "scope": "assessor", "period": "quarter"}]}
              """
                  .formatted(team % 4 < 2));
      IngestOptions options =
          IngestOptions.of(
              Files.writeString(folder.resolve("g.csv"), gradings), PolicyReader.read(policy));
      if (verdicts.chars().filter(c -> c == '\n').count() > 1) {
        options = options.withVerdicts(Files.writeString(folder.resolve("v.csv"), verdicts));
      }
      String what = "team " + team;
      try {
        ReportJob.Result result =
            ReportJob.run(
                options,
                policy,
                Optional.empty(),
                new ReportJob.Target(folder.resolve("out"), false),
                new ReportJob.Made(null, "test"),
                (task, share1) -> {});
        assertEquals(0, result.report().arrived().ledger().gradings().rowsExcluded(), what);
      } catch (RuntimeException e) {
        throw new AssertionError(what + "\n" + gradings + verdicts, e);
      }
    }
  }
}
