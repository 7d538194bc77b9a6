package example;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assay.Assay;
import org.assay.Part;
import org.assay.data.Columns;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Verdicts;
import org.assay.io.policy.Policy;
import org.assay.io.report.Report;
import org.assay.plan.QaLevel;

/** Two assessors, every second grading of theirs re-graded blind: levels, mix-ups and the report. */
public final class QualityReport {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");

  /** A grading as a reporting system keeps it; the reference is null while nobody re-graded it. */
  record Graded(String item, String assessor, String grade, Instant at, String reference) {
    Instant checkedAt() {
      return at.plusSeconds(3_600);
    }
  }

  private QualityReport() {}

  private static List<Graded> graded() {
    List<Graded> rows = new ArrayList<>();
    Instant start = Instant.parse("2025-01-06T09:00:00Z");
    for (int i = 0; i < 400; i++) {
      boolean isError = i % 40 == 0; // of a1
      rows.add(
          new Graded(
              "item-" + i,
              i % 4 < 2 ? "a1" : "a2",
              isError ? "C" : "B",
              start.plusSeconds(3_600L * i),
              i % 2 == 0 ? "B" : null));
    }
    return rows;
  }

  /**
   * Prints states and mix-ups, and writes the report.
   *
   * @param arguments the folder for the report
   * @throws IOException if it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    List<Graded> rows = graded();
    Gradings gradings =
        Gradings.from(
            rows,
            Columns.of(Graded::item, Graded::assessor, Graded::grade)
                .time(Graded::at)
                .scheme(SCHEME));
    Verdicts verdicts =
        Verdicts.from(
            gradings,
            rows.stream().filter(row -> row.reference() != null).toList(),
            Columns.of(Graded::item, Graded::assessor, Graded::reference)
                .reviewer(row -> "q1")
                .time(Graded::checkedAt)
                .selected(Selection.of(SelectionMethod.SRS, 0.5).blind()));
    QaLevel level =
        QaLevel.named("any error")
            .of(SCHEME)
            .acceptable(0.02)
            .unacceptable(0.05)
            .risks(0.05, 0.05)
            .perAssessor()
            .perQuarter();

    Assay.judge(level, verdicts).forEach(System.out::println);
    Assay.confusion(verdicts).by(Part.ASSESSOR).forEach(System.out::println);
    System.out.println(Assay.plan(level).lot(2_000).build());

    Path folder = Path.of(arguments[0]);
    Report.of(gradings, verdicts, new Policy(SCHEME, List.of(level))).writeTo(folder);
    System.out.println("The report is " + folder.resolve("index.html"));
  }
}
