package org.assay.io.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assay.estimate.CheckCell;
import org.assay.estimate.ReferenceChecks;
import org.assay.needs.PeerComparison;
import org.assay.needs.TrainingNeeds;

/** Ids of checked items that show a need: the first of each in the order of ids. */
final class NeedExamples {
  private static final int MOST = 5;

  private record Place(int assessor, int reference, int grade) {}

  private final Map<Place, TreeSet<String>> ids = new HashMap<>();

  private NeedExamples() {}

  /** Looks for the items of everybody who is named, in one pass over the checks. */
  static NeedExamples of(Facts facts, TrainingNeeds needs) {
    NeedExamples examples = new NeedExamples();
    Map<Integer, Boolean> named = new HashMap<>();
    needs.comparisons().stream()
        .filter(PeerComparison::named)
        .forEach(c -> named.put(c.code(), true));
    ReferenceChecks checks = facts.checks();
    for (int i = 0; i < checks.size() && !named.isEmpty(); i++) {
      int row = checks.grading(i);
      int assessor = facts.gradings().assessor().codes().get(row);
      int reference = checks.reference(i);
      int grade = facts.gradings().grade().get(row);
      if (reference != CheckCell.PENDING && reference != grade && named.containsKey(assessor)) {
        TreeSet<String> some =
            examples.ids.computeIfAbsent(
                new Place(assessor, reference, grade), p -> new TreeSet<>());
        some.add(facts.gradings().item().id(row));
        if (some.size() > MOST) {
          some.pollLast();
        }
      }
    }
    return examples;
  }

  List<String> of(int assessor, int reference, int grade) {
    return List.copyOf(ids.getOrDefault(new Place(assessor, reference, grade), new TreeSet<>()));
  }

  /** Of any error. */
  List<String> of(int assessor) {
    TreeSet<String> all = new TreeSet<>();
    ids.forEach((place, some) -> all.addAll(place.assessor() == assessor ? some : List.of()));
    return new ArrayList<>(all).subList(0, Math.min(MOST, all.size()));
  }
}
