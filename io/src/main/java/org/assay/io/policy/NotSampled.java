package org.assay.io.policy;

import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;

/**
 * Gradings that the sampling design does not select from, by declaration: they are no part of what
 * a rate stands for, and no claim is about them.
 *
 * @param streams ids of streams
 * @param strata ids of strata
 */
public record NotSampled(Set<String> streams, Set<String> strata) {
  /** Everything can be selected. */
  public static final NotSampled NOTHING = new NotSampled(Set.of(), Set.of());

  public NotSampled {
    streams = Set.copyOf(streams);
    strata = Set.copyOf(strata);
  }

  /**
   * Whether the grading of a row is outside of the design.
   *
   * @param gradings the table
   * @return true for the rows of which the stream or the stratum was declared
   */
  public IntPredicate in(Gradings gradings) {
    IntFunction<String> stream = id(gradings, Attribute.STREAM);
    IntFunction<String> stratum = id(gradings, Attribute.STRATUM);
    return equals(NOTHING) ? row -> false : row -> holds(stream.apply(row), stratum.apply(row));
  }

  private static IntFunction<String> id(Gradings gradings, Attribute attribute) {
    IdColumn column = gradings.attribute(attribute).orElse(null);
    return column == null ? row -> "" : column::id;
  }

  /**
   * Whether a grading is outside of the design.
   *
   * @param stream its stream, "" for none
   * @param stratum its stratum, "" for none
   * @return true when one of the two was declared
   */
  public boolean holds(String stream, String stratum) {
    return streams.contains(stream) || strata.contains(stratum);
  }
}
