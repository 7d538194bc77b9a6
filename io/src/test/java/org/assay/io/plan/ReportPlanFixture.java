package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assay.data.Verdicts;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.report.LevelPart;
import org.assay.io.report.ReportJob;
import org.assay.io.report.ReportModel;
import org.assay.plan.QaLevel;

/**
 * A report of what was drawn under the plan of the fixture, and its judge beside that of
 * evaluation.
 */
class ReportPlanFixture extends PlanFixture {
  String policyText = POLICY;

  PlannedChecks.Files files(Path missing) {
    return new PlannedChecks.Files(
        planFile, temp.resolve("key.csv"), Optional.ofNullable(missing), excluded);
  }

  IngestOptions tables() {
    return IngestOptions.of(gradings, policy).withVerdicts(temp.resolve("verdicts.csv"));
  }

  ReportModel report(Draw draw, String verdicts, Path missing) throws IOException {
    Files.writeString(temp.resolve("verdicts.csv"), verdicts);
    Files.writeString(temp.resolve("key.csv"), draw.key());
    Path policyFile = Files.writeString(temp.resolve("policy.json"), policyText);
    return ReportJob.run(
            tables(),
            policyFile,
            Optional.of(files(missing)),
            temp.resolve("out"),
            null,
            "test",
            (task, share) -> {})
        .report();
  }

  Verdicts selected(Draw draw, String verdicts) throws IOException {
    Files.writeString(temp.resolve("verdicts.csv"), verdicts);
    Files.writeString(temp.resolve("key.csv"), draw.key());
    return PlannedChecks.read(files(null), policy, Ingest.read(tables())).intake().verdicts();
  }

  static LevelPart.Level row(ReportModel report, LevelState s) {
    String member = s.lot().who().isEmpty() ? "all" : s.lot().who();
    return report.levels().stream()
        .filter(
            l ->
                l.level().equals(s.level().level())
                    && l.member().equals(member)
                    && l.period().equals(s.lot().period()))
        .findFirst()
        .orElseThrow();
  }

  PlanStatus assertOneJudge(Draw draw, String verdicts, Path missing) throws IOException {
    PlanStatus status = evaluate(draw, verdicts, missing);
    ReportModel report = report(draw, verdicts, missing);
    for (PlanRuling ruling : status.rulings()) {
      LevelState s = ruling.at();
      LevelPart.Level row = row(report, s);
      assertEquals(ruling.state(), row.state(), row::sentence);
      assertEquals(ruling.leastChecks(), row.leastChecks());
      assertEquals(s.state().decision(), row.plan().decision(), row::sentence);
      assertEquals(s.state().checked(), row.plan().checked());
      assertEquals(s.state().errors(), row.plan().errors());
      assertEquals(s.lot().id(), row.plan().lot());
      assertEquals(s.level().maximumChecks(), row.plan().maximum());
      assertEquals(s.upperBound().orElse(1), row.upperBound());
      assertEquals(s.lowerBound().orElse(0), row.lowerBound());
      assertTrue(row.sentence().contains(row.plan().decision().name()), row::sentence);
      assertTrue(row.sentence().contains("the plan's own boundary, over all its looks"));
      assertEquals(QaLevel.About.LOT, row.about());
      assertEquals(1, row.look());
    }
    assertEquals(
        status.states().size(), report.levels().stream().filter(l -> l.plan() != null).count());
    return status;
  }
}
