/**
 * The main job: from what was read to {@code report.json}, {@code index.html}, {@code summary.txt},
 * {@code errors.csv} and {@code manifest.json}. A {@link org.assay.io.report.ReportModel} holds
 * every number and sentence; the renderers compute nothing.
 */
package org.assay.io.report;
