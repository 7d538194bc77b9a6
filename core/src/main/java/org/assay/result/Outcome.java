package org.assay.result;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A finite number, or the reason why there is none. No NaN and no infinity is ever held.
 *
 * <p>A record, so that any JSON library writes and reads it: {@code {"number":0.49,
 * "undefined":null}}. Immutable; equal when both the number and the reason are equal.
 *
 * @param number finite; null when undefined. Code reads it by {@link #value()}, which says why
 *     there is none
 * @param undefined why there is no number; null when there is one
 */
public record Outcome(Double number, Undefined undefined) {

  public Outcome {
    if ((number == null) == (undefined == null)) {
      throw new IllegalArgumentException(
          "exactly one of number and undefined must be given, got " + number + ", " + undefined);
    }
    if (number != null && !Double.isFinite(number)) {
      throw new IllegalArgumentException("number must be finite, got " + number);
    }
  }

  /**
   * A number.
   *
   * @param number finite
   * @return the defined outcome
   * @throws IllegalArgumentException if the number is NaN or infinite
   */
  public static Outcome of(double number) {
    return new Outcome(number, null);
  }

  /**
   * A statistic that does not exist for the data.
   *
   * @param reason why
   * @return the undefined outcome
   */
  public static Outcome undefined(Undefined reason) {
    return new Outcome(null, Objects.requireNonNull(reason, "reason"));
  }

  /**
   * Whether there is a number.
   *
   * @return true when {@link #value()} answers
   */
  public boolean defined() {
    return undefined == null;
  }

  /**
   * The number.
   *
   * @return a finite number
   * @throws IllegalStateException when undefined; the message gives the reason
   */
  public double value() {
    if (undefined != null) {
      throw new IllegalStateException("undefined: " + undefined);
    }
    return number;
  }

  /**
   * The number, or another one where there is none.
   *
   * @param other in place of an undefined number
   * @return a number
   */
  public double orElse(double other) {
    return undefined == null ? number : other;
  }

  /**
   * The number, for code that handles absence itself.
   *
   * @return the number, or empty when undefined
   */
  public OptionalDouble asOptional() {
    return undefined == null ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  /**
   * Why there is no number.
   *
   * @return the reason, or empty when defined
   */
  public Optional<Undefined> reason() {
    return Optional.ofNullable(undefined);
  }

  @Override
  public String toString() {
    return undefined == null ? Double.toString(number) : "undefined (" + undefined + ")";
  }
}
