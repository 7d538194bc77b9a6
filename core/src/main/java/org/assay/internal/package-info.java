/** Argument checks, sums and special functions the other packages stand on. Not part of the API. */
package org.assay.internal;
