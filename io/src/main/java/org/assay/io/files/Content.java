package org.assay.io.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * What is in a file, in short: files with the same are the same.
 *
 * @param bytes size
 * @param sha256 digest, hexadecimal
 */
public record Content(long bytes, String sha256) {
  /**
   * What is in a file.
   *
   * @param file any file
   * @return its size and digest
   * @throws IOException if it cannot be read
   */
  public static Content of(Path file) throws IOException {
    MessageDigest digest = Sha256.create();
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        bytes += n;
      }
    }
    return of(bytes, digest);
  }

  /**
   * What would be in a file.
   *
   * @param content all bytes
   * @return their number and digest
   */
  public static Content of(byte[] content) {
    MessageDigest digest = Sha256.create();
    digest.update(content);
    return of(content.length, digest);
  }

  private static Content of(long bytes, MessageDigest digest) {
    return new Content(bytes, Sha256.hex(digest));
  }
}
