package org.assay.io.report;

import java.nio.charset.StandardCharsets;

/** {@link AgreementModel} as a JSON file. */
public final class AgreementFile {
  private AgreementFile() {}

  /**
   * The file.
   *
   * @param model what to write
   * @return JSON text; the same model, the same text
   */
  public static String json(AgreementModel model) {
    return new String(ReportFiles.json(model), StandardCharsets.UTF_8);
  }
}
