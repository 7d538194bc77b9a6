package org.assay.io.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of all files of one reading, and tells the listener about every MiB. */
final class ByteCounter {
  private static final long STEP = 1 << 20;

  private final ProgressListener listener;
  private final long total;
  private long read;
  private long told;

  ByteCounter(ProgressListener listener, long total) {
    this.listener = listener;
    this.total = total;
  }

  InputStream count(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        add(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] bytes, int from, int count) throws IOException {
        int n = super.read(bytes, from, count);
        add(Math.max(n, 0));
        return n;
      }
    };
  }

  void finish() {
    listener.progress(total, total);
  }

  /** More bytes were read, in another way than through a stream. */
  void add(long bytes) {
    read += bytes;
    if (read - told >= STEP) {
      told = read;
      listener.progress(Math.min(read, total), total);
    }
  }
}
