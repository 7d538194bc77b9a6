package org.assay.io.protocol;

import java.util.function.BiFunction;

/**
 * One operation of the protocol: the records Jackson binds, and the call they stand for.
 *
 * <p>What must be given is marked as required, and everything else is boxed or a collection; the
 * record's compact constructor puts the default in.
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
record Operation<I extends Record, P extends Record, R extends Record>(
    String name, Class<I> input, Class<P> params, Class<R> result, BiFunction<I, P, R> function) {

  /** Input of operations that take parameters only: nothing. */
  record NoInput() {}

  /** Parameters of operations that take input only: none. */
  record NoParams() {}
}
