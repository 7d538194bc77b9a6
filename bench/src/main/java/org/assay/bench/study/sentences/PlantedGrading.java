package org.assay.bench.study.sentences;

/** A grading as the file has it, and the grade it should have been. */
final class PlantedGrading {
  final String item;
  final String right;
  final String given;
  String assessor = "a1";
  String unit = "";
  String stream = "";
  String stratum = "";
  String id = "";
  String supersedes = "";
  String written;
  long minute;
  boolean counted = true;
  boolean inReach = true;
  private Boolean found; // what a check will find, where that is decided later

  PlantedGrading(String item, String right, String given) {
    this.item = item;
    this.right = right;
    this.given = given;
    this.written = given;
  }

  /** A grading that is right (A) or wrong in the commonest way (A graded B). */
  static PlantedGrading of(String item, boolean wrong) {
    return new PlantedGrading(item, "A", wrong ? "B" : "A");
  }

  boolean isError() {
    return !given.equals(right);
  }

  /** Whether a check finds an error. */
  boolean isReallyWrong() {
    return found == null ? isError() : found;
  }

  void reallyWrong(boolean error) {
    found = error;
  }

  /** The error that the level "critical" counts. */
  boolean isCritical() {
    return right.equals("A") && given.equals("D");
  }

  PlantedGrading by(String someone) {
    assessor = someone;
    return this;
  }

  PlantedGrading in(String group) {
    unit = group;
    return this;
  }

  PlantedGrading from(String route) {
    stream = route;
    return this;
  }

  PlantedGrading stratum(String group) {
    stratum = group;
    return this;
  }

  PlantedGrading at(long minutes) {
    minute = minutes;
    return this;
  }

  PlantedGrading id(String event) {
    id = event;
    return this;
  }

  PlantedGrading correcting(String event) {
    supersedes = event;
    return this;
  }

  /** What stands in the file in place of the grade. */
  PlantedGrading written(String text) {
    written = text;
    return this;
  }

  /** Outside the work that the report is about: corrected later, or declared not to be sampled. */
  PlantedGrading uncounted() {
    counted = false;
    return this;
  }

  /** In a part that the design never selects, or never reads blind: no check can speak for it. */
  PlantedGrading outOfReach() {
    inReach = false;
    return this;
  }
}
