/**
 * The JSON Lines protocol: one file an operation, each with the records of its input, parameters
 * and result, and nothing computed that core does not compute.
 */
package org.assay.io.protocol;
