package org.assay.bench.study.sentences;

/**
 * A row of the verdicts: a simple random, blind check that found the right grade, if not changed.
 */
final class PlantedCheck {
  private static final long LATER = 24 * 60;

  final PlantedGrading grading;
  final double probability;
  String officer = "q1";
  String verdict;
  String method = "SRS";
  String blind = "BLIND";
  String id = "";
  String supersedes = "";
  long minute;

  PlantedCheck(PlantedGrading grading, double probability) {
    this.grading = grading;
    this.probability = probability;
    this.verdict = grading.right;
    this.minute = grading.minute + LATER;
  }

  PlantedCheck by(String someone) {
    officer = someone;
    return this;
  }

  PlantedCheck reads(String text) {
    verdict = text;
    return this;
  }

  PlantedCheck method(String word) {
    method = word;
    return this;
  }

  PlantedCheck blind(boolean hidden) {
    blind = hidden ? "BLIND" : "NON_BLIND";
    return this;
  }

  PlantedCheck after(long minutes) {
    minute = grading.minute + LATER + minutes;
    return this;
  }

  PlantedCheck id(String event) {
    id = event;
    return this;
  }

  PlantedCheck correcting(String event) {
    supersedes = event;
    return this;
  }

  /** A selection that waits for its verdict. */
  PlantedCheck pending() {
    officer = "";
    verdict = "";
    return this;
  }

  boolean isBlind() {
    return blind.equals("BLIND");
  }

  /** Whether there is a verdict with a meaning, however it is typed. */
  boolean isRead() {
    return !isPending() && !verdict.equals(Reading.UNREADABLE);
  }

  boolean isPending() {
    return verdict.isEmpty();
  }
}
