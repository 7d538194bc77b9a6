package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.assay.count.ConfusionMatrix;
import org.assay.data.GradingScheme;
import org.assay.io.BadInputException;
import org.assay.io.policy.Policy;
import org.assay.io.table.RowBatch;
import org.assay.io.table.StateOut;
import org.assay.io.table.TableRows;
import org.assay.io.table.TableSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What states of tables hold is what the tables hold, however they were put together. */
class TablesStateTest extends IngestFixture {
  private static final String GRADINGS =
      "grading_id,item_id,assessor_id,grade,graded_at,scheme_version,supersedes";
  private static final String CHECKS =
      "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind";

  private static byte[] state(InputTables tables) throws IOException {
    return TablesState.write(tables, (read, all) -> {}).state();
  }

  private static InputTables kept(InputTables tables) throws IOException {
    return TablesState.read(state(tables), "a.state");
  }

  private static String read(InputTables tables) {
    return told(Ingest.read(IngestOptions.of(tables, POLICY)));
  }

  /** Rows of every kind: cluttered, with other columns and separators, some not UTF-8. */
  private InputTables cluttered(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    var gradings = new ArrayList<Path>();
    var verdicts = new ArrayList<Path>();
    int files = 1 + random.nextInt(4);
    for (int f = 0; f < files; f++) {
      boolean bare = random.nextInt(3) == 0;
      var g = new StringBuilder(bare ? "assessor_id,item_id,graded_at,note,grade" : GRADINGS);
      char comma = random.nextInt(3) == 0 ? ';' : ',';
      var v = new StringBuilder(CHECKS.replace(',', comma));
      for (int row = random.nextInt(12); row >= 0; row--) {
        int i = random.nextInt(20);
        String grade = pick(random, "A", "B", "b", " C", "Z", "", "\"A\nB\"", "caf\u00e9");
        String time =
            pick(random, "2025-03-03T10:0%dZ", "2025-03-03 10:00:0%d+01:00", "3 March %d")
                .formatted(i % 10);
        g.append(pick(random, "\n", "\n\n", "\r\n"));
        g.append(
            bare
                ? "a0" + i % 3 + ",i" + i + "," + time + ",secret" + i + "," + grade
                : String.join(
                    ",",
                    "g" + i,
                    "i" + i,
                    "a0" + i % 3,
                    grade,
                    time,
                    pick(random, "v1", "v2", "")));
        g.append(bare ? "" : pick(random, ",", ",g" + random.nextInt(20), "", ",,,"));
        String cell = String.valueOf(comma);
        v.append('\n')
            .append(
                String.join(
                    cell,
                    "i" + i,
                    "q" + i % 2,
                    pick(random, "A", "B", "x", ""),
                    pick(random, "2025-03-04T10:00Z", "2025-03-02T10:00Z", ""),
                    pick(random, "srs", "SRS ", "guess", ""),
                    pick(random, "0.5", comma == ';' ? "0,25" : "0.25", " 1", "2"),
                    pick(random, "blind", "NON_BLIND", "no")));
        v.append(pick(random, "", "", cell, cell + cell));
      }
      Path path = dir.resolve("g" + f + "-" + seed + ".csv");
      gradings.add(Files.write(path, g.toString().getBytes(StandardCharsets.ISO_8859_1)));
      verdicts.add(Files.writeString(dir.resolve("v" + f + "-" + seed + ".csv"), v.append('\n')));
    }
    Path sound = file("s" + seed + ".csv", GRADINGS, "g100,i100,a09,A,2025-03-03T10:00Z,v1,");
    gradings.add(sound);
    verdicts.add(file("t" + seed + ".csv", CHECKS, "i100,q1,A,2025-03-05T10:00Z,SRS,0.5,BLIND"));
    return InputTables.of(gradings, verdicts);
  }

  private static String pick(SplittableRandom random, String... of) {
    return of[random.nextInt(of.length)];
  }

  @Nested
  class Laws {
    @Test
    void whatIsReadFromAStateIsWhatIsReadFromTheFiles() throws IOException {
      int refused = 0;
      for (long seed = 0; seed < 50; seed++) {
        InputTables tables = cluttered(seed);
        String expected = outcome(tables);
        assertEquals(expected, outcome(kept(tables)), "seed " + seed);
        refused += expected.contains("expected UTF-8") ? 1 : 0;
      }
      assertTrue(refused > 0 && refused < 25, refused + " of 50");
    }

