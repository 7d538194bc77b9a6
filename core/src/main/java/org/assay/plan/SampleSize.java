package org.assay.plan;

/**
 * A sample size with what it achieves.
 *
 * @param n number of items to check
 * @param achieved what the size was asked for, as it comes out: half-width, limit or power
 */
public record SampleSize(long n, double achieved) {}
