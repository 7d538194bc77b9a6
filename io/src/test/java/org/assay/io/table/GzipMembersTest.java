package org.assay.io.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

/** Every byte of every member arrives, or the reader hears of it. */
class GzipMembersTest {
  private static byte[] packed(byte[]... members) throws IOException {
    var out = new ByteArrayOutputStream();
    for (byte[] member : members) {
      try (var gzip = new GZIPOutputStream(out)) {
        gzip.write(member);
      }
    }
    return out.toByteArray();
  }

  private static byte[] read(byte[] gzip, int buffer) throws IOException {
    try (var in = new GzipMembers(new ByteArrayInputStream(gzip), buffer)) {
      return in.readAllBytes();
    }
  }

  private static byte[] with(byte[] bytes, int... more) {
    byte[] both = java.util.Arrays.copyOf(bytes, bytes.length + more.length);
    for (int i = 0; i < more.length; i++) {
      both[bytes.length + i] = (byte) more[i];
    }
    return both;
  }

  @Test
  void membersOfAnySizeWithAnyBuffer() throws IOException {
    var random = new Random(20261128);
    for (int round = 0; round < 200; round++) {
      byte[] a = new byte[random.nextInt(300)];
      byte[] b = new byte[random.nextInt(300)];
      random.nextBytes(a);
      var whole = new ByteArrayOutputStream();
      whole.write(a);
      whole.write(b);
      whole.write(a);
      assertArrayEquals(
          whole.toByteArray(), read(packed(a, b, a), 1 + random.nextInt(400)), "round " + round);
    }
  }

  @Test
  void zerosFillABlock() throws IOException {
    byte[] gzip = packed("ab".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(2, read(with(gzip, 0, 0, 0), 64).length);
    assertThrows(ZipException.class, () -> read(with(gzip, 0, 0, 7), 64));
  }

  @Test
  void nothingElseMayFollow() throws IOException {
    byte[] gzip = packed("ab".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThrows(ZipException.class, () -> read(with(gzip, 'x'), 64));
    assertThrows(ZipException.class, () -> read(with(gzip, 0x1F, 0x8C, 8, 0), 64));
    assertThrows(EOFException.class, () -> read(with(gzip, 0x1F, 0x8B), 64));
  }

  /** Of the bytes that matter, none can be changed or missing without an exception. */
  @Test
  void damageIsNeverPassedOver() throws IOException {
    byte[] text =
        "item_id,grade\ni1,A\n".repeat(9).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] gzip = packed(text, text);
    for (int i = 0; i < gzip.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = gzip.clone();
        damaged[i] ^= (byte) (1 << bit);
        assertTrue(isRefusedOrWhole(damaged, 2 * text.length), "byte " + i + ", bit " + bit);
      }
      byte[] cut = java.util.Arrays.copyOf(gzip, i);
      if (i != packed(text).length) {
        assertThrows(IOException.class, () -> read(cut, 64));
      }
    }
  }

  private static boolean isRefusedOrWhole(byte[] gzip, int bytes) {
    try {
      return read(gzip, 64).length == bytes;
    } catch (IOException e) {
      return true;
    }
  }
}
