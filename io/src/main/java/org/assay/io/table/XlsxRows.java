package org.assay.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The rows of a sheet of a workbook; the first row with something in it is the header. Rows have
 * the numbers that the spreadsheet shows.
 */
final class XlsxRows implements TableRows {
  private final String name;
  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> left;
  private final XlsxCells cells;
  private final LongConsumer read;
  private long unread; // bytes
  private int width;
  private List<String> nothing = List.of(); // a row with nothing in it
  private long number; // of the row read last

  private XlsxRows(
      String name, ReadableWorkbook workbook, Sheet sheet, long bytes, LongConsumer read)
      throws IOException {
    this.name = name;
    this.workbook = workbook;
    this.stream = sheet.openStream();
    this.left = stream.iterator();
    this.cells = new XlsxCells(workbook.isDate1904());
    this.unread = bytes;
    this.read = read;
  }

  static XlsxRows open(String name, Path file, Optional<String> sheet, LongConsumer read) {
    ReadableWorkbook workbook = null;
    try {
      workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
      return new XlsxRows(name, workbook, find(name, workbook, sheet), TableFile.size(file), read);
    } catch (BadInputException e) {
      close(workbook);
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      // The library throws what its XML reader does, and lacks the rarer ways to compress.
      close(workbook);
      throw damaged(name, "before the first row", e);
    }
  }

  private static Sheet find(String name, ReadableWorkbook workbook, Optional<String> wanted) {
    List<Sheet> sheets = workbook.getSheets().toList();
    List<Sheet> visible =
        sheets.stream().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
    Optional<Sheet> found =
        wanted.isEmpty()
            ? visible.stream().findFirst().or(() -> sheets.stream().findFirst())
            : sheets.stream()
                .filter(s -> s.getName().equals(wanted.get()))
                .findFirst()
                .or(() -> byNumber(sheets, wanted.get()));
    return found.orElseThrow(
        () ->
            new BadInputException(
                name
                    + ": has no sheet "
                    + Shown.quoted(wanted.orElse("1"))
                    + ", expected one of "
                    + Shown.plain(sheets.stream().map(Sheet::getName).toList().toString())
                    + " or its number from 1"));
  }

  private static Optional<Sheet> byNumber(List<Sheet> sheets, String wanted) {
    return wanted.matches("\\d{1,4}")
            && Integer.parseInt(wanted) >= 1
            && Integer.parseInt(wanted) <= sheets.size()
        ? Optional.of(sheets.get(Integer.parseInt(wanted) - 1))
        : Optional.empty();
  }

  @Override
  public List<String> titles() {
    for (List<String> row = next(0); row != null; row = next(0)) {
      if (row.stream().anyMatch(cell -> !cell.isBlank())) {
        int last = row.size();
        while (row.get(last - 1).isBlank()) {
          last--;
        }
        width = last;
        nothing = Collections.nCopies(last, "");
        return row.subList(0, last);
      }
    }
    return List.of();
  }

  @Override
  public void choose(Header header) {
    cells.choose(header);
  }

  @Override
  public void fill(RowBatch batch) {
    List<String> row = List.of();
    while (!batch.isFull() && row != null) {
      row = next(width);
      if (row != null && !row.equals(nothing)) {
        batch.addRow(number, row);
      }
    }
    if (row == null) {
      read.accept(unread);
      unread = 0;
    }
  }

  // The texts of the next row, at least that many; more only where something stands there.
  private List<String> next(int least) {
    try {
      if (!left.hasNext()) {
        return null;
      }
      var row = left.next();
      number = row.getRowNum();
      var texts = new ArrayList<String>(Math.max(least, row.getCellCount()));
      for (int c = 0; c < row.getCellCount(); c++) {
        Cell cell = row.getCell(c);
        texts.add(cell == null ? "" : cells.text(cell, c));
      }
      while (texts.size() > least && texts.get(texts.size() - 1).isEmpty()) {
        texts.remove(texts.size() - 1);
      }
      while (texts.size() < least) {
        texts.add("");
      }
      return texts;
    } catch (RuntimeException | LinkageError e) { // as above
      throw damaged(name, "in or after row " + number, e);
    }
  }

  private static BadInputException damaged(String name, String where, Throwable e) {
    return new BadInputException(
        name
            + ": is not a workbook that can be read (damaged, or a ZIP archive of something else), "
            + where
            + "; open it in a spreadsheet and save it again as an Excel workbook (.xlsx)",
        e);
  }

  private static void close(ReadableWorkbook workbook) {
    if (workbook != null) {
      try {
        workbook.close();
      } catch (IOException e) {
        // the exception on its way out says more
      }
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
