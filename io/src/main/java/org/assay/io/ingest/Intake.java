package org.assay.io.ingest;

import org.assay.data.Gradings;
import org.assay.data.Verdicts;

/**
 * What was read: the rows that can be used, and the account of all rows.
 *
 * @param gradings the gradings used, with their times
 * @param verdicts the verdicts used and the selections that wait for one; empty without a file
 * @param ledger rows in = rows used + rows pending + rows excluded, for each table
 * @param losses the excluded rows that no other row accounts for: how many, whose, and why
 */
public record Intake(Gradings gradings, Verdicts verdicts, Ledger ledger, Losses losses) {}
