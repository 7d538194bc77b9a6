package org.assay.io.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.assay.io.report.AmongPart.Among;
import org.assay.io.report.CheckPart.Arrived;
import org.assay.io.report.CheckPart.Basis;
import org.assay.io.report.CheckPart.Checks;
import org.assay.io.report.FairPart.Fair;
import org.assay.io.report.FindingPart.Finding;
import org.assay.io.report.LevelPart.Level;
import org.assay.io.report.LevelPart.LevelTable;
import org.assay.io.report.MatrixPart.Matrices;
import org.assay.io.report.NeedPart.Needs;
import org.assay.io.report.PeoplePart.Confusion;
import org.assay.io.report.PeoplePart.Support;
import org.assay.io.report.RatePart.BlindRatio;
import org.assay.io.report.RatePart.Naive;
import org.assay.io.report.RatePart.Rates;
import org.assay.io.report.ReferencePart.ReferenceQuality;
import org.assay.io.report.TrendPart.Trend;
import org.assay.io.report.TrustPart.Agreement;
import org.assay.io.report.TrustPart.Reviewer;

/**
 * Everything a report says: the contract of {@code report.json}.
 *
 * <p>Rates, shares, limits and coefficients are proportions, not percent. A number that does not
 * exist is null, and {@code undefined} beside it says why. Lists are in the order in which they
 * should be shown; people are in the order of their ids, never of their figures.
 *
 * @param schemaVersion 2; raised when a field changes its meaning or goes
 * @param engineVersion version of Assay
 * @param asOf what was known at this time is reported; null for everything that was recorded
 * @param zone time zone whose midnights bound the periods
 * @param from first day with a grading
 * @param to last day with a grading
 * @param schemeVersion version of the grading scheme
 * @param grades of the scheme, in order
 * @param sample fingerprint of the checked items, by which a later report in the same folder knows
 *     that it continues this one
 * @param basis which checks the figures stand on
 * @param arrived the account of every row
 * @param checks what was checked and how it was chosen
 * @param first what must be read before anything else: what is lost, whose, and what to do
 * @param levels each QA level for each scope and period
 * @param levelTables the states of each level together
 * @param further what would settle the states that are not demonstrated
 * @param rates error rates of the whole time
 * @param naive figures that look usable and are not
 * @param blindRatio what checks in sight of the grade report, relative to blind ones
 * @param confusions most frequent mix-ups of everybody
 * @param matrices who gives which grade for which, with limits
 * @param fair rates of people who get different work, made comparable
 * @param support for whom what help is indicated
 * @param needs training needs: of everybody, then of units and people
 * @param trend errors by assessor and week
 * @param agreement grades against reference grades, by stream
 * @param among agreement among assessors on items that several graded
 * @param reviewers what each QA officer checked
 * @param referenceQuality how well the reference agrees with itself
 * @param methods how the figures were made
 * @param fairness rules that hold for every figure about a person
 * @param findings what needs a person to act; nothing else in the report says of somebody that they
 *     differ or have changed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportModel(
    int schemaVersion,
    String engineVersion,
    String asOf,
    String zone,
    String from,
    String to,
    String schemeVersion,
    List<String> grades,
    String sample,
    Basis basis,
    Arrived arrived,
    Checks checks,
    List<String> first,
    List<Level> levels,
    List<LevelTable> levelTables,
    FurtherTotals further,
    Rates rates,
    List<Naive> naive,
    BlindRatio blindRatio,
    List<Confusion> confusions,
    Matrices matrices,
    Fair fair,
    List<Support> support,
    Needs needs,
    Trend trend,
    List<Agreement> agreement,
    Among among,
    List<Reviewer> reviewers,
    ReferenceQuality referenceQuality,
    List<String> methods,
    List<String> fairness,
    List<Finding> findings) {

  /** The value of {@link #schemaVersion} that this version writes. */
  public static final int SCHEMA_VERSION = 2;
}
