package org.assay.io.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that tells how many bytes were read from it. */
final class CountedInput extends FilterInputStream {
  private final LongConsumer counter;

  CountedInput(InputStream in, LongConsumer counter) {
    super(in);
    this.counter = counter;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    counter.accept(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int n = super.read(bytes, from, count);
    counter.accept(Math.max(n, 0));
    return n;
  }
}
