package org.assay.io.ingest;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Verdicts;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.table.Table;
import org.assay.io.table.TableReader;
import org.assay.io.table.TableSource;
import org.assay.io.table.Worker;

/**
 * Reads gradings and verdicts, and accounts for every row.
 *
 * <p>Each table is in one file or in several, which are read as one: an item may be graded in one
 * of them and graded again, corrected or checked in another.
 *
 * <p>The files are Parquet, or CSV as RFC 4180 has it, in UTF-8 with or without byte order mark,
 * with commas or semicolons, plain or gzip; {@code docs/data.md} has their columns. A row that
 * cannot be used is excluded for a {@link Reason} and listed; a file that cannot be used is a
 * {@link BadInputException}.
 *
 * <p><b>Cost.</b> Time and memory linear in the rows; no object per row. Thread-safe.
 */
public final class Ingest {
  private static final Map<Attribute, Note.Kind> EMPTY =
      Map.of(
          Attribute.UNIT, Note.Kind.NO_UNIT,
          Attribute.STREAM, Note.Kind.NO_STREAM,
          Attribute.STRATUM, Note.Kind.NO_STRATUM);

  private final IngestOptions options;
  private final long asOf;
  private final ByteCounter counter;

  private Ingest(IngestOptions options) {
    this.options = options;
    this.asOf = options.asOf().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    long bytes =
        Stream.of(options.gradings(), options.verdicts())
            .flatMap(List::stream)
            .mapToLong(TableSource::bytes)
            .sum();
    this.counter = new ByteCounter(options.progress(), bytes);
  }

  /**
   * Reads the files.
   *
   * @param options which files, and how
   * @return the rows that can be used, and the account of all rows
   * @throws BadInputException if a file or a mapping of columns cannot be used
   */
  public static Intake read(IngestOptions options) {
    return new Ingest(options).read();
  }

  /** Rows of a table that were read, those left out so far, and their account. */
  private record Read<T extends DuplicateRows.Events>(T table, RowMarks marks, Tally tally) {}

  /** The same of verdicts, and the selections that stay although their rows do not. */
  private record VerdictsRead(
      VerdictTable table, RowMarks marks, Tally tally, Unresolved unresolved) {
    BitSet gradingsSelected() {
      BitSet selected = table.gradingsChecked(marks);
      selected.or(unresolved.gradings());
      return selected;
    }
  }

  private Intake read() {
    Read<GradingTable> gradings = gradings();
    Corrections corrections = gradings.table.corrections(gradings.marks, gradings.tally);
    Optional<VerdictsRead> verdicts =
        options.verdicts().isEmpty()
            ? Optional.empty()
            : Optional.of(
                verdicts(
                    new VerdictTargets(
                        gradings.table,
                        new GradingIndex(gradings.table, gradings.marks),
                        corrections,
                        options.policy().rules().gradingsPerVerdictAtMost())));
    if (corrections.any()) {
      corrections.mark(
          gradings.marks, verdicts.map(VerdictsRead::gradingsSelected).orElseGet(BitSet::new));
    }
    counter.finish();
    return finish(gradings, verdicts);
  }

  private Read<GradingTable> gradings() {
    GradingRows rows =
        TableReader.read(
            GradingColumn.TABLE,
            options.gradings(),
            options.gradingColumns(),
            counter::add,
            new GradingRows(tally(GradingColumn.TABLE), options.policy(), asOf));
    return withoutDuplicates(rows.build(), rows.tally());
  }

  private VerdictsRead verdicts(VerdictTargets targets) {
    VerdictRows rows =
        TableReader.read(
            VerdictColumn.TABLE,
            options.verdicts(),
            options.verdictColumns(),
            counter::add,
            new VerdictRows(tally(VerdictColumn.TABLE), options.policy(), asOf, targets));
    VerdictRows.Built built = rows.build();
    Read<VerdictTable> read = withoutDuplicates(built.good(), rows.tally());
    read.table.corrections(read.marks, read.tally).mark(read.marks, new BitSet());
    read.table.markCorrectedBy(built.strays(), read.marks);
    read.table.markChecked(read.marks);
    Unresolved unresolved = Unresolved.of(read.table, read.marks, built.strays());
    return new VerdictsRead(read.table, read.marks, read.tally, unresolved);
  }

