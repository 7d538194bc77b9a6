package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.assay.draw.Allocation;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;

/** Op {@code allocate}: how many checks each stratum gets. */
final class AllocateOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>(
          "allocate", Input.class, Params.class, Result.class, AllocateOperation::allocate);

  private AllocateOperation() {}

  /** Ways to allocate. */
  private enum Method {
    /** By the sizes of the strata. */
    PROPORTIONAL,
    /** By size times standard deviation: the least variance for n checks. */
    NEYMAN,
    /** The least variance for a cost, or for n checks. */
    OPTIMAL,
    /** For a statement that the rate is at most p. */
    ASSERTION
  }

  /**
   * The strata.
   *
   * @param strata at least one
   */
  record Input(@Required List<Stratum> strata) {}

  /**
   * One stratum.
   *
   * @param id name
   * @param size items in it
   * @param rate expected error rate in [0, 1], from which the standard deviation follows
   * @param standardDeviation standard deviation of what is estimated; instead of rate
   * @param cost cost of a check; 1 when left out
   * @param minimum fewest checks; the minimum of the parameters when left out
   * @param maximum most checks; the size when left out
   * @param group class of strata that shares a ceiling, for example a grade; empty when left out
   */
  record Stratum(
      @Required String id,
      @Required Long size,
      @Within("[0, 1]") Double rate,
      Double standardDeviation,
      Double cost,
      Long minimum,
      Long maximum,
      String group) {}

  /**
   * How the checks are allocated.
   *
   * @param method way to allocate
   * @param n checks in all
   * @param budget total cost, instead of n, for method optimal
   * @param minimum fewest checks of a stratum, 0 when left out
   * @param exact whether to give the unrounded numbers too, which know no limits
   * @param ceilings most checks of all strata of a group together, with n and for methods neyman,
   *     optimal and assertion
   */
  record Params(
      @Required Method method,
      Long n,
      Double budget,
      Long minimum,
      Boolean exact,
      Map<String, Long> ceilings) {}

  /**
   * The allocation.
   *
   * @param allocation one part per stratum, in the order of the request
   */
  record Result(List<Part> allocation) {}

  /**
   * Checks of a stratum.
   *
   * @param id name of the stratum
   * @param n checks
   * @param exact checks by the formula, not rounded, on request; not given for assertions, which
   *     have none
   */
  record Part(String id, long n, @JsonInclude(JsonInclude.Include.NON_NULL) Double exact) {}

  private static Result allocate(Input input, Params params) {
    if (input.strata().isEmpty()) {
      throw new FieldException("input.strata", "strata must have at least one stratum");
    }
    Method method = params.method();
    boolean byBudget = params.budget() != null;
    if (byBudget == (params.n() != null)) {
      throw new FieldException("params.n", "n or budget must be given, and not both");
    }
    if (byBudget && method != Method.OPTIMAL) {
      throw new FieldException("params.budget", "budget is for method optimal only");
    }
    List<Allocation.Stratum> strata = strata(input.strata(), params, method);
    long n = byBudget ? 0 : params.n();
    Allocation.Ceilings ceilings = ceilings(input.strata(), params, method);
    long[] whole =
        switch (method) {
          case PROPORTIONAL -> Allocation.integerProportional(strata, n);
          case NEYMAN -> Allocation.integerOptimum(strata, n, ceilings);
          case OPTIMAL ->
              byBudget
                  ? Allocation.integerOptimumForBudget(strata, params.budget())
                  : Allocation.integerOptimum(strata, n, ceilings);
          case ASSERTION -> Allocation.forAssertion(strata, n, ceilings);
        };
    double[] exact =
        !Boolean.TRUE.equals(params.exact())
            ? null
            : switch (method) {
              case PROPORTIONAL -> Allocation.proportional(strata, (double) n);
              case NEYMAN -> Allocation.neyman(strata, (double) n);
              case OPTIMAL ->
                  byBudget
                      ? Allocation.costOptimal(strata, params.budget())
                      : Allocation.neyman(strata, (double) n);
              case ASSERTION -> null;
            };
    var parts = new ArrayList<Part>();
    for (int h = 0; h < whole.length; h++) {
      parts.add(new Part(input.strata().get(h).id(), whole[h], exact == null ? null : exact[h]));
    }
    return new Result(parts);
  }

  private static Allocation.Ceilings ceilings(List<Stratum> strata, Params params, Method method) {
    if (params.ceilings() == null) {
      return Allocation.Ceilings.NONE;
    }
    if (method == Method.PROPORTIONAL || params.n() == null) {
      throw new FieldException(
          "params.ceilings", "ceilings are for methods neyman, optimal and assertion with n");
    }
    try {
      return new Allocation.Ceilings(
          strata.stream().map(s -> s.group() == null ? "" : s.group()).toList(), params.ceilings());
    } catch (FieldException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new FieldException("params.ceilings", e.getMessage());
    }
  }

  private static List<Allocation.Stratum> strata(
      List<Stratum> given, Params params, Method method) {
    var strata = new ArrayList<Allocation.Stratum>();
    var ids = new HashSet<String>();
    boolean varies = false;
    for (int h = 0; h < given.size(); h++) {
      Stratum s = given.get(h);
      String at = "input.strata[" + h + "]";
      if (!ids.add(s.id())) {
        throw new FieldException(
            at + ".id", "id must occur once among the strata, got \"" + s.id() + "\" twice");
      }
      double deviation = deviation(s, at, method);
      varies |= deviation > 0;
      long maximum = s.maximum() == null ? s.size() : s.maximum();
      long minimum =
          s.minimum() != null ? s.minimum() : params.minimum() != null ? params.minimum() : 0;
      try {
        strata.add(
            new Allocation.Stratum(
                s.size(),
                deviation,
                s.cost() == null ? 1 : s.cost(),
                Math.min(minimum, maximum),
                maximum));
      } catch (FieldException e) {
        throw e;
      } catch (IllegalArgumentException e) {
        throw new FieldException(at, e.getMessage());
      }
    }
    if (!varies && (method == Method.NEYMAN || method == Method.OPTIMAL)) {
      throw new FieldException(
          "input.strata",
          "strata must have a rate inside (0, 1) or a standardDeviation above 0 somewhere; without"
              + " any, nothing speaks for one or the other: use method proportional or assertion");
    }
    return strata;
  }

  private static double deviation(Stratum s, String at, Method method) {
    if (s.rate() != null && s.standardDeviation() != null) {
      throw new FieldException(at + ".rate", "rate or standardDeviation may be given, not both");
    }
    if (s.rate() != null) {
      return Allocation.standardDeviation(s.rate());
    }
    if (s.standardDeviation() == null && (method == Method.NEYMAN || method == Method.OPTIMAL)) {
      throw new FieldException(at, "a stratum must have rate or standardDeviation");
    }
    return s.standardDeviation() == null ? 1 : s.standardDeviation();
  }
}
