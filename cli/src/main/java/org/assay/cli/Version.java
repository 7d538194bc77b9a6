package org.assay.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, from the manifest of its jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"assay " + number()};
  }

  /** The version number, or {@code dev} when the program does not run from its jar. */
  static String number() {
    String version = Assay.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
