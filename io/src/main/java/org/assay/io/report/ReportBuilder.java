package org.assay.io.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.assay.io.ingest.Intake;
import org.assay.io.ingest.Note;
import org.assay.io.ingest.TableLedger;
import org.assay.io.plan.PlannedChecks;
import org.assay.io.policy.Policy;

/** Computes a report: counts once, then every section from the counts. */
public final class ReportBuilder {
  private ReportBuilder() {}

  /**
   * The report on what was read.
   *
   * <p>Cost: one pass over gradings and verdicts by month, one more by week if a level asks for it,
   * a few over the verdicts, then O(cells) for each rate.
   *
   * @param intake gradings, verdicts and the account of their rows
   * @param policy levels, calendar and budget
   * @param asOf what was known at this time was read; empty for everything
   * @param engineVersion version of Assay
   * @return every number and sentence
   */
  public static ReportModel build(
      Intake intake, Policy policy, Optional<Instant> asOf, String engineVersion) {
    return build(
        new PlannedChecks.Read(intake, PlannedChecks.NONE),
        policy,
        asOf,
        engineVersion,
        EarlierReport.NONE);
  }

  /** The report on what was read, under a plan or not, after an earlier one. */
  static ReportModel build(
      PlannedChecks.Read read,
      Policy policy,
      Optional<Instant> asOf,
      String engineVersion,
      EarlierReport earlier) {
    // Threads of a pool do each other's work while they wait; others would spin.
    ForkJoinPool pool = new ForkJoinPool();
    try {
      return pool.invoke(
          ForkJoinTask.adapt(() -> sections(read, policy, asOf, engineVersion, earlier)));
    } finally {
      pool.shutdown();
    }
  }

  private static ReportModel sections(
      PlannedChecks.Read read,
      Policy policy,
      Optional<Instant> asOf,
      String engineVersion,
      EarlierReport earlier) {
    Intake intake = read.intake();
    Facts facts = new Facts(intake, policy, read.checks());
    CheckSection checks = new CheckSection(facts);
    RateSection rates = new RateSection(facts);
    NeedsSection needs = new NeedsSection(facts);
    ConfusionSection confusions = new ConfusionSection(facts, needs);
    TrustSection trust = new TrustSection(facts);
    // The long ones beside each other; none changes what another reads.
    var trend = ForkJoinTask.adapt(() -> new TrendSection(facts).trend()).fork();
    var support = ForkJoinTask.adapt(confusions::support).fork();
    var table = ForkJoinTask.adapt(() -> new NeedTable(facts, needs).table()).fork();
    var confused = ForkJoinTask.adapt(confusions::confusions).fork();
    var matrices = ForkJoinTask.adapt(() -> new MatrixSection(facts).matrices()).fork();
    var fair = ForkJoinTask.adapt(() -> FairSection.of(facts)).fork();
    var levels = ForkJoinTask.adapt(() -> new LevelSection(facts, earlier)).fork();
    var agreement = ForkJoinTask.adapt(trust::agreement).fork();
    var reference = ForkJoinTask.adapt(() -> new ReferenceSection(facts)).fork();
    var among = ForkJoinTask.adapt(() -> new AmongSection(facts).among()).fork();
    List<LocalDate> span = facts.span();
    CheckPart.Checks checked = checks.checks();
    RatePart.BlindRatio ratio = rates.blindRatio();
    List<String> first = intake.losses().above(policy.unusableAtMost());
    List<FindingPart.Finding> findings =
        FindingSection.of(
            levels.join().levels(),
            Stream.concat(needs.findings().stream(), reference.join().findings().stream()).toList(),
            trend.join(),
            ratio,
            checked,
            first);
    RatePart.Rates all = rates.rates();
    return new ReportModel(
        ReportModel.SCHEMA_VERSION,
        engineVersion,
        asOf.map(Instant::toString).orElse(null),
        policy.zone().getId(),
        span.isEmpty() ? null : span.get(0).toString(),
        span.isEmpty() ? null : span.get(1).toString(),
        facts.scheme().version(),
        facts.scheme().grades(),
        facts.sample(),
        checks.basis(),
        new CheckPart.Arrived(intake.ledger(), arrived(intake)),
        checked,
        first,
        levels.join().levels(),
        levels.join().tables(),
        FurtherSection.of(facts, levels.join().levels()),
        all,
        rates.naive(),
        ratio,
        confused.join(),
        matrices.join(),
        fair.join(),
        support.join(),
        table.join(),
        trend.join(),
        agreement.join(),
        among.join(),
        trust.reviewers(),
        reference.join().quality(all.all()),
        Methods.of(facts),
        Methods.FAIRNESS,
        findings);
  }

  private static List<String> arrived(Intake intake) {
    List<String> sentences = new ArrayList<>();
    sentences.add(balance(intake.ledger().gradings()));
    if (intake.ledger().verdicts().isPresent()) {
      sentences.add(balance(intake.ledger().verdicts()));
    } else {
      sentences.add("No table of verdicts came: nothing can be said about errors.");
    }
    intake.ledger().gradings().notes().stream()
        .filter(note -> note.kind() == Note.Kind.FAR_DATE)
        .forEach(note -> sentences.add(note.sentence()));
    return sentences;
  }

  private static String balance(TableLedger table) {
    String text =
        capital(table.table())
            + ": "
            + Words.count(table.rowsIn(), "row", "rows")
            + " in = "
            + Words.count(table.rowsUsed())
            + " used";
    if (table.rowsPending() > 0) {
      text += " + " + Words.count(table.rowsPending()) + " pending";
    }
    return text + " + " + Words.count(table.rowsExcluded()) + " excluded.";
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
