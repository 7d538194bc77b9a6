package org.assay.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.assay.agreement.AttributeStudy.Appraiser;
import org.assay.agreement.AttributeStudy.Disagreement;
import org.assay.agreement.AttributeStudy.Ends;
import org.assay.agreement.AttributeStudy.ItemErrors;
import org.assay.agreement.AttributeStudy.Kappas;
import org.assay.agreement.AttributeStudy.Matched;
import org.assay.agreement.AttributeStudy.StandardKappas;
import org.assay.compare.KendallTau;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;
import org.assay.data.Gradings;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** Lays a study out by item, assessor and trial, and counts what {@link AttributeStudy} tells. */
final class AttributeCounts {
  private final Gradings gradings;
  private final int[] standard;
  private final int grades;
  private final int assessors;
  private final int[][][] trials; // grades by item and assessor, in order

  AttributeCounts(Gradings gradings, int[] standard) {
    this.gradings = gradings;
    this.standard = standard.clone();
    this.grades = gradings.scheme().size();
    this.assessors = gradings.assessor().ids().size();
    this.trials = new int[standard.length][assessors][0];
    long[] at = gradings.gradedAt().orElse(null);
    List<Integer> rows = new ArrayList<>();
    IntStream.range(0, gradings.size()).forEach(rows::add);
    if (at != null) {
      rows.sort(Comparator.comparingLong(row -> at[row])); // stable
    }
    for (int row : rows) {
      int[][] ofItem = trials[gradings.item().codes().get(row)];
      int assessor = gradings.assessor().codes().get(row);
      int[] longer = Arrays.copyOf(ofItem[assessor], ofItem[assessor].length + 1);
      longer[longer.length - 1] = gradings.grade().get(row);
      ofItem[assessor] = longer;
    }
  }

  AttributeStudy study(Ends ends, double confidence) {
    List<Appraiser> appraisers = new ArrayList<>();
    List<List<ConfusionMatrix>> withStandard = new ArrayList<>();
    for (int a = 0; a < assessors; a++) {
      withStandard.add(standardTables(a));
      appraisers.add(appraiser(a, withStandard.get(a), ends, confidence));
    }
    int[] all = IntStream.range(0, assessors).toArray();
    return new AttributeStudy(
        appraisers,
        matched(all, item -> together(item) > 1 ? 1 : 0, false, ends, confidence),
        kappas(all, item -> together(item) > 1 ? 1 : 0),
        AttributeStudy.order(gradings.scheme().isOrdered(), rows(all)),
        matched(all, this::hasStandard, true, ends, confidence),
        standardKappas(withStandard.stream().flatMap(List::stream).toList()),
        itemErrors());
  }

  private Appraiser appraiser(
      int a, List<ConfusionMatrix> withStandard, Ends ends, double confidence) {
    int[] one = {a};
    ToIntFunction<Integer> repeated = item -> trials[item][a].length > 1 ? 1 : 0;
    return new Appraiser(
        a,
        matched(one, repeated, false, ends, confidence),
        kappas(one, repeated),
        AttributeStudy.order(gradings.scheme().isOrdered(), rows(one)),
        matched(one, this::hasStandard, true, ends, confidence),
        standardKappas(withStandard),
        disagreement(a));
  }

  /** Assessors who graded an item. */
  private int together(int item) {
    return (int) Arrays.stream(trials[item]).filter(t -> t.length > 0).count();
  }

  private int hasStandard(int item) {
    return standard[item] == AttributeStudy.NO_STANDARD ? 0 : 1;
  }

  private int[] grades(int item, int[] who) {
    return Arrays.stream(who).flatMap(a -> Arrays.stream(trials[item][a])).toArray();
  }

  private Matched matched(
      int[] who, ToIntFunction<Integer> tells, boolean withStandard, Ends ends, double confidence) {
    long inspected = 0;
    long matched = 0;
    for (int item = 0; item < trials.length; item++) {
      int[] given = grades(item, who);
      if (given.length == 0 || tells.applyAsInt(item) == 0) {
        continue;
      }
      int wanted = withStandard ? standard[item] : given[0];
      inspected++;
      matched += Arrays.stream(given).allMatch(g -> g == wanted) ? 1 : 0;
    }
    return Matched.of(matched, inspected, ends, confidence);
  }

