package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.bench.study.sentences.PlantedTruth.Scope;

/** Lots from which a simple random sample is read: half of them at the limit, half just above. */
final class LotDesigns {
  private static final double LIMIT = .05;
  private static final int PEOPLE = 8;
  private static final long APART = 240; // minutes

  private LotDesigns() {}

  /** How many lots a report has, their size and what is drawn from each. */
  record Shape(int lots, int size, int drawn, String method) {
    /** Lots of 400, of which 60 are drawn. */
    static final Shape USUAL = new Shape(10, 400, 60, "SRS");
  }

  static List<TeamDesign> all() {
    List<TeamDesign> all = new ArrayList<>();
    all.add(lots("one-verdict", "lots of 400, 60 drawn, one verdict", Shape.USUAL, Reading.once()));
    all.add(lots("two-verdicts", "the same, two verdicts each", Shape.USUAL, Reading.times(2)));
    all.add(lots("three-verdicts", "the same, three verdicts each", Shape.USUAL, Reading.times(3)));
    all.add(
        lots(
            "later-verdicts-wrong",
            "the same, three verdicts each, later ones wrong in 10 %",
            Shape.USUAL,
            Reading.timesThenWrong(3, .1)));
    all.add(
        lots("half-drawn", "lots of 80, half drawn", new Shape(20, 80, 40, "SRS"), Reading.once()));
    all.add(lots("tiny-lots", "lots of 20, 8 drawn", new Shape(40, 20, 8, "SRS"), Reading.once()));
    all.add(
        lots("census", "lots of 25, all read", new Shape(40, 25, 25, "CENSUS"), Reading.once()));
    all.add(
        lots(
            "census-pending",
            "lots of 25, all selected, 1 in 10 errors and 1 in 50 others pending",
            new Shape(40, 25, 25, "CENSUS"),
            Reading.pending(.02, .1)));
    all.add(
        lots(
            "census-half-blind",
            "one lot of 600 all read, half blind at random, no effect of blindness",
            new Shape(1, 600, 600, "CENSUS"),
            Reading.blind(.5)));
    all.add(
        TeamDesign.of(
            "perfect",
            "lots of 400, 60 drawn, no error",
            Best.HYPERGEOMETRIC,
            LotDesigns::perfect));
    all.add(
        TeamDesign.of(
            "rare-critical",
            "lots of 2,000, 1,300 drawn, critical errors at a limit of .1 %",
            Best.HYPERGEOMETRIC,
            LotDesigns::critical));
    all.add(
        TeamDesign.of(
            "corrections",
            "lots of 400, 60 drawn, gradings and verdicts corrected before and after",
            Best.HYPERGEOMETRIC,
            LotDesigns::corrections));
    all.add(
        TeamDesign.of(
            "systematic",
            "lots of 400, every 8th in random order",
            Best.HYPERGEOMETRIC,
            random -> systematic(random, false)));
    all.add(
        TeamDesign.of(
                "systematic-period",
                "the same, errors with the period of the draw (no promise: treated as random)",
                "",
                random -> systematic(random, true))
            .withoutPromise());
    all.add(
        TeamDesign.of(
            "reserve-pending",
            "lots of 200, 100 drawn with the reserve, 40 read, the reserve pending",
            Best.HYPERGEOMETRIC,
            random -> reserve(random, true)));
    all.add(
        TeamDesign.of(
            "reserve-absent",
            "the same, the reserve not in the file",
            Best.HYPERGEOMETRIC,
            random -> reserve(random, false)));
    return all;
  }

  static TeamDesign lots(String name, String what, Shape shape, Reading reading) {
    return TeamDesign.of(name, what, Best.HYPERGEOMETRIC, random -> lots(random, shape, reading));
  }

