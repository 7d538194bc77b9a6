package org.assay.io.ingest;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.io.table.Labels;

/**
 * The words of columns that have few, and other words that people have for them. A note says where
 * another word was read.
 */
final class VerdictWords {
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          entry("random", "SRS"),
          entry("random sample", "SRS"),
          entry("simple random", "SRS"),
          entry("simple random sample", "SRS"),
          entry("simple random sampling", "SRS"),
          entry("zufall", "SRS"),
          entry("zuf\u00E4llig", "SRS"),
          entry("stichprobe", "SRS"),
          entry("stratified random", "STRATIFIED"),
          entry("stratified sampling", "STRATIFIED"),
          entry("geschichtet", "STRATIFIED"),
          entry("systematic sampling", "SYSTEMATIC"),
          entry("systematisch", "SYSTEMATIC"),
          entry("all", "CENSUS"),
          entry("full", "CENSUS"),
          entry("complete", "CENSUS"),
          entry("alle", "CENSUS"),
          entry("vollerhebung", "CENSUS"),
          entry("target", "TARGETED"),
          entry("gezielt", "TARGETED"),
          entry("referral", "REFERRED"),
          entry("appealed", "APPEAL"),
          entry("gold", "SEEDED"),
          entry("seed", "SEEDED"));

  private static final Map<String, String> BLINDNESS =
      Map.ofEntries(
          entry("yes", "BLIND"),
          entry("y", "BLIND"),
          entry("true", "BLIND"),
          entry("1", "BLIND"),
          entry("ja", "BLIND"),
          entry("oui", "BLIND"),
          entry("blinded", "BLIND"),
          entry("no", "NON_BLIND"),
          entry("n", "NON_BLIND"),
          entry("false", "NON_BLIND"),
          entry("0", "NON_BLIND"),
          entry("nein", "NON_BLIND"),
          entry("non", "NON_BLIND"),
          entry("not blind", "NON_BLIND"),
          entry("non-blind", "NON_BLIND"),
          entry("unblinded", "NON_BLIND"),
          entry("open", "NON_BLIND"));

  private VerdictWords() {}

  /** How a grading was selected. */
  static Labels methods() {
    return names(SelectionMethod.values(), METHODS);
  }

  /** Whether the grade was hidden. */
  static Labels blindness() {
    return names(Blindness.values(), BLINDNESS);
  }

  private static Labels names(Enum<?>[] values, Map<String, String> others) {
    List<String> names = Arrays.stream(values).map(Enum::name).toList();
    return new Labels(names, Labels.Case.NEVER_COUNTS).withOthers(others);
  }
}
