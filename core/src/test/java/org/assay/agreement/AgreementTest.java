package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.agreement.TeamAgreement.Row;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");

  private record Event(String item, String assessor, int grade, String stream, long at) {}

  /** Items of which some are graded by several, some again by the same; in any order of rows. */
  private static List<Event> events(long seed, int items) {
    var random = new SplittableRandom(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      int truth = random.nextInt(3);
      String stream = "s" + i % 2;
      for (int graders = 1 + random.nextInt(4) / 2 + random.nextInt(2); graders > 0; graders--) {
        int grade = random.nextInt(5) > 0 ? truth : random.nextInt(3);
        String who = "a" + random.nextInt(5);
        events.add(new Event("i" + i, who, grade, stream, events.size()));
      }
    }
    Collections.shuffle(events, new Random(seed));
    return events;
  }

  private static Gradings table(List<Event> events) {
    Gradings.Builder table = Gradings.builder(SCHEME).with(Attribute.STREAM).withTime();
    events.forEach(e -> table.add(e.item, e.assessor, e.grade, e.at, e.stream));
    return table.build();
  }

  /** First gradings by item and assessor, the plain way. */
  private static Map<String, Map<String, Event>> firsts(List<Event> events) {
    Map<String, Map<String, Event>> firsts = new TreeMap<>();
    for (Event e : events) {
      firsts
          .computeIfAbsent(e.item, i -> new TreeMap<>())
          .merge(e.assessor, e, (a, b) -> a.at < b.at ? a : b);
    }
    firsts.values().removeIf(item -> item.size() < 2);
    return firsts;
  }

  @Test
  void coefficientsAreThoseOfTheFirstGradings() {
    List<Event> events = events(7, 400);
    RatingPatterns plain = RatingPatterns.create(3);
    firsts(events)
        .values()
        .forEach(
            item -> {
              int[] counts = new int[3];
              item.values().forEach(e -> counts[e.grade]++);
              plain.add(counts);
            });
    Agreement agreement = Agreement.of(table(events));
    assertEquals(400, agreement.items());
    assertEquals(events.size(), agreement.gradings());
    assertEquals(plain.snapshot().items(), agreement.sharedItems());
    assertEquals(FleissKappa.of(plain).value(), agreement.coefficient("fleissKappa").value());
    assertEquals(
        FleissKappa.with(WeightScheme.QUADRATIC.of(1, 2, 3))
            .estimate(plain, Inference.standard())
            .value()
            .value(),
        agreement.weighted().get(2).value().value(),
        1e-12);
    assertEquals(6, agreement.coefficients().size());
    assertTrue(agreement.coefficient("congerKappa").value().defined());
    assertTrue(agreement.coefficient("fleissKappa").interval().orElseThrow().lower() > 0);
  }

  @Test
  void pairsAndRepeatsAreCountedByHand() {
    List<Event> events = events(8, 600);
    Gradings table = table(events);
    Agreement agreement = Agreement.of(table);
    for (Row row : agreement.pairs().rows()) {
      String first = table.assessor().ids().id(row.first());
      String second = table.assessor().ids().id(row.second());
      ConfusionMatrix pairs = ConfusionMatrix.create(3);
      for (Map<String, Event> item : firsts(events).values()) {
        if (item.containsKey(first) && item.containsKey(second)) {
          pairs.add(item.get(first).grade, item.get(second).grade);
        }
      }
      assertEquals(
          CohenKappa.with(WeightScheme.QUADRATIC.of(1, 2, 3))
              .estimate(pairs, Inference.standard())
              .value(),
          row.kappa().value());
    }
    assertEquals(10, agreement.pairs().rows().size() + agreement.pairs().omitted());
    assertEquals(5, agreement.againstOthers().rows().size());
    Map<String, Integer> again = new HashMap<>();
    Map<String, TreeSet<Long>> times = new TreeMap<>();
    events.forEach(e -> times.computeIfAbsent(e.item + e.assessor, k -> new TreeSet<>()).add(e.at));
    times.forEach(
        (key, at) -> {
          if (at.size() > 1) {
            again.merge(key.substring(key.indexOf('a')), 1, Integer::sum);
          }
        });
    assertFalse(agreement.repeats().rows().isEmpty());
    for (Row row : agreement.repeats().rows()) {
      String who = table.assessor().ids().id(row.first());
      assertEquals((long) again.get(who), row.kappa().diagnostics().items());
    }
  }

  @Test
  void aPartIsTheTableOfIts() {
    List<Event> events = events(9, 500);
    Gradings table = table(events);
    var stream = table.attribute(Attribute.STREAM).orElseThrow();
    Agreement part =
        Agreement.of(table, row -> stream.id(row).equals("s1"), Agreement.standard(SCHEME));
    Agreement alone =
        Agreement.of(table(events.stream().filter(e -> e.stream.equals("s1")).toList()));
    assertEquals(alone.items(), part.items());
    assertEquals(alone.sharedGradings(), part.sharedGradings());
    assertEquals(
        alone.coefficient("krippendorffAlpha").toString(),
        part.coefficient("krippendorffAlpha").toString());
  }

  @Test
  void nothingShared() {
    Gradings.Builder table = Gradings.builder(SCHEME);
    table.add("i1", "a1", "A");
    table.add("i2", "a2", "B");
    Agreement agreement = Agreement.of(table.build());
    assertEquals(0, agreement.sharedItems());
    assertEquals(
        Undefined.NO_PAIRS, agreement.coefficient("fleissKappa").value().reason().orElseThrow());
    assertTrue(agreement.pairs().rows().isEmpty());
    Agreement none = Agreement.of(Gradings.builder(SCHEME).build());
    assertEquals(0, none.items());
  }

  @Test
  void namesOfCoefficients() {
    Agreement agreement = Agreement.of(table(events(3, 50)));
    var e =
        assertThrows(IllegalArgumentException.class, () -> agreement.coefficient("cohensKappa"));
    assertTrue(e.getMessage().startsWith("coefficient must be one of [percentAgreement"));
  }
}
