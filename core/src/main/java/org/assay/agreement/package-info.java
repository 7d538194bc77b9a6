/** Agreement coefficients, their standard errors, and tests of agreement and of marginals. */
package org.assay.agreement;
