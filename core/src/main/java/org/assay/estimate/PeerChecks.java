package org.assay.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.assay.data.Selections.Blindness;
import org.assay.internal.HypergeometricSum;

/**
 * Random checks laid out for comparing one assessor with the others: within a stream and a kind of
 * check (blind, in sight of the grade, not recorded), by reference grade, or by the grade given
 * where the sample was chosen by it.
 */
final class PeerChecks {
  private static final int KINDS = Blindness.values().length;

  private final int grades;
  private final boolean isByGrade;
  private final Map<Long, Integer> strata = new HashMap<>(); // stream, kind and grade to number
  private final SortedMap<Integer, Table> assessors = new TreeMap<>();
  private Table team;
  private final Map<Integer, double[]> expected = new HashMap<>(); // by period, of each assessor
  private final Overdispersion overdispersion;

  /** Checks of one assessor or of all: by stratum, and by the other grade within it. */
  private static final class Table {
    private long[] checked = new long[0];
    private long[] found = new long[0]; // [stratum * grades + other grade]
  }

  /** The errors of one kind of an assessor: how many there are, of how many, and their law. */
  record Counts(long found, long checked, double expected, HypergeometricSum law) {}

  PeerChecks(List<CheckCell> cells, int grades) {
    List<CheckCell> used = cells.stream().filter(c -> !c.pending()).toList();
    this.grades = grades;
    this.isByGrade = SelectionByGrade.isSeen(used);
    for (CheckCell c : used) {
      strata.computeIfAbsent(key(c), k -> strata.size());
    }
    this.team = table();
    for (CheckCell c : used) {
      add(assessors.computeIfAbsent(c.assessor(), a -> table()), c);
      add(team, c);
    }
    this.overdispersion = overdispersion(used);
  }

  private long key(CheckCell c) {
    long place = (long) c.stream() * KINDS + c.blindness().ordinal();
    return place * grades + (isByGrade ? c.grade() : c.reference());
  }

  private Table table() {
    Table table = new Table();
    table.checked = new long[strata.size()];
    table.found = new long[strata.size() * grades];
    return table;
  }

  private void add(Table table, CheckCell c) {
    int stratum = strata.get(key(c));
    table.checked[stratum] += c.count();
    table.found[stratum * grades + (isByGrade ? c.reference() : c.grade())] += c.count();
  }

  private Overdispersion overdispersion(List<CheckCell> used) {
    double[] rates = new double[strata.size()];
    strata.forEach((key, s) -> rates[s] = (double) errors(team, key, s) / team.checked[s]);
    Overdispersion.Builder builder = Overdispersion.builder();
    DesignRates.groups(used, CheckCell::assessor)
        .forEach(
            (assessor, own) -> {
              var periods = DesignRates.groups(own, CheckCell::period).values();
              long[] errors = new long[periods.size()];
              double[] mean = new double[periods.size()];
              long checked = 0;
              int p = 0;
              for (List<CheckCell> period : periods) {
                for (CheckCell c : period) {
                  errors[p] += c.reference() == c.grade() ? 0 : c.count();
                  mean[p] += c.count() * rates[strata.get(key(c))];
                  checked += c.count();
                }
                p++;
              }
              expected.put(assessor, mean);
              builder.add(errors, mean, checked);
            });
    return builder.build();
  }

  private long errors(Table table, long key, int stratum) {
    return table.checked[stratum] - table.found[stratum * grades + (int) (key % grades)];
  }

  /** Codes of the assessors with checks, rising. */
  List<Integer> assessors() {
    return List.copyOf(assessors.keySet());
  }

  boolean isByGrade() {
    return isByGrade;
  }

  Overdispersion overdispersion() {
    return overdispersion;
  }

  /** Checks of an assessor where others have some, too. */
  long comparable(int assessor) {
    long[] own = assessors.get(assessor).checked;
    long sum = 0;
    for (int s = 0; s < own.length; s++) {
      sum += own[s] < team.checked[s] ? own[s] : 0;
    }
    return sum;
  }

  /** All errors of an assessor. */
  Counts errors(int assessor) {
    Table own = assessors.get(assessor);
    long[] all = new long[strata.size()];
    long[] mine = new long[strata.size()];
    strata.forEach(
        (key, s) -> {
          all[s] = errors(team, key, s);
          mine[s] = errors(own, key, s);
        });
    return counts(own, s -> true, all, mine);
  }

  /** How often an assessor mixes two grades up. */
  Counts mixUps(int assessor, int reference, int grade) {
    Table own = assessors.get(assessor);
    int margin = isByGrade ? grade : reference;
    int other = isByGrade ? reference : grade;
    boolean[] isIn = new boolean[strata.size()];
    strata.forEach((key, s) -> isIn[s] = key % grades == margin);
    long[] all = new long[strata.size()];
    long[] mine = new long[strata.size()];
    Arrays.setAll(all, s -> team.found[s * grades + other]);
    Arrays.setAll(mine, s -> own.found[s * grades + other]);
    return counts(own, s -> isIn[s], all, mine);
  }

  private Counts counts(Table own, IntPredicate which, long[] all, long[] mine) {
    HypergeometricSum law = new HypergeometricSum();
    long found = 0;
    long checked = 0;
    double mean = 0;
    for (int s = 0; s < all.length; s++) {
      long n = own.checked[s];
      long others = team.checked[s] - n;
      if (n > 0 && others > 0 && which.test(s)) {
        law.add(team.checked[s], all[s], n);
        found += mine[s];
        checked += n;
        mean += n * ((double) (all[s] - mine[s]) / others);
      }
    }
    return new Counts(found, checked, mean, law);
  }

  /**
   * By how much the variance of an assessor's errors, those of the others given, is larger than
   * with independent checks.
   */
  double varianceFactor(int assessor) {
    double all = 0;
    double allSquares = 0;
    for (double[] means : expected.values()) {
      for (double e : means) {
        all += e;
        allSquares += e * e;
      }
    }
    double[] own = expected.get(assessor);
    double sum = Arrays.stream(own).sum();
    double squares = Arrays.stream(own).map(e -> e * e).sum();
    double share = all <= 0 ? 1 : sum / all;
    double others = all - sum;
    double theirs =
        others <= 0 ? 1 : 1 + overdispersion.excess() * Math.max(0, allSquares - squares) / others;
    return (1 - share) * overdispersion.factor(own) + share * theirs;
  }
}
