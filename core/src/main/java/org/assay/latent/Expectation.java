package org.assay.latent;

import java.util.Arrays;
import org.assay.count.ParallelCount;

/**
 * The E-step: the log-likelihood of parameters, and how often each grade was given in each class,
 * as expected given the gradings.
 *
 * <p>The log-likelihood is that of what was observed, sum_i log sum_c w_c prod P(grade | c); the
 * right grade of an item counts as observed where it is known. Products are taken as they are, and
 * again with logarithms where they come near the smallest double.
 *
 * <p>Items are cut into chunks by their number alone, each adds up by itself, and the sums are put
 * together in the order of the chunks: any number of threads gives the same bits. Posteriors are
 * not stored; memory is one table of (code, class) per chunk.
 */
final class Expectation {
  private static final double FLUSH = 1e-100;
  private static final int GRADINGS_OF_CHUNK = 1 << 14;
  private static final int LANES = 4; // classes that fit in registers
  private static final int MOST_CHUNKS = 16;
  private static final int ROOM = 1 << 22; // cells of all chunks together, where one has fewer

  private final ItemGradings data;
  private final ModelShape shape;
  private final int threads;
  private final Chunk[] chunks;
  private final ItemPosterior posterior;

  Expectation(ItemGradings data, ModelShape shape, int threads) {
    this.data = data;
    this.shape = shape;
    this.threads = threads;
    this.posterior = new ItemPosterior(data, shape);
    int wanted = Math.min(1 + data.size() / GRADINGS_OF_CHUNK, ROOM / (1 + shape.cellOf.length));
    int number = Math.max(1, Math.min(MOST_CHUNKS, wanted));
    this.chunks = new Chunk[number];
    for (int n = 0; n < number; n++) {
      chunks[n] =
          new Chunk(
              (int) ((long) data.items() * n / number),
              (int) ((long) data.items() * (n + 1) / number));
    }
  }

  /** What an E-step finds. */
  static final class Step {
    private final double logLikelihood;
    private final double[] counts;

    private Step(double logLikelihood, double[] counts) {
      this.logLikelihood = logLikelihood;
      this.counts = counts;
    }

    /** Of the parameters; minus infinity when they exclude what was observed. */
    double logLikelihood() {
      return logLikelihood;
    }

    /** Expected counts by parameter; not a copy. */
    double[] counts() {
      return counts;
    }
  }

  Step of(double[] x) {
    posterior.use(x);
    ParallelCount.over(
        chunks.length,
        Math.min(threads, chunks.length),
        () -> chunks,
        (all, from, to) -> {
          for (int n = from; n < to; n++) {
            all[n].run();
          }
        },
        (a, b) -> a);
    Chunk first = chunks[0];
    for (int n = 1; n < chunks.length; n++) {
      first.add(chunks[n]);
    }
    return new Step(
        first.logLikelihood + first.correction, shape.counts(first.emitted, first.ofClasses));
  }

  /** A range of items, with what they add up to. */
  private final class Chunk {
    private final int from;
    private final int to;
    private final double[] emitted = new double[shape.cellOf.length];
    private final double[] ofClasses = new double[shape.classes];
    private double logLikelihood;
    private double correction; // what the sum of logarithms has lost

    Chunk(int from, int to) {
      this.from = from;
      this.to = to;
    }

    void run() {
      Arrays.fill(emitted, 0);
      Arrays.fill(ofClasses, 0);
      logLikelihood = 0;
      correction = 0;
      if (shape.classes <= LANES && !data.anyKnown()) {
        runInLanes();
        return;
      }
      int classes = shape.classes;
      int[] codes = data.codes();
      int[] start = data.start();
      double[] p = new double[classes];
      double product = 1; // of likelihoods whose logarithm is still to be taken
      for (int i = from; i < to; i++) {
        if (start[i] == start[i + 1]) {
          continue;
        }
        double sum = posterior.product(i, p);
        if (sum > ItemPosterior.SMALL) {
          double factor = 1 / sum;
          for (int c = 0; c < classes; c++) {
            p[c] *= factor;
          }
          product *= sum;
          if (product < FLUSH) {
            plus(Math.log(product));
            product = 1;
          }
        } else {
          plus(posterior.logarithmic(i, p));
        }
        for (int at = start[i]; at < start[i + 1]; at++) {
          int cell = codes[at] * classes;
          for (int c = 0; c < classes; c++) {
            emitted[cell + c] += p[c];
          }
        }
        for (int c = 0; c < classes; c++) {
          ofClasses[c] += p[c];
        }
      }
      plus(Math.log(product));
    }

