package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.io.schema.MayBeNull;
import org.assay.io.schema.Required;
import org.assay.io.schema.Words;
import org.assay.plan.MilStd105e;
import org.assay.plan.MilStd105e.StandardPlan;

/** Op {@code standardPlan}: plans of published standards. */
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
   * @param standard the standard; MIL-STD-105E when left out
   * @param lotSize items in the lot; or codeLetter
   * @param codeLetter sample size code letter, A to R without I and O; or lotSize
   * @param level inspection level, with lotSize; II when left out
   * @param aql acceptable quality level, errors per hundred items, as printed in the standard
   * @param inspection severity of inspection; normal when left out
   * @param type most stages; single when left out
   */
  record Params(
      Standard standard,
      Long lotSize,
      String codeLetter,
      Level level,
      @Required Double aql,
      MilStd105e.Inspection inspection,
      MilStd105e.Type type) {
    Params {
      level = level == null ? Level.II : level;
      inspection = inspection == null ? MilStd105e.Inspection.NORMAL : inspection;
      type = type == null ? MilStd105e.Type.SINGLE : type;
    }
  }

  /** Published standards. */
  private enum Standard {
    /** The American military standard of 1989. */
    @JsonProperty("MIL-STD-105E")
    MIL_STD_105E
  }

  /** Inspection levels, from few checks to many. */
  private enum Level {
    /** Special level for very few checks. */
    @JsonProperty("S-1")
    S_1,
    /** Special level. */
    @JsonProperty("S-2")
    S_2,
    /** Special level. */
    @JsonProperty("S-3")
    S_3,
    /** Special level. */
    @JsonProperty("S-4")
    S_4,
    /** Fewer checks than usual. */
    @JsonProperty("I")
    I,
    /** The usual level. */
    @JsonProperty("II")
    II,
    /** More checks than usual. */
    @JsonProperty("III")
    III
  }

  /**
   * The plan.
   *
   * @param codeLetter sample size code letter
   * @param sampleSizes checks of each stage; together at most the lot, where its size is given
   * @param acceptanceNumbers most errors that accept, of each stage, counted from the start; no
   *     number where it cannot accept
   * @param rejectionNumbers fewest errors that reject, of each stage, counted from the start
   */
  record Result(
      String codeLetter,
      List<Long> sampleSizes,
      List<@MayBeNull Long> acceptanceNumbers,
      List<Long> rejectionNumbers) {}

  private static Result plan(Params params) {
    StandardPlan plan =
        MilStd105e.plan(codeLetter(params), params.aql(), params.inspection(), params.type());
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
        Given.required("params.lotSize", params.lotSize()), Words.of(params.level()));
  }
}
