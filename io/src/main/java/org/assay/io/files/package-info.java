/**
 * The files of a run: inputs that stay what they were while they are read, outputs that are written
 * whole or not at all, and never over an input or over somebody's work.
 *
 * <p>{@link org.assay.io.files.OutputFiles} is for files, {@link org.assay.io.files.OutputFolder}
 * for folders; nothing else in Assay writes a file that a user named.
 */
package org.assay.io.files;
