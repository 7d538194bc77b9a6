package org.assay.io.protocol;

/** A request that cannot be answered, with the field at fault. */
public final class FieldException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final String field;

  /**
   * An error that the schema does not know of.
   *
   * @param field path from the request, for example {@code params.confidence}
   * @param message requirement and value received
   */
  public FieldException(String field, String message) {
    this(ErrorKind.INVALID, field, message);
  }

  /**
   * An error of a field.
   *
   * @param kind what is at fault
   * @param field path from the request
   * @param message requirement and value received
   */
  FieldException(ErrorKind kind, String field, String message) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  /**
   * What is at fault.
   *
   * @return the kind of error
   */
  public ErrorKind kind() {
    return kind;
  }

  /**
   * The field at fault.
   *
   * @return path from the request
   */
  public String field() {
    return field;
  }
}
