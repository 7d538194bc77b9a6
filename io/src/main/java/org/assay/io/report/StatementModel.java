package org.assay.io.report;

import java.util.List;
import org.assay.io.report.FairPart.Standing;
import org.assay.io.report.MatrixPart.Cell;
import org.assay.io.report.MatrixPart.Matrix;

/**
 * What an assessor may see of their own: counts, how they were chosen, the own mix-ups beside the
 * team's. Nobody else is named, and nobody is ranked.
 *
 * @param assessor id
 * @param from first day with a grading of anybody
 * @param to last day
 * @param grades of the scheme, in order
 * @param chosen what was graded and checked, and how it was chosen
 * @param rates what the checks say, and what it means
 * @param matrix own matrix; null without a check
 * @param team cells of everybody together, where others are enough to hide behind; empty otherwise
 * @param standing own rates; null without a check
 * @param said what the report says of this person
 * @param appeals what became of appeals
 * @param rights rules for figures about people
 */
record StatementModel(
    String assessor,
    String from,
    String to,
    List<String> grades,
    List<String> chosen,
    List<String> rates,
    Matrix matrix,
    List<Cell> team,
    Standing standing,
    List<String> said,
    List<String> appeals,
    List<String> rights) {}
