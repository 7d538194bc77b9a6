package org.assay.io.ingest;

/**
 * The account of every row read.
 *
 * @param gradings rows of the gradings file
 * @param verdicts rows of the verdicts file; {@link TableLedger#isPresent()} is false without one
 */
public record Ledger(TableLedger gradings, TableLedger verdicts) {}
