package org.assay.bench.study.sentences;

import static org.assay.bench.study.sentences.LotDesigns.lots;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.bench.study.sentences.LotDesigns.Shape;

/** Rows that cannot be read, or wait: at random, and where the errors are. */
final class FaultDesigns {
  private static final double LIMIT = .05;

  private FaultDesigns() {}

  static List<TeamDesign> all() {
    Shape usual = Shape.USUAL;
    String bad = Reading.UNREADABLE;
    return List.of(
        lots(
            "unreadable-random",
            "5 % of verdicts cannot be read",
            usual,
            Reading.unreadable(.05, .05, bad)),
        lots(
            "unreadable-errors-10",
            "10 % of verdicts on errors cannot be read, no others",
            usual,
            Reading.unreadable(0, .1, bad)),
        lots(
            "unreadable-errors-60",
            "60 % of verdicts on errors cannot be read, no others",
            usual,
            Reading.unreadable(0, .6, bad)),
        lots(
            "unreadable-likelier",
            "verdicts that cannot be read: 5 %, on errors 30 %",
            usual,
            Reading.unreadable(.05, .3, bad)),
        lots(
            "typed-loosely",
            "70 % of corrections typed with blanks, no-break spaces or in lower case",
            usual,
            Reading.typed()),
        lots("pending-random", "10 % pending", usual, Reading.pending(.1, .1)),
        lots("pending-errors", "3 % pending, of errors 40 %", usual, Reading.pending(.03, .4)),
        TeamDesign.of(
            "gradings-lost",
            "60 % of wrong gradings have a grade that cannot be read",
            "",
            FaultDesigns::gradingsLost),
        TeamDesign.of(
            "person-lost",
            "files in Latin-1, one of eight ids is lost with three in four errors",
            "",
            FaultDesigns::personLost),
        TeamDesign.of(
            "ids-rounded",
            "item ids saved in scientific notation, 400 gradings under 20 ids",
            "",
            FaultDesigns::idsRounded));
  }

  private static PlantedTeam gradingsLost(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int lot = 0; lot < 10; lot++) {
      boolean[] wrong = Chance.marked(random, Chance.atLimit(lot, 400, LIMIT), 400);
      List<PlantedGrading> gradings = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        PlantedGrading g = LotDesigns.grading(lot, i, wrong[i]);
        if (wrong[i] && Chance.happens(random, .6)) {
          g.written(Reading.UNREADABLE);
        }
        gradings.add(team.add(g));
      }
      LotDesigns.draw(
          team, random, gradings, Chance.sample(random, 60, 400), "SRS", Reading.once());
    }
    return team;
  }

  private static PlantedTeam personLost(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    team.savedAs(StandardCharsets.ISO_8859_1);
    for (int lot = 0; lot < 10; lot++) {
      int errors = Chance.atLimit(lot, 400, LIMIT);
      int lost = 3 * errors / 4;
      boolean[] hers = Chance.marked(random, lost, 50);
      boolean[] others = Chance.marked(random, errors - lost, 350);
      List<PlantedGrading> gradings = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        PlantedGrading g = LotDesigns.grading(lot, i, i < 50 ? hers[i] : others[i - 50]);
        gradings.add(team.add(g.by(i < 50 ? "zo\u00eb" : g.assessor)));
      }
      LotDesigns.draw(
          team, random, gradings, Chance.sample(random, 80, 400), "SRS", Reading.once());
    }
    team.truth().mayRefuse();
    return team;
  }

  private static PlantedTeam idsRounded(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int lot = 0; lot < 10; lot++) {
      boolean[] wrong = Chance.marked(random, Chance.atLimit(lot, 400, LIMIT), 400);
      List<PlantedGrading> gradings = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        PlantedGrading like = LotDesigns.grading(lot, i, wrong[i]);
        String rounded = "1." + (10 + lot) + (10 + i % 20) + "E+15";
        String right = i / 20 % 2 == 0 ? "A" : "C"; // different items under one id
        gradings.add(
            team.add(
                new PlantedGrading(rounded, right, wrong[i] ? "B" : right)
                    .by(like.assessor)
                    .in(like.unit)
                    .at(like.minute)));
      }
      Reading late = (t, g, p, r) -> t.check(g, p).after(100L * 24 * 60 + r.nextInt(10_000));
      LotDesigns.draw(team, random, gradings, Chance.sample(random, 60, 400), "SRS", late);
    }
    team.truth().mayRefuse();
    return team;
  }
}
