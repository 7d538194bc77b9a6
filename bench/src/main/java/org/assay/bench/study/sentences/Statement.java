package org.assay.bench.study.sentences;

/** What a report says, and how often it may be wrong. */
enum Statement {
  RATE_ALL("interval of the team's rate misses it", .05),
  RATE_UNIT("interval of a unit's rate misses it", .05),
  RATE_ASSESSOR("interval of an assessor's rate misses it", .05),
  RATE_STREAM("interval of a stream's rate misses it", .05),
  PASS_ABOVE("PASS above the limit", PlantedPolicy.RISK),
  FAIL_WITHIN("FAIL within the limit", PlantedPolicy.RISK),
  UPPER_BOUND("upper bound of a level is too low", PlantedPolicy.RISK),
  LOWER_BOUND("lower bound of a level is too high", PlantedPolicy.RISK),
  KAPPA("interval of a stream's kappa misses it", .05),
  AC1("interval of a stream's AC1 misses it", .05),
  BLIND_RATIO("ratio of non-blind to blind without an effect misses 1", .05),
  NAMED("report names somebody who does not differ", .05),
  DRIFT("report names somebody who did not change", WeekDesigns.BUDGET),
  TOO_FEW("state of, or finding on, a person with one check", 0),
  ADVICE("further checks as advised, at the rate assumed, do not settle the level", .2),
  ADVICE_TOGETHER("one further sample for all levels does not settle one it was to settle", .2),
  EVERYTHING("everything left, as advised, does not settle the level", 0),
  SUM("sum of the further checks is not what following it takes", 0),
  ANY_PASS("any wrong PASS among the states judged together", PlantedPolicy.RISK),
  ANY_FAIL("any wrong FAIL among the states judged together", PlantedPolicy.RISK),
  SHARE_OF_PASSES("a PASS picked from those of a report is wrong", PlantedPolicy.RISK),
  SHARE_OF_FAILS("a FAIL picked from those of a report is wrong", PlantedPolicy.RISK),
  ALONE_ONLY("shown alone but not together: said where not so, or not where it is", 0),
  AMONG_AGREE("interval of how often two agree on an item misses it", .05),
  AMONG_KAPPA("interval of Fleiss' kappa among assessors misses it", .05),
  AMONG_AC1("interval of AC1 among assessors misses it", .05),
  AMONG_OTHERS("interval of somebody's kappa with the others misses it", .05),
  DECIDES_70("checks with a chance of 70 %, at the rate assumed, do not decide the plan", .3),
  DECIDES_80("checks with a chance of 80 %, at the rate assumed, do not decide the plan", .2),
  DECIDES_90("checks with a chance of 90 %, at the rate assumed, do not decide the plan", .1),
  CLEAN_ACCEPTS("checks that accept if they find no error found none and did not", 0),
  NO_REPORT("no report", 0);

  private final String words;
  private final double promised;

  Statement(String words, double promised) {
    this.words = words;
    this.promised = promised;
  }

  String words() {
    return words;
  }

  /** Share of such statements that may be wrong at most. */
  double promised() {
    return promised;
  }

  /** The scope whose rate it is about. */
  static Statement rateOf(PlantedTruth.Scope scope) {
    return switch (scope) {
      case ALL -> RATE_ALL;
      case UNIT -> RATE_UNIT;
      case ASSESSOR -> RATE_ASSESSOR;
      case STREAM -> RATE_STREAM;
    };
  }
}