    @Test
    void anySplitInAnyOrderIsTheSame() throws IOException {
      for (long seed = 0; seed < 50; seed++) {
        var random = new SplittableRandom(seed);
        InputTables tables = cluttered(seed);
        byte[] whole = state(tables);
        InputTables parts = InputTables.NONE;
        for (InputTables file : shuffled(each(tables), random)) {
          InputTables next = random.nextBoolean() ? kept(file) : file;
          parts = random.nextBoolean() ? parts.with(next) : next.with(parts);
          parts = random.nextInt(4) == 0 ? kept(parts) : parts;
        }
        assertArrayEquals(whole, state(parts), "seed " + seed);
        assertEquals(outcome(tables), outcome(parts), "seed " + seed);
      }
    }

    private static List<InputTables> each(InputTables tables) {
      var each = new ArrayList<InputTables>();
      tables
          .gradings()
          .forEach(g -> each.add(new InputTables(List.of(g), Map.of(), List.of(), Map.of())));
      tables
          .verdicts()
          .forEach(v -> each.add(new InputTables(List.of(), Map.of(), List.of(v), Map.of())));
      return each;
    }

    private static List<InputTables> shuffled(List<InputTables> list, SplittableRandom random) {
      var shuffled = new ArrayList<InputTables>();
      list.forEach(x -> shuffled.add(random.nextInt(shuffled.size() + 1), x));
      return shuffled;
    }

    // The account of all rows, or why the files cannot be used; without the paths of files.
    private String outcome(InputTables tables) {
      try {
        return read(tables);
      } catch (BadInputException e) {
        return e.getMessage().replace(dir + "/", "").replace(" in a.state", "");
      }
    }

    @Test
    void nothingOfAPolicyOrATimeIsInAState() throws IOException {
      InputTables tables =
          InputTables.of(
              List.of(
                  file(
                      "g.csv",
                      "item_id,assessor_id,grade,graded_at",
                      "i1,a1,A,2025-03-03T10:00Z",
                      "i2,a1,good,2025-03-03T10:00",
                      "i3,a1,good,2025-06-03T10:00Z")),
              List.of());
      Policy other =
          new Policy(GradingScheme.ordered("good", "bad"), List.of())
              .withZone(ZoneId.of("Asia/Tokyo"));
      Instant april = Instant.parse("2025-04-01T00:00:00Z");
      Function<InputTables, Intake> reading =
          t -> Ingest.read(IngestOptions.of(t, other).withAsOf(april));
      InputTables kept = kept(tables);
      assertEquals("i2", reading.apply(kept).gradings().item().id(0));
      assertEquals(told(reading.apply(tables)), told(reading.apply(kept)));
      assertEquals(read(tables), read(kept(tables)));
    }

    @Test
    void ignoredColumnsAreNotKept() throws IOException {
      String secret = "a-name-that-must-not-travel";
      Path file =
          file(
              "g.csv",
              "item_id,assessor_id,grade,graded_at,person",
              "i1,a1,A,2025-03-03T10:00Z," + secret);
      InputTables kept = kept(InputTables.of(List.of(file), List.of()));
      try (var rows = kept.gradings().get(0).open(bytes -> {})) {
        assertEquals(
            List.of("item_id", "assessor_id", "grade", "graded_at", "person"), rows.titles());
      }
      assertEquals(
          List.of("person"),
          Ingest.read(IngestOptions.of(kept, POLICY)).ledger().gradings().ignoredColumns());
      Path same = Files.writeString(file, Files.readString(file).replace(secret, "x".repeat(27)));
      byte[] with = state(InputTables.of(List.of(same), List.of()));
      int digest = new String(with, StandardCharsets.ISO_8859_1).indexOf("x".repeat(5));
      assertEquals(-1, digest);
    }

