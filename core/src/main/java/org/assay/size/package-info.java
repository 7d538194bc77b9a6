/**
 * How many items are enough: sample sizes for precision, bounds and agreement.
 *
 * <ul>
 *   <li>For an interval of a given width? {@link org.assay.size.PrecisionSize}.
 *   <li>For a bound at a given rate? {@link org.assay.size.BoundSize}.
 *   <li>For kappa, by power or for a lower limit? {@link org.assay.size.KappaSize}; for the width
 *       of its interval, or by power, from a pilot and for any coefficient? {@link
 *       org.assay.size.PilotSize}.
 * </ul>
 *
 * Sizes of inspection plans are in {@link org.assay.plan}.
 */
package org.assay.size;
