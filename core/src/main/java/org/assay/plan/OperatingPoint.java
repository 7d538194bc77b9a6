package org.assay.plan;

import org.assay.result.Outcome;

/**
 * How a plan behaves at one quality.
 *
 * @param rate error rate
 * @param accept probability that the lot is accepted
 * @param reject probability that it is rejected
 * @param averageSampleNumber expected number of checks
 * @param q95 number of checks that suffices with probability 0.95
 * @param averageOutgoing expected error rate after accepted lots pass as they are and rejected ones
 *     are checked and put right throughout
 * @param averageTotalInspection expected number of checks including those of rejected lots;
 *     NOT_APPLICABLE when the lot has no end
 */
public record OperatingPoint(
    double rate,
    double accept,
    double reject,
    double averageSampleNumber,
    long q95,
    double averageOutgoing,
    Outcome averageTotalInspection) {}
