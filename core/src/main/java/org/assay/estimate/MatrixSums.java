package org.assay.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.assay.interval.WeightedShare.Sums;

/**
 * Sums of weights and of their squares by cell, of one assessor or of several. A drawn item whose
 * gradings fall into one cell counts there as one check of their weight.
 */
final class MatrixSums {
  final int grades;
  final int[] keys; // reference x K + grade of the cells that occur, ascending
  final long[] counts;
  final double[] weights;
  final double[] squares;
  final int[] used; // grades that occur as reference or grade, ascending
  final long checks;
  final long unresolved;
  final double weight; // of all checks
  final double weightSquares;
  final double pendingWeight;
  final double pendingSquares;
  private final double[] rowWeight; // by place in used, as the following
  private final double[] rowSquares;
  private final double[] columnWeight;
  private final double[] columnSquares;
  private final double[] heaviest;
  private final double[] pending;
  private final double[] pendingOfGradeSquares;
  private final double most; // heaviest of all
  private final double mostBeside; // heaviest of all other grades
  private final int heaviestGrade;

  private MatrixSums(Builder b) {
    grades = b.grades;
    keys = b.cells.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    counts = new long[keys.length];
    weights = new double[keys.length];
    squares = new double[keys.length];
    boolean[] occurs = new boolean[grades];
    for (int i = 0; i < keys.length; i++) {
      Cell cell = b.cells.get(keys[i]);
      counts[i] = cell.count;
      weights[i] = cell.weight;
      squares[i] = cell.squares;
      occurs[keys[i] / grades] = true;
      occurs[keys[i] % grades] = true;
    }
    b.selected.keySet().forEach(g -> occurs[g] = true);
    int n = 0;
    int[] all = new int[grades];
    for (int g = 0; g < grades; g++) {
      if (occurs[g]) {
        all[n++] = g;
      }
    }
    used = Arrays.copyOf(all, n);
    rowWeight = new double[n];
    rowSquares = new double[n];
    columnWeight = new double[n];
    columnSquares = new double[n];
    heaviest = new double[n];
    pending = new double[n];
    pendingOfGradeSquares = new double[n];
    long sum = 0;
    double w = 0;
    double ww = 0;
    for (int i = 0; i < keys.length; i++) {
      int row = Arrays.binarySearch(used, keys[i] / grades);
      int column = Arrays.binarySearch(used, keys[i] % grades);
      rowWeight[row] += weights[i];
      rowSquares[row] += squares[i];
      columnWeight[column] += weights[i];
      columnSquares[column] += squares[i];
      sum += counts[i];
      w += weights[i];
      ww += squares[i];
    }
    checks = sum;
    weight = w;
    weightSquares = ww;
    double p = 0;
    double pp = 0;
    int top = -1;
    for (int u = 0; u < n; u++) {
      Selected s = b.selected.get(used[u]);
      if (s != null) {
        heaviest[u] = s.heaviest;
        pending[u] = s.pending;
        pendingOfGradeSquares[u] = s.pendingSquares;
        p += s.pending;
        pp += s.pendingSquares;
        top = top < 0 || s.heaviest > heaviest[top] ? u : top;
      }
    }
    unresolved = b.unresolved;
    pendingWeight = p;
    pendingSquares = pp;
    most = top < 0 ? 1 : heaviest[top];
    heaviestGrade = top < 0 ? -1 : used[top];
    double second = 0;
    for (int u = 0; u < n; u++) {
      second = u == top ? second : Math.max(second, heaviest[u]);
    }
    mostBeside = second > 0 ? second : most;
  }

  private static final class Cell {
    private long count;
    private double weight;
    private double squares;
  }

  /** Selections with one grade given. */
  private static final class Selected {
    private double heaviest;
    private double pending;
    private double pendingSquares;
  }

  /** Collects checks. Not thread-safe. */
  static final class Builder {
    private final int grades;
    private final Map<Integer, Cell> cells = new HashMap<>();
    private final Map<Integer, Selected> selected = new HashMap<>();
    private long unresolved;
    private Map<Long, Double> items; // weight by drawn item and cell; null while there are none

