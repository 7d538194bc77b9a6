/** JMH benchmarks and accuracy studies. */
package org.assay.bench;
