/** Synthetic teams with planted truths. */
package org.assay.simulate;
