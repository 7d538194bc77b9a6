package org.assay.io.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.assay.data.GradingScheme;
import org.assay.io.BadInputException;
import org.assay.io.Fuzz;
import org.assay.io.ingest.Exclusion.Example;
import org.assay.io.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every file: each row is accounted for once, in whatever order they come. */
class IngestLawsTest {
  static final Policy POLICY = new Policy(GradingScheme.ordered("A", "B", "C"), List.of());
  static final String GRADINGS = "grading_id,item_id,assessor_id,grade,graded_at,stream_id";
  static final String VERDICTS =
      "item_id,reviewer_id,grade,checked_at,grading_id,selection_method,inclusion_probability,blind";

  static final byte[] DAMAGE = ",\"\n\r;\0=\u007F ".getBytes(UTF_8);

  @TempDir Path dir;

  /** A pair of dirty files and what was planted in them. */
  static final class Dirty {
    final Random random;
    final List<String> gradings = new ArrayList<>();
    final List<String> verdicts = new ArrayList<>();
    final Map<Reason, Long> gradingReasons = new EnumMap<>(Reason.class);
    final Map<Reason, Long> verdictReasons = new EnumMap<>(Reason.class);
    int serial;

    Dirty(long seed) {
      random = new Random(seed);
      for (int i = 0; i < 60 + random.nextInt(60); i++) {
        String id = grading();
        if (random.nextInt(3) == 0) {
          verdict(id);
        }
      }
      Collections.shuffle(gradings, random);
      Collections.shuffle(verdicts, random);
    }

    String grading() {
      int n = serial++;
      String[] f = {"g" + n, "i" + n, "a" + n % 7, "" + "ABC".charAt(n % 3), time(n), "s" + n % 2};
      Reason planted = null;
      switch (random.nextInt(14)) {
        case 0 -> planted = spoil(f, 3, "Z", Reason.UNKNOWN_GRADE);
        case 1 -> planted = spoil(f, 4, "2025-02-30T10:00Z", Reason.BAD_TIME);
        case 2 -> planted = spoil(f, 1 + random.nextInt(4), "", Reason.MISSING_FIELD);
        case 3 -> planted = spoil(f, random.nextInt(6), "x\u0007", Reason.UNREADABLE_TEXT);
        case 4 -> planted = spoil(f, 5, "s,t", Reason.FIELD_COUNT);
        case 5 -> {
          gradings.add(String.join(",", f));
          gradingReasons.merge(Reason.EXACT_DUPLICATE, 1L, Long::sum);
        }
        case 6 -> {
          String[] other = f.clone();
          other[5] = "other";
          gradings.add(String.join(",", other));
          gradingReasons.merge(Reason.CONFLICTING_DUPLICATE, 1L, Long::sum);
          planted = Reason.CONFLICTING_DUPLICATE;
        }
        default -> {}
      }
      gradings.add(String.join(",", f));
      if (planted != null) {
        gradingReasons.merge(planted, 1L, Long::sum);
        return "";
      }
      return f[0];
    }

    void verdict(String id) {
      if (id.isEmpty()) {
        verdicts.add("i0,q1,A," + time(9000) + ",nowhere,SRS,0.5,BLIND");
        verdictReasons.merge(Reason.UNKNOWN_GRADING, 1L, Long::sum);
        return;
      }
      int n = Integer.parseInt(id.substring(1));
      String[] f = {"i" + n, "q" + n % 3, "A", time(n + 500), id, "SRS", "0.5", "BLIND"};
      Reason planted = null;
      switch (random.nextInt(12)) {
        case 0 -> planted = spoil(f, 2, "Z", Reason.UNKNOWN_GRADE);
        case 1 -> planted = spoil(f, 3, time(n - 1), Reason.VERDICT_BEFORE_GRADING);
        case 2 -> planted = spoil(f, 1, "a" + n % 7, Reason.SELF_REVIEW);
        case 3 -> planted = spoil(f, 6, "-0.5", Reason.BAD_PROBABILITY);
        case 4 -> planted = spoil(f, 5, "LUCK", Reason.UNKNOWN_SELECTION_METHOD);
        case 5 -> planted = spoil(f, 7, "maybe", Reason.UNKNOWN_BLIND_VALUE);
        case 6 -> {
          verdicts.add(String.join(",", f));
          planted = Reason.EXACT_DUPLICATE;
        }
        case 7 -> {
          f[2] = "";
          f[3] = "";
        }
        default -> {}
      }
      verdicts.add(String.join(",", f));
      if (planted != null) {
        verdictReasons.merge(planted, 1L, Long::sum);
      }
    }

