package org.assay.io.plan;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.io.BadInputException;
import org.assay.io.JsonFault;
import org.assay.io.Shown;
import org.assay.io.StrictJson;
import org.assay.io.files.TextFile;
import org.assay.io.table.FormulaGuard;
import org.assay.plan.Design;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A plan as files: JSON to go on with, CSV and text to read. */
public final class PlanFiles {
  private static final JsonMapper WRITER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // same digits on every Java version
          .build();

  private static final JsonMapper READER =
      StrictJson.mapper().rebuild().addMixIn(Design.class, EarlierNames.class).build();

  private PlanFiles() {}

  /** What earlier versions wrote for designs. */
  private enum EarlierNames {
    @JsonAlias({"TRUNCATED", "truncated"})
    TRUNCATED_SEQUENTIAL,
    @JsonAlias({"CALIBRATED", "calibrated"})
    SEQUENTIAL
  }

  /**
   * The plan as JSON, from which draws and evaluations go on.
   *
   * @param plan the plan
   * @return JSON text
   */
  public static String json(Plan plan) {
    return json((Record) plan);
  }

  static String json(Record file) {
    return WRITER.writeValueAsString(file).replace("\r\n", "\n") + "\n";
  }

  /**
   * Reads a plan.
   *
   * @param file as {@link #json} made it
   * @return the plan
   * @throws IOException if the file cannot be read
   * @throws BadInputException if it does not hold a plan
   */
  public static Plan read(Path file) throws IOException {
    Plan plan;
    try {
      plan = READER.readValue(TextFile.read(file), Plan.class);
    } catch (JacksonException e) {
      throw new BadInputException(
          file + " must be a plan written by assay plan, but: " + JsonFault.words(e), e);
    }
    if (plan == null || plan.format() != Plan.FORMAT || plan.lots() == null) {
      throw new BadInputException(file + " must be a plan of format " + Plan.FORMAT);
    }
    return plan;
  }

