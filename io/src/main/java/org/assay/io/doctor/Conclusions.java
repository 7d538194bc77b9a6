package org.assay.io.doctor;

import java.util.ArrayList;
import java.util.List;
import org.assay.data.Selections.Blindness;
import org.assay.io.doctor.Diagnosis.Answer;
import org.assay.io.doctor.Diagnosis.Can;
import org.assay.io.doctor.Diagnosis.Question;
import org.assay.io.ingest.Intake;
import org.assay.io.ingest.TableLedger;
import org.assay.io.report.AmongPart;
import org.assay.io.report.CheckPart;
import org.assay.io.report.LevelPart;
import org.assay.io.report.ReportModel;
import org.assay.needs.TrainingNeeds;
import org.assay.result.Conclusion.State;

/** What each question finds in the data, and what it lacks. */
final class Conclusions {
  private static final String VERDICTS =
      "Have some gradings graded again by a QA officer, chosen by chance, and give the results with"
          + " --verdicts FILE (columns item_id, reviewer_id, grade, selection_method,"
          + " inclusion_probability, blind); assay plan and assay draw choose them.";

  private final Intake intake;
  private final ReportModel report;
  private final boolean hasPolicy;

  Conclusions(Intake intake, ReportModel report, boolean hasPolicy) {
    this.intake = intake;
    this.report = report;
    this.hasPolicy = hasPolicy;
  }

  List<Answer> answers() {
    return List.of(agreement(), rates(), levels(), people(), drift());
  }

  private Answer agreement() {
    List<AmongPart.Part> parts = report.among().parts();
    if (parts.isEmpty()) {
      return new Answer(
          Question.AGREEMENT,
          Can.NO,
          "No item was graded by two assessors or more.",
          List.of(
              "Have some items, chosen by chance, graded by two assessors; where that was done, see"
                  + " that both rows have the same item_id."));
    }
    AmongPart.Part all = parts.get(0);
    long assessors = report.support().size();
    long compared = report.among().others().rows().size();
    String found =
        all.sentence()
            + (compared == assessors
                ? ""
                : " "
                    + of(compared, assessors)
                    + " have enough shared items to be compared with the others.");
    List<String> toDo =
        compared == assessors
            ? List.of()
            : List.of(
                "For a figure about one assessor "
                    + report.among().others().minimumItems()
                    + " items that others graded, too, are needed.");
    return new Answer(
        Question.AGREEMENT, compared == assessors ? Can.YES : Can.PARTLY, found, toDo);
  }

  private Answer rates() {
    CheckPart.Checks checks = report.checks();
    if (!hasVerdicts()) {
      return new Answer(
          Question.RATES, Can.NO, "There is no table of verdicts.", List.of(VERDICTS));
    }
    String found = String.join(" ", checks.sentences());
    if (checks.random() == 0) {
      return new Answer(Question.RATES, Can.NO, found, selection());
    }
    if (report.basis().blindness() == Blindness.BLIND) {
      return new Answer(
          Question.RATES, Can.YES, report.rates().all().sentence() + ".", selection());
    }
    List<String> toDo = new ArrayList<>(selection());
    if (report.basis().blindness() == Blindness.UNKNOWN) {
      toDo.add(
          "Say which checks were made without seeing the grade: column blind, or, where all were,"
              + " --set verdicts.blind=yes.");
    } else {
      toDo.add("Have checks made without the grade in sight; assay draw writes such lists.");
    }
    return new Answer(Question.RATES, Can.PARTLY, report.basis().sentence(), toDo);
  }

  // What the verdicts lack to speak for all gradings.
  private List<String> selection() {
    TableLedger verdicts = intake.ledger().verdicts();
    List<String> toDo = new ArrayList<>();
    if (lacks(verdicts, "selection_method")) {
      toDo.add(
          "Say how the gradings were chosen: column selection_method, or, where all were chosen in"
              + " one way, --set verdicts.selection_method=SRS (by chance) or CENSUS (all).");
    }
    long without =
        report.checks().methods().stream().mapToLong(CheckPart.Method::withoutProbability).sum();
    if (lacks(verdicts, "inclusion_probability")) {
      toDo.add(
          "Say with which probability each was chosen: column inclusion_probability, or, where it"
              + " is the same for all, --set verdicts.inclusion_probability=0.05; a pick-list of"
              + " assay draw has it in its key: assay report --plan FILE --key FILE.");
    } else if (without > 0) {
      toDo.add("Fill in inclusion_probability where it is empty.");
    }
    return toDo;
  }

