/**
 * The main job: from what was read to {@code report.json}, {@code index.html}, {@code summary.txt},
 * {@code errors.csv} and {@code manifest.json}. A {@link org.assay.io.report.ReportModel} holds
 * every number and sentence; the renderers compute nothing. Which class answers what:
 *
 * <ul>
 *   <li>The job, and the report as an object: {@link org.assay.io.report.ReportJob}, {@link
 *       org.assay.io.report.Report}.
 *   <li>What is computed, section by section: {@link org.assay.io.report.ReportBuilder}; {@code
 *       Facts} are what all sections share, a {@code ...Section} makes a {@code ...Part}.
 *   <li>The sentence of a level: {@code LevelSentence}; of what would settle the rest {@code
 *       FurtherText}; of somebody {@code NeedsSection}, all of them {@code FindingSection}.
 *   <li>Agreement from tables that were read, whole and in parts: {@link
 *       org.assay.io.report.AgreementReport}, computed by {@link org.assay.agreement.Agreement}.
 *   <li>Pages and files: {@code HtmlReport}, {@code SummaryText}, {@code ErrorList}, {@link
 *       org.assay.io.report.Manifest}, {@code ReportFolder}.
 * </ul>
 */
package org.assay.io.report;
