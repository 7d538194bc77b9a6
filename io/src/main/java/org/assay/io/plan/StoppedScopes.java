package org.assay.io.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.assay.data.ErrorClass;
import org.assay.data.Gradings;
import org.assay.data.Periods;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.draw.StoppedBound;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckColumns;
import org.assay.estimate.CheckCounts;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.DesignScope;
import org.assay.estimate.ReferenceChecks;
import org.assay.estimate.SamplingFrame;
import org.assay.estimate.SamplingFrame.ScopeFrame;
import org.assay.estimate.StoppedRate;

/**
 * Scopes some of whose checks were made until a plan decided: limits and p-values that hold
 * although the number of checks depends on what they found.
 *
 * <p>The gradings under plans that stop are strata of {@link StoppedBound}; those beside them keep
 * the bounds of their own design; {@link StoppedRate} puts them together.
 */
public final class StoppedScopes {
  private final ReferenceChecks checks;
  private final Function<Blindness, CheckWeights> weights;
  private final Map<Integer, Scope> scopes = new TreeMap<>();

  /** Gradings of a stratum in a scope, and the checks of them. */
  private static final class Part {
    private long gradings;
    private final List<Integer> checks = new ArrayList<>();
  }

  private static final class Scope {
    private final Map<Integer, Part> parts = new TreeMap<>();
    private final List<Integer> others = new ArrayList<>(); // checks
    private long planned;
    private long plannedOutside; // of the frame
  }

  /**
   * Splits the gradings.
   *
   * @param planned which gradings are under plans that stop
   * @param checks of the gradings, with the selections of the plan
   * @param frame what could be selected
   * @param weights of the checks, by basis
   * @param scopeOf number of the scope of a grading; below 0 for none
   */
  public StoppedScopes(
      PlannedChecks planned,
      ReferenceChecks checks,
      SamplingFrame frame,
      Function<Blindness, CheckWeights> weights,
      IntUnaryOperator scopeOf) {
    this.checks = checks;
    this.weights = weights;
    if (!planned.stops()) {
      return;
    }
    for (int row = 0; row < gradings().size(); row++) {
      int stratum = planned.stopped(row);
      int of = scopeOf.applyAsInt(row);
      if (of >= 0 && stratum > 0 && !frame.isNotSampled(row)) {
        Scope scope = scopes.computeIfAbsent(of, code -> new Scope());
        scope.parts.computeIfAbsent(stratum, code -> new Part()).gradings++;
        scope.planned++;
        scope.plannedOutside += frame.isOutside(row) ? 1 : 0;
      }
    }
    for (int check = 0; check < checks.size(); check++) {
      int row = checks.grading(check);
      Scope scope = scopes.get(scopeOf.applyAsInt(row));
      if (scope != null && !frame.isNotSampled(row)) {
        int stratum = planned.stopped(row);
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
  public Optional<StoppedRate> of(int scope, ScopeFrame whole, ErrorClass errors, Blindness basis) {
    return Optional.ofNullable(scopes.get(scope)).map(s -> rate(s, whole, errors, basis));
  }

  private StoppedRate rate(Scope scope, ScopeFrame whole, ErrorClass errors, Blindness basis) {
    StoppedBound under =
        StoppedBound.of(scope.parts.values().stream().map(p -> stratum(p, errors, basis)).toList());
    ScopeFrame beside =
        new ScopeFrame(
            Math.max(0, whole.gradings() - scope.planned + scope.plannedOutside),
            Math.max(0, whole.outside() - scope.plannedOutside));
    return new StoppedRate(
        under,
        beside.gradings() + beside.outside(),
        DesignScope.of(cells(scope.others), weights.apply(basis), beside).rate(errors));
  }

  private StoppedBound.Stratum stratum(Part part, ErrorClass errors, Blindness basis) {
    long found = 0;
    long unresolved = 0;
    for (int check : part.checks) {
      Selections selections = checks.selections(check);
      boolean isRead =
          checks.reference(check) != CheckCell.PENDING
              && selections.blindness(checks.row(check)) == basis;
      int grade = gradings().grade().get(checks.grading(check));
      unresolved += isRead ? 0 : 1;
      found += isRead && errors.counts(checks.reference(check), grade) ? 1 : 0;
    }
    return new StoppedBound.Stratum(part.gradings, part.checks.size(), found, unresolved);
  }

  private List<CheckCell> cells(List<Integer> of) {
    var columns = new CheckColumns(checks, Periods.all());
    CheckCounts counts = CheckCounts.create(columns.shape());
    of.forEach(check -> columns.count(check, check + 1, counts));
    return counts.snapshot();
  }

  private Gradings gradings() {
    return checks.verdicts().gradings();
  }
}