  /**
   * Refuses to replace a plan by another one when something was drawn for it: its draw could not be
   * evaluated any more. Draws are found by their keys, in the folder of the plan and in the present
   * one.
   *
   * @param file where the plan is to be written
   * @param fresh the new plan
   * @throws IOException if a folder cannot be read
   * @throws BadInputException if a key was drawn for the plan that is there
   */
  public static void requireNotDrawn(Path file, Plan fresh) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    String digest;
    try {
      digest = PlanDigests.plan(read(file));
    } catch (BadInputException e) {
      return; // whoever writes it says that it is no plan
    }
    Optional<Path> key =
        digest.equals(PlanDigests.plan(fresh)) ? Optional.empty() : KeyFile.of(digest, file);
    if (key.isPresent()) {
      throw new BadInputException(
          Shown.path(file)
              + " is the plan that "
              + Shown.path(key.get())
              + " was drawn for, which could not be evaluated without it; name another file, or"
              + " replace it with --force");
    }
  }

  /**
   * The plan as a table: one row per lot and level, each with the reason for its number, and one
   * row per lot for the sample that its levels share.
   *
   * @param plan the plan
   * @return CSV, safe to open in a spreadsheet
   */
  public static String csv(Plan plan) {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(LotColumns.NAMES);
    Collections.addAll(
        head,
        "gradings",
        "level",
        "design",
        "checks_without_errors",
        "average_checks",
        "maximum_checks",
        "maximum_viewings",
        "average_hours",
        "maximum_hours",
        "full_inspection",
        "excluded",
        "reviewer_days_without_errors",
        "maximum_reviewer_days",
        "working_days",
        "reviewers_needed",
        "fits_in_period",
        "reason");
    rows.add(head);
    for (PlannedLot lot : plan.lots()) {
      for (PlannedLevel level : lot.levels()) {
        rows.add(row(plan, lot, level));
      }
      rows.add(
          row(
              plan,
              lot,
              "all levels",
              "",
              lot.checksWithoutErrors(),
              lot.averageChecks(),
              lot.maximumChecks(),
              "One sample serves all levels of the lot; "
                  + Shown.quoted(lot.largestLevel())
                  + " needs most."));
    }
    return Texts.csv(rows);
  }

  private static List<String> row(Plan plan, PlannedLot lot, PlannedLevel level) {
    return row(
        plan,
        lot,
        level.level(),
        level.design().toString(),
        level.checksWithoutErrors(),
        level.averageChecks(),
        level.maximumChecks(),
        level.reason(lot.gradings()));
  }

  private static List<String> row(
      Plan plan,
      PlannedLot lot,
      String level,
      String design,
      int withoutErrors,
      double average,
      int maximum,
      String reason) {
    var row = new ArrayList<>(LotColumns.of(lot));
    Collections.addAll(
        row,
        Long.toString(lot.gradings()),
        FormulaGuard.neutralise(level),
        design,
        Integer.toString(withoutErrors),
        decimal(average),
        Integer.toString(maximum),
        Integer.toString(maximum),
        decimal(average / plan.checksPerHour()),
        decimal(maximum / plan.checksPerHour()),
        maximum >= lot.gradings() ? "yes" : "no",
        Long.toString(lot.excluded()));
    row.addAll(Exposure.fields(plan.exposure(), lot, withoutErrors, maximum));
    row.add(reason);
    return row;
  }

  private static String tooSmall(Plan plan) {
    long small =
        plan.lots().stream()
            .flatMap(lot -> lot.levels().stream().filter(l -> l.isTooSmall(lot.gradings())))
            .count();
    return small == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "Levels of lots with fewer gradings than a PASS or FAIL needs: %,d; their plans decide"
                + " about the lot, and say nothing about a person.\n",
            small);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /**
   * The plan for a screen.
   *
   * @param plan the plan
   * @return lines of text
   */
  public static String summary(Plan plan) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            "lot", "for", "period", "level", "gradings", "no error", "average", "most", "hours"));
    int most = 0;
    double average = 0;
    long full = 0;
    for (PlannedLot lot : plan.lots()) {
      for (PlannedLevel level : lot.levels()) {
        rows.add(
            List.of(
                lot.id(),
                Shown.plain(lot.name()),
                lot.period(),
                Shown.plain(level.level()),
                String.format(Locale.ROOT, "%,d", lot.gradings()),
                String.format(Locale.ROOT, "%,d", level.checksWithoutErrors()),
                String.format(Locale.ROOT, "%,.0f", level.averageChecks()),
                String.format(Locale.ROOT, "%,d", level.maximumChecks()),
                String.format(
                    Locale.ROOT,
                    "%,.1f to %,.1f",
                    level.averageChecks() / plan.checksPerHour(),
                    level.maximumChecks() / plan.checksPerHour())));
      }
      most += lot.maximumChecks();
      average += lot.averageChecks();
      full += lot.maximumChecks() >= lot.gradings() ? 1 : 0;
    }
    return Texts.columns(rows, 4)
        + String.format(
                Locale.ROOT,
                "%nno error: checks after which a lot without any error is accepted;"
                    + " average: expected checks at the acceptable rate.%n"
                    + "One sample serves all levels of a lot. Over all lots about %,.0f checks if all"
                    + " are acceptable, at most %,d; %s checks per hour: %,.0f to %,.0f officer-hours."
                    + " Each check is one viewing; items drawn for several lots are viewed once.%n",
                average,
                most,
                Texts.plain(plan.checksPerHour()),
                average / plan.checksPerHour(),
                most / plan.checksPerHour())
            .replace(System.lineSeparator(), "\n")
        + (full == 0
            ? ""
            : full
                + (full == 1 ? " lot is" : " lots are")
                + " too small for a plan that always checks less than everything: full"
                + " inspection.\n")
        + tooSmall(plan)
        + (plan.exposure() == null ? "" : plan.exposure().summary(plan));
  }
}
