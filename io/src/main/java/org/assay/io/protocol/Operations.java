package org.assay.io.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The operations that are built, and the names of those that the protocol reserves. */
final class Operations {
  private static final List<Operation<?, ?, ?>> BUILT =
      List.of(
          AdjustOperation.OPERATION,
          AgreementOperation.OPERATION,
          AllocateOperation.OPERATION,
          ChartOperation.OPERATION,
          ConfusionOperation.OPERATION,
          DistributionOperation.OPERATION,
          DrawOperation.OPERATION,
          DriftOperation.OPERATION,
          EvaluateOperation.OPERATION,
          IntervalOperation.OPERATION,
          KrippendorffOperation.OPERATION,
          LatentOperation.OPERATION,
          OperatingCharacteristicOperation.OPERATION,
          PlanOperation.OPERATION,
          RunLengthOperation.OPERATION,
          SampleSizeOperation.OPERATION,
          StandardPlanOperation.OPERATION,
          StratifiedRateOperation.OPERATION,
          TestOperation.OPERATION,
          TrainingNeedsOperation.OPERATION,
          WeightsOperation.OPERATION);

  private static final List<String> RESERVED =
      List.of(
          "agreement",
          "weights",
          "krippendorff",
          "test",
          "adjust",
          "interval",
          "stratifiedRate",
          "distribution",
          "plan",
          "operatingCharacteristic",
          "standardPlan",
          "sampleSize",
          "allocate",
          "draw",
          "evaluate",
          "confusion",
          "latent",
          "chart",
          "runLength",
          "trainingNeeds",
          "drift",
          "simulate");

  private Operations() {}

  /**
   * The operations that answer, by name.
   *
   * @return in alphabetical order
   */
  static Map<String, Operation<?, ?, ?>> built() {
    var byName = new TreeMap<String, Operation<?, ?, ?>>();
    for (Operation<?, ?, ?> op : BUILT) {
      byName.put(op.name(), op);
    }
    return byName;
  }

  /**
   * Whether the protocol reserves a name for an operation that may not be built yet.
   *
   * @param name as in {@code op}
   * @return true for a name of the protocol
   */
  static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }
}
