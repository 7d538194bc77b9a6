package org.assay.io.plan;

import java.util.Locale;
import org.assay.plan.FurtherChecks.FurtherAnswer;

/** The answer to "how many more" in a sentence. */
public final class FurtherWords {
  private FurtherWords() {}

  /**
   * In words, for a level that is not demonstrated.
   *
   * @param answer the answer
   * @param remaining what it means for the lot
   * @return a sentence without its full stop
   */
  static String sentence(FurtherAnswer answer, Remaining remaining) {
    return switch (remaining.kind()) {
      case VERDICTS -> "only the selections without a verdict stand between";
      case NOTHING ->
          answer.kind() == FurtherAnswer.Kind.SETTLED
              ? "too many rows are lost for a PASS"
              : answer.kind() == FurtherAnswer.Kind.NEVER
                  ? sentence(answer)
                  : String.format(
                      Locale.ROOT,
                      "it would take %,d further random checks %s, more than are left of the lot",
                      answer.number().getAsLong(),
                      assumed(answer));
      case SETTLED -> "";
      case TOGETHER -> "shown by itself, not among all states together";
      case PLANNED -> "the plan its checks were made for asks for no more";
      case EVERYTHING ->
          "only everything left settles it, " + assumed(answer) + "; nobody is asked for that";
      case CHECKS -> sentence(answer);
    };
  }

  private static String assumed(FurtherAnswer answer) {
    return assumed(answer.assumedRate());
  }

  /** On which rate a number of further checks stands. */
  static String assumed(double rate) {
    return String.format(Locale.ROOT, "if the rate is %s %%", Texts.digits(round(100 * rate)));
  }

  /**
   * In words.
   *
   * @param answer the answer
   * @return a sentence without its full stop; empty when it is settled
   */
  public static String sentence(FurtherAnswer answer) {
    String assumed = assumed(answer);
    return switch (answer.kind()) {
      case SETTLED -> "";
      case CHECKS ->
          String.format(
              Locale.ROOT,
              "%,d further random checks settle it with a chance of %.0f %% %s",
              answer.number().getAsLong(),
              Math.min(99, Math.floor(100 * answer.chance())),
              assumed);
      case EVERYTHING_LEFT ->
          String.format(
              Locale.ROOT,
              "only everything left settles it, %,d further checks, %s",
              answer.number().getAsLong(),
              assumed);
      case ABOVE_CEILING ->
          String.format(
              Locale.ROOT,
              "it would take %,d further random checks %s, more than the ceiling",
              answer.number().getAsLong(),
              assumed);
      case NEVER ->
          answer.left().isPresent()
              ? "nothing settles it within the lot: too many checks have no verdict, or it has"
                  + " fewer gradings than a state needs"
              : "no number of checks settles it " + assumed + ", next to the limit";
    };
  }

  /**
   * What judging again after those checks does to the promise.
   *
   * @param looks among which the risks are shared
   * @return a sentence
   */
  public static String looks(int looks) {
    return looks == 1
        ? "The bounds are those of one look: to judge again after further checks adds a second"
            + " chance to be wrong, so that both risks are up to twice those stated. State the"
            + " looks beforehand, or follow a sequential plan."
        : String.format(
            Locale.ROOT,
            "Each of %,d looks has its part of the risks; they hold over all of them together.",
            looks);
  }

  private static double round(double number) {
    double digits = Math.pow(10, 2 - Math.floor(Math.log10(Math.max(1e-9, number))));
    return Math.rint(number * digits) / digits;
  }
}
