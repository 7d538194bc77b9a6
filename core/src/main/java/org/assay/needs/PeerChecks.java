package org.assay.needs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.estimate.Overdispersion;

/**
 * Random checks laid out for comparing one group, a person or a cohort, with everybody else: within
 * a stream and a kind of check (blind, in sight of the grade, not recorded), by reference grade, or
 * by the grade given where the sample was chosen by it. That grade is called the margin, the other
 * of the two the other.
 *
 * <p>An entry is a stratum (margin, stream and kind) with another grade, and stands here once if
 * anybody has a check in it; a group has only its own entries. So the size is that of the cells.
 */
final class PeerChecks {
  private static final int KINDS = Blindness.values().length;

  private final int grades;
  private final boolean isByGrade;
  private final long[] keys; // of the entries, rising: margin, place, other
  private final int[] stratum; // of each entry
  private final int[] margin; // of each stratum
  private final int[] first; // entry of each stratum, and the end
  private final long[] checked; // of everybody in each stratum
  private final long[] wrong; // errors among them
  private final PeerGroup team;
  private final List<PeerGroup> assessors;
  private final Overdispersion overdispersion;
  private final double expected; // errors of everybody
  private final double squares; // over persons and periods

  /** Lays checks out by what is seen of their selection. */
  static PeerChecks of(List<CheckCell> cells, int grades) {
    List<CheckCell> used = cells.stream().filter(c -> !c.pending()).toList();
    return new PeerChecks(used, grades, SelectionByGrade.isSeen(used));
  }

  /** Lays checks with a verdict out. */
  PeerChecks(List<CheckCell> used, int grades, boolean isByGrade) {
    this.grades = grades;
    this.isByGrade = isByGrade;
    Map<Long, int[]> places = new HashMap<>(); // entry of each key
    for (CheckCell c : used) {
      places.computeIfAbsent(key(c), k -> new int[1]);
    }
    this.keys = places.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    this.stratum = new int[keys.length];
    int[] margins = new int[keys.length];
    int[] starts = new int[keys.length + 1];
    int strata = 0;
    for (int e = 0; e < keys.length; e++) {
      places.get(keys[e])[0] = e;
      if (e == 0 || keys[e] - other(e) != keys[e - 1] - other(e - 1)) {
        starts[strata] = e;
        margins[strata++] = (int) (keys[e] >>> 32);
      }
      stratum[e] = strata - 1;
    }
    starts[strata] = keys.length;
    this.margin = Arrays.copyOf(margins, strata);
    this.first = Arrays.copyOf(starts, strata + 1);
    this.checked = new long[strata];
    this.wrong = new long[strata];
    Persons persons = new Persons(used, places);
    this.team = persons.team;
    this.assessors = persons.all;
    this.overdispersion = persons.overdispersion;
    this.expected = assessors.stream().mapToDouble(PeerGroup::expected).sum();
    this.squares = assessors.stream().mapToDouble(PeerGroup::squares).sum();
  }

  private long key(CheckCell c) {
    int in = isByGrade ? c.grade() : c.reference();
    int other = isByGrade ? c.reference() : c.grade();
    long place = (long) c.stream() * KINDS + c.blindness().ordinal();
    return ((long) in << 32) + place * grades + other;
  }

  private boolean isError(int entry) {
    return other(entry) != margin[stratum[entry]];
  }

  private int other(int entry) {
    return (int) ((keys[entry] & 0xFFFF_FFFFL) % grades);
  }

  /** Sums the cells up, one person after the other. */
  private final class Persons {
    private final List<PeerGroup> all = new ArrayList<>();
    private final PeerGroup team;
    private final Overdispersion overdispersion;

    private final double[] rates; // of errors in each stratum
    private final long[] sums = new long[keys.length];
    private final int[] touched = new int[keys.length];