    Builder(int grades) {
      this.grades = grades;
    }

    /** Checks that are alike. */
    void add(int reference, int grade, double weight, long count) {
      Cell cell = cell(reference, grade, weight, count);
      cell.squares += count * weight * weight;
      seen(grade, weight);
    }

    /** Checks of a drawn item that are alike. */
    void addOfItem(int item, int reference, int grade, double weight, long count) {
      Cell cell = cell(reference, grade, weight, count);
      items = items == null ? new HashMap<>() : items;
      long key = ((long) item * grades + reference) * grades + grade;
      double before = items.getOrDefault(key, 0.0);
      double after = before + count * weight;
      items.put(key, after);
      cell.squares += after * after - before * before;
      seen(grade, after);
    }

    private Cell cell(int reference, int grade, double weight, long count) {
      Cell cell = cells.computeIfAbsent(reference * grades + grade, key -> new Cell());
      cell.count += count;
      cell.weight += count * weight;
      return cell;
    }

    /** A selection that says how heavy a check with that grade can be. */
    Selected seen(int grade, double weight) {
      Selected s = selected.computeIfAbsent(grade, g -> new Selected());
      s.heaviest = Math.max(s.heaviest, weight);
      return s;
    }

    /** Selections without a usable verdict. */
    void addUnresolved(int grade, double weight, long count) {
      Selected s = seen(grade, weight);
      s.pending += count * weight;
      s.pendingSquares += count * weight * weight;
      unresolved += count;
    }

    /** Everything of another. */
    void add(MatrixSums other) {
      unresolved += other.unresolved;
      for (int i = 0; i < other.keys.length; i++) {
        Cell cell = cells.computeIfAbsent(other.keys[i], key -> new Cell());
        cell.count += other.counts[i];
        cell.weight += other.weights[i];
        cell.squares += other.squares[i];
      }
      for (int u = 0; u < other.used.length; u++) {
        Selected s = seen(other.used[u], other.heaviest[u]);
        s.pending += other.pending[u];
        s.pendingSquares += other.pendingOfGradeSquares[u];
      }
    }

    MatrixSums build() {
      return new MatrixSums(this);
    }
  }

  /** Place of a cell; below 0 where it does not occur. */
  int find(int reference, int grade) {
    AssessorMatrices.requireGrade("reference", reference, grades);
    AssessorMatrices.requireGrade("grade", grade, grades);
    return Arrays.binarySearch(keys, reference * grades + grade);
  }

  private static double at(double[] sums, int place) {
    return place < 0 ? 0 : sums[place];
  }

  /** Sums of a cell within its row, or its column. */
  Sums of(int cell, int margin, boolean isRow) {
    int u = Arrays.binarySearch(used, margin);
    return Sums.of(
        at(weights, cell),
        at(squares, cell),
        at(isRow ? rowWeight : columnWeight, u),
        at(isRow ? rowSquares : columnSquares, u));
  }

  /** Weight of a row, or a column. */
  double margin(int grade, boolean isRow) {
    return at(isRow ? rowWeight : columnWeight, Arrays.binarySearch(used, grade));
  }

  /** Equal checks that a row, or a column, stands for (Kish). */
  double effective(int grade, boolean isRow) {
    int u = Arrays.binarySearch(used, grade);
    double w = at(isRow ? rowWeight : columnWeight, u);
    return w > 0 ? w * w / (isRow ? rowSquares : columnSquares)[u] : 0;
  }

  /** Heaviest selection with a grade; where there is none, the heaviest of all. */
  double heaviest(int grade) {
    double own = at(heaviest, Arrays.binarySearch(used, grade));
    return own > 0 ? own : most;
  }

  /** Heaviest selection with any other grade. */
  double heaviestBut(int grade) {
    return grade == heaviestGrade ? mostBeside : most;
  }

  /** Weight of what is unresolved with a grade. */
  double pending(int grade) {
    return at(pending, Arrays.binarySearch(used, grade));
  }

  /** Its squared weights. */
  double pendingSquares(int grade) {
    return at(pendingOfGradeSquares, Arrays.binarySearch(used, grade));
  }
}
