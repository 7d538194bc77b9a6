/**
 * What Assay answers with: immutable values that carry their context, and undefined statistics with
 * their reason instead of NaN.
 */
package org.assay.result;
