package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.io.BadInputException;
import org.assay.io.policy.Policy;
import org.assay.io.table.ReadOptions;
import org.assay.io.table.TableSource;
import org.assay.io.table.TimeFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, probabilities and words as people and spreadsheets write them. */
class ValuesTest extends IngestFixture {
  private static final Policy LONDON = POLICY.withZone(ZoneId.of("Europe/London"));

  private Intake read(String format, String... times) throws IOException {
    String[] lines = new String[times.length + 1];
    lines[0] = "item_id;assessor_id;grade;graded_at";
    for (int i = 0; i < times.length; i++) {
      lines[i + 1] = "i" + i + ";a;A;" + times[i];
    }
    Path file = file("g.csv", lines);
    var options =
        new ReadOptions(
            Optional.empty(),
            Optional.empty(),
            format == null ? Optional.empty() : Optional.of(TimeFormat.of(format)));
    return Ingest.read(IngestOptions.of(TableSource.of(file, options), LONDON));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/MM/yyyy HH:mm | 03/07/2025 10:05 | 2025-07-03T09:05:00Z",
        "M/d/yyyy h:mm a | 7/3/2025 1:05 PM | 2025-07-03T12:05:00Z",
        "M/d/yyyy h:mm a | 7/3/2025 1:05 pm | 2025-07-03T12:05:00Z",
        "dd.MM.yyyy | 03.07.2025 | 2025-07-02T23:00:00Z",
        "dd.MM.yy | 03.07.25 | 2025-07-02T23:00:00Z",
        "d MMM yyyy | 3 Jul 2025 | 2025-07-02T23:00:00Z",
        "dd/MM/yyyy HH:mm XXX | 03/07/2025 10:05 +02:00 | 2025-07-03T08:05:00Z",
        "serial | 45841.5 | 2025-07-03T11:00:00Z",
        "serial | 45841,5 | 2025-07-03T11:00:00Z",
        "serial | 45841.420138888889 | 2025-07-03T09:05:00Z",
        "serial-1904 | 44379.5 | 2025-07-03T11:00:00Z",
        "epoch | 1751537100 | 2025-07-03T10:05:00Z",
        "epoch-millis | 1751537100250 | 2025-07-03T10:05:00.250Z",
        "dd/MM/yyyy | 2025-07-03T09:05:00Z | 2025-07-03T09:05:00Z", // ISO 8601 is read as ever
      })
  void timesInAFormat(String format, String text, String expected) throws IOException {
    Intake in = read(format, text);
    assertEquals(Instant.parse(expected).toEpochMilli(), in.gradings().gradedAt().orElseThrow()[0]);
  }

  @Test
  void whatIsNotInTheFormatIsNoTime() throws IOException {
    Intake in = read("dd/MM/yyyy", "03/07/2025", "31/02/2025", "07/13/2025", "3/7/2025", "soon");
    assertEquals(List.of(3L, 4L, 5L, 6L), rows(in.ledger().gradings()).get(Reason.BAD_TIME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HH:mm", "dd/MM", "fortnight", "", "dd/MM/yyyy {"})
  void aFormatThatIsNoneIsRefused(String format) {
    String message =
        assertThrows(BadInputException.class, () -> TimeFormat.of(format)).getMessage();
    assertTrue(message.startsWith("a date format must be a pattern of day, month and year"));
  }

  /** A grading begins its day and a check ends it, so that none is before what it checks. */
  @Test
  void aDateAlone() throws IOException {
    Path g = file("g.csv", "item_id,assessor_id,grade,graded_at", "i1,a,A,2025-07-03");
    Path v = file("v.csv", VERDICTS, "i1,q,A,2025-07-03");
    Intake in = Ingest.read(IngestOptions.of(g, LONDON).withVerdicts(v));
    assertAll(
        () ->
            assertEquals(
                Instant.parse("2025-07-02T23:00:00Z").toEpochMilli(),
                in.gradings().gradedAt().orElseThrow()[0]),
        () ->
            assertEquals(
                Instant.parse("2025-07-03T22:59:59.999Z").toEpochMilli(),
                in.verdicts().checkedAt(0)),
        () -> assertEquals(1, in.ledger().gradings().noted(Note.Kind.DATE_ALONE)),
        () -> assertEquals(1, in.ledger().verdicts().noted(Note.Kind.DATE_ALONE)));
  }

  @Test
  void whatAFormatReadIsKeptForTheNextTime() throws IOException {
    Path g = file("g.csv", "item_id,assessor_id,grade", "i1,a,A");
    Path v = file("v.csv", VERDICTS, "i1,q,A,03/07/2025 10:05");
    var format =
        new ReadOptions(
            Optional.empty(), Optional.empty(), Optional.of(TimeFormat.of("dd/MM/yyyy HH:mm")));
    var options = IngestOptions.of(g, LONDON).withVerdicts(TableSource.of(v, format));
    VerdictTexts texts = VerdictTexts.read(options);
    assertEquals(List.of("i1", "q", "A", "2025-07-03T10:05"), texts.rows().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.05 | 0.05",
        "' 0.05 ' | 0.05",
        "5 % | 0.05",
        "12,5 % | 0.125",
        "100 % | 1",
        "1/20 | 0.05",
        "1 / 20 | 0.05",
        "0,05 | 0.05",
      })
  void probabilities(String text, double expected) {
    double plain = Probability.read(text, false);
    assertEquals(expected, Double.isNaN(plain) ? Probability.readOther(text, false) : plain, 1e-15);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "5%", "-5 %", "101 %", "3/2", "1/0", "0/5", "1,000", "NaN", "1f", "5 %%", "a/b", ""
      })
  void whatIsNoProbability(String text) {
    assertTrue(Double.isNaN(Probability.read(text, false)));
    assertTrue(Double.isNaN(Probability.readOther(text, false)));
  }

  @Test
  void otherWordsAreMappedAndNoted() throws IOException {
    Intake in =
        verdicts(
            VERDICTS + ",selection_method,inclusion_probability,blind,grading_id",
            "i1,q,A,2025-03-04T10:00Z,Random,25 %,Yes,g1",
            "i2,q,A,2025-03-04T10:00Z,Simple random sample,1/4,nein,g2",
            "i2,q,A,2025-03-04T10:00Z,Zuf\u00e4llig,\"0,25\",TRUE,g3",
            "i3,q,A,2025-03-04T10:00Z,srs,0.25,blind,g4");
    var selections = in.verdicts().selections();
    assertAll(
        () -> assertEquals(4, in.verdicts().size()),
        () -> assertEquals(SelectionMethod.SRS, selections.method(0)),
        () -> assertEquals(0.25, selections.inclusionProbability(0)),
        () -> assertEquals(SelectionMethod.SRS, selections.method(2)),
        () -> assertEquals(0.25, selections.inclusionProbability(2)),
        () -> assertEquals(Blindness.BLIND, selections.blindness(0)),
        () -> assertEquals(Blindness.NON_BLIND, selections.blindness(1)),
        () -> assertEquals(Blindness.BLIND, selections.blindness(2)),
        () -> assertTrue(in.ledger().verdicts().noted(Note.Kind.READ_AS) > 0));
    String sentence =
        in.ledger().verdicts().notes().stream()
            .filter(note -> note.kind() == Note.Kind.READ_AS)
            .findFirst()
            .orElseThrow()
            .sentence();
    assertTrue(sentence.contains("\"Random\" -> SRS (1)"), sentence);
    assertTrue(sentence.contains("\"nein\" -> NON_BLIND (1)"), sentence);
  }
}
