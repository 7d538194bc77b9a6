package org.assay.bench.study.sentences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.plan.Draw;
import org.assay.io.plan.EvaluateJob;
import org.assay.io.plan.Plan;
import org.assay.io.plan.PlanFiles;
import org.assay.io.plan.PlanStatus;
import org.assay.io.plan.PlannedChecks;
import org.assay.io.plan.StatusFiles;
import org.assay.io.policy.PolicyReader;
import org.assay.plan.Design;

/**
 * Follows a plan for a team: checks what it asks for until it has decided, and scores what {@code
 * assay evaluate} says on the way.
 */
final class PlanFollow {
  private static final Pattern ASSUMED = Pattern.compile("if the rate is ([0-9.]+) %");
  private static final String[] CHANCES = {"70", "80", "90"};
  private static final Statement[] DECIDES = {
    Statement.DECIDES_70, Statement.DECIDES_80, Statement.DECIDES_90
  };

  private final Path folder;
  private final SentenceScore score;

  PlanFollow(Path folder, SentenceScore score) {
    this.folder = folder;
    this.score = score;
  }

  /** The files of the plan, for a report on the same tables. */
  PlannedChecks.Files files() {
    return new PlannedChecks.Files(
        folder.resolve("plan.json"), folder.resolve("key.csv"), Optional.empty(), List.of());
  }

  /**
   * Follows it to its end.
   *
   * @param team whose gradings are all unchecked
   * @param design of the plan
   * @param run number of the team, which picks the look whose sentences are scored
   */
  void follow(PlantedTeam team, Design design, int run) throws IOException {
    team.write(folder);
    IngestOptions input =
        IngestOptions.of(
            folder.resolve("gradings.csv"), PolicyReader.read(folder.resolve("policy.json")));
    String list = draw(input, design, team.planned(), "seed " + run);
    Map<String, PlantedGrading> unchecked = new HashMap<>();
    team.gradings().forEach(g -> unchecked.put(g.item, g));
    SplittableRandom random = new SplittableRandom(31L * run + 7);
    List<String> first = CsvTable.read(list).stream().map(row -> row.get("item_id")).toList();
    int begun = run % 3 == 0 ? (first.size() + 2) / 3 : first.size(); // a look before the end, too
    check(team, unchecked, first.subList(0, begun));
    List<Map<String, String>> said = List.of();
    for (int look = 0; ; look++) {
      team.write(folder);
      PlanStatus status = evaluate(input);
      List<Map<String, String>> rows = CsvTable.read(StatusFiles.csv(status));
      if (look == run % 3) {
        said = rows;
        if (team.truth().adviceIsScored()) {
          redraw(rows, unchecked, random);
        }
      }
      if (status.nextItems().isEmpty()) {
        score(said, rows, team);
        return;
      }
      check(team, unchecked, status.nextItems());
    }
  }

  private static void check(
      PlantedTeam team, Map<String, PlantedGrading> unchecked, List<String> items) {
    for (String item : items) {
      PlantedGrading g = unchecked.remove(item);
      team.check(g, 1).method("").reads(g.isReallyWrong() ? "C" : g.given);
    }
  }

  private String draw(IngestOptions input, Design design, Set<String> levels, String seed)
      throws IOException {
    var gradings = Ingest.read(input).gradings();
    Plan plan =
        Plan.of(
            input.policy(),
            gradings,
            new Plan.Options(
                levels, Optional.empty(), Optional.empty(), design, Plan.USUAL_CHECKS_PER_HOUR));
    Files.writeString(folder.resolve("plan.json"), PlanFiles.json(plan));
    Draw draw = Draw.of(plan, input.policy(), gradings, Draw.Options.of(seed, false));
    Files.writeString(folder.resolve("key.csv"), draw.key());
    return draw.pickList();
  }

  private PlanStatus evaluate(IngestOptions input) throws IOException {
    return new EvaluateJob(
            input.withVerdicts(folder.resolve("verdicts.csv")),
            folder.resolve("plan.json"),
            folder.resolve("key.csv"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .run();
  }

  /** What is not checked yet gets the rate that the sentence assumes, where it states one. */
  private static void redraw(
      List<Map<String, String>> rows,
      Map<String, PlantedGrading> unchecked,
      SplittableRandom random) {
    for (Map<String, String> row : rows) {
      Matcher assumed = ASSUMED.matcher(row.get("explanation"));
      if (assumed.find()) {
        List<PlantedGrading> left =
            unchecked.values().stream()
                .filter(g -> g.unit.equals(row.get("unit_or_assessor")))
                .sorted((g, h) -> g.item.compareTo(h.item))
                .toList();
        double rate = Double.parseDouble(assumed.group(1)) / 100;
        boolean[] wrong = Chance.marked(random, (int) Math.round(rate * left.size()), left.size());
        for (int i = 0; i < wrong.length; i++) {
          left.get(i).reallyWrong(wrong[i]);
        }
      }
    }
  }

  private void score(
      List<Map<String, String>> said, List<Map<String, String>> end, PlantedTeam team)
      throws IOException {
    Set<String> wrong = new HashSet<>();
    team.gradings().stream().filter(PlantedGrading::isReallyWrong).forEach(g -> wrong.add(g.item));
    List<Map<String, String>> key = CsvTable.read(Files.readString(folder.resolve("key.csv")));
    for (int i = 0; i < said.size(); i++) {
      Map<String, String> row = said.get(i);
      if (!row.get("decision").equals("CONTINUE")) {
        continue;
      }
      int checked = Integer.parseInt(row.get("checked"));
      String after = end.get(i).get("decided_after");
      int decided = after.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(after);
      for (int c = 0; team.truth().adviceIsScored() && c < CHANCES.length; c++) {
        String n = row.get("checks_for_" + CHANCES[c] + "_percent");
        if (!n.isEmpty()) {
          score.add(DECIDES[c], decided > checked + Integer.parseInt(n));
        }
      }
      Matcher clean = Pattern.compile("^([0-9,]+) more accept").matcher(row.get("explanation"));
      if (clean.find()) {
        int until = checked + Integer.parseInt(clean.group(1).replace(",", ""));
        if (isClean(key, row.get("lot"), checked, until, wrong)) {
          boolean accepted = end.get(i).get("decision").equals("ACCEPT") && decided <= until;
          score.add(Statement.CLEAN_ACCEPTS, !accepted);
        }
      }
    }
  }

  private static boolean isClean(
      List<Map<String, String>> key, String lot, int from, int until, Set<String> wrong) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : key) {
      int order = Integer.parseInt(row.get("check_order"));
      if (row.get("lot").equals(lot) && order > from && order <= until) {
        rows.add(row);
      }
    }
    return rows.stream().noneMatch(row -> wrong.contains(row.get("item_id")));
  }
}
