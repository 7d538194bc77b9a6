package org.assay.io.protocol;

import java.util.function.BiFunction;

/**
 * One operation of the protocol: the records Jackson binds, and the call they stand for.
 *
 * <p>A component that may be left out is boxed or a collection; the record's compact constructor
 * puts the default in.
 *
 * @param name as in {@code op}
 * @param input record of {@code input}; an absent one is read as {@code {}}
 * @param params record of {@code params}; an absent one is read as {@code {}}
 * @param result record of {@code result}
 * @param function the call; an {@link IllegalArgumentException} becomes the error of the response
 * @param <I> input
 * @param <P> parameters
 * @param <R> result
 */
public record Operation<I extends Record, P extends Record, R>(
    String name, Class<I> input, Class<P> params, Class<R> result, BiFunction<I, P, R> function) {

  /** Input of operations that take parameters only. */
  public record NoInput() {}

  /** Parameters of operations that take input only. */
  public record NoParams() {}
}
