package org.assay.drift;

/**
 * A signal of a chart.
 *
 * @param increase whether errors became more frequent, else rarer
 * @param since the first check after the chart last stood at 0, counted from 0: the most likely
 *     moment of the change
 * @param at the check that made the chart signal, counted from 0
 */
public record CusumSignal(boolean increase, long since, long at) {}
