package org.assay.io.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.plan.MilStd105e;
import org.assay.plan.StandardPlan;

/** The {@code standardPlan} operation: plans of published standards. */
final class StandardPlanOperation {
  static final Operation<Operation.NoInput, Params, Result> OPERATION =
      new Operation<>(
          "standardPlan",
          Operation.NoInput.class,
          Params.class,
          Result.class,
          (none, params) -> plan(params));

  private StandardPlanOperation() {}

  /**
   * Which plan.
   *
   * @param standard MIL-STD-105E (default)
   * @param lotSize items in the lot; or codeLetter
   * @param codeLetter sample size code letter; or lotSize
   * @param level S-1 to S-4, I, II (default) or III; with lotSize
   * @param aql acceptable quality level, per cent, as printed in the standard
   * @param inspection normal (default), tightened or reduced
   * @param type single (default), double or multiple
   */
  record Params(
      String standard,
      Long lotSize,
      String codeLetter,
      String level,
      Double aql,
      String inspection,
      String type) {
    Params {
      standard = standard == null ? "MIL-STD-105E" : standard;
    }
  }

  /**
   * The plan.
   *
   * @param codeLetter sample size code letter
   * @param sampleSizes items of each stage; together at most the lot, where its size is given
   * @param acceptanceNumbers of each stage, from the start; null where it cannot accept
   * @param rejectionNumbers of each stage, from the start
   */
  record Result(
      String codeLetter,
      List<Long> sampleSizes,
      List<Long> acceptanceNumbers,
      List<Long> rejectionNumbers) {}

  private static Result plan(Params params) {
    if (!params.standard().equals("MIL-STD-105E")) {
      throw new FieldException(
          "params.standard", "standard must be \"MIL-STD-105E\", got \"" + params.standard() + '"');
    }
    StandardPlan plan =
        MilStd105e.plan(
            codeLetter(params),
            Given.required("params.aql", params.aql()),
            Choice.of(
                "params.inspection",
                params.inspection(),
                MilStd105e.Inspection.class,
                MilStd105e.Inspection.NORMAL),
            Choice.of("params.type", params.type(), MilStd105e.Type.class, MilStd105e.Type.SINGLE));
    return new Result(
        plan.codeLetter(),
        params.lotSize() == null
            ? plan.sampleSizes()
            : upToLot(plan.sampleSizes(), params.lotSize()),
        Arrays.asList(
            plan.acceptanceNumbers().stream().map(c -> c < 0 ? null : c).toArray(Long[]::new)),
        plan.rejectionNumbers());
  }

  /** A sample as large as the lot, or larger, means all of it. */
  private static List<Long> upToLot(List<Long> sampleSizes, long lotSize) {
    var sizes = new ArrayList<Long>();
    long left = lotSize;
    for (long size : sampleSizes) {
      sizes.add(Math.min(size, left));
      left -= Math.min(size, left);
    }
    return sizes;
  }

  private static String codeLetter(Params params) {
    if (params.codeLetter() != null && params.lotSize() != null) {
      throw new FieldException(
          "params.codeLetter", "codeLetter must not be given together with lotSize");
    }
    if (params.codeLetter() != null) {
      return params.codeLetter();
    }
    return MilStd105e.codeLetter(
        Given.required("params.lotSize", params.lotSize()),
        params.level() == null ? "II" : params.level());
  }
}
