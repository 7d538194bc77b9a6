package org.assay.io.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.assay.io.ingest.Ledger;

/**
 * Everything a report says: the contract of {@code report.json}.
 *
 * <p>Rates, shares, limits and coefficients are proportions, not percent. A number that does not
 * exist is null, and {@code undefined} beside it says why. Lists are in the order in which they
 * should be shown; people are in the order of their ids, never of their figures.
 *
 * @param schemaVersion 2; raised when a field changes its meaning or goes
 * @param engineVersion version of Assay
 * @param asOf what was known at this time is reported; null for everything that was recorded
 * @param zone time zone whose midnights bound the periods
 * @param from first day with a grading
 * @param to last day with a grading
 * @param schemeVersion version of the grading scheme
 * @param grades of the scheme, in order
 * @param sample fingerprint of the checked items, by which a later report in the same folder knows
 *     that it continues this one
 * @param basis which checks the figures stand on
 * @param arrived the account of every row
 * @param checks what was checked and how it was chosen
 * @param first what must be read before anything else: what is lost, whose, and what to do
 * @param levels each QA level for each scope and period
 * @param levelTables the states of each level together
 * @param further what would settle the states that are not demonstrated
 * @param rates error rates of the whole time
 * @param naive figures that look usable and are not
 * @param blindRatio what checks in sight of the grade report, relative to blind ones
 * @param confusions most frequent mix-ups of everybody
 * @param support for whom what help is indicated
 * @param trend errors by assessor and week
 * @param agreement grades against reference grades, by stream
 * @param reviewers what each QA officer checked
 * @param methods how the figures were made
 * @param fairness rules that hold for every figure about a person
 * @param findings what needs a person to act; nothing else in the report says of somebody that they
 *     differ or have changed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportModel(
    int schemaVersion,
    String engineVersion,
    String asOf,
    String zone,
    String from,
    String to,
    String schemeVersion,
    List<String> grades,
    String sample,
    Basis basis,
    Arrived arrived,
    Checks checks,
    List<String> first,
    List<Level> levels,
    List<LevelTable> levelTables,
    FurtherTotals further,
    Rates rates,
    List<Naive> naive,
    BlindRatio blindRatio,
    List<Confusion> confusions,
    List<Support> support,
    Trend trend,
    List<Agreement> agreement,
    List<Reviewer> reviewers,
    List<String> methods,
    List<String> fairness,
    List<Finding> findings) {

  /** The value of {@link #schemaVersion} that this version writes. */
  public static final int SCHEMA_VERSION = 2;

  /**
   * Which checks the figures stand on.
   *
   * @param blindness BLIND, UNKNOWN or NON_BLIND; never a mixture
   * @param sentence the same in words
   */
  public record Basis(String blindness, String sentence) {}

  /**
   * The account of every row.
   *
   * @param ledger rows in = rows used + rows pending + rows excluded
   * @param sentences the same in words
   */
  public record Arrived(Ledger ledger, List<String> sentences) {}

  /**
   * What was checked and how it was chosen.
   *
   * @param gradings gradings used
   * @param random random checks with a recorded probability that have a verdict
   * @param blind of them, blind
   * @param nonBlind of them, in sight of the grade
   * @param unknown of them, not recorded whether blind
   * @param pending random selections that wait for their verdict
   * @param pendingShare of the random selections
   * @param provisional whether figures may still move because too many verdicts are pending
   * @param methods checks by how they were selected
   * @param assessors by assessor
   * @param periods by month
   * @param sentences the same in words
   */
  public record Checks(
      long gradings,
      long random,
      long blind,
      long nonBlind,
      long unknown,
      long pending,
      double pendingShare,
      boolean provisional,
      List<Method> methods,
      List<Coverage> assessors,
      List<Coverage> periods,
      List<String> sentences) {}

  /**
   * Checks selected in one way.
   *
   * @param method SRS, STRATIFIED, ...
   * @param checked with a verdict
   * @param errors where grade and reference grade differ
   * @param usable whether they may enter a rate
   * @param withoutProbability of the checked, random but without a recorded probability
   */
  public record Method(
      String method, long checked, long errors, boolean usable, long withoutProbability) {}

  /**
   * How much of the gradings of a person or a period was checked.
   *
   * @param id assessor, or label of the period
   * @param gradings gradings used
   * @param random random checks with a verdict
   * @param blind of them, blind
   * @param pending random selections that wait for their verdict
   * @param pendingShare of the random selections
   * @param provisional whether too many verdicts are pending
   * @param represented gradings the design accounts for: the sum of 1/probability
   */
  public record Coverage(
      String id,
      long gradings,
      long random,
      long blind,
      long pending,
      double pendingShare,
      boolean provisional,
      double represented) {}

  /**
   * A rate in the population, from random checks of one kind.
   *
   * @param checked checks it stands on
   * @param errors found among them, not weighted
   * @param rate weighted; null without a check
   * @param standardError null with fewer than two checks
   * @param lower lower limit
   * @param upper upper limit
   * @param confidence of the interval
   * @param method of the interval
   * @param blindness of the checks
   * @param population gradings it is about, as the weights give it
   * @param covered share of the gradings of the scope that some check stands for; the rest counts
   *     as errors in the upper limit and as none in the lower
   * @param unresolved random selections without a usable verdict: errors in the upper limit where
   *     they can be, none in the lower
   * @param undefined why there is no rate; null when there is one
   * @param sentence the same in words
   */
  public record Rate(
      long checked,
      long errors,
      Double rate,
      Double standardError,
      double lower,
      double upper,
      double confidence,
      String method,
      String blindness,
      double population,
      double covered,
      long unresolved,
      String undefined,
      String sentence) {}

  /**
   * A QA level for one scope member in one period.
   *
   * @param level name of the level
   * @param scope UNIT or ASSESSOR
   * @param member id of the unit or assessor
   * @param period label
   * @param state PASS, FAIL or NOT_DEMONSTRATED
   * @param limit rate allowed at most
   * @param upperBound one-sided, at confidence 1 - consumer's risk
   * @param upperConfidence 1 - consumer's risk / looks
   * @param lowerBound one-sided, at confidence 1 - producer's risk
   * @param lowerConfidence 1 - producer's risk / looks
   * @param about LOT, the gradings of the period, or PROCESS, the way of working behind them
   * @param look which look this is, counted over earlier reports in the same folder
   * @param looks how often the state is looked at in all; its risks hold over all of them
   * @param leastChecks fewest checks for PASS or FAIL
   * @param rate estimate behind it
   * @param gradings gradings of the member in the period
   * @param pending random selections of the basis without a usable verdict
   * @param provisional whether only these stand between the checks and PASS or FAIL
   * @param furtherChecks for the stated chance of a verdict; 0 with a verdict, null when no number
   *     gives it
   * @param chance the stated chance
   * @param sentence the same in words
   * @param plan the plan whose boundary judges this level; null when none does. With one, {@code
   *     look} and {@code looks} are 1: the risks hold over all looks of the plan
   */
  public record Level(
      String level,
      String scope,
      String member,
      String period,
      String state,
      double limit,
      double upperBound,
      double upperConfidence,
      double lowerBound,
      double lowerConfidence,
      String about,
      int look,
      int looks,
      int leastChecks,
      Rate rate,
      long gradings,
      long pending,
      boolean provisional,
      Long furtherChecks,
      double chance,
      String sentence,
      LevelPlan plan) {}

  /**
   * A plan that judges a level.
   *
   * @param design kind of plan
   * @param lot id of the lot in the plan
   * @param decision ACCEPT, REJECT or CONTINUE
   * @param checked checks made in the order of the draw, those that count as missing too
   * @param errors among them, missing ones too
   * @param decidedAfter checks that the decision and its bound stand on; null without a decision
   * @param maximum most checks of the plan
   */
  public record LevelPlan(
      String design,
      String lot,
      String decision,
      int checked,
      int errors,
      Integer decidedAfter,
      int maximum) {}

  /**
   * The states of one level together.
   *
   * @param level name of the level
   * @param states how many there are
   * @param familyWise NONE, HOLM or FDR
   * @param wrongPasses expected at most, when every rate is just above the limit; null when the
   *     states are judged together
   * @param wrongFails expected at most, when every rate is at the limit; null likewise
   * @param sentence the same in words
   */
  public record LevelTable(
      String level,
      int states,
      String familyWise,
      Double wrongPasses,
      Double wrongFails,
      String sentence) {}

  /**
   * Rates of any error over the whole time.
   *
   * @param all everybody together
   * @param nonBlind everybody, from checks in sight of the grade alone; null when there are none or
   *     they are the basis
   * @param units by unit
   * @param assessors by assessor
   * @param streams by stream
   */
  public record Rates(
      Rate all, Rate nonBlind, List<Member> units, List<Member> assessors, List<Member> streams) {}

  /**
   * A rate of one unit, assessor or stream.
   *
   * @param id unit, assessor or stream
   * @param rate the estimate
   */
  public record Member(String id, Rate rate) {}

  /**
   * A figure that looks usable and is not.
   *
   * @param name what it is
   * @param errors found
   * @param checked checks it would stand on
   * @param rate the figure; null without a check
   * @param whyNot why it must not be published
   */
  public record Naive(String name, long errors, long checked, Double rate, String whyNot) {}

  /**
   * What checks in sight of the grade report, relative to blind ones.
   *
   * @param ratio rate of non-blind over rate of blind checks; null when one is missing or zero
   * @param lower limit
   * @param upper limit
   * @param confidence of the interval
   * @param method of the interval
   * @param undefined why there is none
   * @param sentence the same in words
   */
  public record BlindRatio(
      Double ratio,
      Double lower,
      Double upper,
      double confidence,
      String method,
      String undefined,
      String sentence) {}

  /**
   * One mix-up.
   *
   * @param reference reference grade
   * @param grade grade given
   * @param checked times it was found, not weighted
   * @param gradeGivenReference share of this grade where that is the reference grade
   * @param referenceGivenGrade share of this reference grade where that grade was given
   */
  public record Confusion(
      String reference,
      String grade,
      long checked,
      Rate gradeGivenReference,
      Rate referenceGivenGrade) {}

  /**
   * What the checks of one assessor say, and whether they indicate help.
   *
   * @param assessor id
   * @param rate of any error
   * @param expected rate the others would have in the same streams; null when it cannot be said
   * @param confusions most frequent mix-ups
   * @param boundaries mix-ups shown to be more frequent than among the others in the same streams
   * @param sentences the same in words
   * @param comparison with the others in the same checks; null when there are too few
   */
  public record Support(
      String assessor,
      Rate rate,
      Double expected,
      List<Confusion> confusions,
      List<Boundary> boundaries,
      List<String> sentences,
      Comparison comparison) {}

  /**
   * A mix-up shown to be more frequent than among the others; the test is in the finding.
   *
   * @param reference reference grade
   * @param grade grade given
   * @param share of this grade where that is the reference grade, in the population
   * @param expected share among the others in the same streams; null when it cannot be said
   */
  public record Boundary(String reference, String grade, Rate share, Double expected) {}

  /**
   * One assessor's errors beside those of the others in the same checks, not weighted.
   *
   * @param checked checks in streams and grades in which others were checked, too
   * @param errors among them
   * @param expected errors that the others' shares give in the same checks
   * @param oddsRatioAtLeast lower limit of the odds of an error over the others' odds
   * @param confidence of the limit, one-sided; allows for everybody compared
   * @param varianceFactor by how much the errors are taken to vary more than independent ones
   */
  public record Comparison(
      long checked,
      long errors,
      double expected,
      double oddsRatioAtLeast,
      double confidence,
      double varianceFactor) {}

  /**
   * Errors by assessor and week.
   *
   * @param period WEEK
   * @param labels weeks, in order
   * @param series one an assessor
   * @param baselinePeriods first weeks with checks that the charts compare with
   * @param oddsRatio change of the odds of an error that the charts look for
   * @param confidence of each week's limits and of the band around the baseline
   * @param falseSignalsPerYear the chance that any chart of the team signals in a year is at most
   *     this, if nothing changes
   * @param sentences the same in words
   */
  public record Trend(
      String period,
      List<String> labels,
      List<Series> series,
      int baselinePeriods,
      double oddsRatio,
      double confidence,
      double falseSignalsPerYear,
      List<String> sentences) {}

  /**
   * One assessor's weeks.
   *
   * @param assessor id
   * @param baseline rate among checks that the charts compare with; null without enough checks
   * @param baselineChecks checks it stands on, or all there are
   * @param baselineTo last week of the baseline; null without one
   * @param points one a week with checks
   * @param signals of the charts after the baseline
   * @param sentence the same in words
   */
  public record Series(
      String assessor,
      Double baseline,
      long baselineChecks,
      String baselineTo,
      List<Point> points,
      List<Signal> signals,
      String sentence) {}

  /**
   * A signal of a chart.
   *
   * @param direction UP for more errors, DOWN for fewer
   * @param since week in which the change most likely began
   * @param at week of the signal
   */
  public record Signal(String direction, String since, String at) {}

  /**
   * One assessor's week.
   *
   * @param period label
   * @param checked checks of the basis
   * @param errors found among them
   * @param lower exact limit of the week's rate
   * @param upper exact limit of the week's rate
   * @param fewest fewest errors that are no surprise beside the baseline
   * @param most most errors that are no surprise beside the baseline
   * @param outside whether the errors are fewer or more than that
   */
  public record Point(
      String period,
      long checked,
      long errors,
      double lower,
      double upper,
      long fewest,
      long most,
      boolean outside) {}

  /**
   * Agreement of grades and reference grades in one stream.
   *
   * @param stream id
   * @param checked checks
   * @param observed share of gradings that agree
   * @param expected by chance
   * @param kappa Cohen's kappa; null when undefined
   * @param kappaError standard error
   * @param kappaLower limit
   * @param kappaUpper limit
   * @param ac1 Gwet's AC1
   * @param ac1Lower limit
   * @param ac1Upper limit
   * @param confidence of the intervals
   * @param undefined why there is no kappa
   * @param commonest commonest reference grade
   * @param commonestShare its share
   * @param sentence the same in words
   */
  public record Agreement(
      String stream,
      long checked,
      Double observed,
      Double expected,
      Double kappa,
      Double kappaError,
      Double kappaLower,
      Double kappaUpper,
      Double ac1,
      Double ac1Lower,
      Double ac1Upper,
      double confidence,
      String undefined,
      String commonest,
      double commonestShare,
      String sentence) {}

  /**
   * What one QA officer checked.
   *
   * @param reviewer id
   * @param checked all checks
   * @param basisChecked random checks of the basis
   * @param basisErrors errors found among them
   * @param lower exact limit of the share found
   * @param upper exact limit
   * @param confidence of the interval
   */
  public record Reviewer(
      String reviewer,
      long checked,
      long basisChecked,
      long basisErrors,
      double lower,
      double upper,
      double confidence) {}

  /** What a finding is about. */
  public enum FindingKind {
    /** A QA level is shown not to be met. */
    LEVEL,
    /** Somebody errs more than the others, in all or at a boundary. */
    TRAINING_NEED,
    /** Somebody's errors became more, or fewer. */
    DRIFT,
    /** A mix-up that the whole team makes. */
    GUIDELINE,
    /** A QA officer finds more, or fewer, errors than the others. */
    OFFICER,
    /** What arrives has changed. */
    CASE_MIX,
    /** Checks, or gradings, do not seem to be made independently. */
    INDEPENDENCE,
    /** Who could not be compared. */
    TOO_FEW_CHECKS,
    /** The data do not carry what is asked of them. */
    DATA
  }

  /**
   * Something that needs a person to act, with the evidence and what is promised about chance.
   *
   * @param kind what it is about
   * @param about one entry: assessor, officer, unit or team, and its id
   * @param sentence for people
   * @param evidence numbers behind it, by name; proportions, not percent
   * @param promise how often such a finding comes by chance
   */
  public record Finding(
      FindingKind kind,
      Map<String, String> about,
      String sentence,
      Map<String, Object> evidence,
      String promise) {}
}
