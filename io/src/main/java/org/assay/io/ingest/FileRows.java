package org.assay.io.ingest;

/**
 * The rows of one of several files of a table.
 *
 * @param file name of the file, without folders
 * @param rowsIn rows after its header, without blank lines
 * @param rowsExcluded those of them that were left out
 */
public record FileRows(String file, long rowsIn, long rowsExcluded) {}
