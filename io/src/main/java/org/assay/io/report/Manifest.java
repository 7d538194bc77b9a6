package org.assay.io.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

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
  public static final String FILE = "manifest.json";

  /**
   * A file and what is in it.
   *
   * @param role gradings, verdicts, policy, plan, key, missing, excluded or report
   * @param file name without folders
   * @param bytes size
   * @param sha256 digest, hexadecimal
   */
  public record FileDigest(String role, String file, long bytes, String sha256) {
    static FileDigest of(String role, Path file) throws IOException {
      MessageDigest digest = newDigest();
      long bytes = 0;
      try (InputStream in = Files.newInputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
          bytes += n;
        }
      }
      return of(role, file.getFileName().toString(), bytes, digest);
    }

    static FileDigest of(String role, String file, byte[] content) {
      MessageDigest digest = newDigest();
      digest.update(content);
      return of(role, file, content.length, digest);
    }

    private static FileDigest of(String role, String file, long bytes, MessageDigest digest) {
      return new FileDigest(role, file, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
