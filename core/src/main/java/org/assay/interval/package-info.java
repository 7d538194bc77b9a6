/** Proportion intervals, finite-population bounds, jackknife and bootstrap over patterns. */
package org.assay.interval;
