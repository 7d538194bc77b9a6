package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.io.policy.PolicyReader;
import org.junit.jupiter.api.Test;

/** The page that describes the data says what the code does. */
class DataPageTest {
  static String page() throws IOException {
    return Files.readString(Path.of("../docs/data.md"));
  }

  static List<String> firstCells(String section) throws IOException {
    String text = page();
    int from = text.indexOf("\n## " + section + "\n") + 4;
    int to = text.indexOf("\n## ", from);
    return Pattern.compile("(?m)^\\| `([A-Za-z_]+)` \\|")
        .matcher(text.substring(from, to))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void everyColumnInItsOrder() {
    assertAll(
        () -> assertEquals(GradingColumn.TABLE.titles(), firstCells("Gradings")),
        () -> assertEquals(VerdictColumn.TABLE.titles(), firstCells("Verdicts")));
  }

  @Test
  void everyReasonInItsOrder() throws IOException {
    assertEquals(Stream.of(Reason.values()).map(Reason::name).toList(), firstCells("The ledger"));
  }

  @Test
  void thePolicyCanBeRead() throws IOException {
    String text = page();
    int from = text.indexOf("```json") + 7;
    assertEquals(
        2, PolicyReader.parse(text.substring(from, text.indexOf("```", from))).levels().size());
  }
}
