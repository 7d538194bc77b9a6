/**
 * Any table in any format, row by row: where it is, which columns it has, and what stands in them.
 * What the rows mean is no matter of this package.
 *
 * <p>Which class answers which question:
 *
 * <table>
 * <caption>Classes of this package</caption>
 * <tr><th>question</th><th>class</th></tr>
 * <tr><td>Where can a table be? How is a format added?</td><td>{@link
 *     org.assay.io.table.TableSource}, {@link org.assay.io.table.TableRows}; of a path {@code
 *     TableFile} (which tells formats apart), of a pipe {@code OnceOnly}, of rows {@code
 *     TableInMemory}, of a query {@code JdbcTable} and {@code JdbcRows}</td></tr>
 * <tr><td>What of a file must be said?</td><td>{@link org.assay.io.table.ReadOptions}, {@link
 *     org.assay.io.table.TimeFormat}</td></tr>
 * <tr><td>A table in another form?</td><td>{@code WideTable} of a {@link
 *     org.assay.io.table.WideShape}, {@code EditedTable} by a {@link
 *     org.assay.io.table.TableEdit} such as {@code FilledColumns}</td></tr>
 * <tr><td>Who reads it from header to end?</td><td>{@link org.assay.io.table.TableReader} into a
 *     {@link org.assay.io.table.RowSink}; {@code RowBatches} one batch ahead, on a {@link
 *     org.assay.io.table.Worker}</td></tr>
 * <tr><td>Which columns may it have, and where do they stand?</td><td>{@link
 *     org.assay.io.table.Table}, {@link org.assay.io.table.Header}; how titles are compared {@code
 *     Names}</td></tr>
 * <tr><td>What is in a row?</td><td>{@link org.assay.io.table.Row} of a {@link
 *     org.assay.io.table.RowBatch}</td></tr>
 * <tr><td>How is an id, a word, a time read?</td><td>{@link org.assay.io.table.IdBatch} over
 *     {@link org.assay.io.table.Places}, {@link org.assay.io.table.Labels}, {@link
 *     org.assay.io.table.TimeParser}; {@code EntryMemo} looks each dictionary entry up once</td></tr>
 * <tr><td>CSV?</td><td>{@code CsvRows} over {@code CsvText} (gzip, encoding, separator) and {@code
 *     CsvRecords} (numbers of rows); other encodings {@code Utf8Input}</td></tr>
 * <tr><td>JSON Lines? A workbook?</td><td>{@code JsonRows}; {@code XlsxRows}, {@code
 *     XlsxCells}</td></tr>
 * <tr><td>Parquet?</td><td>{@code ParquetRows}; footer and column chunks {@code ParquetFile}, the
 *     pages of a chunk {@code ColumnPages}, its codecs {@code Codec}, {@code Snappy}, {@code Lz4},
 *     {@code Copies}; what a column is {@code ParquetColumnType}, types allowed {@code
 *     ParquetTypes}; values into fields {@code CellColumn}, {@code TextColumn}, {@code CellFormat},
 *     {@code CellText}; times {@code TimeColumn}, {@code TimeCells}, their units {@code
 *     CellFormat}</td></tr>
 * <tr><td>Rows that were read before?</td><td>{@link org.assay.io.table.KeptTable}, filled by {@code
 *     TableKeeper} and {@code KeptCells}, read again by {@code KeptRows} and {@code KeptCellsIn};
 *     in a state {@link org.assay.io.table.StateOut}, {@link org.assay.io.table.StateIn}</td></tr>
 * <tr><td>Which bytes were in the file?</td><td>{@link org.assay.io.files.Content}</td></tr>
 * <tr><td>What may a spreadsheet take for a formula, or for a number?</td><td>{@link
 *     org.assay.io.table.FormulaGuard}, {@link org.assay.io.table.SpreadsheetText}</td></tr>
 * </table>
 *
 * <p>Parquet is read as far as a table of texts, numbers and times needs it: flat columns, one by
 * one. Pages are found, checked and decompressed here; their encodings are parquet-column's.
 * Format: Apache Parquet 2.12, https://parquet.apache.org/docs/file-format/.
 */
package org.assay.io.table;
