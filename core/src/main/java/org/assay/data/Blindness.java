package org.assay.data;

/** Whether the QA officer could see the grade that was checked. UNKNOWN is not BLIND. */
public enum Blindness {
  /** The grade was hidden. */
  BLIND,
  /** The grade was visible. */
  NON_BLIND,
  /** Not recorded. */
  UNKNOWN
}
