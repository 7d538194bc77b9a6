package org.assay.io.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.assay.data.Dictionary;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignScope;
import org.assay.estimate.ReferenceChecks;
import org.assay.estimate.SamplingFrame;
import org.assay.estimate.SamplingFrame.ScopeFrame;
import org.assay.io.ingest.Intake;
import org.assay.io.ingest.ScopeLoss;
import org.assay.io.plan.PlannedChecks;
import org.assay.io.plan.StoppedScopes;
import org.assay.io.policy.Policy;
import org.assay.plan.LevelJudge;

/** What the sections of a report share: the columns, and the counts of each kind of period. */
final class Facts {
  /** Name of a unit or stream where the data have none. */
  static final String WITHOUT_NAME = "all";

  private static final double RISK = 0.05; // that an interval misses its value at any look

  private final Intake intake;
  private final Policy policy;
  private final PlannedChecks planned;
  private final long[] span; // first and last time of a grading; empty without times
  private final Map<PeriodKind, Calendar> calendars = new EnumMap<>(PeriodKind.class);
  private final ReferenceChecks checks;
  private final SamplingFrame frame;
  private final CheckWeights weights;
  private final DesignScope everybody;
  private final Scopes assessors;
  private final Scopes streams;
  private final VerdictCounts counts;

  Facts(Intake intake, Policy policy, PlannedChecks planned) {
    this.intake = intake;
    this.policy = policy;
    this.planned = planned;
    this.span = span(gradings().gradedAt().orElse(new long[0]));
    this.checks = ReferenceChecks.of(verdicts(), policy.reference());
    this.frame = SamplingFrame.of(checks, policy.notSampled().in(gradings()));
    count();
    this.weights = CheckWeights.of(cells(), DesignRates.basis(cells()));
    Calendar all = calendar(PeriodKind.ALL);
    var scope =
        ForkJoinTask.adapt(
                () -> DesignScope.of(cells(), weights, withLost(all.assessors().frame(0))))
            .fork();
    this.assessors =
        new Scopes(
            cells(),
            CheckCell::assessor,
            weights,
            a ->
                withLost(
                    all.assessors().frame(0, a),
                    ScopeLoss.Kind.ASSESSOR,
                    assessor(a),
                    all.periods(),
                    0));
    this.streams =
        new Scopes(cells(), CheckCell::stream, weights, s -> withLost(all.streams().frame(0, s)));
    this.counts = new VerdictCounts(verdicts());
    this.everybody = scope.join();
  }

  private static long[] span(long[] at) {
    if (at.length == 0) {
      return at;
    }
    long first = at[0];
    long last = at[0];
    for (long t : at) {
      first = Math.min(first, t);
      last = Math.max(last, t);
    }
    return new long[] {first, last};
  }

  // Months, everything, and what the levels ask for; whatever holds whole months, from these.
  private void count() {
    Set<PeriodKind> kinds = EnumSet.of(PeriodKind.MONTH, PeriodKind.ALL);
    policy.levels().forEach(level -> kinds.add(level.period()));
    Calendar shorter = null;
    for (PeriodKind kind : kinds) { // from short to long
      Calendar calendar =
          kind.compareTo(PeriodKind.MONTH) <= 0
              ? Calendar.of(checks, frame, periods(kind))
              : shorter.coarser(periods(kind));
      calendars.put(kind, calendar);
      shorter = calendar;
    }
  }

  /** The periods of a kind that hold the gradings; a single one without times. */
  Periods periods(PeriodKind kind) {
    return span.length == 0
        ? Periods.all()
        : Periods.holding(kind, policy.zone(), intake.gradings().gradedAt().orElseThrow());
  }

  Intake intake() {
    return intake;
  }

  Policy policy() {
    return policy;
  }

  /** Where the levels of a plan stand; none without a plan. */
  PlannedChecks planned() {
    return planned;
  }

  /** Scopes with limits that allow for plans that stopped by what they found. */
  StoppedScopes stopped(IntUnaryOperator scopeOf) {
    return new StoppedScopes(
        planned,
        checks(),
        frame(),
        basis -> basis == basis() ? weights : CheckWeights.of(cells(), basis),
        scopeOf);
  }

  Gradings gradings() {
    return intake.gradings();
  }

  Verdicts verdicts() {
    return intake.verdicts();
  }

  GradingScheme scheme() {
    return gradings().scheme();
  }

  ErrorClass anyError() {
    return ErrorClass.any(scheme());
  }

  /** The checks every figure stands on. */
  Blindness basis() {
    return weights.basis();
  }

  /** How often a report is made on the same checks as they grow: the most that any level says. */
  int looks() {
    return policy.levels().stream().mapToInt(level -> level.judging().looks()).max().orElse(1);
  }

