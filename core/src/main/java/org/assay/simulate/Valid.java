package org.assay.simulate;

import java.util.List;
import java.util.regex.Pattern;
import org.assay.internal.Check;

/** Checks on the parameters of a simulation that more than one record makes. */
final class Valid {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private Valid() {}

  /** An id that is safe in every file without quoting, and cannot be read as a formula. */
  static String id(String name, String id) {
    if (id == null || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          name + " must begin with a letter or digit and go on with these, . _ or -, got " + id);
    }
    return id;
  }

  /** Probabilities that sum to 1. */
  static List<Double> distribution(String name, List<Double> p) {
    required(name, p);
    double sum = 0;
    for (double x : p) {
      sum += Check.closedUnit(name, x);
    }
    if (Math.abs(sum - 1) > 1e-9) {
      throw new IllegalArgumentException(name + " must sum to 1, got " + sum);
    }
    return List.copyOf(p);
  }

  static <T> T required(String name, T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must be given");
    }
    return value;
  }

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static void size(String name, List<?> list, int size, String things) {
    if (list.size() != size) {
      throw new IllegalArgumentException(
          name
              + " must have one value for each of "
              + size
              + " "
              + things
              + ", got "
              + list.size());
    }
  }

  static void oneOf(String name, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      throw new IllegalArgumentException(name + " must be one of " + allowed + ", got " + value);
    }
  }
}
