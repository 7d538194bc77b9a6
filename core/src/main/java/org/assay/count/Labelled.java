package org.assay.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assay.count.CountAccumulator.Axis;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * Counts with the labels of their codes, so that counts of processes that met the same ids in
 * another order can be put together.
 *
 * <pre>{@code
 * byte[] monday = Labelled.of(cube, List.of(assessors, periods, strata, grades)).state();
 * ...
 * Labelled<ConfusionCube> week =
 *     Labelled.ofState(monday, ConfusionCube::ofState)
 *         .merge(Labelled.ofState(tuesday, ConfusionCube::ofState));
 * }</pre>
 *
 * Merging is by label: labels that only the other has are new codes here. Two are equal when they
 * have the same counts for the same labels, in whatever order; labels that nothing was counted for
 * belong to the shape. {@link #state} has the labels of each axis sorted by their UTF-16 units.
 *
 * <p><b>State</b> (version 1): number of axes; for each the number of labels and these; then the
 * state of the counts, its length before it.
 *
 * <p>Immutable, if the counts are left alone.
 *
 * @param <A> the accumulator
 */
public final class Labelled<A extends CountAccumulator<A>> {
  private static final String KIND = "Labelled";
  private static final int VERSION = 1;

  private final A counts;
  private final List<List<String>> labels;

  private Labelled(A counts, List<List<String>> labels) {
    this.counts = counts;
    this.labels = labels;
  }

  /**
   * Counts with labels.
   *
   * @param <A> the accumulator
   * @param counts kept, not copied
   * @param labels of each axis by code, in the order of {@link CountAccumulator#axes}; as many as
   *     the axis has codes, or more where an axis has no fixed size
   * @return both together
   * @throws IllegalArgumentException if an axis has too few labels or one of them twice
   */
  public static <A extends CountAccumulator<A>> Labelled<A> of(
      A counts, List<List<String>> labels) {
    List<Axis> axes = counts.axes();
    if (labels.size() != axes.size()) {
      throw new IllegalArgumentException(
          "labels must be given for each of " + axes + ", got " + labels.size());
    }
    for (int i = 0; i < axes.size(); i++) {
      if (labels.get(i).size() < axes.get(i).size()) {
        throw new IllegalArgumentException(
            axes.get(i).name()
                + " must have "
                + axes.get(i).size()
                + " labels, got "
                + labels.get(i).size());
      }
      codes(axes.get(i).name(), labels.get(i));
    }
    return new Labelled<>(counts, labels.stream().map(List::copyOf).toList());
  }

  /**
   * Reads a state.
   *
   * @param <A> the accumulator
   * @param state what {@link #state} gave
   * @param counts reads the state of the counts, for example {@code ConfusionCube::ofState}
   * @return the same counts and labels
   * @throws IllegalArgumentException if it is no such state, see {@link Accumulator}
   */
  public static <A extends CountAccumulator<A>> Labelled<A> ofState(
      byte[] state, Function<byte[], A> counts) {
    var in = new StateReader(state, KIND, VERSION);
    List<List<String>> labels = new ArrayList<>();
    for (int axes = in.integer(); axes > 0; axes--) {
      List<String> axis = new ArrayList<>();
      for (int n = in.integer(); n > 0; n--) {
        axis.add(in.text());
      }
      labels.add(axis);
    }
    byte[] inner = in.block();
    in.end();
    return of(counts.apply(inner), labels);
  }

  private static Map<String, Integer> codes(String axis, List<String> labels) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (String label : labels) {
      if (codes.put(label, codes.size()) != null) {
        throw new IllegalArgumentException(
            axis + " must have each label once, got '" + label + "' twice");
      }
    }
    return codes;
  }

  /**
   * The counts.
   *
   * @return not a copy
   */
  public A counts() {
    return counts;
  }

  /**
   * The labels by code.
   *
   * @return of each axis, in the order of {@link CountAccumulator#axes}
   */
  public List<List<String>> labels() {
    return labels;
  }

  /**
   * The counts of both, by label.
   *
   * @param other of the same axes; unchanged
   * @return a new accumulator with the labels of this one first
   */
  public Labelled<A> merge(Labelled<A> other) {
    List<List<String>> all = union(other);
    return new Labelled<>(under(all).merge(other.under(all)), all);
  }

  /**
   * The counts without those of a slice that was merged before, by label.
   *
   * @param other of the same axes; unchanged
   * @return a new accumulator
   * @throws IllegalArgumentException if a count would become negative
   */
  public Labelled<A> subtract(Labelled<A> other) {
    List<List<String>> all = union(other);
    return new Labelled<>(under(all).subtract(other.under(all)), all);
  }

  private List<List<String>> union(Labelled<A> other) {
    if (other.labels.size() != labels.size()) {
      throw new IllegalArgumentException(
          "other must have the same axes: this has "
              + counts.axes()
              + ", other has "
              + other.counts.axes());
    }
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Map<String, Integer> codes = codes(counts.axes().get(i).name(), labels.get(i));
      other.labels.get(i).forEach(label -> codes.putIfAbsent(label, codes.size()));
      all.add(List.copyOf(codes.keySet()));
    }
    return List.copyOf(all);
  }

  /** A copy of the counts by the codes of other labels, which hold all of these. */
  private A under(List<List<String>> other) {
    if (other.equals(labels)) {
      return counts.copy();
    }
    List<Recoding> recodings = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Map<String, Integer> codes = codes(counts.axes().get(i).name(), other.get(i));
      recodings.add(
          Recoding.of(labels.get(i).stream().mapToInt(codes::get).toArray(), codes.size()));
    }
    return counts.recode(recodings);
  }

  /** The same with the labels of each axis in order. */
  private Labelled<A> sorted() {
    List<List<String>> sorted =
        labels.stream()
            .map(axis -> axis.stream().sorted(Comparator.naturalOrder()).toList())
            .toList();
    return sorted.equals(labels) ? this : new Labelled<>(under(sorted), sorted);
  }

  /**
   * The state as bytes.
   *
   * @return the same bytes for the same counts and labels, in whatever order these were met
   */
  public byte[] state() {
    Labelled<A> sorted = sorted();
    var out = new StateWriter(KIND, VERSION).number(labels.size());
    for (List<String> axis : sorted.labels) {
      out.number(axis.size());
      axis.forEach(out::text);
    }
    return out.block(sorted.counts.state()).end();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Labelled<?> other && Arrays.equals(state(), other.state());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  @Override
  public String toString() {
    List<Axis> axes = counts.axes();
    return IntStream.range(0, axes.size())
        .mapToObj(i -> axes.get(i).name() + " " + labels.get(i).size())
        .toList()
        .toString();
  }
}