  private Kappas kappas(int[] who, ToIntFunction<Integer> tells) {
    RatingPatterns patterns = RatingPatterns.create(grades);
    for (int item = 0; item < trials.length; item++) {
      if (tells.applyAsInt(item) > 0) {
        int[] counts = new int[grades];
        Arrays.stream(grades(item, who)).forEach(g -> counts[g]++);
        patterns.add(counts);
      }
    }
    return new Kappas(
        FleissKappa.of(patterns),
        IntStream.range(0, grades)
            .mapToObj(g -> FleissKappa.ofGrade(patterns, g, Inference.standard()))
            .toList());
  }

  // A column per assessor and trial.
  private RatingRows rows(int[] who) {
    int[] most =
        Arrays.stream(who)
            .map(a -> Arrays.stream(trials).mapToInt(item -> item[a].length).max().orElse(0))
            .toArray();
    int columns = Math.max(1, Arrays.stream(most).sum());
    RatingRows rows = RatingRows.create(columns, grades);
    for (int[][] item : trials) {
      int[] row = new int[columns];
      Arrays.fill(row, RatingRows.MISSING);
      int from = 0;
      for (int i = 0; i < who.length; i++) {
        System.arraycopy(item[who[i]], 0, row, from, item[who[i]].length);
        from += most[i];
      }
      rows.add(row);
    }
    return rows;
  }

  // The standard by the grades of each trial of an assessor.
  private List<ConfusionMatrix> standardTables(int a) {
    List<ConfusionMatrix> tables = new ArrayList<>();
    for (int item = 0; item < trials.length; item++) {
      if (hasStandard(item) == 0) {
        continue;
      }
      int[] given = trials[item][a];
      for (int t = 0; t < given.length; t++) {
        if (t == tables.size()) {
          tables.add(ConfusionMatrix.create(grades));
        }
        tables.get(t).add(standard[item], given[t]);
      }
    }
    return tables;
  }

  private StandardKappas standardKappas(List<ConfusionMatrix> tables) {
    List<RatingPatterns> patterns =
        tables.stream().map(table -> RatingRows.of(table).patterns()).toList();
    List<Outcome> byGrade = new ArrayList<>();
    for (int g = 0; g < grades; g++) {
      int grade = g;
      byGrade.add(
          mean(
              patterns.stream()
                  .map(p -> FleissKappa.ofGrade(p, grade, Inference.standard()).value())
                  .toList()));
    }
    return new StandardKappas(
        mean(patterns.stream().map(p -> FleissKappa.of(p).value()).toList()),
        byGrade,
        gradings.scheme().isOrdered()
            ? mean(tables.stream().map(KendallTau::of).toList())
            : Outcome.undefined(Undefined.NOT_APPLICABLE));
  }

  // Of the trials that have one; the first reason where none has.
  private static Outcome mean(List<Outcome> values) {
    if (values.isEmpty()) {
      return Outcome.undefined(Undefined.NO_PAIRS);
    }
    double[] defined =
        values.stream().filter(Outcome::defined).mapToDouble(Outcome::value).toArray();
    return defined.length == 0
        ? values.get(0)
        : Outcome.of(Arrays.stream(defined).sum() / defined.length);
  }

  private Disagreement disagreement(int a) {
    long above = 0;
    long canBeAbove = 0;
    long below = 0;
    long canBeBelow = 0;
    long mixed = 0;
    long inspected = 0;
    for (int item = 0; item < trials.length; item++) {
      int[] given = trials[item][a];
      if (given.length == 0 || hasStandard(item) == 0) {
        continue;
      }
      inspected++;
      canBeAbove += standard[item] < grades - 1 ? 1 : 0;
      canBeBelow += standard[item] > 0 ? 1 : 0;
      boolean isOne = Arrays.stream(given).allMatch(g -> g == given[0]);
      mixed += isOne ? 0 : 1;
      above += isOne && given[0] > standard[item] ? 1 : 0;
      below += isOne && given[0] < standard[item] ? 1 : 0;
    }
    return new Disagreement(above, canBeAbove, below, canBeBelow, mixed, inspected);
  }

  private List<ItemErrors> itemErrors() {
    List<ItemErrors> errors = new ArrayList<>();
    int[] all = IntStream.range(0, assessors).toArray();
    for (int item = 0; item < trials.length; item++) {
      int wanted = standard[item];
      int[] given = grades(item, all);
      long wrong =
          hasStandard(item) == 0 ? 0 : Arrays.stream(given).filter(g -> g != wanted).count();
      if (wrong > 0) {
        errors.add(new ItemErrors(item, given.length, wrong));
      }
    }
    errors.sort(
        Comparator.comparingLong(ItemErrors::wrong).reversed().thenComparingInt(ItemErrors::item));
    return errors;
  }
}
