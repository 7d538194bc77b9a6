package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.data.GradingScheme;
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
            .of(scheme)
            .acceptable(0.02)
            .unacceptable(0.05)
            .risks(0.05)
            .perAssessor()
            .perQuarter();
    Conclusion newcomer = level.judge(3, 40); // 3 errors in 40 checks
    print(
        "%s: at most %.3f, %d more checks",
        newcomer.state(), newcomer.passBound(), newcomer.furtherChecks().getAsLong());

    PairAgreement pairs =
        Assay.agreement(scheme, new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
    print("%s", pairs.cohenKappa());
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
