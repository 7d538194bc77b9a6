package org.assay.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assay.estimate.AssessorMatrices;
import org.assay.estimate.AssessorMatrix;
import org.assay.estimate.ReferenceMatrix;
import org.assay.internal.Check;

/**
 * The confusion matrices of each assessor against QA verdicts, against the consensus of the others,
 * and against a latent reference, side by side.
 *
 * <p>They answer different questions: only verdicts know of an error that all share; a consensus
 * says who is unlike the others; a latent reference weighs each by how well it agrees. Consensus
 * and latent matrices are of items that several graded, which may be others than those checked.
 *
 * <p>Immutable and thread-safe.
 */
public final class ThreeReferences {
  private final AssessorMatrices verdicts;
  private final AssessorMatrices consensus;
  private final Latent latent;
  private final Identification identification;

  /** The fits behind the latent matrices. */
  private record Latent(LatentFit fit, LatentFit team, CellErrors errors) {}

  private ThreeReferences(
      AssessorMatrices verdicts,
      AssessorMatrices consensus,
      ItemGradings gradings,
      double confidence) {
    this.verdicts = Objects.requireNonNull(verdicts, "verdicts");
    this.consensus = Objects.requireNonNull(consensus, "consensus");
    if (verdicts.assessors() != consensus.assessors()
        || verdicts.assessors() != gradings.assessors()) {
      throw new IllegalArgumentException(
          "matrices must be of the same assessors: verdicts have "
              + verdicts.assessors()
              + ", consensus "
              + consensus.assessors()
              + ", gradings "
              + gradings.assessors());
    }
    this.identification = Identification.of(gradings);
    LatentReference reference = LatentReference.of(gradings).accelerated(true);
    LatentFit fit = reference.fit();
    this.latent =
        new Latent(
            fit,
            LatentReference.of(gradings).accelerated(true).teamPrior().fit(),
            CellErrors.of(fit, confidence));
  }

  /**
   * Fits the latent reference and puts the three side by side.
   *
   * @param verdicts matrices against QA verdicts
   * @param consensus matrices against the consensus of the others
   * @param gradings of the same assessors, with what is known of their items
   * @param confidenceLevel of the limits of the latent matrices, in (0, 1)
   * @return the matrices
   */
  public static ThreeReferences of(
      AssessorMatrices verdicts,
      AssessorMatrices consensus,
      ItemGradings gradings,
      double confidenceLevel) {
    return new ThreeReferences(verdicts, consensus, gradings, confidenceLevel);
  }

  /**
   * The three matrices of an assessor.
   *
   * @param assessor code
   * @return against verdicts, consensus and latent reference, in this order
   */
  public List<ReferenceMatrix> of(int assessor) {
    Check.index("assessor", assessor, verdicts.assessors(), "assessors");
    List<ReferenceMatrix> three = new ArrayList<>();
    AssessorMatrix own = verdicts.of(assessor);
    three.add(own);
    three.add(consensus.of(assessor));
    three.add(LatentMatrix.of(latent.fit(), latent.team(), latent.errors(), assessor));
    return three;
  }

  /**
   * Whether gradings alone determine a reference, and who is linked with whom by common items: of
   * the consensus as of the latent reference.
   *
   * @return the verdict
   */
  public Identification identification() {
    return identification;
  }

  /**
   * How the search for the latent reference ended.
   *
   * @return with whether it converged
   */
  public Convergence convergence() {
    return latent.fit().convergence();
  }
}
