package org.assay.io.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.assay.io.files.Content;
import org.assay.io.files.OutputFolder;

/**
 * What a report was made from and what came out: enough to make it again and to see that nothing
 * was changed.
 *
 * @param kind always {@value #KIND}
 * @param schemaVersion of {@code report.json}
 * @param engineVersion version of Assay
 * @param parameters what was asked for, by name
 * @param inputs what was read
 * @param outputs what was written, this file excepted
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Manifest(
    String kind,
    int schemaVersion,
    String engineVersion,
    SortedMap<String, String> parameters,
    List<FileDigest> inputs,
    List<FileDigest> outputs) {
  /** Value of {@link #kind}. */
  public static final String KIND = "assay-report";

  /** Name of the file. */
  public static final String FILE = OutputFolder.MANIFEST;

  /**
   * A file and what is in it.
   *
   * @param role gradings, verdicts, policy, plan, key, missing, excluded or report
   * @param file name without folders
   * @param bytes size
   * @param sha256 digest, hexadecimal
   */
  public record FileDigest(String role, String file, long bytes, String sha256) {
    static FileDigest of(String role, String file, byte[] content) {
      return of(role, file, Content.of(content));
    }

    static FileDigest of(String role, String file, Content content) {
      return new FileDigest(role, file, content.bytes(), content.sha256());
    }
  }
}
