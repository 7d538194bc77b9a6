package org.assay.io.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.draw.Viewings;
import org.assay.estimate.StoppedRate;
import org.assay.io.ingest.ScopeLoss;
import org.assay.io.plan.Plan;
import org.assay.io.plan.Remaining;
import org.assay.io.policy.FamilyWise;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion.State;

/** What would settle the rest: the further checks of all levels, members and periods together. */
final class FurtherSection {
  private final Facts facts;
  private final BitSet closed = new BitSet(); // gradings that were selected, or must not be
  private final Map<String, QaLevel> levels = new HashMap<>();
  private final Map<Split, Lots> lots = new HashMap<>();

  private FurtherSection(Facts facts) {
    this.facts = facts;
    for (int i = 0; i < facts.checks().size(); i++) {
      closed.set(facts.checks().grading(i));
    }
    for (int row = 0; row < facts.gradings().size(); row++) {
      if (facts.frame().isNotSampled(row)) {
        closed.set(row);
      }
    }
    facts.policy().levels().forEach(level -> levels.put(level.name(), level));
  }

  /** Adds up what the rows say. */
  static FurtherTotals of(Facts facts, List<LevelPart.Level> rows) {
    FurtherSection section = new FurtherSection(facts);
    Sum all = section.new Sum();
    Sum last = section.new Sum();
    for (LevelPart.Level row : rows) {
      if (row.state() == State.NOT_DEMONSTRATED) {
        Lots of = section.lots(section.levels.get(row.level()));
        Place place = of.place(row);
        Remaining remaining = section.remaining(row, of, place);
        all.add(of, place, remaining);
        if (place.period() == of.last()) {
          last.add(of, place, remaining);
        }
      }
    }
    return FurtherText.of(
        all.part(), last.part(), facts.policy().familyWise(), looksOnce(facts.policy().levels()));
  }

  private static boolean looksOnce(List<QaLevel> levels) {
    return levels.stream().anyMatch(level -> level.judging().looks() == 1);
  }

  private record Split(QaLevel.Scope scope, PeriodKind period) {}

  private record Place(int period, int member) {}

  private Lots lots(QaLevel level) {
    return lots.computeIfAbsent(new Split(level.scope(), level.period()), Lots::new);
  }

  private Remaining remaining(LevelPart.Level row, Lots of, Place place) {
    boolean isDone =
        row.plan() == null
            ? row.rate().method().startsWith(StoppedRate.METHOD)
            : row.plan().decision() != Decision.CONTINUE;
    boolean isLost =
        facts
            .intake()
            .losses()
            .above(facts.policy().unusableAtMost(), of.kind(), of.id(place.member()));
    if (isDone) {
      return new Remaining(
          isAloneOnly(row, isLost) ? Remaining.Kind.TOGETHER : Remaining.Kind.PLANNED, 0);
    }
    QaLevel level = levels.get(row.level());
    OptionalLong further =
        row.furtherChecks() == null ? OptionalLong.empty() : OptionalLong.of(row.furtherChecks());
    boolean byItself = !row.provisional() && further.isPresent() && further.getAsLong() == 0;
    boolean withheld = row.look() > row.looks() || byItself && isLost;
    return Remaining.of(
        row.state(),
        row.provisional(),
        further,
        level.judging().about(),
        of.open[place.period()][place.member()],
        withheld,
        byItself && isAloneOnly(row, isLost));
  }

  // By the bounds, which are those of the state by itself.
  private boolean isAloneOnly(LevelPart.Level row, boolean isLost) {
    long checked = row.plan() == null ? row.rate().checked() : row.plan().checked();
    boolean isPass = row.upperBound() <= row.limit() && !isLost;
    return facts.policy().familyWise() != FamilyWise.NONE
        && checked >= row.leastChecks()
        && (isPass || row.lowerBound() > row.limit());
  }

  /** The lots of one scope and kind of period. */
  private final class Lots {
    private final boolean byUnit;
    private final Periods periods;
    private final Map<String, Integer> periodOf = new HashMap<>();
    private final Map<String, Integer> memberOf = new HashMap<>();
    private final int[] period; // by row of the gradings; null when there is one
    private final IntUnaryOperator member;
    private final long[][] open; // gradings never selected, by period and member

