package org.assay.io.table;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** How the pages of a column are compressed. */
enum Codec {
  UNCOMPRESSED {
    @Override
    byte[] bytes(byte[] in, int from, int count, int size) {
      return Arrays.copyOfRange(in, from, from + count);
    }
  },
  SNAPPY {
    @Override
    byte[] bytes(byte[] in, int from, int count, int size) throws IOException {
      return Snappy.decompress(in, from, count, size);
    }
  },
  GZIP {
    @Override
    byte[] bytes(byte[] in, int from, int count, int size) throws IOException {
      try (var gzip = new GZIPInputStream(new ByteArrayInputStream(in, from, count), 1 << 13)) {
        return gzip.readNBytes(size);
      }
    }
  },
  ZSTD {
    @Override
    byte[] bytes(byte[] in, int from, int count, int size) throws IOException {
      byte[] out = new byte[size];
      try {
        long written = Zstd.decompressByteArray(out, 0, size, in, from, count);
        if (written != size) {
          throw new IOException("zstd data are damaged");
        }
        return out;
      } catch (ZstdException e) {
        throw new IOException("zstd data are damaged", e);
      } catch (LinkageError e) {
        throw new ParquetFile.UnsupportedException(
            "zstd cannot be decompressed here: its native library does not load");
      }
    }
  },
  LZ4_RAW {
    @Override
    byte[] bytes(byte[] in, int from, int count, int size) throws IOException {
      return Lz4.decompress(in, from, count, size);
    }
  };

  abstract byte[] bytes(byte[] in, int from, int count, int size) throws IOException;

  /**
   * Decompresses a part of an array.
   *
   * @param size length of the decompressed part
   */
  byte[] decompress(byte[] in, int from, int count, int size) throws IOException {
    byte[] out = bytes(in, from, count, size);
    if (out.length != size) {
      throw new IOException("a page is not of the length it says");
    }
    return out;
  }
}
