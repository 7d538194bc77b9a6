package org.assay.io.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.assay.io.BadInputException;
import org.assay.io.JsonFault;
import org.assay.io.Shown;
import org.assay.io.StrictJson;
import org.assay.io.files.Sha256;
import org.assay.io.files.TextFile;
import org.assay.io.ingest.VerdictTexts;
import org.assay.plan.Evaluation.Decision;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An evaluation written down: the rows of verdicts it has read, and where each level of each lot
 * stands. The next verdicts are read together with these rows, and so lead to the same answers as
 * all of them at once, corrections, repeats and second verdicts included.
 *
 * @param format {@value #FORMAT}
 * @param draw SHA-256 of the rows of the key
 * @param key digest of the key with all it binds; null in states of earlier versions
 * @param verdicts rows read so far, as they were written
 * @param missing items that cannot be checked
 * @param levels in the order of the plan
 * @param seal digest of all the rest; null in states of earlier versions
 */
record EvaluationState(
    int format,
    String draw,
    @JsonInclude(JsonInclude.Include.NON_NULL) String key,
    VerdictTexts verdicts,
    List<String> missing,
    List<Level> levels,
    String seal) {
  static final int FORMAT = 2;
  private static final int FIRST_FORMAT = 1;

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
      KeyFile.Key key, VerdictTexts verdicts, Collection<String> missing, List<LevelState> states) {
    return new EvaluationState(
            FORMAT,
            digest(key.rows()),
            key.digest().isEmpty() ? null : key.digest(),
            verdicts,
            missing.stream().sorted().toList(),
            states.stream().map(Level::of).toList(),
            null)
        .sealed();
  }

  private EvaluationState sealed() {
    return new EvaluationState(
        format, draw, key, verdicts, missing, levels, Sha256.of(PlanFiles.json(unsealed())));
  }

  private EvaluationState unsealed() {
    return new EvaluationState(format, draw, key, verdicts, missing, levels, null);
  }

  private static String digest(List<KeyRow> key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (KeyRow row : key) {
        String line = row.lot() + "\t" + row.order() + "\t" + row.id() + "\n";
        sha.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Refuses the state of another plan or draw. */
  void requireOf(Plan plan, KeyFile.Key given) {
    boolean isSameKey = key == null || given.digest().isEmpty() || key.equals(given.digest());
    if (!isSameKey || !digest(given.rows()).equals(draw)) {
      throw new BadInputException(
          "the state must be of the same draw as the key, but it was written with another key");
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
      JsonNode tree = StrictJson.mapper().readTree(TextFile.read(file));
      if (tree.path("format").asInt(0) == FIRST_FORMAT) {
        throw new BadInputException(
            file
                + " is a state of format 1, which kept the first verdict on each grading and cannot"
                + " say which counts by the policy's reference rule; evaluate all verdicts together"
                + " without --resume, with --state for a new one");
      }
      state = StrictJson.mapper().treeToValue(tree, EvaluationState.class);
    } catch (JacksonException e) {
      throw new BadInputException(
          file + " must be a state written by assay evaluate (" + JsonFault.words(e) + ")", e);
    }
    if (state == null
        || state.format != FORMAT
        || state.verdicts == null
        || state.verdicts.columns() == null
        || state.verdicts.rows() == null
        || state.missing == null
        || state.levels == null) {
      throw new BadInputException(file + " must be a state of format " + FORMAT);
    }
    if (state.seal != null && !state.equals(state.sealed())) {
      throw new BadInputException(
          Shown.path(file)
              + " was changed since assay evaluate wrote it; evaluate all verdicts together without"
              + " --resume, with --state for a new one");
    }
    return state;
  }

  String json() {
    return PlanFiles.json(this);
  }
}
