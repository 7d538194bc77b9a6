/**
 * The first acquaintance with a data set: what can be concluded from it, what is wrong with it, and
 * the policy to begin with.
 *
 * <ul>
 *   <li>What {@code assay check} says: {@link org.assay.io.doctor.Doctor} makes a {@link
 *       org.assay.io.doctor.Diagnosis}, {@link org.assay.io.doctor.DiagnosisText} prints it. It
 *       makes the report in memory and reads from it, so that both say the same.
 *   <li>What {@code assay init} writes: {@link org.assay.io.doctor.StarterPolicy}.
 * </ul>
 */
package org.assay.io.doctor;
