/**
 * What a grading and a verdict are: rows of tables become columns of codes, with a ledger in which
 * every row is accounted for.
 *
 * <p>A table may be in several files, and these may be read at different times and places: what
 * they say is then kept in states and put together.
 *
 * <p>Rows are read one after the other; duplicates, corrections and the join of verdicts to
 * gradings are worked out on the codes afterwards, so nothing is kept per row but numbers.
 *
 * <p>Which class answers which question:
 *
 * <table>
 * <caption>Classes of this package</caption>
 * <tr><th>question</th><th>class</th></tr>
 * <tr><td>How are tables read, and what comes out?</td><td>{@link org.assay.io.ingest.Ingest} with
 *     {@link org.assay.io.ingest.IngestOptions} gives an {@link org.assay.io.ingest.Intake};
 *     {@link org.assay.io.ingest.ProgressListener}, {@code ByteCounter}</td></tr>
 * <tr><td>Which tables, in which files? Which file is a row of?</td><td>{@link
 *     org.assay.io.ingest.InputTables}; {@code TableFiles}, {@link
 *     org.assay.io.ingest.FileRows}</td></tr>
 * <tr><td>How do tables travel between processes?</td><td>{@link
 *     org.assay.io.ingest.TablesState}</td></tr>
 * <tr><td>Which columns have gradings and verdicts?</td><td>{@code GradingColumn}, {@code
 *     VerdictColumn}; called otherwise {@link org.assay.io.ingest.ColumnMap}, in a wide table {@link
 *     org.assay.io.ingest.GradingTables}, without a policy {@link
 *     org.assay.io.ingest.GradesSeen}</td></tr>
 * <tr><td>How is a probability, a selection method read?</td><td>{@code Probability}, {@code
 *     VerdictWords}</td></tr>
 * <tr><td>When is a row good?</td><td>{@code RowChecks}, {@code ShortenedIds}, then {@code
 *     GradingRows}, {@code VerdictRows}</td></tr>
 * <tr><td>What is kept of the good ones?</td><td>{@code GradingTable}; {@code VerdictTable} from
 *     {@code VerdictColumns} and {@code VerdictBatch}</td></tr>
 * <tr><td>What is a duplicate, a correction?</td><td>{@code DuplicateRows}, {@code Corrections};
 *     what makes two rows one event {@code GradingTable}, {@code VerdictTable}; the rows left out
 *     {@code RowMarks}</td></tr>
 * <tr><td>Which gradings does a verdict check?</td><td>{@code VerdictTargets} over a {@code
 *     GradingIndex}, kept in {@code CheckedGradings}</td></tr>
 * <tr><td>What becomes of a selection whose verdict cannot be used?</td><td>{@code Strays}, {@code
 *     Unresolved}</td></tr>
 * <tr><td>Why was a row not used, how many for each reason?</td><td>{@link org.assay.io.ingest.Ledger}, {@link
 *     org.assay.io.ingest.TableLedger}, {@link org.assay.io.ingest.Reason}, {@link
 *     org.assay.io.ingest.Exclusion}, {@link org.assay.io.ingest.Note}, {@link
 *     org.assay.io.ingest.MissingColumn}; counted by {@code Tally}, advice {@code Remedies}</td></tr>
 * <tr><td>Which of these are lost, so that no other row stands for them, and whose are
 *     they?</td><td>{@link org.assay.io.ingest.Losses}, {@link
 *     org.assay.io.ingest.TableLosses}, {@link org.assay.io.ingest.ScopeLoss}, {@link
 *     org.assay.io.ingest.LossCause}, {@link org.assay.io.ingest.LostTimes}; counted by {@code
 *     LossCounter}, {@code LossTables}</td></tr>
 * <tr><td>Small tools?</td><td>{@code IntList}, {@code Rows}</td></tr>
 * </table>
 */
package org.assay.io.ingest;
