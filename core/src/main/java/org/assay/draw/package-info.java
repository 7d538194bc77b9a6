/**
 * Frames, allocation, and seeded draws with inclusion probabilities. Which class answers what:
 *
 * <ul>
 *   <li>What may be drawn, and how many of each stratum: {@link org.assay.draw.Draws.Frame}, {@link
 *       org.assay.draw.Allocation}.
 *   <li>A draw from a seed, and the probability of what it drew: {@link org.assay.draw.Draws} by
 *       {@link org.assay.draw.Tickets}; over rows that pass by {@link org.assay.draw.BottomSample}.
 *   <li>That nobody chose the seed afterwards: {@link org.assay.draw.SeedCommitment}, of seeds that
 *       cannot be guessed: {@link org.assay.draw.SeedStrength}.
 *   <li>How often people look: {@link org.assay.draw.Viewings}, {@link
 *       org.assay.draw.ExposureCeiling}, {@link org.assay.draw.ReviewDays}.
 *   <li>Errors in lots whose checks stopped by what they found: {@link
 *       org.assay.draw.StoppedBound}; in strata of fixed samples {@link
 *       org.assay.draw.StratifiedBound}.
 * </ul>
 */
package org.assay.draw;
