/** Mergeable accumulators over columns: confusion matrices, the cube, rating patterns, moments. */
package org.assay.count;
