/**
 * What annotation tools export, as tables of gradings: item, assessor, grade, and the time where
 * the export has it. The tools' formats are known here alone, and what reads a table knows nothing
 * of them.
 *
 * <table>
 * <caption>Classes of this package</caption>
 * <tr><th>question</th><th>class</th></tr>
 * <tr><td>Which tools are there?</td><td>{@link org.assay.io.annotation.AnnotationTool}</td></tr>
 * <tr><td>What does an export look like?</td><td>{@code LabelStudioExport}, {@code CvatExport},
 *     {@code ProdigyExport}, {@code InceptionExport}, {@code DoccanoExport}</td></tr>
 * <tr><td>How does it become a table?</td><td>{@code ExportTable} opens it and goes through its
 *     files, each an {@code ExportFile}; {@code JsonValues} finds the values in one, {@code Answers} collects rows</td></tr>
 * </table>
 */
package org.assay.io.annotation;
