package org.assay.drift;

/**
 * A detector has noticed a change.
 *
 * @param increase whether errors became more frequent, else rarer
 * @param since the most likely moment of the change: the first check after it, counted from 0; of a
 *     CUSUM the first after the chart last stood at 0
 * @param at the check that brought the signal, counted from 0
 */
record ChangeSignal(boolean increase, long since, long at) {}