    @Test
    void manyRowsAndManyCellsAreTheSame() throws IOException {
      var g = new StringBuilder("item_id,assessor_id,grade,graded_at,unit_id\n");
      for (int i = 0; i < 40_000; i++) { // more cells than a column keeps before it begins anew
        g.append(i % 7 == 0 ? "x" + (i - 20_000) : "item-" + i).append(",a").append(i % 500);
        g.append(',').append("ABCN".charAt(i % 4)).append(",2025-03-03T");
        g.append(10 + i % 9).append(':').append(10 + i / 60 % 50).append(":00Z,u\n");
      }
      Path file = Files.writeString(dir.resolve("g.csv"), g);
      InputTables tables = InputTables.of(List.of(file), List.of());
      assertEquals(read(tables), read(kept(tables)));
    }

    @Test
    void numbersOfRowsMayRepeatAndFall() throws IOException {
      InputTables tables =
          new InputTables(
              List.of(new Numbered(List.of(2L, 2L, 9L, 4L))), Map.of(), List.of(), Map.of());
      Intake intake = Ingest.read(IngestOptions.of(kept(tables), POLICY));
      assertEquals(List.of(2L, 9L, 4L), rows(intake.ledger().gradings()).get(Reason.UNKNOWN_GRADE));
      assertEquals(read(tables), told(intake));
    }

    /** Rows with numbers as given, the first of them good. */
    private record Numbered(List<Long> numbers) implements TableSource {
      @Override
      public String name() {
        return "numbered";
      }

      @Override
      public TableRows open(LongConsumer read) {
        return new TableRows() {
          private int row;

          @Override
          public List<String> titles() {
            return List.of("item_id", "assessor_id", "grade", "graded_at");
          }

          @Override
          public void fill(RowBatch batch) {
            for (; row < numbers.size(); row++) {
              String grade = row == 0 ? "A" : "Z";
              batch.addRow(numbers.get(row), List.of("i" + row, "a1", grade, "2025-03-03T10:00Z"));
            }
          }

          @Override
          public void close() {}
        };
      }
    }

    @Test
    void namesOfColumnsTravel() throws IOException {
      Path file = file("g.csv", "ref,assessor_id,grade,graded_at", "i1,a1,Z,2025-03-03T10:00Z");
      Path good = file("h.csv", "ref,assessor_id,grade,graded_at", "i1,a1,A,2025-03-03T10:00Z");
      var tables =
          InputTables.of(List.of(file, good), List.of())
              .withColumns(Map.of("item_id", "ref"), Map.of());
      assertEquals(Map.of("item_id", "ref"), kept(tables).gradingColumns());
      assertEquals(read(tables), read(kept(tables)));
    }
  }

  @Nested
  class Messages {
    private InputTables one(String name) throws IOException {
      return InputTables.of(
          List.of(file(name, "item_id,assessor_id,grade,graded_at", "i1,a1,A,2025-03-03T10:00Z")),
          List.of());
    }

    private static void assertMessage(String expected, byte[] state) {
      assertEquals(
          expected,
          assertThrows(BadInputException.class, () -> TablesState.read(state, "w.state"))
              .getMessage());
    }

    @Test
    void aStateOfANewerVersion() {
      assertMessage(
          "w.state: has version 2 of the form of Tables, expected 1: a newer Assay wrote it; use that"
              + " one, or write it again with this one",
          new StateOut("Tables", 2).end());
    }

    @Test
    void aStateOfAnotherKind() {
      assertMessage(
          "w.state: is a state of ConfusionMatrix, expected one that assay read wrote",
          ConfusionMatrix.create(3).state());
    }

    @Test
    void noState() {
      assertMessage(
          "w.state: begins with \"item_id,assessor\", expected a state that assay read wrote",
          "item_id,assessor_id\n".getBytes(StandardCharsets.UTF_8));
      assertMessage(
          "w.state: begins with nothing, expected a state that assay read wrote", new byte[0]);
    }

    @Test
    void cutShort() throws IOException {
      byte[] state = state(one("w.csv"));
      String expected =
          "w.state: was cut short or changed after it was written (its checksum does not fit),"
              + " expected it as assay read wrote it: copy it again, or write it again";
      for (int length = 4; length < state.length; length++) {
        assertMessage(expected, Arrays.copyOf(state, length));
      }
    }

    @Test
    void aFlippedByte() throws IOException {
      byte[] state = state(one("w.csv"));
      for (int at = 0; at < state.length; at++) {
        byte[] flipped = state.clone();
        flipped[at] = (byte) (flipped[at] ^ 1 << at % 8);
        String message =
            assertThrows(BadInputException.class, () -> TablesState.read(flipped, "w.state"))
                .getMessage();
        assertTrue(
            message.startsWith(
                at < 4 ? "w.state: begins with " : "w.state: was cut short or changed"),
            message);
      }
    }

