package org.assay.bench.study.sentences;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.assay.result.Interval;

/** What is true of a simulated team, and what of it is to be scored. */
final class PlantedTruth {
  /** Whose rate it is. */
  enum Scope {
    ALL,
    UNIT,
    ASSESSOR,
    STREAM
  }

  /** Gradings of somebody, and how many of them are wrong. */
  private static final class Tally {
    private long gradings;
    private long errors;
    private long critical;
    private final long[][] grades = new long[4][4];

    void add(PlantedGrading g) {
      gradings++;
      errors += g.isError() ? 1 : 0;
      critical += g.isCritical() ? 1 : 0;
      grades[g.right.charAt(0) - 'A'][g.given.charAt(0) - 'A']++;
    }
  }

  /** A member of a scope. */
  record Member(Scope scope, String id) {}

  private final Map<Member, Tally> whole = new HashMap<>();
  private final Map<Member, Tally> inReach = new HashMap<>();
  private final Map<String, Double> process = new HashMap<>();
  private final Map<Member, Interval> best = new HashMap<>();
  private final Set<String> differing = new HashSet<>();
  private boolean namesAreScored;
  private boolean driftIsScored;
  private boolean agreementIsScored;
  private boolean blindRatioIsOne;
  private boolean ratesAreScored = true;
  private boolean mayRefuse;
  private boolean rowsDepend;
  private boolean tooFewToJudge;
  private boolean adviceIsScored;
  private boolean togetherIsScored;
  private Map<String, PlantedAgreement> among = Map.of();

  void add(PlantedGrading g) {
    if (g.counted) {
      add(whole, g);
      if (g.inReach) {
        add(inReach, g);
      }
    }
  }

  private static void add(Map<Member, Tally> tallies, PlantedGrading g) {
    for (Member m :
        Set.of(
            new Member(Scope.ALL, ""),
            new Member(Scope.UNIT, g.unit),
            new Member(Scope.ASSESSOR, g.assessor),
            new Member(Scope.STREAM, g.stream))) {
      tallies.computeIfAbsent(m, none -> new Tally()).add(g);
    }
  }

  /** The rate of any error among all gradings, or among those that a check can speak for. */
  OptionalDouble rate(Member member, boolean ofPartInReach) {
    Tally t = tally(ofPartInReach ? inReach : whole, member);
    return t == null ? OptionalDouble.empty() : OptionalDouble.of((double) t.errors / t.gradings);
  }

  /** The rate that a level is about: the long-run rate of a person, else that of the lot. */
  OptionalDouble levelRate(Member member, boolean critical) {
    if (member.scope() == Scope.ASSESSOR && process.containsKey(member.id())) {
      return OptionalDouble.of(process.get(member.id()));
    }
    Tally t = tally(whole, member);
    return t == null
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (critical ? t.critical : t.errors) / t.gradings);
  }

  /** Without units there is one, whatever a report calls it. */
  private static Tally tally(Map<Member, Tally> tallies, Member member) {
    Member only = new Member(Scope.UNIT, "");
    return tallies.get(member.scope() == Scope.UNIT && tallies.containsKey(only) ? only : member);
  }

  /** Right grade by grade given, of a stream. */
  long[][] grades(String stream) {
    return whole.get(new Member(Scope.STREAM, stream)).grades;
  }

  void process(String assessor, double rate) {
    process.put(assessor, rate);
  }

  /** The interval of the best valid method that the design names. */
  void best(Scope scope, String id, Interval interval) {
    best.put(new Member(scope, id), interval);
  }

  Interval best(Member member) {
    return best.get(member);
  }

  /**
   * Nobody but these differs from the others or changes: whoever else is named is named wrongly.
   */
  void onlyDiffer(String... people) {
    namesAreScored = true;
    differing.addAll(Set.of(people));
  }

  void scoreDrift() {
    driftIsScored = true;
  }

  void scoreAgreement() {
    agreementIsScored = true;
  }

  void blindnessHasNoEffect() {
    blindRatioIsOne = true;
  }

  /** The reference grades are wrong by design, so that rates are not the planted ones. */
  void skipRates() {
    ratesAreScored = false;
  }

  /** The files are faulty as a whole, so that no report is a right answer too. */
  void mayRefuse() {
    mayRefuse = true;
  }

  /** Rows of one report stand on the same checks: one of them is scored per report. */
  void rowsDepend() {
    rowsDepend = true;
  }

  /** Nobody has enough checks for a state or a name. */
  void tooFewToJudge() {
    tooFewToJudge = true;
  }

  /** The team does what the first report advises, and what it finds has the rate assumed. */
  void scoreAdvice() {
    adviceIsScored = true;
  }

  /** Agreement among the assessors by stream, as the report calls them. */
  void among(Map<String, PlantedAgreement> byStream) {
    among = Map.copyOf(byStream);
  }

  Map<String, PlantedAgreement> among() {
    return among;
  }

  /** The policy judges the states of a level together. */
  void scoreTogether() {
    togetherIsScored = true;
  }

  boolean togetherIsScored() {
    return togetherIsScored;
  }

  boolean adviceIsScored() {
    return adviceIsScored;
  }

  boolean isTooLittleToJudge() {
    return tooFewToJudge;
  }

  boolean isDiffering(String person) {
    return differing.contains(person);
  }

  boolean namesAreScored() {
    return namesAreScored;
  }

  boolean driftIsScored() {
    return driftIsScored;
  }

  boolean agreementIsScored() {
    return agreementIsScored;
  }

  boolean blindRatioIsOne() {
    return blindRatioIsOne;
  }

  boolean ratesAreScored() {
    return ratesAreScored;
  }

  boolean isRefusalRight() {
    return mayRefuse;
  }

  boolean doRowsDepend() {
    return rowsDepend;
  }
}
