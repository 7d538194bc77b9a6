/** Inputs and outputs: tables, policies, reports, protocol. */
package org.assay.io;
