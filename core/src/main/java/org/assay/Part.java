package org.assay;

/** By what a table of gradings is split. */
public enum Part {
  /** Each assessor. */
  ASSESSOR,
  /** Each organisational group; the gradings must carry their unit. */
  UNIT,
  /** Each route by which items arrive; the gradings must carry their stream. */
  STREAM
}