    Persons(List<CheckCell> used, Map<Long, int[]> places) {
      int n = used.size();
      int[] entry = new int[n];
      int people = 0;
      int periods = 0;
      long[] teamCounts = new long[keys.length];
      for (int i = 0; i < n; i++) {
        CheckCell c = used.get(i);
        entry[i] = places.get(key(c))[0];
        teamCounts[entry[i]] += c.count();
        people = Math.max(people, c.assessor() + 1);
        periods = Math.max(periods, c.period() + 1);
      }
      int[] entries = new int[keys.length];
      Arrays.setAll(entries, e -> e);
      this.team = new PeerGroup(-1, entries, teamCounts, Arrays.stream(teamCounts).sum(), 0, 0);
      for (int e = 0; e < keys.length; e++) {
        checked[stratum[e]] += teamCounts[e];
        wrong[stratum[e]] += isError(e) ? teamCounts[e] : 0;
      }
      this.rates = new double[checked.length];
      Arrays.setAll(rates, s -> (double) wrong[s] / checked[s]);
      int[] start = new int[people + 1];
      used.forEach(c -> start[c.assessor() + 1]++);
      Arrays.parallelPrefix(start, Integer::sum);
      int[] order = new int[n];
      int[] next = start.clone();
      for (int i = 0; i < n; i++) {
        order[next[used.get(i).assessor()]++] = i;
      }
      Overdispersion.Builder builder = Overdispersion.builder();
      long[] errors = new long[periods];
      double[] mean = new double[periods];
      int[] seen = new int[periods];
      for (int a = 0; a < people; a++) {
        if (start[a] < start[a + 1]) {
          int size = 0;
          int weeks = 0;
          for (int i = start[a]; i < start[a + 1]; i++) {
            CheckCell c = used.get(order[i]);
            int e = entry[order[i]];
            if (sums[e] == 0) {
              touched[size++] = e;
            }
            sums[e] += c.count();
            if (mean[c.period()] == 0 && errors[c.period()] == 0) {
              seen[weeks++] = c.period();
            }
            errors[c.period()] += isError(e) ? c.count() : 0;
            mean[c.period()] += c.count() * Math.max(rates[stratum[e]], Double.MIN_NORMAL);
          }
          PeerGroup g = group(a, size, Arrays.copyOf(seen, weeks), mean);
          all.add(g);
          add(builder, g.checked(), Arrays.copyOf(seen, weeks), errors, mean);
        }
      }
      this.overdispersion = builder.build();
    }

    private PeerGroup group(int code, int size, int[] periods, double[] mean) {
      int[] entries = Arrays.copyOf(touched, size);
      Arrays.sort(entries);
      long[] counts = new long[size];
      long checked = 0;
      for (int i = 0; i < size; i++) {
        counts[i] = sums[entries[i]];
        checked += counts[i];
        sums[entries[i]] = 0;
      }
      double sum = 0;
      double square = 0;
      for (int p : periods) {
        sum += mean[p];
        square += mean[p] * mean[p];
      }
      return new PeerGroup(code, entries, counts, checked, sum, square);
    }

    private void add(
        Overdispersion.Builder builder, long checked, int[] seen, long[] errors, double[] mean) {
      long[] found = new long[seen.length];
      double[] means = new double[seen.length];
      for (int i = 0; i < seen.length; i++) {
        found[i] = errors[seen[i]];
        means[i] = mean[seen[i]];
        errors[seen[i]] = 0;
        mean[seen[i]] = 0;
      }
      builder.add(found, means, checked);
    }
  }

  /** Everybody with checks, by rising code. */
  List<PeerGroup> assessors() {
    return assessors;
  }

  /** Several persons as one. */
  PeerGroup together(int code, List<PeerGroup> members) {
    Map<Integer, Long> sums = new HashMap<>();
    double sum = 0;
    double square = 0;
    long checked = 0;
    for (PeerGroup m : members) {
      for (int i = 0; i < m.entries().length; i++) {
        sums.merge(m.entries()[i], m.counts()[i], Long::sum);
      }
      sum += m.expected();
      square += m.squares();
      checked += m.checked();
    }
    int[] entries = sums.keySet().stream().mapToInt(e -> e).sorted().toArray();
    long[] counts = Arrays.stream(entries).mapToLong(sums::get).toArray();
    return new PeerGroup(code, entries, counts, checked, sum, square);
  }

  boolean isByGrade() {
    return isByGrade;
  }

  Overdispersion overdispersion() {
    return overdispersion;
  }

  /** Errors of a group, whether others were checked beside it or not. */
  long wrong(PeerGroup g) {
    long sum = 0;
    for (int i = 0; i < g.entries().length; i++) {
      sum += isError(g.entries()[i]) ? g.counts()[i] : 0;
    }
    return sum;
  }

  private int margin(int entry) {
    return margin[stratum[entry]];
  }

