package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assay.data.Codes;
import org.assay.data.IdColumn;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verdicts find the gradings they check, however many there are of an item. */
class VerdictTargetsTest extends IngestFixture {
  private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
  private static final String GRADINGS = "item_id,assessor_id,grade,graded_at";
  private static final String NAMED = "item_id,assessor_id,reviewer_id,grade,checked_at";

  static LongStream seeds() {
    return LongStream.range(0, 6);
  }

  private record Graded(String item, String assessor, int minute) {}

  /** More verdicts than a batch holds, on items with 0 to 150 gradings, against a plain search. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void asAPlainSearchFindsThem(long seed) throws IOException {
    var random = new Random(seed);
    int assessors = seed % 2 == 0 ? 5 : 40;
    int most = seed < 3 ? 20 : 1000;
    var graded = new ArrayList<Graded>();
    var gradingLines = new ArrayList<>(List.of(GRADINGS));
    for (int item = 0; item < 12; item++) {
      for (int i = item * random.nextInt(14); i > 0; i--) {
        var g = new Graded("i" + item, "a" + random.nextInt(assessors), graded.size());
        graded.add(g);
        gradingLines.add(
            String.join(",", g.item, g.assessor, "A", START.plusSeconds(60L * g.minute) + ""));
      }
    }
    var verdictLines = new ArrayList<>(List.of(NAMED));
    var checked = new ArrayList<Integer>();
    Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    for (int v = 0; v < 5000; v++) {
      String item = "i" + random.nextInt(13);
      String assessor = random.nextInt(3) == 0 ? "" : "a" + random.nextInt(assessors + 2);
      String reviewer = random.nextInt(3) == 0 ? "a" + random.nextInt(assessors) : "q" + v;
      int minute = random.nextInt(graded.size() + 1);
      verdictLines.add(
          String.join(
              ",",
              item,
              assessor,
              reviewer,
              "A",
              START.plusSeconds(60L * minute).plusMillis(v) + ""));
      var found = new ArrayList<Integer>();
      Reason reason = search(graded, item, assessor, reviewer, minute, found);
      if (found.size() > most) {
        found.clear();
        reason = Reason.TOO_MANY_GRADINGS;
      }
      checked.addAll(found);
      if (reason != null) {
        reasons.merge(reason, 1L, Long::sum);
      }
    }
    Policy policy = POLICY.withRules(gradingsPerVerdict(most));
    Intake in = verdicts(policy, gradingLines, verdictLines.toArray(new String[0]));
    assertEquals(
        checked,
        IntStream.range(0, in.verdicts().size())
            .mapToObj(row -> in.verdicts().selections().grading(row))
            .toList());
    Map<Reason, Long> excluded = new EnumMap<>(Reason.class);
    in.ledger().verdicts().exclusions().forEach(e -> excluded.put(e.reason(), e.rows()));
    assertEquals(reasons, excluded);
    assertEquals(most == 20 ? 4 : 3, reasons.size(), "every reason was met");
  }

  private static PolicyRules gradingsPerVerdict(int most) {
    PolicyRules rules = PolicyRules.DEFAULT;
    return new PolicyRules(
        rules.reference(),
        rules.unusableAtMost(),
        rules.foldCase(),
        most,
        rules.familyWise(),
        rules.notSampled());
  }

  private static Reason search(
      List<Graded> graded,
      String item,
      String assessor,
      String reviewer,
      int minute,
      List<Integer> found) {
    boolean named = false;
    boolean inTime = false;
    for (int row = 0; row < graded.size(); row++) {
      Graded g = graded.get(row);
      if (!g.item.equals(item) || !assessor.isEmpty() && !g.assessor.equals(assessor)) {
        continue;
      }
      named = true;
      if (g.minute <= minute) {
        inTime = true;
        if (!g.assessor.equals(reviewer)) {
          found.add(row);
        }
      }
    }
    if (!found.isEmpty()) {
      return null;
    }
    return !named
        ? Reason.UNKNOWN_GRADING
        : inTime ? Reason.SELF_REVIEW : Reason.VERDICT_BEFORE_GRADING;
  }

  @Test
  void examplesOfLaterBatchesShowTheirOwnText() throws IOException {
    var lines = new ArrayList<>(List.of(VERDICTS));
    for (int v = 0; v < 10_000; v++) {
      lines.add((v % 200 == 99 ? "lost" + v : "i1") + ",q" + v + ",A,2025-03-04T00:00Z");
    }
    Intake in = verdicts(lines.toArray(new String[0]));
    Exclusion lost = in.ledger().verdicts().exclusion(Reason.UNKNOWN_GRADING).orElseThrow();
    assertEquals(50, lost.rows());
    for (int i = 0; i < 50; i++) {
      assertEquals(200 * i + 99 + 2, lost.examples().get(i).row());
      assertEquals("lost" + (200 * i + 99), lost.examples().get(i).value());
    }
    assertEquals(9950, in.verdicts().size());
  }

  /** Work is counted: of an item with many gradings an assessor's own are looked at. */
  @Test
  void ofManyGradingsOnlyThoseOfTheAssessorAreLookedAt() {
    var items = new IdColumn.Builder();
    var assessors = new IdColumn.Builder();
    int n = 1000;
    for (int row = 0; row < n; row++) {
      items.add("i1");
      assessors.add("a" + row % 500);
    }
    var marks = new RowMarks(n);
    marks.mark(0, Reason.EXACT_DUPLICATE, 500);
    var table =
        new GradingTable(
            POLICY.scheme(),
            items.build(),
            assessors.build(),
            Codes.of(new byte[n]),
            new long[n],
            new int[n],
            new IdColumn[GradingRows.KEPT.size()]);
    var index = new GradingIndex(table, marks);
    var found = new IntList();
    index.byItem(0, 7, found);
    assertArrayEquals(new int[] {7, 507}, found.toArray());
    found.clear();
    index.byItem(0, 0, found);
    assertArrayEquals(new int[] {500}, found.toArray(), "a row that was left out is not found");
    found.clear();
    index.byItem(0, -1, found);
    assertEquals(1, found.size(), "another's shows that the item is known");
    found.clear();
    index.byItem(0, GradingIndex.ANYONE, found);
    assertEquals(n - 1, found.size());
  }
}
