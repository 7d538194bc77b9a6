package org.assay.io.files;

import java.io.IOException;
import java.nio.file.Path;
import org.assay.io.Shown;

/** An output that cannot be written: no space, no permission, or no folder to be in. */
public final class UnwritableException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * An output that cannot be written.
   *
   * @param output as the user named it
   * @param cause what happened
   */
  public UnwritableException(Path output, IOException cause) {
    super(Shown.path(output) + " cannot be written", cause);
  }
}
