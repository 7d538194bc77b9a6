package org.assay.drift;

/**
 * Events one after the other, such as the checks of an assessor in order of grading.
 *
 * @param all the events of all cells
 * @param from the first of them here
 * @param to after the last of them here
 */
record EventSequence(EventSequences all, int from, int to) {
  /** Number of events. */
  int size() {
    return to - from;
  }

  /** Code of the period of an event, counted from 0; the codes never fall. */
  int period(int event) {
    return all.period(from + event);
  }

  /** Whether an event, counted from 0, is an error. */
  boolean isError(int event) {
    return all.isError(from + event);
  }

  /** The events after a period. */
  EventSequence after(int period) {
    int first = from;
    while (first < to && all.period(first) <= period) {
      first++;
    }
    return new EventSequence(all, first, to);
  }
}
