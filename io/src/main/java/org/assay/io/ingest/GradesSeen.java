package org.assay.io.ingest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.data.GradingScheme;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.Typed;
import org.assay.io.table.Header;
import org.assay.io.table.Row;
import org.assay.io.table.RowSink;
import org.assay.io.table.SheetError;
import org.assay.io.table.Table;
import org.assay.io.table.TableReader;
import org.assay.io.table.TableSource;

/**
 * The grades that a table of gradings has, for work without a policy. Numbers are in their order
 * and ordered; words are in that of the alphabet, and not ordered, because nothing says so.
 */
public final class GradesSeen {
  /** The most different grades; a column with more is no column of grades. */
  static final int MOST = 100;

  private GradesSeen() {}

  /**
   * Reads the column of grades from its beginning to its end.
   *
   * @param gradings the table of gradings, in one part or several
   * @param names name in the table by name of the column
   * @param nominal whether grades that are numbers have no order either
   * @return a scheme of the grades in it
   * @throws BadInputException if the table cannot be read, or has fewer than two grades or more
   *     than {@value #MOST}
   */
  public static GradingScheme in(
      List<TableSource> gradings, Map<String, String> names, boolean nominal) {
    TreeSet<String> seen =
        TableReader.read(GradingColumn.TABLE, gradings, names, bytes -> {}, new Sink()).seen;
    Map<String, Long> grades = new TreeMap<>();
    seen.forEach(grade -> grades.put(grade, 1L));
    return scheme(
        gradings.get(0).name() + (gradings.size() > 1 ? " and others" : ""),
        ordered(grades),
        nominal);
  }

  /** The grades in their order; of numbers each once, with a point. */
  static Map<String, Long> ordered(Map<String, Long> grades) {
    if (!areNumbers(grades.keySet())) {
      return new TreeMap<>(grades);
    }
    Map<String, Long> numbers =
        new TreeMap<>(Comparator.comparingDouble(Double::parseDouble).thenComparing(g -> g));
    grades.forEach((grade, rows) -> numbers.merge(grade.replace(',', '.'), rows, Long::sum));
    return numbers;
  }

  private static boolean areNumbers(Collection<String> grades) {
    return grades.stream().allMatch(grade -> grade.matches("-?\\d{1,15}([.,]\\d{1,15})?"));
  }

  /** A scheme of grades in their order. */
  static GradingScheme scheme(String source, Map<String, Long> grades, boolean nominal) {
    if (grades.size() < 2) {
      throw new BadInputException(
          source
              + ": has "
              + (grades.isEmpty()
                  ? "no grade"
                  : "one grade only, " + Shown.quoted(grades.keySet().iterator().next()))
              + ", so there is nothing to agree about; name all grades in a policy");
    }
    String[] all = grades.keySet().toArray(new String[0]);
    return areNumbers(grades.keySet()) && !nominal
        ? GradingScheme.ordered(all)
        : GradingScheme.unordered(all);
  }

  /** A column with more grades than anybody has. */
  static BadInputException tooMany(
      Header header, Table.Column column, String table, Collection<String> seen) {
    return new BadInputException(
        header.source().name()
            + ": column "
            + Shown.quoted(header.name(column))
            + " has more than "
            + MOST
            + " different texts, "
            + seen.stream().limit(2).map(Shown::quoted).collect(Collectors.joining(" and "))
            + " among them, expected grades; name the column that has them, --column "
            + table
            + ".grade=NAME");
  }

  private static final class Sink implements RowSink {
    private final TreeSet<String> seen = new TreeSet<>();
    private Header header;
    private int grade;

    @Override
    public void begin(Header ofFile) {
      header = ofFile;
      grade = header.place(GradingColumn.GRADE);
    }

    @Override
    public void accept(Row row) {
      if (grade >= row.fields() || row.isBlank(grade) || row.isUnreadableInside(grade)) {
        return; // to be excluded when it is read
      }
      String text = Typed.read(row.field(grade));
      if (SheetError.is(text)) {
        return; // likewise
      }
      seen.add(text);
      if (seen.size() > MOST) {
        throw tooMany(header, GradingColumn.GRADE, GradingColumn.TABLE.name(), seen);
      }
    }

    @Override
    public void endBatch() {
      // every text was copied
    }
  }
}
