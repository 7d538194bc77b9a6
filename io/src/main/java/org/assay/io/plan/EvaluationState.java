package org.assay.io.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.data.GradingScheme;
import org.assay.io.BadInputException;
import org.assay.io.JsonFault;
import org.assay.io.Shown;
import org.assay.io.StrictJson;
import org.assay.plan.Decision;
import tools.jackson.core.JacksonException;

/**
 * An evaluation written down: the verdicts it has seen, and where each level of each lot stands.
 * The next verdicts go on from it and lead to the same decisions as all of them at once.
 *
 * @param format {@value #FORMAT}
 * @param verdicts on drawn gradings, those after a gap too
 * @param missing items that cannot be checked
 * @param notDrawn verdicts on items that were not drawn
 * @param second verdicts on gradings that had one
 * @param excluded verdict rows that could not be used
 * @param levels in the order of the plan
 */
record EvaluationState(
    int format,
    List<Entry> verdicts,
    List<String> missing,
    long notDrawn,
    long second,
    long excluded,
    List<Level> levels) {
  static final int FORMAT = 1;

  /** A verdict on a drawn grading. */
  record Entry(String item, String assessor, int number, String reference, String checkedAt) {}

  /** Where a level of a lot stands. */
  record Level(
      String lot,
      String level,
      Decision decision,
      int checked,
      int errors,
      Integer decidedAt,
      Integer decidedErrors) {
    static Level of(LevelState s) {
      return new Level(
          s.lot().id(),
          s.level().level(),
          s.state().decision(),
          s.state().checked(),
          s.state().errors(),
          number(s.state().decidedAt()),
          number(s.state().decidedErrors()));
    }

    private static Integer number(OptionalInt number) {
      return number.isPresent() ? number.getAsInt() : null;
    }
  }

  static EvaluationState of(
      List<LevelState> states, VerdictsByGrading verdicts, long excluded, GradingScheme scheme) {
    var entries = new ArrayList<Entry>();
    new TreeMap<>(verdicts.found())
        .forEach(
            (id, found) -> {
              String[] part = id.split("\t", -1);
              entries.add(
                  new Entry(
                      part[0],
                      part[1],
                      Integer.parseInt(part[2]),
                      scheme.grade(found.reference()),
                      Instant.ofEpochMilli(found.checkedAt()).toString()));
            });
    return new EvaluationState(
        FORMAT,
        entries,
        verdicts.missingItems().stream().sorted().toList(),
        verdicts.notDrawn(),
        verdicts.second(),
        excluded,
        states.stream().map(Level::of).toList());
  }

  /** Verdicts by id of the grading. */
  Map<String, VerdictsByGrading.Found> found(GradingScheme scheme) {
    var found = new HashMap<String, VerdictsByGrading.Found>();
    for (Entry entry : verdicts) {
      int reference =
          scheme
              .code(entry.reference)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "the state must have grades of the scheme "
                              + scheme.grades()
                              + ", got "
                              + Shown.quoted(entry.reference)));
      found.put(
          GradingIds.id(entry.item, entry.assessor, entry.number),
          new VerdictsByGrading.Found(reference, Instant.parse(entry.checkedAt).toEpochMilli()));
    }
    return found;
  }

  /** Refuses the state of another plan or draw. */
  void requireOf(Plan plan, List<KeyRow> key) {
    Set<String> drawn = key.stream().map(KeyRow::id).collect(Collectors.toSet());
    for (Entry entry : verdicts) {
      if (!drawn.contains(GradingIds.id(entry.item, entry.assessor, entry.number))) {
        throw new BadInputException(
            "the state must be of the same draw as the key, but "
                + Shown.quoted(entry.item)
                + " was not drawn");
      }
    }
    List<String> planned =
        plan.lots().stream()
            .flatMap(lot -> lot.levels().stream().map(level -> lot.id() + " " + level.level()))
            .toList();
    List<String> stated = levels.stream().map(l -> l.lot + " " + l.level).toList();
    if (!planned.equals(stated)) {
      throw new BadInputException(
          "the state must be of the same plan, but its lots and levels differ");
    }
  }

  static EvaluationState read(Path file) throws IOException {
    EvaluationState state;
    try {
      state = StrictJson.mapper().readValue(Files.readString(file), EvaluationState.class);
    } catch (JacksonException e) {
      throw new BadInputException(
          file + " must be a state written by assay evaluate (" + JsonFault.words(e) + ")", e);
    }
    if (state == null || state.format != FORMAT || state.verdicts == null || state.levels == null) {
      throw new BadInputException(file + " must be a state of format " + FORMAT);
    }
    return state;
  }

  String json() {
    return PlanFiles.json(this);
  }
}
