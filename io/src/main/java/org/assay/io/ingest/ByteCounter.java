package org.assay.io.ingest;

/** Counts the bytes of all tables of one reading, and tells the listener about every MiB. */
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

  void finish() {
    listener.progress(total, total);
  }

  /** More bytes were read. */
  void add(long bytes) {
    read += bytes;
    if (read - told >= STEP) {
      told = read;
      listener.progress(Math.min(read, total), total);
    }
  }
}
