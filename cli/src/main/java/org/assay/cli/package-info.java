/** The {@code assay} command. It reads arguments and shows progress; nothing is computed here. */
package org.assay.cli;