  static PlantedTeam lots(SplittableRandom random, Shape shape, Reading reading) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int lot = 0; lot < shape.lots(); lot++) {
      List<PlantedGrading> gradings =
          lot(team, random, lot, shape.size(), Chance.atLimit(lot, shape.size(), LIMIT));
      int[] sample = Chance.sample(random, shape.drawn(), shape.size());
      draw(team, random, gradings, sample, shape.method(), reading);
    }
    team.truth().onlyDiffer();
    team.truth().blindnessHasNoEffect();
    return team;
  }

  /** A lot's gradings by eight people in turn, the errors anywhere. */
  static List<PlantedGrading> lot(
      PlantedTeam team, SplittableRandom random, int lot, int size, int errors) {
    boolean[] wrong = Chance.marked(random, errors, size);
    List<PlantedGrading> gradings = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      gradings.add(team.add(grading(lot, i, wrong[i])));
    }
    return gradings;
  }

  static PlantedGrading grading(int lot, int i, boolean wrong) {
    return PlantedGrading.of("u" + lot + "-" + i, wrong)
        .by("a" + i % PEOPLE)
        .in("u" + lot)
        .at(APART * (i % 400) + lot);
  }

  /** Reads the sample, and states the exact interval of what was read blind or is unresolved. */
  static void draw(
      PlantedTeam team,
      SplittableRandom random,
      List<PlantedGrading> gradings,
      int[] sample,
      String method,
      Reading reading) {
    int size = gradings.size();
    int read = 0;
    int errors = 0;
    int unresolved = 0;
    for (int i : sample) {
      int from = team.checks().size();
      reading.read(team, gradings.get(i), (double) sample.length / size, random);
      List<PlantedCheck> rows = team.checks().subList(from, team.checks().size());
      rows.forEach(row -> row.method(method));
      if (rows.stream().anyMatch(row -> row.isRead() && row.isBlind())) {
        read++;
        errors += gradings.get(i).isError() ? 1 : 0;
      } else if (rows.stream().noneMatch(PlantedCheck::isRead)) {
        unresolved++;
      }
    }
    if (read + unresolved > 0) {
      team.truth().best(Scope.UNIT, gradings.get(0).unit, Best.lot(errors, unresolved, read, size));
    }
  }

  private static PlantedTeam perfect(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int lot = 0; lot < 5; lot++) {
      draw(
          team,
          random,
          lot(team, random, lot, 400, 0),
          Chance.sample(random, 60, 400),
          "SRS",
          Reading.once());
    }
    team.truth().onlyDiffer();
    return team;
  }

  private static PlantedTeam critical(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.critical(.001));
    for (int lot = 0; lot < 2; lot++) {
      boolean[] wrong = Chance.marked(random, Chance.atLimit(lot, 2000, .001), 2000);
      List<PlantedGrading> gradings = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        PlantedGrading g = new PlantedGrading("u" + lot + "-" + i, "A", wrong[i] ? "D" : "A");
        gradings.add(team.add(g.by("a" + i % PEOPLE).in("u" + lot).at(40L * i)));
      }
      draw(team, random, gradings, Chance.sample(random, 1300, 2000), "SRS", Reading.once());
    }
    return team;
  }

  private static PlantedTeam corrections(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int lot = 0; lot < 10; lot++) {
      boolean[] wrong = Chance.marked(random, Chance.atLimit(lot, 400, LIMIT), 400);
      List<PlantedGrading> gradings = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        PlantedGrading g = grading(lot, i, wrong[i]).id("g" + lot + "-" + i);
        if (Chance.happens(random, .1)) { // put right, or not, before anybody looks
          String first = g.id + "-first";
          team.add(
              PlantedGrading.of(g.item, !wrong[i])
                  .by(g.assessor)
                  .in(g.unit)
                  .at(g.minute)
                  .id(first)
                  .uncounted());
          g.correcting(first).at(g.minute + 60);
        }
        gradings.add(team.add(g));
      }
      Reading corrected =
          (t, g, p, r) -> {
            String id = "v-" + g.id;
            PlantedCheck last = t.check(g, p).id(id);
            if (Chance.happens(r, .2)) {
              t.check(g, p).id(id + "-first").reads(g.isError() ? "B" : "C");
              last.correcting(id + "-first").after(90);
            }
            if (g.isError() && Chance.happens(r, .5)) { // put right because of the check
              t.add(
                  new PlantedGrading(g.item, "A", "A")
                      .by(g.assessor)
                      .in(g.unit)
                      .at(g.minute + 48 * 60)
                      .id(g.id + "-last")
                      .correcting(g.id)
                      .uncounted());
            }
          };
      draw(team, random, gradings, Chance.sample(random, 60, 400), "SRS", corrected);
    }
    team.truth().onlyDiffer();
    return team;
  }

  private static PlantedTeam systematic(SplittableRandom random, boolean withPeriod) {
    int step = 8;
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int lot = 0; lot < 10; lot++) {
      int errors = Chance.atLimit(lot, 400, LIMIT);
      List<PlantedGrading> gradings = new ArrayList<>();
      boolean[] wrong = Chance.marked(random, errors, 400);
      for (int i = 0; i < 400; i++) {
        boolean bad = withPeriod ? i % step == 3 && i / step < errors : wrong[i];
        gradings.add(team.add(grading(lot, i, bad)));
      }
      int start = random.nextInt(step);
      int[] sample = new int[400 / step];
      for (int j = 0; j < sample.length; j++) {
        sample[j] = start + step * j;
      }
      draw(team, random, gradings, sample, "SYSTEMATIC", Reading.once());
    }
    return team;
  }

  private static PlantedTeam reserve(SplittableRandom random, boolean recorded) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int lot = 0; lot < 20; lot++) {
      List<PlantedGrading> gradings = lot(team, random, lot, 200, Chance.atLimit(lot, 200, LIMIT));
      int[] sample = Chance.sample(random, 100, 200);
      int errors = 0;
      for (int i = 0; i < sample.length; i++) {
        if (i < 40) {
          team.check(gradings.get(sample[i]), .5);
          errors += gradings.get(sample[i]).isError() ? 1 : 0;
        } else if (recorded) {
          team.check(gradings.get(sample[i]), .5).pending();
        }
      }
      team.truth()
          .best(
              Scope.UNIT,
              "u" + lot,
              recorded ? Best.lot(errors, 60, 40, 200) : Best.lot(errors, 0, 40, 200));
    }
    return team;
  }
}
