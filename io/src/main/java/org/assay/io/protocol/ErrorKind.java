package org.assay.io.protocol;

/** What is at fault when a request is not answered. */
public enum ErrorKind {
  /** The line is not JSON, or not an object. */
  NOT_JSON,
  /** A field is missing, unknown or of another kind: the schema forbids the request. */
  SHAPE,
  /** The schema allows it, but the values cannot be what is meant, alone or together. */
  INVALID,
  /** It takes more time or memory than it is given. */
  LIMIT,
  /** The program itself; please report it. */
  DEFECT
}
