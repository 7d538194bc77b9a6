package org.assay.latent;

/**
 * How the search for the most likely parameters ended. Nothing of it is hidden: a fit that did not
 * converge says so.
 *
 * @param logLikelihood of the gradings under the parameters: sum over items of the logarithm of the
 *     probability of their gradings, without multinomial coefficients; a known grade counts as
 *     observed
 * @param objective what was maximised: the log-likelihood plus, with a prior, sum of pseudo-count
 *     times logarithm of its parameter
 * @param iterations M-steps with an E-step each, those that acceleration tried in vain included
 * @param converged whether the last plain step changed the objective by at most the tolerance
 *     relative to it
 * @param lastChange of the objective in the last plain step; null when there was none
 * @param largestFall most that the objective fell in a plain step, at least 0: rounding, and no
 *     more than that
 */
public record Convergence(
    double logLikelihood,
    double objective,
    int iterations,
    boolean converged,
    Double lastChange,
    double largestFall) {}
