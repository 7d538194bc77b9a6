package org.assay.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.assay.data.ErrorClass;

/**
 * Plays a {@link Team}: its gradings, the checks that QA makes of them, and the verdicts.
 *
 * <p>In each week, each assessor at work grades a Poisson number of items; each item has a stream,
 * a difficulty and a reference grade, and gets a grade by the assessor's confusion matrix of that
 * week. QA draws a simple random sample from each stratum (assessor, week and assigned grade) and
 * targeted checks from what looks risky. A QA officer arrives at a grade, may accept a wrong grade
 * that is visible, and a disagreement is adjudicated.
 *
 * <p>Every assessor's week has its own stream of randomness and only exactly specified arithmetic
 * is used, so a seed gives the same rows on every machine and Java version, and a change to one
 * assessor leaves the gradings of the others alone. A year of a million gradings takes a second or
 * two. Immutable and thread-safe; a sink is called from one thread.
 */
public final class Simulator {
  private final Team team;

  private Simulator(Team team) {
    this.team = Objects.requireNonNull(team, "team");
  }

  /**
   * A simulator of a team.
   *
   * @param team the parameters, with the seed
   * @return the simulator
   */
  public static Simulator of(Team team) {
    return new Simulator(team);
  }

  /**
   * Plays the whole time.
   *
   * @param sink receives gradings and verdicts
   * @return what really happened
   * @throws IllegalArgumentException if error probabilities of an assessor sum to more than 1, or
   *     planted errors or clutter find no place
   */
  public Truth run(Sink sink) {
    Workload workload = new Workload(team);
    QaOffice office = new QaOffice(team);
    SharedItems shared = new SharedItems(team);
    Emission emission = new Emission(team, sink);
    Truth.Counter counter = new Truth.Counter();
    for (int week = 1; week <= team.calendar().weeks(); week++) {
      List<Row> rows = new ArrayList<>();
      List<Review> reviews = new ArrayList<>();
      for (int a = 0; a < team.assessors().size(); a++) {
        if (team.assessors().get(a).works(week)) {
          List<Row> own = workload.rows(a, week);
          office.random(a, week, own, reviews);
          rows.addAll(own);
        }
      }
      office.targeted(week, rows, reviews);
      count(rows, counter);
      for (Row row : shared.seeded(week)) {
        rows.add(row);
        reviews.add(office.seeded(row));
      }
      rows.addAll(shared.overlaps(week));
      rows.sort(Comparator.comparingLong(row -> row.time)); // stable: ties in order of assessors
      emission.week(week, rows, reviews);
    }
    emission.verdicts();
    return counter.truth();
  }

  private void count(List<Row> rows, Truth.Counter counter) {
    ErrorClass critical = team.grading().criticalErrors();
    for (Row row : rows) {
      counter.add(
          team.assessors().get(row.assessor).id(),
          quarter(row.time),
          row.grade != row.reference,
          critical.counts(row.reference, row.grade));
    }
  }

  private String quarter(long time) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(time), team.calendar().zone());
    return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }
}
