/**
 * A reference made of gradings alone, and what it can and cannot say.
 *
 * <p>Which class answers which question:
 *
 * <ul>
 *   <li>What is probably the right grade, and how does each assessor grade beside it (Dawid and
 *       Skene, one-coin, hard items): {@link org.assay.latent.LatentReference}, {@link
 *       org.assay.latent.LatentModel}, {@link org.assay.latent.LatentFit}; the search {@code
 *       Search} from a start up the likelihood {@code Climb}.
 *   <li>Gradings item by item, with known items: {@link org.assay.latent.ItemGradings}.
 *   <li>Few gradings per assessor: {@link org.assay.latent.DirichletPrior}.
 *   <li>How sure are the matrices: {@link org.assay.latent.CellErrors}. Do gradings depend on each
 *       other beyond the right grade: {@link org.assay.latent.GoodnessOfFit}.
 *   <li>One assessor's matrix beside those against verdicts and consensus: {@link
 *       org.assay.latent.LatentMatrix}, {@link org.assay.latent.ThreeReferences}.
 *   <li>Is this grade wrong, for planning: {@link org.assay.latent.WrongGradeScore}, {@link
 *       org.assay.latent.CellScore}.
 *   <li>Did the search converge: {@link org.assay.latent.Convergence}. Do the gradings determine
 *       anything: {@link org.assay.latent.Identification}.
 * </ul>
 */
package org.assay.latent;