    // The same with up to four classes in registers, for that is where the time goes. Probabilities
    // and counts of a code lie side by side, eight numbers in one line of the cache; classes that
    // do
    // not exist have probability 0.
    private void runInLanes() {
      int[] codes = data.codes();
      int[] start = data.start();
      double[] lanes = interleaved();
      double[] slow = new double[LANES];
      double w0 = posterior.weight(0);
      double w1 = posterior.weight(1);
      double w2 = shape.classes > 2 ? posterior.weight(2) : 0;
      double w3 = shape.classes > 3 ? posterior.weight(3) : 0;
      double n0 = 0;
      double n1 = 0;
      double n2 = 0;
      double n3 = 0;
      double product = 1;
      int end = start[from];
      for (int i = from; i < to; i++) {
        int begin = end;
        end = start[i + 1];
        if (begin == end) {
          continue;
        }
        double p0 = w0;
        double p1 = w1;
        double p2 = w2;
        double p3 = w3;
        for (int at = begin; at < end; at++) {
          int cell = codes[at] << 3;
          p0 *= lanes[cell];
          p1 *= lanes[cell + 1];
          p2 *= lanes[cell + 2];
          p3 *= lanes[cell + 3];
        }
        double sum = p0 + p1 + p2 + p3;
        if (sum > ItemPosterior.SMALL) {
          double factor = 1 / sum;
          p0 *= factor;
          p1 *= factor;
          p2 *= factor;
          p3 *= factor;
          product *= sum;
          if (product < FLUSH) {
            plus(Math.log(product));
            product = 1;
          }
        } else {
          plus(logarithmic(i, slow));
          p0 = slow[0];
          p1 = slow[1];
          p2 = slow[2];
          p3 = slow[3];
        }
        for (int at = begin; at < end; at++) {
          int cell = codes[at] << 3;
          lanes[cell + 4] += p0;
          lanes[cell + 5] += p1;
          lanes[cell + 6] += p2;
          lanes[cell + 7] += p3;
        }
        n0 += p0;
        n1 += p1;
        n2 += p2;
        n3 += p3;
      }
      plus(Math.log(product));
      double[] n = {n0, n1, n2, n3};
      System.arraycopy(n, 0, ofClasses, 0, shape.classes);
      for (int code = 0; code < emitted.length / shape.classes; code++) {
        System.arraycopy(
            lanes, 2 * LANES * code + LANES, emitted, code * shape.classes, shape.classes);
      }
    }

    private double[] interleaved() {
      int codes = emitted.length / shape.classes;
      double[] lanes = new double[2 * LANES * codes];
      for (int code = 0; code < codes; code++) {
        System.arraycopy(
            posterior.emission(), code * shape.classes, lanes, 2 * LANES * code, shape.classes);
      }
      return lanes;
    }

    private double logarithmic(int item, double[] lanes) {
      double[] p = new double[shape.classes];
      double logLikelihood = posterior.logarithmic(item, p);
      System.arraycopy(p, 0, lanes, 0, p.length);
      return logLikelihood;
    }

    // Neumaier's sum: what is lost in each addition is kept apart.
    private void plus(double term) {
      double sum = logLikelihood + term;
      if (Double.isInfinite(sum)) {
        correction = 0;
      } else if (Math.abs(logLikelihood) >= Math.abs(term)) {
        correction += logLikelihood - sum + term;
      } else {
        correction += term - sum + logLikelihood;
      }
      logLikelihood = sum;
    }

    void add(Chunk next) {
      plus(next.logLikelihood);
      correction += next.correction;
      for (int at = 0; at < emitted.length; at++) {
        emitted[at] += next.emitted[at];
      }
      for (int c = 0; c < ofClasses.length; c++) {
        ofClasses[c] += next.ofClasses[c];
      }
    }
  }
}
