package org.assay.io.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.assay.draw.SeedCommitment;
import org.assay.draw.SeedStrength;
import org.assay.io.BadInputException;
import org.assay.io.JsonFault;
import org.assay.io.Shown;
import org.assay.io.StrictJson;
import org.assay.io.files.TextFile;
import tools.jackson.core.JacksonException;

/**
 * A commitment to a seed with the time it was made, as a file to publish.
 *
 * <p>It binds whoever draws only if it was public before the last grading of the lots was made:
 * later, many seeds can be tried with the gradings at hand, and one taken whose sample looks as it
 * should. The time in the file is what its maker says; that it was public then is for the
 * publication to show (a mail to those concerned, a register, a minute).
 *
 * @param format {@value #FORMAT}
 * @param commitment of {@link SeedCommitment#of}
 * @param at when it was made, ISO 8601 with Z
 */
public record SeedPromise(int format, String commitment, String at) {
  /** Version of the file format. */
  public static final int FORMAT = 1;

  private static final int STRONG_LENGTH = 16;
  private static final int STRONG_VARIETY = 6;
  private static final int STRONG_BITS = 64;

  /**
   * Promises a seed.
   *
   * @param seed hard to guess, not blank
   * @param at when
   * @return the promise
   * @throws BadInputException if the seed is blank
   */
  public static SeedPromise of(String seed, Instant at) {
    if (seed.isBlank()) {
      throw new BadInputException("the seed must not be blank");
    }
    return new SeedPromise(FORMAT, SeedCommitment.of(seed), at.toString());
  }

  /**
   * Refuses a seed that could be found by trying, given its commitment.
   *
   * @param seed the seed
   * @throws BadInputException if it is too short, of too few different characters, or repeats
   *     itself
   */
  public static void requireStrong(String seed) {
    if (weakness(seed).isPresent()) {
      throw new BadInputException(
          "the seed must be hard to guess, but "
              + weakness(seed).get()
              + ": whoever sees the commitment could find it by trying; take at least "
              + STRONG_LENGTH
              + " mixed characters, or the one that assay commit --generate makes");
    }
  }

  /**
   * Why a seed could be found by trying, given its commitment.
   *
   * @param seed the seed
   * @return words that follow "the seed"; empty when it is long and mixed enough
   */
  public static Optional<String> weakness(String seed) {
    long different = seed.codePoints().distinct().count();
    if (seed.codePointCount(0, seed.length()) < STRONG_LENGTH) {
      return Optional.of("has fewer than " + STRONG_LENGTH + " characters");
    }
    if (different < STRONG_VARIETY) {
      return Optional.of("has only " + different + " different characters");
    }
    long bits = Math.round(Math.floor(SeedStrength.bits(seed)));
    return bits < STRONG_BITS
        ? Optional.of("repeats itself (" + bits + " bits, where " + STRONG_BITS + " are needed)")
        : Optional.empty();
  }

  /**
   * The file.
   *
   * @return JSON text
   */
  public String json() {
    return PlanFiles.json(this);
  }

  /**
   * Reads a promise.
   *
   * @param file as {@link #json} made it
   * @return the promise
   * @throws IOException if the file cannot be read
   * @throws BadInputException if it does not hold one
   */
  public static SeedPromise read(Path file) throws IOException {
    try {
      SeedPromise promise = StrictJson.mapper().readValue(TextFile.read(file), SeedPromise.class);
      if (promise == null || promise.format != FORMAT || promise.commitment == null) {
        throw new BadInputException(file + " must be a commitment of format " + FORMAT);
      }
      promise.time();
      return promise;
    } catch (JacksonException e) {
      throw new BadInputException(
          file + " must be a commitment written by assay commit, but: " + JsonFault.words(e), e);
    }
  }

  Instant time() {
    try {
      return Instant.parse(String.valueOf(at));
    } catch (DateTimeException e) {
      throw new BadInputException(
          "at must be a time such as 2025-03-01T08:00:00Z, got " + Shown.quoted(String.valueOf(at)),
          e);
    }
  }

  /** Refuses another seed than the one promised. */
  void requireOf(String seed) {
    if (!SeedCommitment.holds(commitment, seed)) {
      throw new BadInputException("the seed must be the one that the commitment promised");
    }
  }
}
