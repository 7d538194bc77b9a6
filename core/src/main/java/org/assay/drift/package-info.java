/** Charts and sequential detectors of change in how someone grades. */
package org.assay.drift;
