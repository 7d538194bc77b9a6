package org.assay.io;

/**
 * A file or an argument that cannot be used at all.
 *
 * <p>The message is one line that says which file, which row or field, what stood there and what
 * was expected, so that the reader can put it right from the text alone. A single bad row is not
 * one of these: it is excluded and listed in the ledger.
 */
public final class BadInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * A bad file or argument.
   *
   * @param message one line: where, what was found, what was expected
   */
  public BadInputException(String message) {
    super(message);
  }

  /**
   * A bad file or argument that another exception revealed.
   *
   * @param message one line: where, what was found, what was expected
   * @param cause what revealed it
   */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
