package org.assay.io.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import org.assay.io.files.InputFiles;
import org.assay.io.files.OutputFolder;
import org.assay.io.files.Sha256;

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
    static FileDigest of(String role, Path file, InputFiles.Digest digest) {
      return new FileDigest(role, file.getFileName().toString(), digest.bytes(), digest.sha256());
    }

    static FileDigest of(String role, String file, byte[] content) {
      MessageDigest digest = Sha256.create();
      digest.update(content);
      return new FileDigest(role, file, content.length, Sha256.hex(digest));
    }
  }
}
