package org.assay.io.ingest;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.assay.io.table.TimeParser;

/**
 * What stands in tables before anything is decided about it: the grades and how often, whether
 * times need a zone, ids that a spreadsheet has changed, people with two spellings.
 *
 * <p><b>Cost.</b> One pass over each table; memory for the different grades and people, at most
 * 10,000 of each.
 */
public final class Survey {
  private static final int MOST = 10_000;

  private final String name;
  private final Map<String, Long> grades = new TreeMap<>();
  private final List<DamagedIds> damaged = new ArrayList<>();
  private final Map<String, Map<String, Long>> people = new TreeMap<>(); // spellings by fold
  private long localTimes;
  private boolean timed; // the gradings

  private Survey(String name) {
    this.name = name;
  }

  /**
   * Looks at tables of gradings and verdicts.
   *
   * @param tables at least one of gradings
   * @return what stands in them
   * @throws BadInputException if one cannot be read, or has more than 100 different grades
   */
  public static Survey of(InputTables tables) {
    List<TableSource> gradings = tables.gradings();
    if (gradings.isEmpty()) {
      throw new BadInputException("there must be a table of gradings, got none");
    }
    var survey = new Survey(gradings.get(0).name() + (gradings.size() > 1 ? " and others" : ""));
    survey.look(
        GradingColumn.TABLE,
        gradings,
        tables.gradingColumns(),
        GradingColumn.GRADE,
        GradingColumn.GRADED_AT);
    survey.look(
        VerdictColumn.TABLE,
        tables.verdicts(),
        tables.verdictColumns(),
        VerdictColumn.GRADE,
        VerdictColumn.CHECKED_AT);
    return survey;
  }

  private void look(
      Table table,
      List<TableSource> sources,
      Map<String, String> names,
      Table.Column grade,
      Table.Column time) {
    if (!sources.isEmpty()) {
      damaged.addAll(
          TableReader.read(table, sources, names, bytes -> {}, new Sink(table, grade, time))
              .damaged());
    }
  }

  /**
   * The grades, a decimal comma as a point where all are numbers.
   *
   * @return rows by grade, in the order of numbers or else of the alphabet
   */
  public Map<String, Long> grades() {
    return GradesSeen.ordered(grades);
  }

  /**
   * A scheme of the grades.
   *
   * @return ordered where all are numbers
   * @throws BadInputException if there are fewer than two
   */
  public GradingScheme scheme() {
    return GradesSeen.scheme(name, grades(), false);
  }

  /**
   * Times without an offset, which need {@code zone} in the policy; dates alone do not.
   *
   * @return number of rows
   */
  public long localTimes() {
    return localTimes;
  }

  /**
   * Whether gradings have times.
   *
   * @return false without such a column
   */
  public boolean timed() {
    return timed;
  }

  /**
   * What looks wrong with ids.
   *
   * @return sentences with numbers and what to do
   */
  public List<String> suspicions() {
    List<String> sentences = new ArrayList<>();
    damaged.forEach(ids -> sentences.addAll(ids.sentences()));
    people.values().stream()
        .filter(spellings -> spellings.size() > 1)
        .limit(5)
        .forEach(
            spellings ->
                sentences.add(
                    "Assessors "
                        + String.join(
                            " and ", spellings.keySet().stream().map(Shown::quoted).toList())
                        + " are different people here; if they are one, write the id in one way."));
    return sentences;
  }

  private final class Sink implements RowSink {
    private final Table table;
    private final Table.Column gradeColumn;
    private final Table.Column timeColumn;
    private final Map<String, DamagedIds> ids = new TreeMap<>();
    private Header header;
    private int grade;
    private int time;
    private int assessor;
    private List<DamagedIds> here = List.of();
    private TimeParser strict;
    private TimeParser lenient;

    Sink(Table table, Table.Column grade, Table.Column time) {
      this.table = table;
      this.gradeColumn = grade;
      this.timeColumn = time;
    }

    List<DamagedIds> damaged() {
      return List.copyOf(ids.values());
    }

    @Override
    public void begin(Header ofFile) {
      header = ofFile;
      grade = header.place(gradeColumn);
      time = header.place(timeColumn);
      timed |= table.equals(GradingColumn.TABLE) && time >= 0;
      assessor = table.equals(GradingColumn.TABLE) ? header.place(GradingColumn.ASSESSOR_ID) : -1;
      strict = new TimeParser(Optional.empty(), header.times());
      lenient = new TimeParser(Optional.of(ZoneOffset.UTC), header.times());
      here = new ArrayList<>();
      for (Table.Column column : header.present()) {
        if (column.kind() == Table.Column.Kind.ID) {
          String title = table.name() + "." + Table.title(column);
          here.add(
              ids.computeIfAbsent(title, t -> new DamagedIds(t)).inField(header.place(column)));
        }
      }
    }

    @Override
    public void accept(Row row) {
      if (row.fields() != header.fields()) {
        return;
      }
      here.forEach(column -> column.look(row));
      if (!row.isBlank(grade) && !row.isUnreadableInside(grade)) {
        lookAtGrade(Typed.read(row.field(grade)));
      }
      if (time >= 0
          && !row.isBlank(time)
          && strict.read(row, time) == TimeParser.NOT_A_TIME
          && lenient.read(row, time) != TimeParser.NOT_A_TIME) {
        localTimes++;
      }
      if (assessor >= 0 && !row.isEmpty(assessor) && people.size() < MOST) {
        String id = row.field(assessor);
        people
            .computeIfAbsent(Typed.folded(Typed.read(id)), none -> new TreeMap<>())
            .merge(id, 1L, Long::sum);
      }
    }

    private void lookAtGrade(String text) {
      if (SheetError.is(text)) {
        return; // to be excluded when it is read
      }
      grades.merge(text, 1L, Long::sum);
      if (grades.size() > GradesSeen.MOST) {
        throw GradesSeen.tooMany(header, gradeColumn, table.name(), grades.keySet());
      }
    }

    @Override
    public void endBatch() {
      // every text was copied
    }
  }
}
