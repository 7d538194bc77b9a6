package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.result.Interval;

/** What was said about the teams of one design, and how much of it was wrong. */
final class SentenceScore {
  private final TeamDesign design;
  private final Map<Statement, Count> counts = new EnumMap<>(Statement.class);
  private final Map<String, Integer> states = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private double width;
  private int widths;
  private double widthWhereBest;
  private double bestWidth;
  private int findable;
  private int found;
  private int refused;

  SentenceScore(TeamDesign design) {
    this.design = design;
  }

  void add(Statement statement, boolean isWrong) {
    counts.put(
        statement,
        counts.getOrDefault(statement, new Count(0, 0, statement.promised())).plus(isWrong));
  }

  void state(String word) {
    states.merge(word, 1, Integer::sum);
  }

  /** The width of an interval, and of the best method's where there is one. */
  void width(double said, Interval best) {
    width += said;
    widths++;
    if (best != null) {
      widthWhereBest += said;
      bestWidth += best.width();
    }
  }

  void findable(boolean isFound) {
    findable++;
    found += isFound ? 1 : 0;
  }

  void fault(String message) {
    faults.add(message);
  }

  void refused() {
    refused++;
  }

  TeamDesign design() {
    return design;
  }

  Map<Statement, Count> counts() {
    return counts;
  }

  /** Level rows by state. */
  Map<String, Integer> states() {
    return states;
  }

  List<String> faults() {
    return faults;
  }

  int refusals() {
    return refused;
  }

  double meanWidth() {
    return widths == 0 ? 0 : width / widths;
  }

  /** Mean width relative to the best method's; 0 where none is stated. */
  double widthRatio() {
    return bestWidth == 0 ? 0 : widthWhereBest / bestWidth;
  }

  int findable() {
    return findable;
  }

  int found() {
    return found;
  }
}
