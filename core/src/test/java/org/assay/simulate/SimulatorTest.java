package org.assay.simulate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.simulate.QaDesign.RandomChecks;
import org.assay.simulate.QaDesign.ReviewerProfile;
import org.assay.simulate.ShiftCalendar.Weeks;
import org.assay.simulate.Sink.GradingEvent;
import org.assay.simulate.Sink.VerdictEvent;
import org.assay.simulate.Team.BoundaryChange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  /** Keeps what a simulation emits. */
  private static final class Events implements Sink {
    final List<GradingEvent> gradings = new ArrayList<>();
    final List<VerdictEvent> verdicts = new ArrayList<>();
    final Truth truth;

    Events(Team team) {
      truth = Simulator.of(team).run(this);
    }

    @Override
    public void grading(GradingEvent grading) {
      gradings.add(grading);
    }

    @Override
    public void verdict(VerdictEvent verdict) {
      verdicts.add(verdict);
    }

    List<VerdictEvent> verdicts(Predicate<VerdictEvent> which) {
      return verdicts.stream().filter(which).toList();
    }
  }

  private static boolean isError(VerdictEvent v) {
    return !v.grade().equals(v.grading().grade());
  }

  private static boolean isRandom(VerdictEvent v) {
    return v.method().isRandom();
  }

  @Nested
  class Determinism {
    @Test
    void sameSeedSameEvents() {
      Events first = new Events(Teams.usual());
      Events second = new Events(Teams.usual());
      assertEquals(first.gradings, second.gradings);
      assertEquals(first.verdicts, second.verdicts);
      assertEquals(first.truth, second.truth);
      assertNotEquals(first.gradings, new Events(Teams.usual().withSeed(8)).gradings);
    }

    /** Pins the bits: a change here changes every simulated data set that anybody has made. */
    @Test
    void bitsStayTheSame() {
      Events events = new Events(Teams.usual());
      var crc = new CRC32();
      events.gradings.forEach(g -> crc.update(g.toString().getBytes(StandardCharsets.UTF_8)));
      for (VerdictEvent v : events.verdicts) {
        String text = v.grading().gradingId() + v.reviewerId() + v.grade() + v.checkedAt();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        crc.update(
            Long.toHexString(Double.doubleToLongBits(v.inclusionProbability()))
                .getBytes(StandardCharsets.UTF_8));
      }
      assertEquals("7bddc2cf", Long.toHexString(crc.getValue()));
    }

    @Test
    void oneAssessorsHabitsLeaveTheOthersAlone() {
      Predicate<GradingEvent> others = g -> !g.assessorId().equals("a01");
      var change = new BoundaryChange("a01", "B", "C", null, .5, .5);
      assertEquals(
          work(Teams.census().withoutClutter(), others),
          work(Teams.census(change).withoutClutter(), others));
    }

    private static List<String> work(Team team, Predicate<GradingEvent> which) {
      return new Events(team)
          .gradings.stream()
              .filter(which)
              .filter(g -> !g.stratumId().equals("seeded")) // a03 copies a01 there
              .map(g -> g.assessorId() + g.gradedAt() + g.grade() + g.streamId())
              .toList();
    }
  }

  @Nested
  class Shape {
    private final Events events = new Events(Teams.usual());

    @Test
    void eventsComeInTimeOrder() {
      assertEquals(
          events.gradings,
          events.gradings.stream()
              .sorted(Comparator.comparingLong(GradingEvent::gradedAt))
              .toList());
      assertEquals(
          events.verdicts,
          events.verdicts.stream()
              .sorted(Comparator.comparingLong(VerdictEvent::checkedAt))
              .toList());
    }

    @Test
    void clutterIsExact() {
      Map<String, List<GradingEvent>> byId =
          events.gradings.stream().collect(Collectors.groupingBy(GradingEvent::gradingId));
      List<List<GradingEvent>> twice = byId.values().stream().filter(g -> g.size() > 1).toList();
      assertAll(
          () -> assertEquals(8, twice.size()),
          () ->
              assertEquals(
                  3,
                  twice.stream().filter(g -> !g.get(0).grade().equals(g.get(1).grade())).count()),
          () ->
              assertEquals(4, events.gradings.stream().filter(g -> g.grade().equals("X")).count()),
          () ->
              assertEquals(
                  1, events.gradings.stream().filter(g -> g.itemId().startsWith("=")).count()),
          () ->
              assertEquals(4, events.verdicts(v -> v.checkedAt() < v.grading().gradedAt()).size()),
          () ->
              assertEquals(
                  2, events.verdicts(v -> v.reviewerId().equals(v.grading().assessorId())).size()));
    }

    @Test
    void clutterSparesWhatIsChecked() {
      var checked = new HashSet<String>();
      events
          .verdicts(v -> isRandom(v) || v.method() == SelectionMethod.SEEDED)
          .forEach(v -> checked.add(v.grading().gradingId()));
      Map<String, Long> copies =
          events.gradings.stream()
              .collect(Collectors.groupingBy(GradingEvent::gradingId, Collectors.counting()));
      assertTrue(checked.stream().allMatch(id -> copies.get(id) == 1));
    }

    @Test
    void inclusionProbabilityIsSampleOverStratum() {
      Events clean = new Events(Teams.usual().withoutClutter());
      Map<String, Long> sizes =
          clean.gradings.stream()
              .collect(Collectors.groupingBy(GradingEvent::stratumId, Collectors.counting()));
      Map<String, List<VerdictEvent>> samples =
          clean.verdicts(SimulatorTest::isRandom).stream()
              .collect(Collectors.groupingBy(VerdictEvent::stratumId));
      sizes.keySet().removeAll(List.of("seeded", "overlap"));
      assertEquals(sizes.keySet(), samples.keySet());
      samples.forEach(
          (stratum, sample) -> {
            int per = stratum.startsWith("a03") ? 2 : 10;
            assertEquals(Math.min(per, sizes.get(stratum)), sample.size());
            for (VerdictEvent v : sample) {
              assertEquals((double) sample.size() / sizes.get(stratum), v.inclusionProbability());
              assertTrue(stratum.endsWith("-" + v.grading().grade()));
            }
            long blind = sample.stream().filter(v -> v.blind() == Blindness.BLIND).count();
            assertEquals(stratum.startsWith("a03") ? 2 : 3, blind); // 30 % of 10, all of 2
          });
    }

    @Test
    void absentAssessorsDoNotGrade() {
      long from = Instant.parse("2025-03-17T00:00:00Z").toEpochMilli();
      long to = Instant.parse("2025-03-31T00:00:00Z").toEpochMilli();
      assertEquals(
          0,
          events.gradings.stream()
              .filter(g -> g.assessorId().equals("a02"))
              .filter(g -> from <= g.gradedAt() && g.gradedAt() < to)
              .count());
    }

    @Test
    void targetedChecksCarryNoProbability() {
      List<VerdictEvent> targeted = events.verdicts(v -> v.method() == SelectionMethod.TARGETED);
      assertEquals(8 * 20 + 6, targeted.size()); // 6 of them clutter
      assertTrue(targeted.stream().allMatch(v -> v.inclusionProbability() == 0));
    }

    @Test
    void seededItemsAreGradedByAllAndCopied() {
      Map<String, Map<String, String>> grades =
          events.gradings.stream()
              .filter(g -> g.stratumId().equals("seeded"))
              .collect(
                  Collectors.groupingBy(
                      GradingEvent::itemId,
                      Collectors.toMap(GradingEvent::assessorId, GradingEvent::grade)));
      assertEquals(30, grades.size());
      grades
          .values()
          .forEach(
              g -> {
                assertEquals(3, g.size());
                assertEquals(g.get("a01"), g.get("a03")); // copies with probability 1
              });
      assertEquals(90, events.verdicts(v -> v.method() == SelectionMethod.SEEDED).size());
    }
  }

  @Nested
  class Truths {
    @Test
    void aCensusByAPerfectReviewerFindsTheTruth() {
      Events events = new Events(Teams.census());
      for (String a : List.of("a01", "a02")) {
        List<VerdictEvent> all =
            events.verdicts(v -> isRandom(v) && v.grading().assessorId().equals(a));
        assertEquals(events.truth.assessor(a).gradings(), all.size());
        assertEquals(
            events.truth.assessor(a).errors(), all.stream().filter(SimulatorTest::isError).count());
        assertEquals(
            events.truth.assessor(a).critical(),
            all.stream().filter(v -> (v.grade() + v.grading().grade()).matches("AC|CA")).count());
      }
    }

    @Test
    void plantedErrorsAreExact() {
      for (int seed = 0; seed < 20; seed++) {
        List<VerdictEvent> checks =
            new Events(Teams.usual().withSeed(seed))
                .verdicts(v -> isRandom(v) && v.grading().assessorId().equals("a03"));
        assertEquals(8 * 3 * 2, checks.size());
        assertEquals(3, checks.stream().filter(SimulatorTest::isError).count());
      }
    }

    /**
     * The error rate of the team is the one that the confusion matrices imply: a binomial count
     * within 4.9 standard deviations. False alarm once in a million seeds.
     */
    @Test
    void errorRateFollowsTheConfusionMatrices() {
      double q1 = .9 * .04 + .1 * .20;
      double q2 = .5 * .04 + .5 * .20;
      double expected = .7 * q1 + .3 * q2;
      Truth.Cell a01 = new Events(Teams.census()).truth.assessor("a01");
      assertEquals(expected, a01.errorRate(), 4.9 * sd(expected, a01.gradings()));
    }

    /** A planted cell is found at its probability, in its weeks only; 4.9 standard deviations. */
    @Test
    void boundaryChangeHoldsInItsWeeks() {
      var change = new BoundaryChange("a01", "B", "C", new Weeks(5, 8), .3, .3);
      Events events = new Events(Teams.census(change));
      long turn = Instant.parse("2025-03-31T00:00:00Z").toEpochMilli();
      double before = share(events, v -> v.grading().gradedAt() < turn);
      double after = share(events, v -> v.grading().gradedAt() >= turn);
      assertEquals(.035, before, 4.9 * sd(.035, 450)); // .02 easy, .10 hard; about 500 of each
      assertEquals(.3, after, 4.9 * sd(.3, 450));
    }

    private static double share(Events events, Predicate<VerdictEvent> when) {
      List<VerdictEvent> ofB =
          events.verdicts(
              v ->
                  isRandom(v)
                      && v.grading().assessorId().equals("a01")
                      && v.grade().equals("B")
                      && when.test(v));
      assertTrue(ofB.size() > 450);
      return (double) ofB.stream().filter(v -> v.grading().grade().equals("C")).count()
          / ofB.size();
    }

    /** A visible wrong grade is accepted at the planted rate: 4.9 standard deviations. */
    @Test
    void nonBlindReviewersDefer() {
      Events events =
          new Events(
              Teams.with(
                  new RandomChecks(1_000_000, 0, null), new ReviewerProfile("q1", 1, 1, .45)));
      long errors = events.truth.assessor("a01").errors() + events.truth.assessor("a02").errors();
      long found =
          events
              .verdicts(v -> isRandom(v) && !v.grading().assessorId().equals("a03") && isError(v))
              .size();
      assertEquals(.55, (double) found / errors, 4.9 * sd(.55, errors));
    }

    private static double sd(double p, long n) {
      return Math.sqrt(p * (1 - p) / n);
    }
  }

  @Nested
  class InMemory {
    @Test
    void columnsHoldTheCleanEvents() {
      SimulatedYear year = SimulatedYear.of(Teams.usual());
      Events events = new Events(Teams.usual().withoutClutter());
      assertEquals(events.gradings.size(), year.gradings().size());
      assertEquals(events.verdicts.size(), year.verdicts().size());
      assertEquals(events.truth, year.truth());
      for (int row = 0; row < events.verdicts.size(); row++) {
        VerdictEvent v = events.verdicts.get(row);
        assertEquals(v.checkedAt(), year.verdicts().checkedAt(row));
        assertEquals(isError(v), year.verdicts().isError(row));
        assertEquals(v.stratumId(), year.verdicts().selections().stratum().id(row));
      }
    }
  }
}