    static Reason spoil(String[] fields, int field, String value, Reason reason) {
      fields[field] = value;
      return reason;
    }

    static String time(int minute) {
      return Instant.parse("2025-03-03T10:00:00Z").plusSeconds(minute * 60L).toString();
    }
  }

  Intake read(List<String> gradings, List<String> verdicts) {
    try {
      Path g =
          Files.writeString(dir.resolve("g.csv"), GRADINGS + "\n" + String.join("\n", gradings));
      Path v =
          Files.writeString(dir.resolve("v.csv"), VERDICTS + "\n" + String.join("\n", verdicts));
      return Ingest.read(IngestOptions.of(g, POLICY).withVerdicts(v));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<Reason, Long> counts(TableLedger ledger) {
    var counts = new EnumMap<Reason, Long>(Reason.class);
    ledger.exclusions().forEach(e -> counts.put(e.reason(), e.rows()));
    return counts;
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatWasPlantedIsFoundAndTheLedgerBalances(long seed) {
    var dirty = new Dirty(seed);
    Intake in = read(dirty.gradings, dirty.verdicts);
    TableLedger g = in.ledger().gradings();
    TableLedger v = in.ledger().verdicts();
    assertAll(
        () -> assertEquals(dirty.gradingReasons, counts(g)),
        () -> assertEquals(dirty.verdictReasons, counts(v)),
        () -> assertEquals(dirty.gradings.size(), g.rowsIn()),
        () -> assertEquals(dirty.verdicts.size(), v.rowsIn()),
        () -> assertEquals(g.rowsIn(), g.rowsUsed() + g.rowsExcluded()),
        () -> assertEquals(v.rowsIn(), v.rowsUsed() + v.rowsPending() + v.rowsExcluded()),
        () -> assertEquals(in.gradings().size(), g.rowsUsed()),
        () -> assertEquals(in.verdicts().size(), v.rowsUsed()),
        () -> assertEquals(in.verdicts().pending().size(), v.rowsPending()),
        () -> assertEquals(unresolvedRows(dirty), v.rowsUnresolved()),
        () -> assertEquals(unresolvedRows(dirty), in.verdicts().unresolved().size()),
        () -> assertEquals(lost(g), in.losses().gradings().lost()),
        () -> assertEquals(lost(v), in.losses().verdicts().lost()));
  }

  /** Rows that are excluded, but for a repeat or because of their grading, stay unresolved. */
  static long unresolvedRows(Dirty dirty) {
    return dirty.verdictReasons.entrySet().stream()
        .filter(e -> e.getKey().isLoss() && e.getKey() != Reason.UNKNOWN_GRADING)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  static long lost(TableLedger ledger) {
    return ledger.exclusions().stream()
        .filter(e -> e.reason().isLoss())
        .mapToLong(Exclusion::rows)
        .sum();
  }

  static Set<String> unresolved(Intake in) {
    var gradings = new TreeSet<String>();
    for (int row = 0; row < in.verdicts().unresolved().size(); row++) {
      gradings.add(
          in.gradings().item().id(in.verdicts().unresolved().grading(row))
              + " "
              + in.verdicts().unresolved().inclusionProbability(row));
    }
    return gradings;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noRowIsListedTwice(long seed) {
    var dirty = new Dirty(seed);
    TableLedger ledger = read(dirty.gradings, dirty.verdicts).ledger().gradings();
    var listed = new HashSet<Long>();
    for (Exclusion exclusion : ledger.exclusions()) {
      for (Example example : exclusion.examples()) {
        assertTrue(listed.add(example.row()), () -> "row " + example.row() + " is listed twice");
      }
    }
    assertEquals(ledger.rowsExcluded(), listed.size());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfRowsChangesNothing(long seed) {
    var dirty = new Dirty(seed);
    Intake before = read(dirty.gradings, dirty.verdicts);
    Set<String> itemsBefore = items(before);
    Collections.shuffle(dirty.gradings, new Random(~seed));
    Collections.shuffle(dirty.verdicts, new Random(~seed));
    Intake after = read(dirty.gradings, dirty.verdicts);
    assertAll(
        () -> assertEquals(counts(before.ledger().gradings()), counts(after.ledger().gradings())),
        () -> assertEquals(counts(before.ledger().verdicts()), counts(after.ledger().verdicts())),
        () -> assertEquals(itemsBefore, items(after)),
        () -> assertEquals(unresolved(before), unresolved(after)),
        () -> assertEquals(before.losses(), after.losses()));
  }

  static Set<String> items(Intake in) {
    var items = new TreeSet<String>();
    for (int row = 0; row < in.gradings().size(); row++) {
      items.add(in.gradings().item().id(row) + " " + in.gradings().grade().get(row));
    }
    return items;
  }

  /** A damaged file is read, with a ledger that balances, or refused in one line; never else. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damagedFilesAreReadOrRefused(long seed) throws IOException {
    var dirty = new Dirty(seed);
    var random = new Random(seed);
    byte[] gradings = (GRADINGS + "\n" + String.join("\n", dirty.gradings)).getBytes(UTF_8);
    byte[] verdicts = (VERDICTS + "\n" + String.join("\n", dirty.verdicts)).getBytes(UTF_8);
    for (int round = 0; round < Fuzz.rounds(8); round++) {
      Path g = Files.write(dir.resolve("g.csv"), damaged(gradings, random));
      Path v = Files.write(dir.resolve("v.csv"), damaged(verdicts, random));
      try {
        Intake in = Ingest.read(IngestOptions.of(g, POLICY).withVerdicts(v));
        assertEquals(in.gradings().size(), in.ledger().gradings().rowsUsed());
        for (TableLedger ledger : List.of(in.ledger().gradings(), in.ledger().verdicts())) {
          assertEquals(
              ledger.rowsIn(),
              ledger.rowsUsed() + ledger.rowsPending() + ledger.rowsExcluded(),
              "every row is accounted for");
        }
      } catch (BadInputException e) {
        Fuzz.assertForPeople(e.getMessage());
      }
    }
  }

  static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = Arrays.copyOf(bytes, bytes.length - random.nextInt(8));
    for (int i = random.nextInt(6); i > 0; i--) {
      // Most damage falls into the rows, where it leaves something to read.
      int at = random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(damaged.length);
      damaged[at] = random.nextBoolean() ? (byte) random.nextInt() : DAMAGE[random.nextInt(9)];
    }
    return damaged;
  }

  /** Any number of bad rows is counted, and a bounded number of them is kept. */
  @Test
  void countsAreExactAndListsAreCapped() throws IOException {
    int bad = 200_000;
    Path file = dir.resolve("bad.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write(GRADINGS + "\n");
      for (int i = 0; i < bad; i++) {
        out.write("g" + i + ",i" + i + ",a01,Z,2025-03-03T10:00Z,\n");
        out.write("same,i,a01,A,2025-03-03T10:00Z,\n");
      }
    }
    TableLedger ledger = Ingest.read(IngestOptions.of(file, POLICY)).ledger().gradings();
    Exclusion unknown = ledger.exclusion(Reason.UNKNOWN_GRADE).orElseThrow();
    Exclusion repeated = ledger.exclusion(Reason.EXACT_DUPLICATE).orElseThrow();
    assertAll(
        () -> assertEquals(bad, unknown.rows()),
        () -> assertEquals(100, unknown.examples().size()),
        () -> assertEquals(new Example(200, "grade", "Z", null), unknown.examples().get(99)),
        () -> assertEquals(bad - 1, repeated.rows()),
        () -> assertEquals(100, repeated.examples().size()),
        () -> assertEquals(1, ledger.rowsUsed()));
  }
}
