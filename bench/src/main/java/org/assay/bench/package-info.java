/**
 * JMH benchmarks, one class a question, with the peers each is measured beside; accuracy studies
 * stand in {@code study}. What is compared agrees in unit tests before it is timed.
 */
package org.assay.bench;
