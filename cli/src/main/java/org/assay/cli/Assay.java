package org.assay.cli;

/** The {@code assay} command. */
public final class Assay {
  private Assay() {}

  /**
   * Runs the command.
   *
   * @param args command line
   */
  public static void main(String[] args) {
    System.exit(2);
  }
}
