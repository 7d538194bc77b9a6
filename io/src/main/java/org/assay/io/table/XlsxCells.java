package org.assay.io.table;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** The cells of a sheet as the texts that a CSV file would have. */
final class XlsxCells {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
  private static final Pattern ZEROS = Pattern.compile("0{2,32}");
  private static final String ESCAPED = "_x005F_";
  private static final Pattern ESCAPE = Pattern.compile(ESCAPED + "(?=x[0-9A-Fa-f]{4}_)");
  private static final BigDecimal EXACT = BigDecimal.valueOf(1_000_000_000_000_000L);
  private static final double LAST_DAY = 2_958_466; // the end of 9999

  private final boolean from1904;
  private final Map<Integer, Table.Column> columns = new HashMap<>(); // by place
  private final Map<String, Shape> shapes = new HashMap<>(); // by format

  /** What a format shows of a number. */
  private enum Shape {
    NUMBER,
    DATE,
    TIME
  }

  XlsxCells(boolean from1904) {
    this.from1904 = from1904;
  }

  void choose(Header header) {
    for (Table.Column column : header.present()) {
      columns.put(header.place(column), column);
    }
  }

  String text(Cell cell, int place) {
    String raw = cell.getRawValue();
    CellType type = cell.getType();
    if (type == CellType.EMPTY || raw == null && cell.getValue() == null) {
      return "";
    }
    if (type == CellType.BOOLEAN) {
      Table.Column column = columns.get(place);
      return column != null && column.kind() == Table.Column.Kind.YES_OR_NO
          ? column.word(cell.asBoolean())
          : cell.asBoolean().toString();
    }
    if (type == CellType.STRING) {
      return unescaped(cell.asString());
    }
    boolean isNumber =
        raw != null
            && (type == CellType.NUMBER
                || type == CellType.FORMULA && NUMBER.matcher(raw).matches());
    return isNumber ? number(cell, raw, place) : raw == null ? "" : raw;
  }

  // ECMA-376, 22.9.2.19: what looks like an escaped character has its first sign escaped.
  private static String unescaped(String text) {
    return text.contains(ESCAPED) ? ESCAPE.matcher(text).replaceAll("_") : text;
  }

  private String number(Cell cell, String raw, int place) {
    Shape shape = shape(cell);
    Table.Column column = columns.get(place);
    if (shape == Shape.NUMBER && isShortAndWhole(raw)) {
      if (column == null || column.kind() != Table.Column.Kind.TIME) {
        return padded(raw, cell);
      }
    }
    double value = Double.parseDouble(raw);
    boolean isTime = column != null && column.kind() == Table.Column.Kind.TIME;
    if ((shape != Shape.NUMBER || isTime) && value >= 1 && value < LAST_DAY) {
      String time = TimeFormat.serial(value, from1904);
      return value == Math.rint(value) && shape != Shape.TIME ? time.substring(0, 10) : time;
    }
    BigDecimal exact = new BigDecimal(raw);
    if (exact.abs().compareTo(EXACT) >= 0) {
      return raw; // the last digits are lost: to be seen as a shortened number
    }
    return padded(exact.stripTrailingZeros().toPlainString(), cell);
  }

  private static boolean isShortAndWhole(String raw) {
    boolean holds = raw.length() <= 15;
    for (int i = 0; holds && i < raw.length(); i++) {
      holds = raw.charAt(i) >= '0' && raw.charAt(i) <= '9';
    }
    return holds;
  }

  // A format of zeros alone shows an id with the zeros it begins with.
  private static String padded(String plain, Cell cell) {
    String format = cell.getDataFormatString();
    return format != null
            && format.length() > plain.length()
            && format.charAt(0) == '0'
            && ZEROS.matcher(format).matches()
            && isShortAndWhole(plain)
        ? "0".repeat(format.length() - plain.length()) + plain
        : plain;
  }

  private Shape shape(Cell cell) {
    String format = cell.getDataFormatString();
    Integer id = cell.getDataFormatId();
    if (format == null) {
      return id == null ? Shape.NUMBER : byId(id);
    }
    return shapes.computeIfAbsent(format, XlsxCells::byFormat);
  }

  // ECMA-376, 18.8.30: the formats without a text of their own.
  private static Shape byId(int id) {
    if (id == 22 || id >= 18 && id <= 21 || id >= 45 && id <= 47) {
      return Shape.TIME;
    }
    return id >= 14 && id <= 17 || id >= 27 && id <= 36 || id >= 50 && id <= 58
        ? Shape.DATE
        : Shape.NUMBER;
  }

  private static Shape byFormat(String format) {
    String shown = NOT_SHOWN.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
    if (shown.contains("general")) {
      return Shape.NUMBER;
    }
    boolean hours = shown.indexOf('h') >= 0 || shown.indexOf('s') >= 0;
    boolean days = shown.indexOf('d') >= 0 || shown.indexOf('y') >= 0;
    return hours ? Shape.TIME : days ? Shape.DATE : Shape.NUMBER;
  }
}
