package org.assay.estimate;

import java.util.ArrayList;
import java.util.List;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;

/** Gradings and the verdicts of QA officers on them, as a test puts them down. */
final class OfficerTeam {
  static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");

  private record Verdict(
      int grading, String officer, int reference, long at, SelectionMethod how, Blindness blind) {}

  private final Gradings.Builder gradings = Gradings.builder(SCHEME).with(Attribute.STREAM);
  private final List<Verdict> verdicts = new ArrayList<>();
  private int size;

  /** A grading A of a stream; its number. */
  int grading(String assessor, String stream) {
    gradings.add("i" + size, assessor, 0, 0, stream);
    return size++;
  }

  OfficerTeam verdict(int grading, String officer, int reference, long at, Blindness blind) {
    return verdict(grading, officer, reference, at, SelectionMethod.SRS, blind);
  }

  OfficerTeam verdict(
      int grading, String officer, int reference, long at, SelectionMethod how, Blindness blind) {
    verdicts.add(new Verdict(grading, officer, reference, at, how, blind));
    return this;
  }

  /** Blind checks of new gradings, the first of them with an error. */
  OfficerTeam checks(String officer, String stream, int errors, int checked) {
    for (int i = 0; i < checked; i++) {
      verdict(grading("a", stream), officer, i < errors ? 1 : 0, i, Blindness.BLIND);
    }
    return this;
  }

  Verdicts build() {
    Verdicts.Builder builder = Verdicts.builder(gradings.build());
    for (Verdict v : verdicts) {
      double probability = v.how.isRandom() ? 0.5 : 0;
      builder.add(
          v.grading,
          v.officer,
          v.reference,
          v.at,
          new Selection(v.how, probability, "", v.blind, false));
    }
    return builder.build();
  }
}
