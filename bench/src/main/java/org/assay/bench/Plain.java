package org.assay.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.Frequency;

/** What one would write without a library: the loops, collectors and tables kernels are beside. */
final class Plain {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Plain() {}

  /** Reads two columns and does next to nothing: the limit. */
  static long stream(byte[] a, byte[] b) {
    long sum = 0;
    for (int i = 0; i + 8 <= a.length; i += 8) {
      sum += (long) WORD.get(a, i) ^ (long) WORD.get(b, i);
    }
    return sum;
  }

  static long[] pairs(byte[] reference, byte[] grade, int grades) {
    long[] counts = new long[grades * grades];
    for (int i = 0; i < grade.length; i++) {
      counts[(reference[i] & 0xFF) * grades + (grade[i] & 0xFF)]++;
    }
    return counts;
  }

  static long[] cube(char[] assessor, byte[] reference, byte[] grade, int assessors, int grades) {
    long[] counts = new long[assessors * grades * grades];
    for (int i = 0; i < grade.length; i++) {
      counts[(assessor[i] * grades + reference[i]) * grades + grade[i]]++;
    }
    return counts;
  }

  static long[] cube(Team t, int assessors, int periods, int strata, int grades) {
    long[] counts = new long[assessors * periods * strata * grades * grades];
    for (int i = 0; i < t.grade.length; i++) {
      int table = (t.assessor[i] * periods + t.period[i]) * strata + t.stratum[i];
      counts[(table * grades + t.reference[i]) * grades + t.grade[i]]++;
    }
    return counts;
  }

  /** Fleiss' kappa of items with the same number of ratings, from its definition. */
  static double fleissKappa(byte[] grade, int ratings, int grades) {
    int items = grade.length / ratings;
    long[] totals = new long[grades];
    int[] counts = new int[grades];
    long agreeing = 0;
    for (int item = 0; item < items; item++) {
      java.util.Arrays.fill(counts, 0);
      for (int i = item * ratings; i < (item + 1) * ratings; i++) {
        counts[grade[i]]++;
      }
      for (int g = 0; g < grades; g++) {
        totals[g] += counts[g];
        agreeing += (long) counts[g] * (counts[g] - 1);
      }
    }
    double observed = agreeing / ((double) items * ratings * (ratings - 1));
    double expected = 0;
    for (long total : totals) {
      double share = total / ((double) items * ratings);
      expected += share * share;
    }
    return (observed - expected) / (1 - expected);
  }

  static double cohenKappa(long[] counts, int grades) {
    double n = 0;
    double agreeing = 0;
    double[] row = new double[grades];
    double[] column = new double[grades];
    for (int c = 0; c < counts.length; c++) {
      n += counts[c];
      row[c / grades] += counts[c];
      column[c % grades] += counts[c];
      agreeing += c / grades == c % grades ? counts[c] : 0;
    }
    double expected = 0;
    for (int g = 0; g < grades; g++) {
      expected += row[g] / n * (column[g] / n);
    }
    return (agreeing / n - expected) / (1 - expected);
  }

  /** Standard library: grouping by a boxed key. */
  static Map<Integer, Long> collect(byte[] reference, byte[] grade, int grades) {
    return IntStream.range(0, grade.length)
        .boxed()
        .collect(
            Collectors.groupingBy(i -> reference[i] * grades + grade[i], Collectors.counting()));
  }

  /** commons-math3: a frequency table of boxed pair codes. */
  static Frequency frequency(byte[] reference, byte[] grade, int grades) {
    Frequency frequency = new Frequency();
    for (int i = 0; i < grade.length; i++) {
      frequency.addValue(reference[i] * grades + grade[i]);
    }
    return frequency;
  }
}
