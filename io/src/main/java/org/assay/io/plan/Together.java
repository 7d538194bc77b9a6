package org.assay.io.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.assay.compare.Multiplicity;
import org.assay.compare.Multiplicity.EvidenceSelection;
import org.assay.io.Shown;
import org.assay.plan.Evaluation.Decision;

/**
 * Judges all lots of a level together, with one error rate for all of them.
 *
 * <p>Each plan keeps its promise for its own lot. Among forty lots with a consumer's risk of 5 %
 * two wrong acceptances are to be expected; this says which decisions stand when that is too many.
 * The rate holds for the acceptances of a level and for its rejections, separately.
 *
 * @param method how
 * @param rate in (0, 1)
 */
public record Together(Method method, double rate) {
  /** How lots are judged together. */
  public enum Method {
    /**
     * Holm's adjustment of the p-values: the chance of any wrong decision is at most the rate. One
     * p-value a lot, from the end of its plan; until then it is 1, so adjusting more than once on
     * the way costs nothing.
     */
    HOLM,
    /**
     * e-BH on the likelihood-ratio e-values: the expected share of wrong ones among the decisions
     * is at most the rate, at any look, decided lots or not.
     */
    E_BH;

    /** What the numbers of each lot are. */
    String measure() {
      return this == HOLM ? "adjusted p-value (Holm)" : "e-value (e-BH)";
    }
  }

  public Together {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("rate must be in (0, 1), got " + rate);
    }
  }

  /**
   * A lot and level among the others.
   *
   * @param method how
   * @param accept adjusted p-value, or e-value, for acceptance
   * @param reject the same for rejection
   * @param decision what stands for all lots together
   */
  record Judged(Method method, double accept, double reject, Decision decision) {}

  /** One a state, in the same order. */
  List<Judged> judge(List<LevelState> states) {
    var judged = new Judged[states.size()];
    byLevel(states)
        .values()
        .forEach(
            family -> {
              List<LevelState> of = family.stream().map(states::get).toList();
              double[] accept =
                  numbers(of, LevelState::acceptancePValue, LevelState::logAcceptanceEValue);
              double[] reject =
                  numbers(of, LevelState::rejectionPValue, LevelState::logRejectionEValue);
              boolean[] accepted = picked(accept);
              boolean[] rejected = picked(reject);
              for (int i = 0; i < of.size(); i++) {
                Decision decision =
                    accepted[i] == rejected[i]
                        ? Decision.CONTINUE
                        : accepted[i] ? Decision.ACCEPT : Decision.REJECT;
                judged[family.get(i)] =
                    new Judged(method, shown(accept[i]), shown(reject[i]), decision);
              }
            });
    return List.of(judged);
  }

  private static Map<String, List<Integer>> byLevel(List<LevelState> states) {
    var levels = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < states.size(); i++) {
      levels.computeIfAbsent(states.get(i).level().level(), l -> new ArrayList<>()).add(i);
    }
    return levels;
  }

  private double[] numbers(
      List<LevelState> states,
      ToDoubleFunction<LevelState> pValue,
      ToDoubleFunction<LevelState> logEValue) {
    return method == Method.HOLM
        ? Multiplicity.HOLM.adjust(states.stream().mapToDouble(pValue).toArray())
        : states.stream().mapToDouble(logEValue).toArray();
  }

  private boolean[] picked(double[] numbers) {
    if (method == Method.E_BH) {
      return EvidenceSelection.pick(numbers, rate);
    }
    boolean[] picked = new boolean[numbers.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = Multiplicity.isRejected(numbers[i], rate);
    }
    return picked;
  }

  private double shown(double number) {
    return method == Method.HOLM ? number : EvidenceSelection.eValue(number);
  }

  /** What was found for each level, in a sentence. */
  List<String> sentences(List<LevelState> states, List<Judged> judged) {
    var sentences = new ArrayList<String>();
    byLevel(states)
        .forEach(
            (level, family) ->
                sentences.add(
                    String.format(
                        Locale.ROOT,
                        "All lots of %s together (%,d): ACCEPT %,d, REJECT %,d, with %s at most %s %%"
                            + " for each of the two (%s).",
                        Shown.quoted(level),
                        family.size(),
                        count(family, judged, Decision.ACCEPT),
                        count(family, judged, Decision.REJECT),
                        method == Method.HOLM
                            ? "the chance of any wrong one"
                            : "the expected share of wrong ones",
                        Texts.plain(100 * rate),
                        method == Method.HOLM
                            ? "Holm, p-values at the end of each plan"
                            : "e-BH, e-values valid at any look")));
    return sentences;
  }

  private static long count(List<Integer> family, List<Judged> judged, Decision decision) {
    return family.stream().filter(i -> judged.get(i).decision() == decision).count();
  }
}
