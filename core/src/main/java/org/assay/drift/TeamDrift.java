package org.assay.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who in a team has changed, since when and in what, with a promise about false flags that was
 * tested on simulated teams like this one.
 *
 * <p><b>Method.</b> Within a stratum and period every grading had the same chance of a check, so
 * that no weights are needed. Given the errors that the team made there, an assessor's part in them
 * depends on nothing that moves everybody ({@code PeerLaw}): a new guideline, a stricter officer or
 * another mix of items is nobody's drift. For each assessor the evidence for a change of each size
 * from each period on is a Bayes factor in which the assessor's own level is integrated out ({@code
 * ChangeScan}), for all errors together (half of the weight before anything is seen) and for each
 * of the commonest kinds (the other half). What share of the team changed, how much and when, is
 * learnt from all of them ({@code ChangeMixture}); where errors of a period go together beyond
 * chance, this is integrated out too ({@code PeriodSway}).
 *
 * <p><b>Promise.</b> Flagged are as many, from the surest on, as keep the mean of their local
 * false-discovery rates below a cut, and each likelier than not to have changed. The cut is the
 * largest at which, among teams simulated from the fit and put through everything again, (1) the
 * mean share of false flags and (2) the share of teams without a change that have any flag are at
 * most the wanted rate, of which a fifth is kept for moves of the team. It is a promise for one
 * look; whoever looks every week gets one for each look.
 *
 * <p><b>Limits.</b> Who has not had a full baseline is not watched. Where only one assessor was
 * checked in a stratum and period, these checks say nothing about change. Two assessors who change
 * against each other cannot be told apart. Simulated are max(20, min(simulations, 12 simulations /
 * assessors)) teams.
 *
 * <p><b>Cost.</b> Four rounds of O(rows x nodes + assessors x periods x sizes x levels), and as
 * many for each simulated team. The same input gives the same result for every number of threads.
 *
 * <p><b>Sources.</b> Efron (2008), Statistical Science 23, 1-22 (local false-discovery rate);
 * Cornfield (1956), Proceedings of the Third Berkeley Symposium 4, 135-148; Worsley (1986),
 * Biometrika 73, 91-104; Benjamini and Yekutieli (2005), JASA 100, 71-81.
 *
 * @param assessors everybody, by code
 * @param moves what moved for everybody
 * @param promise what the flags together keep
 */
public record TeamDrift(List<AssessorDrift> assessors, List<TeamMove> moves, DriftPromise promise) {
  private static final double FOR_MOVES = 0.2; // of the wanted rate, beside it
  private static final int MOST_CELLS = 24;
  private static final int LEAST_ERRORS = 5; // of a kind, in the whole team
  private static final int TEAM = 12; // size of a team that is simulated as often as is asked for
  private static final int LEAST_TEAMS = 20;

  public TeamDrift {
    assessors = List.copyOf(assessors);
    moves = List.copyOf(moves);
  }

  /**
   * What flags keep.
   *
   * @param falseDiscoveryRate promised share of false flags, and chance of a flag where nothing
   *     changed
   * @param simulatedTeams teams that calibrated it
   * @param cut mean local false-discovery rate of those flagged, at most; 0 for nobody
   * @param changedShare share of the team that is estimated to have changed
   */
  public record DriftPromise(
      double falseDiscoveryRate, int simulatedTeams, double cut, double changedShare) {}

  /**
   * Looks at a team.
   *
   * @param checks by assessor, period and stratum
   * @param options how
   * @return everybody's conclusion
   */
  public static TeamDrift of(DriftChecks checks, DriftOptions options) {
    DriftFit fit =
        DriftFit.of(checks, options.grid(), options.baselinePeriods(), commonest(checks));
    int teams = teams(options.simulations(), checks.assessors());
    double rate = options.falseDiscoveryRate();
    double cut = fit.isAnyWatched() ? FlagRule.calibrated(fit, rate, teams, options.seed()) : 0;
    boolean[] flags = FlagRule.flags(fit.unchanged(), cut);
    int flagged = (int) IntStream.range(0, flags.length).filter(a -> flags[a]).count();
    var judge = new DriftJudge(fit, options, flagged);
    return new TeamDrift(
        IntStream.range(0, flags.length)
            .parallel()
            .mapToObj(a -> flags[a] ? judge.drifting(a) : judge.other(a))
            .toList(),
        new TeamMoves(fit, options, FOR_MOVES * options.falseDiscoveryRate()).find(),
        new DriftPromise(
            options.falseDiscoveryRate(),
            fit.isAnyWatched() ? teams : 0,
            cut,
            fit.isAnyWatched() ? fit.mixture().share() : 0));
  }

  private static int teams(int simulations, int assessors) {
    long wanted = Math.min(simulations, (long) TEAM * simulations / Math.max(1, assessors));
    return (int) Math.max(LEAST_TEAMS, wanted);
  }

  // Kinds of errors that are common enough for a change in them to be seen.
  private static int[] commonest(DriftChecks checks) {
    long[] errors = checks.errorsByCell();
    return IntStream.range(0, errors.length)
        .filter(c -> errors[c] >= LEAST_ERRORS)
        .boxed()
        .sorted(Comparator.comparingLong((Integer c) -> -errors[c]))
        .limit(MOST_CELLS)
        .mapToInt(c -> c)
        .sorted()
        .toArray();
  }

  /**
   * The flagged.
   *
   * @return codes, ascending
   */
  public int[] drifting() {
    return assessors.stream()
        .filter(a -> a.conclusion() == AssessorDrift.Conclusion.DRIFTING)
        .mapToInt(AssessorDrift::assessor)
        .toArray();
  }

  @Override
  public String toString() {
    return "TeamDrift[drifting=" + Arrays.toString(drifting()) + ", moves=" + moves + "]";
  }
}
