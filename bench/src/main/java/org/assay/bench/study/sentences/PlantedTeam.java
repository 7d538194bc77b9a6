package org.assay.bench.study.sentences;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A simulated team: its rows, its policy and what is true of it. */
final class PlantedTeam {
  private static final LocalDateTime START = LocalDateTime.of(2025, 1, 6, 8, 0);

  /** A column that is written when some row has something in it. */
  private record Column<T>(String name, boolean always, Function<T, String> value) {}

  private static final List<Column<PlantedGrading>> GRADINGS =
      List.of(
          new Column<>("item_id", true, g -> g.item),
          new Column<>("assessor_id", true, g -> g.assessor),
          new Column<>("grade", true, g -> g.written),
          new Column<>("graded_at", true, g -> time(g.minute)),
          new Column<>("unit_id", false, g -> g.unit),
          new Column<>("stream_id", false, g -> g.stream),
          new Column<>("stratum_id", false, g -> g.stratum),
          new Column<>("grading_id", false, g -> g.id),
          new Column<>("supersedes", false, g -> g.supersedes));

  private static final List<Column<PlantedCheck>> VERDICTS =
      List.of(
          new Column<>("item_id", true, c -> c.grading.item),
          new Column<>("reviewer_id", true, c -> c.officer),
          new Column<>("grade", true, c -> c.verdict),
          new Column<>("checked_at", true, c -> c.isPending() ? "" : time(c.minute)),
          new Column<>("selection_method", true, c -> c.method),
          new Column<>(
              "inclusion_probability",
              true,
              c -> c.method.isEmpty() ? "" : Double.toString(c.probability)),
          new Column<>("blind", true, c -> c.blind),
          new Column<>("stratum_id", false, c -> c.grading.stratum),
          new Column<>("grading_id", false, c -> c.grading.id),
          new Column<>("verdict_id", false, c -> c.id),
          new Column<>("supersedes", false, c -> c.supersedes));

  private final PlantedPolicy policy;
  private final PlantedTruth truth = new PlantedTruth();
  private final List<PlantedGrading> gradings = new ArrayList<>();
  private final List<PlantedCheck> checks = new ArrayList<>();
  private Set<String> planned = Set.of();
  private Charset charset = StandardCharsets.UTF_8;

  PlantedTeam(PlantedPolicy policy) {
    this.policy = policy;
  }

  PlantedGrading add(PlantedGrading grading) {
    gradings.add(grading);
    truth.add(grading);
    return grading;
  }

  PlantedCheck check(PlantedGrading grading, double probability) {
    PlantedCheck check = new PlantedCheck(grading, probability);
    checks.add(check);
    return check;
  }

  List<PlantedGrading> gradings() {
    return gradings;
  }

  /** The plan is for this level alone. */
  void planFor(String level) {
    planned = Set.of(level);
  }

  /** Levels that a plan is made for; empty for all. */
  Set<String> planned() {
    return planned;
  }

  List<PlantedCheck> checks() {
    return checks;
  }

  PlantedTruth truth() {
    return truth;
  }

  PlantedPolicy policy() {
    return policy;
  }

  /** The character set that the files are saved in. */
  void savedAs(Charset other) {
    charset = other;
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve("gradings.csv"), csv(GRADINGS, gradings).getBytes(charset));
    Files.write(folder.resolve("verdicts.csv"), csv(VERDICTS, checks).getBytes(charset));
    Files.writeString(folder.resolve("policy.json"), policy.json());
  }

  private static <T> String csv(List<Column<T>> all, List<T> rows) {
    List<Column<T>> columns =
        all.stream()
            .filter(c -> c.always() || rows.stream().anyMatch(r -> !c.value().apply(r).isEmpty()))
            .toList();
    StringBuilder text =
        new StringBuilder(String.join(",", columns.stream().map(Column::name).toList()));
    for (T row : rows) {
      char before = '\n';
      for (Column<T> column : columns) {
        text.append(before).append(column.value().apply(row));
        before = ',';
      }
    }
    return text.append('\n').toString();
  }

  private static String time(long minute) {
    return START.plusMinutes(minute) + "Z"; // ISO 8601, without seconds, as these are zero
  }
}
