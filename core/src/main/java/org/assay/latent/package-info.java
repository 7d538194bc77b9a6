/**
 * A reference made of gradings alone, and what it can and cannot say.
 *
 * <p>Which class answers which question:
 *
 * <ul>
 *   <li>What is probably the right grade, and how does each assessor grade beside it (Dawid and
 *       Skene, one-coin, hard items): {@link org.assay.latent.LatentReference}, {@link
 *       org.assay.latent.LatentModel}, {@link org.assay.latent.LatentFit}.
 *   <li>Gradings item by item, with known items: {@link org.assay.latent.ItemGradings}.
 *   <li>Few gradings per assessor: {@link org.assay.latent.DirichletPrior}.
 *   <li>Did the search converge: {@link org.assay.latent.Convergence}. Do the gradings determine
 *       anything: {@link org.assay.latent.Identification}.
 * </ul>
 */
package org.assay.latent;
