/** QA levels, inspection plans, operating characteristics and sample sizes. */
package org.assay.plan;
