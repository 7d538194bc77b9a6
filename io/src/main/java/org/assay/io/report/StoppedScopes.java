package org.assay.io.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.assay.data.Blindness;
import org.assay.data.ErrorClass;
import org.assay.data.Periods;
import org.assay.data.Selections;
import org.assay.draw.StoppedBound;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckColumns;
import org.assay.estimate.CheckCounts;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignScope;
import org.assay.estimate.ReferenceChecks;
import org.assay.estimate.ScopeFrame;
import org.assay.plan.LimitPValues;
import org.assay.plan.Reading;
import org.assay.result.Interval;

/**
 * Scopes some of whose checks were made until a plan decided: limits and p-values that hold
 * although the number of checks depends on what they found.
 *
 * <p>The gradings under plans that stop are strata of {@link StoppedBound}; those beside them keep
 * the bounds of their own design. Where a scope has both, each gets half of the risk:
 *
 * <pre>{@code
 * upper = (D_plans + N_others U_others) / N
 * }</pre>
 */
final class StoppedScopes {
  /** Name of the limits, or the beginning of it. */
  static final String METHOD = "anyTime";

  private static final String STAGEWISE = "stagewise";

  private final Facts facts;
  private final Map<Integer, Scope> scopes = new HashMap<>();

  /** Gradings of a stratum in a scope, and the checks of them. */
  private static final class Part {
    private long gradings;
    private final List<Integer> checks = new ArrayList<>();
  }

  private static final class Scope {
    private final Map<Integer, Part> parts = new HashMap<>();
    private final List<Integer> others = new ArrayList<>(); // checks
    private long planned;
    private long plannedOutside; // of the frame
  }

  /** Whether the limits of a rate allow for a plan that stopped by what it found. */
  static boolean isStopped(RatePart.Rate rate) {
    return rate.method().startsWith(METHOD) || rate.method().equals(STAGEWISE);
  }

  /**
   * Splits the gradings.
   *
   * @param facts of the report
   * @param scopeOf number of the scope of a grading; below 0 for none
   */
  StoppedScopes(Facts facts, IntUnaryOperator scopeOf) {
    this.facts = facts;
    if (!facts.planned().stops()) {
      return;
    }
    for (int row = 0; row < facts.gradings().size(); row++) {
      int stratum = facts.planned().stopped(row);
      int of = scopeOf.applyAsInt(row);
      if (of >= 0 && stratum > 0 && !facts.frame().isNotSampled(row)) {
        Scope scope = scopes.computeIfAbsent(of, code -> new Scope());
        scope.parts.computeIfAbsent(stratum, code -> new Part()).gradings++;
        scope.planned++;
        scope.plannedOutside += facts.frame().isOutside(row) ? 1 : 0;
      }
    }
    ReferenceChecks checks = facts.checks();
    for (int check = 0; check < checks.size(); check++) {
      int row = checks.grading(check);
      Scope scope = scopes.get(scopeOf.applyAsInt(row));
      if (scope != null && !facts.frame().isNotSampled(row)) {
        int stratum = facts.planned().stopped(row);
        (stratum > 0 ? scope.parts.get(stratum).checks : scope.others).add(check);
      }
    }
  }

  /**
   * What the checks of a scope say.
   *
   * @param scope its number
   * @param whole gradings of the scope
   * @param errors which count
   * @param basis the checks that count; others are selections without a verdict
   * @return empty where no check of the scope was made under a plan that stops
   */
  Optional<Evidence> of(int scope, ScopeFrame whole, ErrorClass errors, Blindness basis) {
    return Optional.ofNullable(scopes.get(scope)).map(s -> new Evidence(s, whole, errors, basis));
  }

  /** The checks of a scope as evidence about one error class. */
  final class Evidence {
    private final StoppedBound planned;
    private final long others; // gradings
    private final DesignRate rateOfOthers;

    private Evidence(Scope scope, ScopeFrame whole, ErrorClass errors, Blindness basis) {
      this.planned =
          StoppedBound.of(
              scope.parts.values().stream().map(p -> stratum(p, errors, basis)).toList());
      ScopeFrame frame =
          new ScopeFrame(
              Math.max(0, whole.gradings() - scope.planned + scope.plannedOutside),
              Math.max(0, whole.outside() - scope.plannedOutside));
      this.others = frame.gradings() + frame.outside();
      this.rateOfOthers =
          DesignScope.of(
                  cells(scope.others),
                  basis == facts.basis() ? facts.weights() : CheckWeights.of(facts.cells(), basis),
                  frame)
              .rate(errors);
    }

    private StoppedBound.Stratum stratum(Part part, ErrorClass errors, Blindness basis) {
      ReferenceChecks checks = facts.checks();
      long found = 0;
      long unresolved = 0;
      for (int check : part.checks) {
        Selections selections = checks.selections(check);
        boolean isRead =
            checks.reference(check) != CheckCell.PENDING
                && selections.blindness(checks.row(check)) == basis;
        int grade = facts.gradings().grade().get(checks.grading(check));
        unresolved += isRead ? 0 : 1;
        found += isRead && errors.counts(checks.reference(check), grade) ? 1 : 0;
      }
      return new StoppedBound.Stratum(part.gradings, part.checks.size(), found, unresolved);
    }

    private List<CheckCell> cells(List<Integer> of) {
      var columns = new CheckColumns(facts.checks(), Periods.all());
      CheckCounts counts = CheckCounts.create(columns.shape());
      of.forEach(check -> columns.count(check, check + 1, counts));
      return counts.snapshot();
    }

    private long gradings() {
      return planned.size() + others;
    }

    private double part(double risk) {
      return others == 0 ? risk : risk / 2;
    }

    /** One-sided upper bound of the rate. */
    double upper(double risk) {
      double beside = others == 0 ? 0 : others * rateOfOthers.upperBound(1 - part(risk));
      return Math.min(1, (planned.upper(part(risk)) + beside) / gradings());
    }

    /** One-sided lower bound of the rate. */
    double lower(double risk) {
      double beside = others == 0 ? 0 : others * rateOfOthers.lowerBound(1 - part(risk));
      return Math.max(0, (planned.lower(part(risk)) + beside) / gradings());
    }

    /** Two-sided limits, which contain the rate that was estimated. */
    Interval interval(double confidence, DesignRate rate) {
      double risk = (1 - confidence) / 2;
      double estimate = rate.rate().defined() ? rate.rate().value() * rate.covered() : 0;
      return new Interval(
          Math.min(lower(risk), estimate),
          Math.max(upper(risk), rate.rate().defined() ? rate.rate().value() : 1),
          confidence,
          others == 0 ? METHOD : METHOD + ", " + rateOfOthers.interval(confidence).method());
    }

    /** P-values against both sides of a limit: the risks at which the bounds reach it. */
    LimitPValues pValues(double limit) {
      if (others == 0) {
        long kept = Reading.AT_MOST.largest(limit, gradings());
        return new LimitPValues(planned.soFew(kept + 1), planned.soMany(kept));
      }
      return LimitPValues.ofBounds(this::lower, this::upper, limit);
    }
  }
}
