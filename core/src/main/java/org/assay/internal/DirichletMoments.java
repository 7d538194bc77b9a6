package org.assay.internal;

/**
 * How alike rows of shares are that come from one Dirichlet distribution, by moments.
 *
 * <p>J rows of n_j gradings, N in all, with shares x_jl around the mean m_l = sum_j n_j x_jl / N, L
 * cells with m_l above 0:
 *
 * <pre>{@code
 * Q           = sum_j n_j sum_l (x_jl - m_l)^2 / m_l = sum_j n_j (sum_l x_jl^2 / m_l - 1)
 * 1 / (A + 1) = (Q - (J - 1)(L - 1)) / ((L - 1) sum_j (1 - n_j / N)(n_j - 1))
 * }</pre>
 *
 * <p>what rows vary beyond multinomial chance, held between A = 1 and A = 9,999 (no differences).
 * Pseudo-counts A m_l make each row the posterior mean. Not thread-safe.
 */
public final class DirichletMoments {
  private static final double LEAST = 1e-4; // 1 / (A + 1)
  private static final double MOST = 0.5;

  private final double total;
  private double spread;
  private double room;
  private int rows;

  /**
   * Begins.
   *
   * @param total gradings of all rows, N
   */
  public DirichletMoments(double total) {
    this.total = total;
  }

  /**
   * Adds a row.
   *
   * @param size its gradings, above 0
   * @param distance sum over the cells of (x - m)^2 / m
   */
  public void add(double size, double distance) {
    spread += size * distance;
    room += (1 - size / total) * Math.max(0, size - 1);
    rows++;
  }

  /**
   * The concentration A.
   *
   * @param cells cells that occur in any row
   * @return in [1, 9999]
   */
  public double concentration(int cells) {
    int free = cells - 1;
    double excess = spread - (rows - 1.0) * free;
    double share = free > 0 && room > 0 ? excess / (free * room) : LEAST;
    return 1 / Math.max(LEAST, Math.min(MOST, share)) - 1;
  }
}
