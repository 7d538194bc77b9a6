package org.assay.io.protocol;

/** Parameters that a request must give. */
final class Given {
  private Given() {}

  /**
   * A parameter that must be there.
   *
   * @param field path from the request, for example {@code params.n}
   * @param value as received, null when left out
   * @return value
   * @throws FieldException if it was left out
   */
  static <T> T required(String field, T value) {
    if (value == null) {
      throw new FieldException(
          field, field.substring(field.lastIndexOf('.') + 1) + " must be given");
    }
    return value;
  }
}