  private static boolean lacks(TableLedger ledger, String column) {
    return ledger.missingColumns().stream().anyMatch(c -> c.column().equals(column));
  }

  private Answer levels() {
    if (!hasPolicy) {
      return new Answer(
          Question.LEVELS,
          Can.NO,
          "No policy says what the levels are.",
          List.of(
              "Write one: assay init --gradings FILE --out policy.json, and name it here with"
                  + " --policy."));
    }
    long all = report.levels().size();
    long settled =
        report.levels().stream().filter(l -> l.state() != State.NOT_DEMONSTRATED).count();
    if (!hasVerdicts() || report.checks().random() == 0) {
      return new Answer(
          Question.LEVELS,
          Can.NO,
          "Without random checks whose probability is recorded no level is shown to be met or not.",
          List.of(hasVerdicts() ? "See above." : "The plan of checks that shows it: assay plan."));
    }
    List<String> toDo = new ArrayList<>();
    if (!report.first().isEmpty()) {
      toDo.add("Too many rows are lost for a PASS: mend what is said of excluded rows first.");
    }
    if (settled < all) {
      toDo.add("Further checks would settle others: assay plan says how many, assay draw which.");
    }
    return new Answer(
        Question.LEVELS,
        settled == 0 ? Can.NO : settled < all ? Can.PARTLY : Can.YES,
        settled
            + " of "
            + Doctor.rows(all, "state", "states")
            + (settled == 1 ? " is" : " are")
            + " PASS or FAIL ("
            + count(State.PASS)
            + " PASS, "
            + count(State.FAIL)
            + " FAIL, "
            + count(State.NOT_DEMONSTRATED)
            + " NOT DEMONSTRATED).",
        toDo);
  }

  private long count(State state) {
    return report.levels().stream().map(LevelPart.Level::state).filter(s -> s == state).count();
  }

  private Answer people() {
    long all = report.support().size();
    long compared = report.support().stream().filter(s -> s.comparison() != null).count();
    String found = of(compared, all) + " can be compared with the others in the same streams.";
    return new Answer(
        Question.PEOPLE,
        compared == 0 ? Can.NO : compared < all ? Can.PARTLY : Can.YES,
        found,
        compared == all
            ? List.of()
            : List.of(
                hasVerdicts()
                    ? "Somebody is compared who has "
                        + TrainingNeeds.LEAST_CHECKS
                        + " random checks or more beside others who were checked in the same"
                        + " streams and grades."
                    : "Verdicts are needed, see above."));
  }

  private Answer drift() {
    if (report.from() == null) {
      return new Answer(
          Question.DRIFT,
          Can.NO,
          "Times of grading are not recorded.",
          List.of("Add the column graded_at; a date is enough."));
    }
    long all = report.trend().series().size();
    long watched = report.trend().series().stream().filter(s -> s.baseline() != null).count();
    return new Answer(
        Question.DRIFT,
        watched == 0 ? Can.NO : watched < all ? Can.PARTLY : Can.YES,
        of(watched, all) + " can be watched from week to week.",
        watched == all
            ? List.of()
            : List.of(
                hasVerdicts()
                    ? "Somebody is watched after "
                        + report.trend().baselinePeriods()
                        + " weeks with random checks, and errors among them."
                    : "Verdicts are needed, see above."));
  }

  private static String of(long some, long all) {
    return (some == 0 ? "None" : some == all ? "All" : Long.toString(some))
        + " of "
        + Doctor.rows(all, "assessor", "assessors");
  }

  private boolean hasVerdicts() {
    return intake.ledger().verdicts().isPresent();
  }
}
