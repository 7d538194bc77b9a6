package org.assay.io.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.data.Blindness;
import org.assay.data.Codes;
import org.assay.data.Dictionary;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.PeriodKind;
import org.assay.data.Periods;
import org.assay.data.Verdicts;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckCounts;
import org.assay.estimate.DesignRates;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.Policy;

/** What the sections of a report share: the columns, and the counts of each kind of period. */
final class Facts {
  /** Name of a unit or stream where the data have none. */
  static final String WITHOUT_NAME = "all";

  private final Intake intake;
  private final Policy policy;
  private final Map<PeriodKind, Calendar> calendars;
  private final Blindness basis;

  /** A kind of period: its labels, its checks, and the gradings by assessor and unit. */
  static final class Calendar {
    private final Periods periods;
    private final List<CheckCell> cells;
    private final long[][] byAssessor; // [period][assessor]
    private final long[][] byUnit; // [period][unit]

    private Calendar(Facts facts, PeriodKind kind) {
      Gradings gradings = facts.gradings();
      long[] at = gradings.gradedAt().orElse(null);
      this.periods = periods(kind, at, facts.policy);
      this.cells = CheckCounts.of(facts.verdicts(), periods).snapshot();
      this.byAssessor = new long[periods.size()][gradings.assessor().ids().size()];
      this.byUnit = new long[periods.size()][facts.ids(Attribute.UNIT).size()];
      Codes assessor = gradings.assessor().codes();
      Codes unit = gradings.attribute(Attribute.UNIT).map(IdColumn::codes).orElse(null);
      int period = 0;
      for (int row = 0; row < gradings.size(); row++) {
        period = at == null ? 0 : periods.code(at[row], period);
        byAssessor[period][assessor.get(row)]++;
        byUnit[period][unit == null ? 0 : unit.get(row)]++;
      }
    }

    private static Periods periods(PeriodKind kind, long[] at, Policy policy) {
      if (at == null || at.length == 0 || kind == PeriodKind.ALL) {
        return Periods.all();
      }
      long first = at[0];
      long last = at[0];
      for (long t : at) {
        first = Math.min(first, t);
        last = Math.max(last, t);
      }
      return Periods.between(kind, policy.zone(), first, last);
    }

    Periods periods() {
      return periods;
    }

    List<CheckCell> cells() {
      return cells;
    }

    long gradingsOfAssessor(int period, int assessor) {
      return byAssessor[period][assessor];
    }

    long gradingsOfUnit(int period, int unit) {
      return byUnit[period][unit];
    }

    long gradings(int period) {
      return Arrays.stream(byAssessor[period]).sum();
    }
  }

  Facts(Intake intake, Policy policy) {
    this.intake = intake;
    this.policy = policy;
    this.calendars =
        kinds(policy).parallelStream()
            .collect(Collectors.toConcurrentMap(kind -> kind, kind -> new Calendar(this, kind)));
    this.basis = DesignRates.basis(cells());
  }

  Intake intake() {
    return intake;
  }

  Policy policy() {
    return policy;
  }

  Gradings gradings() {
    return intake.gradings();
  }

  Verdicts verdicts() {
    return intake.verdicts();
  }

  GradingScheme scheme() {
    return gradings().scheme();
  }

  ErrorClass anyError() {
    return ErrorClass.any(scheme());
  }

  /** The checks every figure stands on. */
  Blindness basis() {
    return basis;
  }

  Calendar calendar(PeriodKind kind) {
    return calendars.get(kind);
  }

  private static Set<PeriodKind> kinds(Policy policy) {
    Set<PeriodKind> kinds = EnumSet.of(PeriodKind.ALL, PeriodKind.MONTH, PeriodKind.WEEK);
    policy.levels().forEach(level -> kinds.add(level.period()));
    return kinds;
  }

  /** Cells of the whole time. */
  List<CheckCell> cells() {
    return calendar(PeriodKind.ALL).cells();
  }

  String grade(int code) {
    return scheme().grade(code);
  }

  String assessor(int code) {
    return gradings().assessor().ids().id(code);
  }

  /** Codes of the assessors in the order of their ids. */
  List<Integer> assessors() {
    return sorted(gradings().assessor().ids());
  }

  /** Names of the units or streams by code; one name when the data have none. */
  List<String> ids(Attribute attribute) {
    return gradings()
        .attribute(attribute)
        .map(
            column ->
                IntStream.range(0, column.ids().size())
                    .mapToObj(column.ids()::id)
                    .map(id -> id.isEmpty() ? WITHOUT_NAME : id)
                    .toList())
        .orElse(List.of(WITHOUT_NAME));
  }

  /** Codes of a list of ids in the order of the ids. */
  static List<Integer> sorted(List<String> ids) {
    return IntStream.range(0, ids.size()).boxed().sorted(Comparator.comparing(ids::get)).toList();
  }

  static List<Integer> sorted(Dictionary ids) {
    return sorted(IntStream.range(0, ids.size()).mapToObj(ids::id).toList());
  }

  /** First and last day with a grading; empty without times. */
  List<LocalDate> span() {
    long[] at = gradings().gradedAt().orElse(new long[0]);
    if (at.length == 0) {
      return List.of();
    }
    long first = Arrays.stream(at).min().orElseThrow();
    long last = Arrays.stream(at).max().orElseThrow();
    return List.of(day(first), day(last));
  }

  private LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(policy.zone()).toLocalDate();
  }
}
