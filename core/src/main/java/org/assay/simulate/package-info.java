/**
 * Synthetic teams with planted truths: who grades how, what QA selects and how well its officers
 * check, so that tests, benchmarks, accuracy studies and users can compare what the library finds
 * with what is there.
 *
 * <p>{@link org.assay.simulate.Team} holds the parameters, {@link org.assay.simulate.Simulator}
 * plays them, {@link org.assay.simulate.Truth} says what really happened.
 */
package org.assay.simulate;
