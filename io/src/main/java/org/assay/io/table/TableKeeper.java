package org.assay.io.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

/**
 * Takes the rows of a table and keeps the fields of its columns, compressed (zlib), some rows at a
 * time:
 *
 * <pre>{@code
 * number          rows that follow, at most 4096; 0 at the end
 * rows signed     how far each row is from the number after that of the row before, 0 for most
 * rows numbers    0 for a row with as many fields as the header has, else 1 + its fields
 * columns         the cells of each column that is kept, see KeptCells
 * }</pre>
 *
 * A signed number is written as twice itself, or for one below 0 as twice its amount less 1. A row
 * with fewer fields than the header has empty cells where it ends.
 */
final class TableKeeper implements RowSink {
  private final List<String> beside; // titles of columns that no header chooses
  private Header header;
  private int[] places;
  private KeptCells[] cells;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final DeflaterOutputStream out = new DeflaterOutputStream(data);
  private final StateOut jumps = new StateOut();
  private final StateOut fields = new StateOut();
  private final StateOut chunk = new StateOut();
  private long last = 1; // number of the row before; the header is row 1
  private long rows;
  private int rowsOfChunk;
  private long leftOut;

  TableKeeper(List<String> beside) {
    this.beside = List.copyOf(beside);
  }

  @Override
  public void begin(Header ofTable) {
    header = ofTable;
    places =
        IntStream.concat(
                header.present().stream().mapToInt(header::place),
                beside.stream()
                    .mapToInt(title -> TableEdit.place(header.titles(), title))
                    .filter(place -> place >= 0))
            .distinct()
            .toArray();
    cells = Stream.generate(KeptCells::new).limit(places.length).toArray(KeptCells[]::new);
  }

  @Override
  public void accept(Row row) {
    jumps.signed(row.number() - last - 1);
    last = row.number();
    fields.number(row.fields() == header.fields() ? 0 : 1L + KeptTable.told(row.fields()));
    for (int c = 0; c < places.length; c++) {
      add(row, places[c], cells[c]);
    }
    rowsOfChunk++;
  }

  private static void add(Row row, int place, KeptCells to) {
    if (place >= row.fields()) {
      to.add(new byte[0], 0, 0);
    } else if (row.isTime(place)) {
      byte[] time = row.field(place).getBytes(StandardCharsets.UTF_8);
      to.add(time, 0, time.length);
    } else {
      to.add(row.text(), row.start(place), row.length(place));
    }
  }

  @Override
  public void endBatch() {
    if (rowsOfChunk == 0) {
      return; // no rows say that it is the end
    }
    rows += rowsOfChunk;
    chunk.number(rowsOfChunk).bytes(jumps).bytes(fields);
    jumps.clear();
    fields.clear();
    rowsOfChunk = 0;
    for (KeptCells column : cells) {
      column.moveTo(chunk);
    }
    write(chunk);
  }

  @Override
  public void leaveOut(long entries) {
    leftOut += entries;
  }

  @Override
  public void end() {
    write(chunk.number(0));
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
  }

  private void write(StateOut bytes) {
    try {
      bytes.moveTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
  }

  /** The table, when it has ended. */
  KeptTable table() throws IOException {
    TableSource source = header.source();
    return new KeptTable(
        source.shortName(),
        "",
        source.content(),
        header.hasDecimalCommas(),
        source.times(),
        leftOut,
        header.titles(),
        Arrays.stream(places).boxed().toList(),
        rows,
        data.toByteArray());
  }
}
