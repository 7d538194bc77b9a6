package org.assay.io.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP archive, such as a workbook, that tells whether anybody has saved it since: its comment has
 * the digest of its entries, which a program that writes it anew does not keep.
 */
public final class SealedZip {
  private static final String WORD = "assay ";
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private SealedZip() {}

  /**
   * Writes an archive again, sealed. The same entries give the same bytes.
   *
   * @param zip an archive of texts
   * @param change what is done to each text
   * @return the archive
   */
  public static byte[] of(byte[] zip, UnaryOperator<String> change) {
    try {
      // Not as a stream: what wrote it may tell the sizes of entries at the end only.
      Path file = Files.createTempFile("assay", ".zip");
      try {
        Files.write(file, zip);
        return sealed(file, change);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sealed(Path zip, UnaryOperator<String> change) throws IOException {
    MessageDigest digest = Sha256.create();
    var out = new ByteArrayOutputStream();
    try (var from = new ZipFile(zip.toFile());
        var sealed = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        byte[] content = change.apply(text).getBytes(StandardCharsets.UTF_8);
        var again = new ZipEntry(entry.getName());
        again.setTimeLocal(TIME);
        sealed.putNextEntry(again);
        sealed.write(content);
        sealed.closeEntry();
        update(digest, entry, content);
      }
      sealed.setComment(WORD + Sha256.hex(digest));
    }
    return out.toByteArray();
  }

  private static void update(MessageDigest digest, ZipEntry entry, byte[] content) {
    digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(Sha256.create().digest(content));
  }

  /** Whether a file is such an archive, as it was written. */
  static boolean isSealed(byte[] file) {
    MessageDigest digest = Sha256.create();
    try (var in = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        update(digest, entry, in.readAllBytes());
      }
    } catch (IOException e) {
      return false;
    }
    byte[] comment = (WORD + Sha256.hex(digest)).getBytes(StandardCharsets.US_ASCII);
    return new String(file, StandardCharsets.ISO_8859_1)
        .endsWith(new String(comment, StandardCharsets.ISO_8859_1));
  }
}