  /** Confidence of every two-sided interval of this report, so that 95 % hold over all looks. */
  double confidence() {
    return 1 - LevelJudge.share(RISK, looks());
  }

  /** For how many gradings each check stands. */
  CheckWeights weights() {
    return weights;
  }

  /** What the design could select. */
  SamplingFrame frame() {
    return frame;
  }

  /** The checks, each grading once. */
  ReferenceChecks checks() {
    return checks;
  }

  /** Whether verdicts are among the checks every figure stands on. */
  boolean isOfBasis(VerdictCounts.Kind kind) {
    return kind.isRandom() && kind.blindness() == basis();
  }

  /** Verdicts by how they were selected and who checked. */
  VerdictCounts counts() {
    return counts;
  }

  /** A kind of period: months, everything, and those of the levels. */
  Calendar calendar(PeriodKind kind) {
    return calendars.get(kind);
  }

  /** Cells of the whole time. */
  List<CheckCell> cells() {
    return calendar(PeriodKind.ALL).cells();
  }

  /** The checks of the whole time. */
  DesignScope everybody() {
    return everybody;
  }

  /**
   * The gradings of a scope in a period with those of it that were lost: nobody could check them.
   * Where a lost row has no time it may be of any period.
   */
  ScopeFrame withLost(
      ScopeFrame frame, ScopeLoss.Kind kind, String id, Periods periods, int period) {
    return frame.withLost(
        intake
            .losses()
            .gradings()
            .times()
            .atMost(kind, id, periods.start(period), periods.end(period)));
  }

  /** The same of the whole table. */
  ScopeFrame withLost(ScopeFrame frame) {
    return frame.withLostShare(intake.losses().gradings().share());
  }

  /**
   * A fingerprint of the checks: the smallest hash of a checked item. A later report on the same
   * lots has that item, too; a report on others has not.
   */
  String sample() {
    long smallest = -1L; // the largest of all, unsigned
    for (int i = 0; i < checks.size(); i++) {
      long hash = hash(gradings().item().id(checks.grading(i)));
      smallest = Long.compareUnsigned(hash, smallest) < 0 ? hash : smallest;
    }
    return Long.toHexString(smallest);
  }

  /** Whether an item with the hash of a fingerprint is among the checked ones. */
  boolean hasChecked(String fingerprint) {
    for (int i = 0; i < checks.size(); i++) {
      if (Long.toHexString(hash(gradings().item().id(checks.grading(i)))).equals(fingerprint)) {
        return true;
      }
    }
    return false;
  }

  // FNV-1a with a finaliser.
  private static long hash(String id) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      h = (h ^ id.charAt(i)) * 0x100000001b3L;
    }
    h = (h ^ h >>> 32) * 0x9E3779B97F4A7C15L;
    return h ^ h >>> 29;
  }

  /** The checks of the whole time on another basis. */
  DesignScope everybody(Blindness other) {
    return DesignScope.of(
        cells(), CheckWeights.of(cells(), other), calendar(PeriodKind.ALL).assessors().frame(0));
  }

  /** The same by assessor. */
  Scopes byAssessor() {
    return assessors;
  }

  /** The same by stream. */
  Scopes byStream() {
    return streams;
  }

  String grade(int code) {
    return scheme().grade(code);
  }

  String assessor(int code) {
    return gradings().assessor().ids().id(code);
  }

  /** A unit or stream by its code, as the gradings have it; "" when they have none. */
  String id(Attribute attribute, int code) {
    return gradings().attribute(attribute).map(column -> column.ids().id(code)).orElse("");
  }

  /** Codes of the assessors in the order of their ids. */
  List<Integer> assessors() {
    return sorted(gradings().assessor().ids());
  }

  /** Names of the units or streams by code; one name when the data have none. */
  List<String> ids(Attribute attribute) {
    return gradings()
        .attribute(attribute)
        .map(
            column ->
                IntStream.range(0, column.ids().size())
                    .mapToObj(column.ids()::id)
                    .map(id -> id.isEmpty() ? WITHOUT_NAME : id)
                    .toList())
        .orElse(List.of(WITHOUT_NAME));
  }

  /** Codes of a list of ids in the order of the ids. */
  static List<Integer> sorted(List<String> ids) {
    return IntStream.range(0, ids.size()).boxed().sorted(Comparator.comparing(ids::get)).toList();
  }

  static List<Integer> sorted(Dictionary ids) {
    return sorted(IntStream.range(0, ids.size()).mapToObj(ids::id).toList());
  }

  /** First and last day with a grading; empty without times. */
  List<LocalDate> span() {
    return Arrays.stream(span).mapToObj(this::day).toList();
  }

  private LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(policy.zone()).toLocalDate();
  }
}
