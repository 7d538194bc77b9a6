/**
 * Reading gradings and verdicts with a ledger in which every row is accounted for.
 *
 * <p>Rows are read one after the other into columns of codes; duplicates, corrections and the join
 * of verdicts to gradings are worked out on the codes afterwards, so nothing is kept a row but
 * numbers.
 */
package org.assay.io.ingest;
