package org.assay.io.report;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What needs a person to act. Parts of {@link ReportModel}. */
public final class FindingPart {
  private FindingPart() {}

  /** What a finding is about. */
  public enum FindingKind {
    /** A QA level is shown not to be met. */
    LEVEL,
    /** Somebody errs more than the others, in all or at a boundary. */
    TRAINING_NEED,
    /** Somebody's errors became more, or fewer. */
    DRIFT,
    /** A mix-up that the whole team makes. */
    GUIDELINE,
    /** A QA officer finds more, or fewer, errors than the others. */
    OFFICER,
    /** What arrives has changed. */
    CASE_MIX,
    /** Checks, or gradings, do not seem to be made independently. */
    INDEPENDENCE,
    /** Who could not be compared. */
    TOO_FEW_CHECKS,
    /** The data do not carry what is asked of them. */
    DATA
  }

  /**
   * Something that needs a person to act, with the evidence and what is promised about chance.
   *
   * @param kind what it is about
   *     <p>The entries of both maps come in the order of their names, so that the same report has
   *     the same bytes.
   * @param about one entry: assessor, officer, unit or team, and its id
   * @param sentence for people
   * @param evidence numbers behind it, by name; proportions, not percent
   * @param promise how often such a finding comes by chance
   */
  public record Finding(
      FindingKind kind,
      Map<String, String> about,
      String sentence,
      Map<String, Object> evidence,
      String promise) {
    public Finding {
      about = Collections.unmodifiableSortedMap(new TreeMap<>(about));
      evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }
  }
}
