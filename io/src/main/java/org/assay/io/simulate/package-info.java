/** Parameter files of simulated teams, and the files a simulation writes. */
package org.assay.io.simulate;