    Lots(Split split) {
      this.byUnit = split.scope() == QaLevel.Scope.UNIT;
      this.periods = facts.calendar(split.period()).periods();
      List<String> names = names();
      for (int m = 0; m < names.size(); m++) {
        memberOf.put(names.get(m), m);
      }
      for (int p = 0; p < periods.size(); p++) {
        periodOf.put(periods.label(p), p);
      }
      Gradings gradings = facts.gradings();
      this.member =
          byUnit
              ? gradings
                  .attribute(Attribute.UNIT)
                  .<IntUnaryOperator>map(column -> column.codes()::get)
                  .orElse(row -> 0)
              : gradings.assessor().codes()::get;
      this.period = gradings.gradedAt().map(this::periods).orElse(null);
      this.open = new long[periods.size()][names.size()];
      for (int row = 0; row < gradings.size(); row++) {
        if (!closed.get(row)) {
          open[period(row)][member.applyAsInt(row)]++;
        }
      }
    }

    private List<String> names() {
      if (byUnit) {
        return facts.ids(Attribute.UNIT);
      }
      List<String> names = new ArrayList<>();
      for (int a = 0; a < facts.assessors().size(); a++) {
        names.add(facts.assessor(a));
      }
      return names;
    }

    private int[] periods(long[] at) {
      int[] codes = new int[at.length];
      int likely = 0;
      for (int row = 0; row < codes.length; row++) {
        likely = periods.code(at[row], likely);
        codes[row] = likely;
      }
      return codes;
    }

    int period(int row) {
      return period == null ? 0 : period[row];
    }

    int last() {
      return periods.size() - 1;
    }

    Place place(LevelPart.Level row) {
      return new Place(periodOf.get(row.period()), memberOf.get(row.member()));
    }

    ScopeLoss.Kind kind() {
      return byUnit ? ScopeLoss.Kind.UNIT : ScopeLoss.Kind.ASSESSOR;
    }

    String id(int code) {
      return byUnit ? facts.id(Attribute.UNIT, code) : facts.assessor(code);
    }
  }

  /** Sums over some of the rows. */
  private final class Sum {
    private final Map<Remaining.Kind, Long> states = new EnumMap<>(Remaining.Kind.class);
    private final Map<Lots, long[][]> checks = new HashMap<>(); // by period and member
    private long open;

    void add(Lots of, Place place, Remaining remaining) {
      open++;
      states.merge(remaining.kind(), 1L, Long::sum);
      if (remaining.kind() == Remaining.Kind.CHECKS) {
        long[][] most = checks.computeIfAbsent(of, l -> new long[l.open.length][l.open[0].length]);
        long[] members = most[place.period()];
        members[place.member()] = Math.max(members[place.member()], remaining.checks());
      }
    }

    FurtherTotals.Part part() {
      Gradings gradings = facts.gradings();
      Viewings viewings = Viewings.of(gradings.size());
      long sum = 0;
      for (Map.Entry<Lots, long[][]> lot : checks.entrySet()) {
        draw(lot.getKey(), lot.getValue(), viewings);
        for (long[] members : lot.getValue()) {
          for (long n : members) {
            sum += n;
          }
        }
      }
      double views = viewings.total();
      Optional<Long> days =
          facts
              .policy()
              .exposureCeiling()
              .map(
                  ceiling ->
                      ceiling.reviewerDays(
                          viewings.byGrade(gradings.grade(), gradings.scheme().size())));
      return new FurtherTotals.Part(
          open,
          count(Remaining.Kind.CHECKS),
          count(Remaining.Kind.VERDICTS),
          count(Remaining.Kind.EVERYTHING),
          count(Remaining.Kind.NOTHING),
          count(Remaining.Kind.PLANNED),
          count(Remaining.Kind.TOGETHER),
          sum,
          views,
          views / Plan.USUAL_CHECKS_PER_HOUR,
          days.orElse(null));
    }

    private void draw(Lots of, long[][] checks, Viewings viewings) {
      for (int row = 0; row < facts.gradings().size(); row++) {
        if (!closed.get(row)) {
          int period = of.period(row);
          int member = of.member.applyAsInt(row);
          viewings.draw(row, (double) checks[period][member] / of.open[period][member]);
        }
      }
    }

    private long count(Remaining.Kind kind) {
      return states.getOrDefault(kind, 0L);
    }
  }
}