  private Tally tally(Table table) {
    return new Tally(table, options.policy().scheme().grades());
  }

  private static <T extends DuplicateRows.Events> Read<T> withoutDuplicates(T table, Tally tally) {
    var marks = new RowMarks(table.size());
    DuplicateRows.findDuplicates(table, marks);
    var read = new Read<>(table, marks, tally);
    if (marks.staying() == 0) {
      account(table, marks, tally);
      tally.nothingToUse();
    }
    return read;
  }

  // The columns of the gradings that stay are made beside those of the verdicts.
  private Intake finish(Read<GradingTable> read, Optional<VerdictsRead> verdictsRead) {
    account(read.table, read.marks, read.tally);
    verdictsRead.ifPresent(v -> account(v.table, v.marks, v.tally));
    int[] kept = read.marks.kept();
    var made = new AtomicReference<Gradings>();
    var worker = new Worker("assay-gradings");
    worker.start(() -> made.set(read.table.gradings(kept)));
    Optional<Function<Gradings, Verdicts>> on =
        verdictsRead.map(v -> v.table.verdicts(v.marks.kept(), kept, v.unresolved, v.tally));
    worker.await();
    Gradings gradings = made.get();
    EMPTY.forEach(
        (attribute, kind) ->
            gradings
                .attribute(attribute)
                .ifPresent(column -> read.tally.note(kind, withoutId(column))));
    gradings
        .gradedAt()
        .flatMap(at -> FarDates.of(at, options.policy().zone()))
        .ifPresent(read.tally::note);
    Verdicts verdicts =
        on.map(f -> f.apply(gradings)).orElseGet(() -> Verdicts.builder(gradings).build());
    return new Intake(
        gradings,
        verdicts,
        new Ledger(
            read.tally.ledger(kept.length, 0, 0),
            verdictsRead
                .map(Ingest::verdictLedger)
                .orElseGet(() -> TableLedger.absent(VerdictColumn.TABLE.name()))),
        new Losses(
            LossTables.ofGradings(gradings, read.tally),
            LossTables.ofVerdicts(
                verdicts,
                verdictsRead.map(v -> v.table.kept(v.marks)).orElse(0L),
                verdictsRead.map(VerdictsRead::tally))));
  }

  private static TableLedger verdictLedger(VerdictsRead read) {
    long pending = Arrays.stream(read.marks.kept()).filter(read.table::isPending).count();
    return read.tally.ledger(
        read.marks.staying() - pending, pending, read.unresolved.excludedRows());
  }

  // Enters the rows that are left out into the account, in the order of the file.
  private static void account(DuplicateRows.Events table, RowMarks marks, Tally tally) {
    for (int row = 0; marks.any() && row < table.size(); row++) {
      Reason reason = marks.reason(row);
      if (reason == null) {
        continue;
      }
      boolean listed = tally.wantsExample(reason);
      int other = marks.other(row);
      String column = tally.name(table.keyColumn(row));
      tally.exclude(
          reason,
          table.place(row),
          listed ? column : "",
          listed ? Shown.plain(table.key(row)) : "",
          other < 0 ? null : (long) table.place(other));
      if (reason.isLoss() && table.canBeLost(row)) {
        tally.losses().add(reason, column, table.key(row));
        table.lose(row, tally.losses());
      }
    }
  }

  private static long withoutId(IdColumn column) {
    int empty = GradingRows.emptyCode(column);
    long rows = 0;
    for (int row = 0; empty >= 0 && row < column.size(); row++) {
      rows += column.codes().get(row) == empty ? 1 : 0;
    }
    return rows;
  }
}
