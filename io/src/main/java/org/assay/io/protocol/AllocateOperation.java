package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.assay.draw.Allocation;

/** The {@code allocate} operation: how many checks each stratum gets. */
final class AllocateOperation {
  private static final Map<String, Method> METHODS =
      Map.of(
          "proportional", Method.PROPORTIONAL,
          "neyman", Method.NEYMAN,
          "optimal", Method.OPTIMAL,
          "assertion", Method.ASSERTION);

  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>(
          "allocate", Input.class, Params.class, Result.class, AllocateOperation::allocate);

  private AllocateOperation() {}

  private enum Method {
    PROPORTIONAL,
    NEYMAN,
    OPTIMAL,
    ASSERTION
  }

  /**
   * The strata.
   *
   * @param strata at least one
   */
  record Input(List<Stratum> strata) {}

  /**
   * One stratum.
   *
   * @param id name
   * @param size items
   * @param rate expected error rate, from which the standard deviation follows
   * @param standardDeviation of what is estimated; instead of the rate
   * @param cost of a check, 1 when left out
   * @param minimum fewest checks, that of the parameters when left out
   * @param maximum most checks, the size when left out
   * @param group class of strata that shares a ceiling, for example a grade; empty when left out
   */
  record Stratum(
      String id,
      Long size,
      Double rate,
      Double standardDeviation,
      Double cost,
      Long minimum,
      Long maximum,
      String group) {}

  /**
   * How.
   *
   * @param method proportional, neyman, optimal (by cost) or assertion ("at most p")
   * @param n checks in all
   * @param budget total cost, instead of n, for method optimal
   * @param minimum fewest checks of a stratum, 0 when left out
   * @param exact whether to give the unrounded numbers too, which know no limits
   * @param ceilings most checks of all strata of a group together, with n and for methods neyman,
   *     optimal and assertion
   */
  record Params(
      String method,
      Long n,
      Double budget,
      Long minimum,
      Boolean exact,
      Map<String, Long> ceilings) {}

  /**
   * The allocation.
   *
   * @param allocation a stratum each, in the order of the request
   */
  record Result(List<Part> allocation) {}

  /**
   * Checks of a stratum.
   *
   * @param id stratum
   * @param n whole number
   * @param exact by the formula, on request; not given for assertions, which have none
   */
  record Part(String id, long n, @JsonInclude(JsonInclude.Include.NON_NULL) Double exact) {}

  private static Result allocate(Input input, Params params) {
    if (input.strata() == null || input.strata().isEmpty()) {
      throw new FieldException("input.strata", "strata must have at least one stratum");
    }
    Method method = Choice.of("params.method", params.method(), METHODS);
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
    params.ceilings().forEach((group, most) -> Given.required("params.ceilings." + group, most));
    try {
      return new Allocation.Ceilings(
          strata.stream().map(s -> s == null || s.group() == null ? "" : s.group()).toList(),
          params.ceilings());
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
      if (s == null || s.id() == null || s.size() == null) {
        throw new FieldException(at, "a stratum must have id and size");
      }
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
      if (!(s.rate() >= 0 && s.rate() <= 1)) {
        throw new FieldException(at + ".rate", "rate must be in [0, 1], got " + s.rate());
      }
      return Allocation.standardDeviation(s.rate());
    }
    if (s.standardDeviation() == null && (method == Method.NEYMAN || method == Method.OPTIMAL)) {
      throw new FieldException(at, "a stratum must have rate or standardDeviation");
    }
    return s.standardDeviation() == null ? 1 : s.standardDeviation();
  }
}
