/** Design-weighted rates and conclusions about levels. */
package org.assay.estimate;
