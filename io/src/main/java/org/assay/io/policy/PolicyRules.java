package org.assay.io.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.data.Verdicts.ReferenceRule;

/**
 * How tables are read and states are made, where a policy says so.
 *
 * @param reference which of several verdicts on a grading is its reference
 * @param unusableAtMost share of a table, an assessor, a unit or a stratum that may be lost without
 *     consequence, in [0, 1); no level passes where more is lost
 * @param foldCase whether grades are compared in any case; empty: where no two grades of the scheme
 *     differ in case only
 * @param gradingsPerVerdictAtMost most gradings that one verdict may check, at least 1; one that
 *     would check more is not used
 * @param familyWise how the states of many levels are held together
 * @param notSampled gradings that the design does not select from
 * @param trainings that people had
 */
public record PolicyRules(
    ReferenceRule reference,
    double unusableAtMost,
    Optional<Boolean> foldCase,
    int gradingsPerVerdictAtMost,
    FamilyWise familyWise,
    NotSampled notSampled,
    List<TrainingDate> trainings) {

  /** What holds where a policy says nothing. */
  public static final PolicyRules DEFAULT =
      new PolicyRules(
          ReferenceRule.FIRST_BLIND,
          0.01,
          Optional.empty(),
          20,
          FamilyWise.NONE,
          NotSampled.NOTHING);

  public PolicyRules {
    trainings = List.copyOf(trainings);
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(familyWise, "familyWise");
    Objects.requireNonNull(notSampled, "notSampled");
    if (!(unusableAtMost >= 0 && unusableAtMost < 1)) {
      throw new IllegalArgumentException("unusableAtMost must be in [0, 1), got " + unusableAtMost);
    }
    if (gradingsPerVerdictAtMost < 1) {
      throw new IllegalArgumentException(
          "gradingsPerVerdictAtMost must be >= 1, got " + gradingsPerVerdictAtMost);
    }
  }

  /**
   * Rules without trainings.
   *
   * @param reference which of several verdicts on a grading is its reference
   * @param unusableAtMost share that may be lost without consequence, in [0, 1)
   * @param foldCase whether grades are compared in any case
   * @param gradingsPerVerdictAtMost most gradings that one verdict may check, at least 1
   * @param familyWise how the states of many levels are held together
   * @param notSampled gradings that the design does not select from
   */
  public PolicyRules(
      ReferenceRule reference,
      double unusableAtMost,
      Optional<Boolean> foldCase,
      int gradingsPerVerdictAtMost,
      FamilyWise familyWise,
      NotSampled notSampled) {
    this(
        reference,
        unusableAtMost,
        foldCase,
        gradingsPerVerdictAtMost,
        familyWise,
        notSampled,
        List.of());
  }
}
