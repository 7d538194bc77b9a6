package org.assay.io.ingest;

import java.util.EnumMap;
import java.util.Map;
import org.assay.data.Codes;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.io.table.Table;
import org.assay.io.table.TimeParser;

/** The good rows of gradings, in the order of the file, as columns of codes. */
final class GradingTable implements DuplicateRows.Events {
  private static final Map<Attribute, GradingColumn> ATTRIBUTES =
      new EnumMap<>(
          Map.of(
              Attribute.UNIT, GradingColumn.UNIT_ID,
              Attribute.STREAM, GradingColumn.STREAM_ID,
              Attribute.STRATUM, GradingColumn.STRATUM_ID));

  private final GradingScheme scheme;
  private final IdColumn item;
  private final IdColumn assessor;
  private final Codes grade;
  private final long[] gradedAt; // NOT_A_TIME in every row where times are not recorded
  private final int[] number;
  private final IdColumn[] optional; // by place in GradingRows.KEPT, null when not in the file
  private final IdColumn id;
  private final IdColumn round;
  private final int noId; // code of the empty grading id

  GradingTable(
      GradingScheme scheme,
      IdColumn item,
      IdColumn assessor,
      Codes grade,
      long[] gradedAt,
      int[] number,
      IdColumn[] optional) {
    this.scheme = scheme;
    this.item = item;
    this.assessor = assessor;
    this.grade = grade;
    this.gradedAt = gradedAt;
    this.number = number;
    this.optional = optional;
    this.id = column(GradingColumn.GRADING_ID);
    this.round = column(GradingColumn.ROUND);
    this.noId = id == null ? -1 : GradingRows.emptyCode(id);
  }

  @Override
  public int size() {
    return grade.size();
  }

  IdColumn item() {
    return item;
  }

  IdColumn assessor() {
    return assessor;
  }

  /** When a grading was made; before all other times where that is not recorded. */
  long gradedAt(int row) {
    return gradedAt[row];
  }

  @Override
  public int place(int row) {
    return number[row];
  }

  /** An optional column, or null when the file does not have it. */
  IdColumn column(GradingColumn column) {
    return optional[GradingRows.KEPT.indexOf(column)];
  }

  /** The corrections among the rows that stay. */
  Corrections corrections(RowMarks marks, Tally tally) {
    return Corrections.of(id, column(GradingColumn.SUPERSEDES), marks, gradedAt, tally);
  }

  @Override
  public Table.Column keyColumn(int row) {
    return hasId(row) ? GradingColumn.GRADING_ID : GradingColumn.ITEM_ID;
  }

  @Override
  public String key(int row) {
    return hasId(row) ? id.id(row) : item.id(row);
  }

  private boolean hasId(int row) {
    return id != null && id.codes().get(row) != noId;
  }

  @Override
  public int keys() {
    return item.ids().size() + (id == null ? 0 : id.ids().size());
  }

  @Override
  public int keyCode(int row) {
    return hasId(row) ? item.ids().size() + id.codes().get(row) : item.codes().get(row);
  }

  @Override
  public int hash(int row) {
    if (hasId(row)) {
      return id.codes().get(row);
    }
    int h = item.codes().get(row) * 31 + assessor.codes().get(row);
    return h * 31 + Long.hashCode(gradedAt[row] * 0x9E3779B97F4A7C15L);
  }

  @Override
  public boolean sameEvent(int a, int b) {
    if (hasId(a) || hasId(b)) {
      return id.codes().get(a) == id.codes().get(b);
    }
    return gradedAt[a] == gradedAt[b]
        && item.codes().get(a) == item.codes().get(b)
        && assessor.codes().get(a) == assessor.codes().get(b)
        && (round == null || round.codes().get(a) == round.codes().get(b));
  }

  @Override
  public boolean sameContent(int a, int b) {
    for (IdColumn column : optional) {
      if (column != null && column.codes().get(a) != column.codes().get(b)) {
        return false;
      }
    }
    return gradedAt[a] == gradedAt[b]
        && item.codes().get(a) == item.codes().get(b)
        && assessor.codes().get(a) == assessor.codes().get(b)
        && grade.get(a) == grade.get(b);
  }

  @Override
  public boolean canBeLost(int row) {
    return true;
  }

  @Override
  public void lose(int row, LossCounter losses) {
    losses.add(ScopeLoss.Kind.ASSESSOR, assessor.id(row), gradedAt[row]);
    IdColumn unit = column(GradingColumn.UNIT_ID);
    if (unit != null) {
      losses.add(ScopeLoss.Kind.UNIT, unit.id(row), gradedAt[row]);
    }
    IdColumn stratum = column(GradingColumn.STRATUM_ID);
    if (stratum != null) {
      losses.add(ScopeLoss.Kind.STRATUM, stratum.id(row), gradedAt[row]);
    }
  }

  private long[] times(int[] kept) {
    if (size() > 0 && gradedAt[0] == TimeParser.NOT_A_TIME) {
      return null; // not recorded: a row that lacks a time that others have was left out
    }
    return kept.length == size() ? gradedAt : Rows.select(gradedAt, kept);
  }

  /** The gradings of some rows; those that stay. */
  Gradings gradings(int[] kept) {
    boolean all = kept.length == size();
    Map<Attribute, IdColumn> attributes = new EnumMap<>(Attribute.class);
    ATTRIBUTES.forEach(
        (attribute, title) -> {
          if (column(title) != null) {
            attributes.put(attribute, column(title).select(kept));
          }
        });
    return Gradings.of(
        scheme,
        item.select(kept),
        assessor.select(kept),
        all ? grade : grade.select(kept),
        times(kept),
        attributes);
  }
}
