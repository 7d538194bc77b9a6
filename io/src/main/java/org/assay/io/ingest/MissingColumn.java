package org.assay.io.ingest;

/**
 * An optional column the file does not have.
 *
 * @param column its name
 * @param sentence what could not be concluded without it
 */
public record MissingColumn(String column, String sentence) {}
