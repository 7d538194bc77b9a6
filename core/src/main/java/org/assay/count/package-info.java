/**
 * Mergeable accumulators over columns: from here on nothing looks at a grading again.
 *
 * <p>Which class answers which question:
 *
 * <ul>
 *   <li>What does an accumulator promise, and what are its bytes? {@link
 *       org.assay.count.Accumulator}, {@link org.assay.count.CountAccumulator}.
 *   <li>How are counts of processes put together that met the ids in another order? {@link
 *       org.assay.count.Labelled}, {@link org.assay.count.CountAccumulator.Recoding}.
 *   <li>How often was which grade given for which? {@link org.assay.count.ConfusionMatrix}; by
 *       assessor, period and stratum {@link org.assay.count.ConfusionCube}; with weights {@link
 *       org.assay.count.WeightedConfusion}.
 *   <li>How did several raters grade the same items? {@link org.assay.count.RatingPatterns}, or
 *       {@link org.assay.count.RatingRows} where it matters who; from a long table {@link
 *       org.assay.count.LongRatings}.
 *   <li>How did everybody grade beside everybody else? {@link org.assay.count.PairTables}, {@link
 *       org.assay.count.PeerPatterns}.
 *   <li>Beside the grade that most of the others gave? {@link org.assay.count.SharedGradings}.
 *   <li>Which counts of a table may be published? {@link org.assay.count.SmallCells}.
 *   <li>How are large columns counted on several threads? {@link org.assay.count.ParallelCount}.
 * </ul>
 *
 * The kernels behind {@code addAll} are package-private.
 */
package org.assay.count;
