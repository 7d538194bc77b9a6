package org.assay.io.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assay.estimate.FairComparison;
import org.assay.estimate.FairComparison.FunnelLimits;
import org.assay.estimate.FairComparison.Person;
import org.assay.io.report.FairPart.Fair;
import org.assay.io.report.FairPart.Limits;
import org.assay.io.report.FairPart.Standing;
import org.assay.io.report.MatrixPart.Share;
import org.assay.needs.TrainingNeeds;

/** Rates of people who get different work, and what may be said of them. */
final class FairSection {
  private FairSection() {}

  static Fair of(Facts facts) {
    FairComparison f =
        FairComparison.of(facts.cells(), facts.weights(), facts.anyError(), facts.confidence());
    List<Standing> people =
        f.people().stream()
            .map(p -> standing(facts.assessor(p.assessor()), p))
            .sorted(Comparator.comparing(Standing::assessor))
            .toList();
    long reversed = f.reversedPairs();
    return new Fair(
        f.team().number(),
        f.dispersion().phi(),
        f.dispersion().variance(),
        people,
        reversed,
        sentences(people, reversed, facts.confidence()));
  }

  private static Standing standing(String id, Person p) {
    FunnelLimits l = p.limits();
    return new Standing(
        id,
        p.checked(),
        Share.of(p.crude()),
        p.expected().number(),
        Share.of(p.indirect()),
        Share.of(p.direct()),
        l == null
            ? null
            : new Limits(l.checks(), l.lower(), l.upper(), l.lowerAll(), l.upperAll()));
  }

  private static List<String> sentences(List<Standing> people, long reversed, double confidence) {
    List<String> sentences = new ArrayList<>();
    long compared = people.stream().filter(p -> p.limits() != null).count();
    if (compared < 2) {
      sentences.add(
          "Rates cannot be made comparable: fewer than two people have "
              + TrainingNeeds.LEAST_CHECKS
              + " checks beside those of others.");
      return sentences;
    }
    if (reversed > 0) {
      sentences.add(
          "Do not compare crude rates: of "
              + Words.count(compared * (compared - 1) / 2, "pair", "pairs")
              + " of people "
              + Words.count(reversed)
              + (reversed == 1 ? " stands" : " stand")
              + " the other way round once both have the same mix of streams and grades.");
    } else {
      sentences.add(
          "The order of no two people turns round once they have the same mix of streams and"
              + " grades.");
    }
    sentences.add(
        "Funnel limits say how far chance moves a rate of somebody like the team: "
            + Words.confidence(confidence)
            + " for a look at one person, the wider ones for a look at all "
            + Words.count(compared)
            + ". A rate outside is a reason to look again, no finding.");
    return sentences;
  }
}
