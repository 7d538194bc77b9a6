package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assay.data.GradingScheme;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.Typed;
import org.assay.io.table.Header;
import org.assay.io.table.Row;
import org.assay.io.table.RowSink;
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
    if (seen.size() < 2) {
      throw new BadInputException(
          gradings.get(0).name()
              + (gradings.size() > 1 ? " and others: have " : ": has ")
              + (seen.isEmpty() ? "no grade" : "one grade only, " + Shown.quoted(seen.first()))
              + ", so there is nothing to agree about; name all grades in a policy");
    }
    boolean numbers = seen.stream().allMatch(grade -> grade.matches("-?\\d{1,15}(\\.\\d{1,15})?"));
    List<String> grades = new ArrayList<>(seen);
    if (numbers) {
      grades.sort(Comparator.comparingDouble(Double::parseDouble));
    }
    String[] all = grades.toArray(new String[0]);
    return numbers && !nominal ? GradingScheme.ordered(all) : GradingScheme.unordered(all);
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
      seen.add(Typed.read(row.field(grade)));
      if (seen.size() > MOST) {
        throw new BadInputException(
            header.source().name()
                + ": column "
                + Shown.quoted(header.name(GradingColumn.GRADE))
                + " has more than "
                + MOST
                + " different texts, "
                + Shown.quoted(seen.first())
                + " and "
                + Shown.quoted(seen.last())
                + " among them, expected grades; name the column that has them, gradings.grade=NAME");
      }
    }

    @Override
    public void endBatch() {
      // every text was copied
    }
  }
}
