/** Writing CSV that a spreadsheet can open without running anything. */
package org.assay.io.csv;
