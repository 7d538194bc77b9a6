package org.assay.simulate;

import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Selection;
import org.assay.data.Verdicts;
import org.assay.simulate.Sink.GradingEvent;
import org.assay.simulate.Sink.VerdictEvent;
import org.assay.simulate.Team.Clutter;

/**
 * A simulation in memory, as columns.
 *
 * @param gradings all gradings, with time, unit, stream and stratum
 * @param verdicts all verdicts, none pending
 * @param truth what really happened
 */
public record SimulatedYear(Gradings gradings, Verdicts verdicts, Truth truth) {
  /**
   * Plays a team without its {@link Clutter}, which columns cannot hold.
   *
   * @param team the parameters
   * @return the columns
   */
  public static SimulatedYear of(Team team) {
    Columns columns = new Columns(team);
    Truth truth = Simulator.of(team.withoutClutter()).run(columns);
    return new SimulatedYear(columns.gradings(), columns.verdicts.build(), truth);
  }

  private static final class Columns implements Sink {
    private final GradingScheme scheme;
    private final Gradings.Builder builder;
    private Gradings gradings; // once the first verdict arrives
    private Verdicts.Builder verdicts;

    Columns(Team team) {
      scheme = team.grading().scheme();
      builder =
          Gradings.builder(scheme)
              .withTime()
              .with(Gradings.Attribute.UNIT)
              .with(Gradings.Attribute.STREAM)
              .with(Gradings.Attribute.STRATUM);
    }

    Gradings gradings() {
      if (gradings == null) {
        gradings = builder.build();
        verdicts = Verdicts.builder(gradings);
      }
      return gradings;
    }

    @Override
    public void grading(GradingEvent g) {
      builder.add(
          g.itemId(),
          g.assessorId(),
          scheme.code(g.grade()).orElseThrow(),
          g.gradedAt(),
          g.unitId(),
          g.streamId(),
          g.stratumId());
    }

    @Override
    public void verdict(VerdictEvent v) {
      gradings();
      verdicts.add(
          v.grading().sequence(),
          v.reviewerId(),
          scheme.code(v.grade()).orElseThrow(),
          v.checkedAt(),
          new Selection(v.method(), v.inclusionProbability(), v.stratumId(), v.blind(), false));
    }
  }
}
