package org.assay.bench.study.needs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A year of a team as a user's files: two streams, one with twice the errors, unequal shares of
 * them, a random half of the gradings checked or, chosen by the grade given, more of rare grades.
 */
final class PlantedYear {
  private static final int WEEKS = 50;
  private static final double RATE = .03;
  private static final String GRADES = "ABCD";
  private static final Instant START = Instant.parse("2025-01-06T08:00:00Z");

  private final Plan plan;
  private final SplittableRandom random;
  private final StringBuilder gradings =
      new StringBuilder("item_id,assessor_id,grade,graded_at,stream_id\n");
  private final StringBuilder verdicts =
      new StringBuilder(
          "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
  private int items;

  /**
   * What is planted.
   *
   * @param people number of assessors
   * @param checks of each in the year, about
   * @param isByGrade whether gradings are chosen by the grade given
   * @param correlation of errors of one person and week (intraclass)
   * @param different how many of the people err more: every second in all (2.5 times), the others
   *     by C for B in 12 % more
   */
  record Plan(int people, int checks, boolean isByGrade, double correlation, int different) {}

  PlantedYear(Plan plan, long seed) {
    this.plan = plan;
    this.random = new SplittableRandom(seed);
    for (int person = 0; person < plan.people(); person++) {
      double load = .5 + random.nextDouble();
      for (int week = 0; week < WEEKS; week++) {
        week(person, week, load);
      }
    }
  }

  private void week(int person, int week, double load) {
    double rate = RATE * (errsInAll(person) ? 2.5 : 1);
    if (plan.correlation() > 0) { // mean 1, variance c (1 - p) / p, one of two values
      double spread = Math.sqrt(plan.correlation() * (1 - rate) / rate);
      rate *= random.nextBoolean() ? 1 + Math.min(1, spread) : 1 - Math.min(1, spread);
    }
    double mean = load * plan.checks() / WEEKS / (plan.isByGrade() ? .35 : .5);
    for (int i = (int) (mean + random.nextDouble()); i > 0; i--) {
      grading(person, START.plusSeconds(week * 604_800L), rate);
    }
  }

  private boolean errsInAll(int person) {
    return person < plan.different() && person % 2 == 0;
  }

  private boolean mixesUp(int person) {
    return person < plan.different() && person % 2 == 1;
  }

  private void grading(int person, Instant week, double rate) {
    boolean isHard = random.nextDouble() < (person % 3 == 0 ? .7 : .2);
    double u = random.nextDouble();
    int reference = u < .4 ? 0 : u < .75 ? 1 : u < .95 ? 2 : 3;
    int grade = random.nextDouble() < rate * (isHard ? 2 : 1) ? beside(reference) : reference;
    if (mixesUp(person) && reference == 1 && random.nextDouble() < .12) {
      grade = 2;
    }
    Instant at = week.plusSeconds(random.nextInt(5) * 86_400L + random.nextInt(28_800));
    String item = "i" + items++;
    gradings.append(
        String.format(
            Locale.ROOT,
            "%s,%s,%s,%s,%s%n",
            item,
            id(person),
            GRADES.charAt(grade),
            at,
            isHard ? "hard" : "bulk"));
    double probability = plan.isByGrade() ? .2 * (1 + grade) : .5;
    if (random.nextDouble() < probability) {
      verdicts.append(
          String.format(
              Locale.ROOT,
              "%s,q%d,%s,%s,SRS,%s,BLIND%n",
              item,
              random.nextInt(3),
              GRADES.charAt(reference),
              at.plusSeconds(86_400),
              probability));
    }
  }

  private int beside(int reference) {
    int grade = random.nextBoolean() ? reference - 1 : reference + 1;
    return grade < 0 ? 1 : grade > 3 ? 2 : grade;
  }

  private static String id(int person) {
    return String.format(Locale.ROOT, "a%03d", person);
  }

  /** Those planted to err more. */
  Set<String> different() {
    Set<String> ids = new TreeSet<>();
    for (int person = 0; person < plan.different(); person++) {
      ids.add(id(person));
    }
    return ids;
  }

  /** Whether a mix-up of somebody is planted: who errs more in all, does so in each. */
  boolean isPlanted(String assessor, String reference, String grade) {
    int person = Integer.parseInt(assessor.substring(1));
    return errsInAll(person) || mixesUp(person) && reference.equals("B") && grade.equals("C");
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("gradings.csv"), gradings);
    Files.writeString(folder.resolve("verdicts.csv"), verdicts);
  }
}
