package org.assay.io.protocol;

/** A request that cannot be answered, with the field at fault. */
public final class FieldException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * An error of a field.
   *
   * @param field path from the request, for example {@code params.confidence}
   * @param message requirement and value received
   */
  public FieldException(String field, String message) {
    super(message);
    this.field = field;
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
