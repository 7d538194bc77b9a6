package org.assay.io.policy;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A training that somebody had, by declaration.
 *
 * @param assessor id of the assessor
 * @param date day of the training
 * @param since day from which on checks count as before it; null for all
 * @param reference reference grade of the mix-up it was about; null for every error
 * @param grade grade given; null for every error
 */
public record TrainingDate(
    String assessor, LocalDate date, LocalDate since, String reference, String grade) {
  public TrainingDate {
    Objects.requireNonNull(assessor, "assessor");
    Objects.requireNonNull(date, "date");
    if (since != null && !since.isBefore(date)) {
      throw new IllegalArgumentException("since must be before date, got " + since);
    }
    if ((reference == null) != (grade == null)) {
      throw new IllegalArgumentException("reference and grade must be given together");
    }
  }
}