  // The first of a group's entries with a margin, or where they would be.
  private int from(PeerGroup g, int in) {
    int low = 0;
    int high = g.entries().length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (margin(g.entries()[middle]) < in) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** All errors of a group. */
  PeerCounts errors(PeerGroup g) {
    PeerCounts counts = new PeerCounts();
    int i = 0;
    while (i < g.entries().length) {
      int s = stratum[g.entries()[i]];
      long own = 0;
      long mine = 0;
      for (; i < g.entries().length && stratum[g.entries()[i]] == s; i++) {
        own += g.counts()[i];
        mine += isError(g.entries()[i]) ? g.counts()[i] : 0;
      }
      counts.add(checked[s], wrong[s], own, mine);
    }
    return counts;
  }

  /** One mix-up of a group; all errors where there are no grades. */
  PeerCounts counts(PeerGroup g, int reference, int grade) {
    if (reference == Training.ALL) {
      return errors(g);
    }
    int in = isByGrade ? grade : reference;
    int wanted = isByGrade ? reference : grade;
    PeerCounts counts = new PeerCounts();
    int i = from(g, in);
    while (i < g.entries().length && margin(g.entries()[i]) == in) {
      int end = end(g, i);
      int s = stratum[g.entries()[i]];
      long own = 0;
      long mine = 0;
      for (; i < end; i++) {
        own += g.counts()[i];
        mine += other(g.entries()[i]) == wanted ? g.counts()[i] : 0;
      }
      long all = 0;
      for (int e = first[s]; e < first[s + 1]; e++) {
        all += other(e) == wanted ? team.counts()[e] : 0;
      }
      counts.add(checked[s], all, own, mine);
    }
    return counts;
  }

  /** Receives every mix-up that somebody made where a group was checked: its counts, its code. */
  void mixUps(PeerGroup g, ObjLongConsumer<PeerCounts> receiver) {
    PeerCounts[] others = new PeerCounts[grades];
    int i = 0;
    while (i < g.entries().length) {
      int m = margin[stratum[g.entries()[i]]];
      Arrays.fill(others, null);
      long own = 0;
      while (i < g.entries().length && margin[stratum[g.entries()[i]]] == m) {
        int end = end(g, i);
        own += stratum(g, i, end, others);
        i = end;
      }
      for (int o = 0; o < grades; o++) {
        if (others[o] != null) {
          receiver.accept(others[o].among(own), code(m, o));
        }
      }
    }
  }

  // The place behind the entries of a stratum.
  private int end(PeerGroup g, int from) {
    int to = from;
    while (to < g.entries().length && stratum[g.entries()[to]] == stratum[g.entries()[from]]) {
      to++;
    }
    return to;
  }

  // One stratum of a group; gives its checks there if others have some, too.
  private long stratum(PeerGroup g, int from, int to, PeerCounts[] others) {
    int s = stratum[g.entries()[from]];
    long own = 0;
    for (int i = from; i < to; i++) {
      own += g.counts()[i];
    }
    int at = from;
    for (int e = first[s]; e < first[s + 1]; e++) {
      boolean isOwn = at < to && g.entries()[at] == e;
      long mine = isOwn ? g.counts()[at++] : 0;
      if (isError(e)) {
        int o = other(e);
        others[o] = others[o] == null ? new PeerCounts() : others[o];
        others[o].add(checked[s], team.counts()[e], own, mine);
      }
    }
    return own < checked[s] ? own : 0;
  }

  private long code(int in, int other) {
    return isByGrade ? (long) other * grades + in : (long) in * grades + other;
  }

  int reference(long code) {
    return (int) (code / grades);
  }

  int grade(long code) {
    return (int) (code % grades);
  }

  /**
   * By how much the variance of a group's errors, those of the others given, is larger than with
   * independent checks, when its own would be larger by a given factor.
   */
  double varianceFactor(PeerGroup g, double own) {
    double share = expected <= 0 ? 1 : g.expected() / expected;
    double others = expected - g.expected();
    double theirs =
        others <= 0 ? 1 : 1 + overdispersion.excess() * Math.max(0, squares - g.squares()) / others;
    return (1 - share) * own + share * theirs;
  }

  /** The factor of a person: periods of it that go together. */
  double ownFactor(PeerGroup g) {
    return g.expected() <= 0 ? 1 : 1 + overdispersion.excess() * g.squares() / g.expected();
  }
}
