package org.assay.result;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A finite number, or the reason why there is none. No NaN and no infinity is ever held.
 *
 * <p>Immutable; equal when both the number and the reason are equal.
 */
public final class Outcome {
  private final double number;
  private final Undefined reason; // null when defined

  private Outcome(double number, Undefined reason) {
    this.number = number;
    this.reason = reason;
  }

  /**
   * A number.
   *
   * @param number finite
   * @return the defined outcome
   * @throws IllegalArgumentException if the number is NaN or infinite
   */
  public static Outcome of(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("number must be finite, got " + number);
    }
    return new Outcome(number, null);
  }

  /**
   * A statistic that does not exist for the data.
   *
   * @param reason why
   * @return the undefined outcome
   */
  public static Outcome undefined(Undefined reason) {
    return new Outcome(0, Objects.requireNonNull(reason, "reason"));
  }

  /**
   * Whether there is a number.
   *
   * @return true when {@link #value()} answers
   */
  public boolean isDefined() {
    return reason == null;
  }

  /**
   * The number.
   *
   * @return a finite number
   * @throws IllegalStateException when undefined; the message gives the reason
   */
  public double value() {
    if (reason != null) {
      throw new IllegalStateException("undefined: " + reason);
    }
    return number;
  }

  /**
   * The number, for code that handles absence itself.
   *
   * @return the number, or empty when undefined
   */
  public OptionalDouble asOptional() {
    return reason == null ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  /**
   * Why there is no number.
   *
   * @return the reason, or empty when defined
   */
  public Optional<Undefined> reason() {
    return Optional.ofNullable(reason);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Outcome other
        && reason == other.reason
        && Double.compare(number, other.number) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, reason);
  }

  @Override
  public String toString() {
    return reason == null ? Double.toString(number) : "undefined (" + reason + ")";
  }
}
