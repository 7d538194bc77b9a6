package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assay.io.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows kept as they were written are read again as they were. */
class VerdictTextsTest {
  private static final String GRADINGS =
      "item_id,assessor_id,grade,graded_at\n"
          + "\"i,1\",a1,A,2025-01-01T00:00Z\n"
          + "\"i \"\"2\"\"\",a1,A,2025-01-01T00:00Z\n"
          + "i3,a1,A,2025-01-01T00:00Z\n"
          + "i4,a1,B,2025-01-01T00:00Z\n";
  private static final String VERDICTS =
      "Item;officer;grade;checked_at;note;blind\n"
          + "i,1;q1;A;2025-01-02T00:00Z;x;BLIND\n"
          + "\"i \"\"2\"\"\";q1; B ;2025-01-02T00:00Z;;\n"
          + "i3;q1;A;2025-01-02T00:00Z;x;BLIND;more\n" // a field too many
          + "i4;q1;?;2025-01-02T00:00Z;x;BLIND\n"
          + "i4;;;;;BLIND\n"
          + "i4\u00e9;q1;A;2025-01-02T00:00Z;;\n";

  @TempDir Path temp;

  private IngestOptions options(byte[] verdicts) throws IOException {
    Path gradings = Files.writeString(temp.resolve("g.csv"), GRADINGS);
    Path file = Files.write(temp.resolve("v.csv"), verdicts);
    return IngestOptions.of(
            gradings,
            PolicyReader.parse(
                "{\"scheme\": {\"grades\": [\"A\", \"B\"]}, \"levels\": [{\"name\": \"any\","
                    + " \"counts\": \"any\", \"acceptable\": 0.02, \"unacceptable\": 0.1,"
                    + " \"producerRisk\": 0.05, \"consumerRisk\": 0.05, \"scope\": \"unit\","
                    + " \"period\": \"all\"}]}"))
        .withVerdicts(file);
  }

  private static IngestOptions mapped(IngestOptions options) {
    return options.withColumns(Map.of(), Map.of("item_id", "Item", "reviewer_id", "officer"));
  }

  @Test
  void leadToTheSameAccount() throws IOException {
    // in Latin-1, so that an id is not UTF-8
    byte[] latin = VERDICTS.getBytes(StandardCharsets.ISO_8859_1);
    TableLedger first = Ingest.read(mapped(options(latin))).ledger().verdicts();
    VerdictTexts texts = VerdictTexts.read(mapped(options(latin)));
    assertEquals(
        List.of("item_id", "reviewer_id", "grade", "checked_at", "blind"), texts.columns());
    assertEquals(List.of("i \"2\"", "q1", " B ", "2025-01-02T00:00Z", ""), texts.rows().get(1));
    IngestOptions again = options(latin).withVerdicts(texts.source("again"));
    assertEquals(texts, VerdictTexts.read(again));
    TableLedger second = Ingest.read(again).ledger().verdicts();
    assertEquals(2, (int) first.rowsUsed());
    assertEquals(first.rowsUsed(), second.rowsUsed());
    assertEquals(first.rowsPending(), second.rowsPending());
    for (Reason reason : Reason.values()) {
      assertEquals(first.excluded(reason), second.excluded(reason), reason::name);
    }
    assertEquals(1, first.excluded(Reason.FIELD_COUNT));
    assertEquals(1, first.excluded(Reason.UNREADABLE_TEXT));
  }

  @Test
  void aColumnThatOneOfTwoTablesLacksIsEmptyThere() {
    VerdictTexts one = new VerdictTexts(List.of("item_id", "grade"), List.of(List.of("i1", "A")));
    VerdictTexts two =
        new VerdictTexts(List.of("grade", "blind"), List.of(List.of("B", "BLIND", "")));
    assertEquals(
        new VerdictTexts(
            List.of("item_id", "grade", "blind"),
            List.of(List.of("i1", "A", ""), List.of("", "B", "BLIND", ""))),
        one.then(two));
  }
}
