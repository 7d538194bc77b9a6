package org.assay.io.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.io.Shown;
import org.assay.io.doctor.Diagnosis.Table;
import org.assay.io.ingest.Exclusion;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.InputTables;
import org.assay.io.ingest.Intake;
import org.assay.io.ingest.LossCause;
import org.assay.io.ingest.MissingColumn;
import org.assay.io.ingest.NearIds;
import org.assay.io.ingest.Note;
import org.assay.io.ingest.Reason;
import org.assay.io.ingest.Survey;
import org.assay.io.ingest.TableLedger;
import org.assay.io.ingest.TableLosses;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.ReportBuilder;
import org.assay.io.report.ReportModel;

/**
 * Reads a data set and says what can and cannot be concluded from it. It makes the report in memory
 * and reads from it, so that both say the same.
 */
public final class Doctor {
  private static final int IGNORED = 12; // columns that are named
  private static final Set<String> RARE = // that few people have, and few miss
      Set.of("lot_id", "scheme_version", "round", "supersedes", "verdict_id");

  private final Survey survey;
  private final Optional<Path> policyFile;
  private final Policy policy;
  private final Intake intake;
  private final ReportModel report;
  private final List<String> warnings = new ArrayList<>();

  private Doctor(InputTables tables, Optional<Path> policyFile, String engineVersion) {
    this.survey = Survey.of(tables);
    this.policyFile = policyFile;
    this.policy =
        policyFile.map(PolicyReader::read).orElseGet(() -> StarterPolicy.of(survey).policy());
    this.intake = Ingest.read(IngestOptions.of(tables, policy));
    this.report = ReportBuilder.build(intake, policy, Optional.empty(), engineVersion);
    warnings.addAll(survey.suspicions());
    warnings.addAll(NearIds.sentences(intake.ledger(), tables));
  }

  /**
   * Looks at a data set.
   *
   * @param tables gradings, and verdicts where there are any
   * @param policyFile the policy; without one the grades are those that occur
   * @param engineVersion version of Assay
   * @return what can be concluded
   * @throws org.assay.io.BadInputException if a table or the policy cannot be used at all
   */
  public static Diagnosis look(
      InputTables tables, Optional<Path> policyFile, String engineVersion) {
    return new Doctor(tables, policyFile, engineVersion).diagnosis();
  }

  private Diagnosis diagnosis() {
    List<TableLedger> ledgers =
        Stream.of(intake.ledger().gradings(), intake.ledger().verdicts())
            .filter(TableLedger::isPresent)
            .toList();
    ledgers.forEach(this::warn);
    if (policyFile.isEmpty() && survey.localTimes() > 0) {
      warnings.add(
          rows(survey.localTimes(), "row has a time", "rows have times")
              + " without an offset: the policy must name the zone, \"zone\": \"Europe/London\".");
    }
    return new Diagnosis(
        policyFile.map(Path::toString).orElse(null),
        List.of(
            table(intake.ledger().gradings(), intake.losses().gradings()),
            table(intake.ledger().verdicts(), intake.losses().verdicts())),
        new Conclusions(intake, report, policyFile.isPresent()).answers(),
        warnings,
        ledgers.stream().flatMap(Doctor::improvements).toList());
  }

  private void warn(TableLedger ledger) {
    for (MissingColumn column : ledger.missingColumns()) {
      int perhaps = column.sentence().indexOf("Perhaps column");
      if (perhaps >= 0) {
        warnings.add(
            "The "
                + ledger.table()
                + " have no column "
                + column.column()
                + ". "
                + column.sentence().substring(perhaps)
                + ".");
      } else if (!column.files().isEmpty()) {
        warnings.add(
            "Some files of "
                + ledger.table()
                + " have no column "
                + column.column()
                + ": "
                + Shown.plain(String.join(", ", column.files()), 120)
                + ".");
      }
    }
    for (Note note : ledger.notes()) {
      boolean isOfRows = note.kind() != Note.Kind.FAR_DATE;
      warnings.add(
          (isOfRows ? rows(note.rows(), "row", "rows") + " of " + ledger.table() + ": " : "")
              + note.sentence());
    }
    if (!ledger.ignoredColumns().isEmpty()) {
      List<String> ignored = ledger.ignoredColumns();
      int more = ignored.size() - IGNORED;
      warnings.add(
          "Columns of "
              + ledger.table()
              + " that nothing reads: "
              + ignored.stream().limit(IGNORED).map(Shown::quoted).collect(Collectors.joining(", "))
              + (more > 0 ? " and " + more + " more" : "")
              + ". Where one of them is needed, name it: --column "
              + ledger.table()
              + ".COLUMN=NAME.");
    }
  }

  private static Stream<String> improvements(TableLedger ledger) {
    return ledger.missingColumns().stream()
        .filter(column -> column.files().isEmpty() && !RARE.contains(column.column()))
        .map(
            column ->
                ledger.table()
                    + "."
                    + column.column()
                    + ": "
                    + column.sentence().replaceFirst(" Perhaps column.*", ""));
  }

  // Rows that are lost with what stood there; the others, which another row accounts for, by
  // reason.
  private static Table table(TableLedger ledger, TableLosses losses) {
    List<String> causes = new ArrayList<>();
    for (LossCause cause : losses.causes()) {
      causes.add(
          rows(cause.rows(), "row", "rows")
              + ": "
              + lower(cause.reason().sentence())
              + " "
              + capital(cause.sentence())
              + ".");
    }
    for (Exclusion exclusion : ledger.exclusions()) {
      Reason reason = exclusion.reason();
      long lost =
          losses.causes().stream()
              .filter(cause -> cause.reason() == reason)
              .mapToLong(LossCause::rows)
              .sum();
      if (exclusion.rows() > lost) {
        causes.add(
            rows(exclusion.rows() - lost, "row", "rows")
                + ": "
                + lower(reason.sentence())
                + " "
                + capital(example(exclusion)));
      }
    }
    return new Table(ledger, losses.share(), causes);
  }

  private static String example(Exclusion exclusion) {
    Exclusion.Example first = exclusion.examples().get(0);
    return (first.value().isEmpty()
            ? ""
            : first.column() + " has " + Shown.quoted(first.value()) + "; ")
        + "the first is "
        + (first.file() == null ? "row " : "")
        + first.place()
        + (first.otherRow() == null
            ? ""
            : ", the other one "
                + (first.otherFile() == null ? "row " : first.otherFile() + " row ")
                + first.otherRow())
        + ".";
  }

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  static String rows(long n, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
  }
}
