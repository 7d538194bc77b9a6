package org.assay.io.report;

import java.util.List;
import org.assay.io.ingest.TableLedger;

/**
 * How assessors agree with one another, as JSON.
 *
 * @param schemaVersion version of this form
 * @param engineVersion version of Assay
 * @param arrived the account of the rows of gradings
 * @param method how the figures were made, in sentences
 * @param whole all gradings
 * @param parts the same by unit, stream, stratum or period; empty unless asked for
 */
public record AgreementModel(
    int schemaVersion,
    String engineVersion,
    TableLedger arrived,
    List<String> method,
    Part whole,
    List<Part> parts) {
  /** The version this program writes. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * The agreement of some gradings.
   *
   * @param name of the unit, stream, stratum or period; "all" of the whole
   * @param items items graded
   * @param gradings gradings of them
   * @param sharedItems items that two assessors or more graded
   * @param sharedGradings their gradings, each assessor once
   * @param coefficients of the shared items
   * @param pairs kappa of each pair of assessors
   * @param againstOthers kappa of each assessor with the others who graded the same items
   * @param repeats kappa of each assessor's first grading of an item with the next
   * @param sentence the same in words
   */
  public record Part(
      String name,
      long items,
      long gradings,
      long sharedItems,
      long sharedGradings,
      List<Coefficient> coefficients,
      Comparisons pairs,
      Comparisons againstOthers,
      Comparisons repeats,
      String sentence) {}

  /**
   * A coefficient.
   *
   * @param name for example fleissKappa
   * @param weights "none" or "quadratic"
   * @param value at most 1; null when undefined
   * @param lower of the interval; null without one
   * @param upper of the interval; null without one
   * @param confidence of the interval
   * @param method of the interval; null without one
   * @param standardError null when undefined
   * @param observed observed agreement; null without pairs
   * @param expected agreement by chance; null without pairs
   * @param items pairable items
   * @param undefined why there is no value; null when there is one
   * @param cautions what a reader should know
   */
  public record Coefficient(
      String name,
      String weights,
      Double value,
      Double lower,
      Double upper,
      double confidence,
      String method,
      Double standardError,
      Double observed,
      Double expected,
      long items,
      String undefined,
      List<String> cautions) {}

  /**
   * Comparisons of one kind.
   *
   * @param rows in the order of the assessors' ids
   * @param omitted comparisons with too few common items
   * @param minimumItems common items that a comparison needs
   */
  public record Comparisons(List<Row> rows, long omitted, long minimumItems) {}

  /**
   * A comparison.
   *
   * @param assessor id of the assessor
   * @param other id of the other assessor; null for all others or the same one
   * @param kappa weighted where the grades are ordered
   * @param adjusted p-value against 0, adjusted for all comparisons of its kind; null when
   *     undefined
   */
  public record Row(String assessor, String other, Coefficient kappa, Double adjusted) {}
}
