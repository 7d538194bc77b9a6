package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.CohenKappa;
import org.assay.count.ConfusionMatrix;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.PeriodKind;
import org.assay.plan.LevelAssessment;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion;
import org.junit.jupiter.api.Test;

/** The example of the README: what stands there compiles, and prints what is said to be printed. */
class ReadmeExampleTest {
  private final List<String> printed = new ArrayList<>();

  private void print(String format, Object... values) {
    printed.add(String.format(Locale.ROOT, format, values));
  }

  void example() {
    // README begins
    GradingScheme scheme = GradingScheme.ordered("A", "B", "C");
    QaLevel level =
        QaLevel.named("any error")
            .counting(ErrorClass.any(scheme))
            .acceptable(0.02)
            .unacceptable(0.05)
            .producerRisk(0.05)
            .consumerRisk(0.05)
            .of(QaLevel.Scope.ASSESSOR)
            .per(PeriodKind.QUARTER)
            .build();

    Conclusion newcomer = LevelAssessment.of(level, 3, 40); // 3 errors in 40 checks
    print(
        "%s: at most %.3f, %d more checks",
        newcomer.state(), newcomer.passBound(), newcomer.furtherChecks().getAsLong());

    AgreementEstimate kappa =
        CohenKappa.of(ConfusionMatrix.of(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}));
    print(
        "kappa %.3f (%.3f to %.3f)",
        kappa.value().value(),
        kappa.interval().orElseThrow().lower(),
        kappa.interval().orElseThrow().upper());
    // README ends
  }

  @Test
  void printsWhatTheReadmeSays() throws IOException {
    example();
    String readme = Files.readString(Path.of("../README.md"));
    assertTrue(readme.contains("```\n" + String.join("\n", printed) + "\n```"), printed.toString());
  }

  @Test
  void standsInTheReadmeToTheLetter() throws IOException {
    List<String> source =
        Files.readAllLines(Path.of("src/test/java/org/assay/ReadmeExampleTest.java"));
    int from = source.indexOf("    // README begins");
    int to = source.indexOf("    // README ends");
    String code =
        String.join(
            "\n",
            source.subList(from + 1, to).stream().map(s -> s.replaceFirst("^ {4}", "")).toList());
    String readme = Files.readString(Path.of("../README.md"));
    int start = readme.indexOf("```java\n") + 8;
    assertEquals(code, readme.substring(start, readme.indexOf("\n```", start)));
  }
}
