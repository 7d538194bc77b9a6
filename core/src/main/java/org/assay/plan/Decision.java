package org.assay.plan;

/** What the checks so far say. */
public enum Decision {
  /** Stop: the lot passes. */
  ACCEPT,
  /** Stop: the lot fails. */
  REJECT,
  /** Neither is shown yet. */
  CONTINUE
}
