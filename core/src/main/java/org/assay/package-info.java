/**
 * The front door: what a reporting system asks, one call each.
 *
 * <ul>
 *   <li>How well do two or more people agree? {@link org.assay.Assay#agreement} with {@link
 *       org.assay.PairAgreement}
 *   <li>Who mixes up what? {@link org.assay.Assay#confusion} with {@link
 *       org.assay.Confusions.Confusion}
 *   <li>Is a level met, for whom? {@link org.assay.Assay#judge} with {@link org.assay.LevelState}
 *   <li>How many checks, and which? {@link org.assay.Assay#plan} with {@link org.assay.Plan}
 *   <li>Is somebody drifting? {@link org.assay.Assay#drift}
 * </ul>
 *
 * <p>It may use every other package; none of them uses it.
 */
package org.assay;
