/**
 * Parquet files, as far as a table of texts, numbers and times needs them: flat columns, read one
 * by one. Pages are found, checked and decompressed here; their encodings are parquet-column's.
 *
 * <p>Format: Apache Parquet 2.12, https://parquet.apache.org/docs/file-format/.
 */
package org.assay.io.parquet;
