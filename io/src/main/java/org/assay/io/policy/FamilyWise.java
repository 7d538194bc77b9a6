package org.assay.io.policy;

/** How the states of a report's many levels are held together. */
public enum FamilyWise {
  /** Each state keeps its own risks. */
  NONE,
  /** Holm: the risks hold for all states of a table together. */
  HOLM,
  /** Benjamini-Hochberg: of the states shown, the expected share of wrong ones is the risk. */
  FDR
}