    /** A length that is not there is not made room for. */
    @ParameterizedTest
    @ValueSource(longs = {1 << 20, Integer.MAX_VALUE - 64, Long.MAX_VALUE})
    void aLengthThatIsNotThere(long length) {
      StateOut text = new StateOut("Tables", 1).number(0).number(1).number(length);
      String message =
          assertThrows(BadInputException.class, () -> TablesState.read(text.end(), "w.state"))
              .getMessage();
      assertTrue(
          message.startsWith("w.state: holds what no Assay writes (")
              && message.endsWith("), expected a state: write it again"),
          message);
      StateOut tables = new StateOut("Tables", 1).number(0).number(length);
      assertThrows(BadInputException.class, () -> TablesState.read(tables.end(), "w.state"));
    }

    @Test
    void rowsThatCannotBeDecompressed() {
      StateOut out = new StateOut("Tables", 1).number(0).number(1);
      out.text("w.csv").number(0).text("").number(0).text("").number(0);
      out.number(4).text("item_id").text("assessor_id").text("grade").text("graded_at");
      out.number(4).number(0).number(1).number(2).number(3);
      out.number(1).text("no zlib").number(0).number(0);
      InputTables tables = TablesState.read(out.end(), "w.state");
      assertEquals(
          "w.csv in w.state: holds what no Assay writes (a part cannot be decompressed), expected a"
              + " state: write it again",
          assertThrows(BadInputException.class, () -> read(tables)).getMessage());
    }

    @Test
    void theSameFileInTwoStates() throws IOException {
      byte[] first = state(one("w1.csv"));
      InputTables both = TablesState.read(state(one("w1.csv").with(one("w2.csv"))), "b.state");
      assertEquals(
          "gradings: w1.csv in b.state and w1.csv in a.state have one name, expected each file once"
              + " and under a name of its own, which its rows are told by",
          assertThrows(BadInputException.class, () -> both.with(TablesState.read(first, "a.state")))
              .getMessage());
      assertEquals(
          "gradings: w1.csv in a.state is given twice, expected each file once",
          assertThrows(
                  BadInputException.class,
                  () -> TablesState.read(first, "a.state").with(TablesState.read(first, "a.state")))
              .getMessage());
    }

    @Test
    void statesUnderDifferentNamesOfColumns() throws IOException {
      Path ref = file("w2.csv", "ref,assessor_id,grade,graded_at", "i1,a1,A,2025-03-03T10:00Z");
      var mapped =
          InputTables.of(List.of(ref), List.of()).withColumns(Map.of("item_id", "ref"), Map.of());
      InputTables some = kept(one("w1.csv"));
      InputTables others = TablesState.read(state(mapped), "b.state");
      assertEquals(
          "w1.csv in a.state has columns under their own names, w2.csv in b.state has"
              + " gradings.item_id=ref, expected the same names of columns in all gradings: read one"
              + " of them again",
          assertThrows(BadInputException.class, () -> some.with(others)).getMessage());
    }

    @Test
    void aColumnThatWasNotKept() throws IOException {
      Path file =
          file("w.csv", "item_id,assessor_id,grade,graded_at,turn", "i1,a1,A,2025-03-03T10:00Z,1");
      InputTables kept = kept(InputTables.of(List.of(file), List.of()));
      IngestOptions options =
          IngestOptions.of(kept, POLICY).withColumns(Map.of("round", "turn"), Map.of());
      assertEquals(
          "w.csv in a.state: column \"turn\" was not kept, because the table was read under other"
              + " names of columns or by an older Assay, expected all of [item_id, assessor_id, grade,"
              + " graded_at, round]: read its file again",
          assertThrows(BadInputException.class, () -> Ingest.read(options)).getMessage());
    }

    @Test
    void noTables() {
      assertEquals(
          "there must be a table of gradings or of verdicts, got none",
          assertThrows(BadInputException.class, () -> state(InputTables.NONE)).getMessage());
      assertEquals(
          "there must be a table of gradings, got none",
          assertThrows(BadInputException.class, () -> IngestOptions.of(InputTables.NONE, POLICY))
              .getMessage());
    }
  }
}
