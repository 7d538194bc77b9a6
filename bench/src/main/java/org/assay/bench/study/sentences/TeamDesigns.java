package org.assay.bench.study.sentences;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every design. */
final class TeamDesigns {
  private static final List<TeamDesign> ALL =
      Stream.of(
              LotDesigns.all(),
              FaultDesigns.all(),
              ItemDesigns.all(),
              StratumDesigns.all(),
              WeightDesigns.all(),
              PeopleDesigns.all(),
              WeekDesigns.all(),
              LookDesigns.all(),
              AdviceDesigns.all(),
              FamilyDesigns.all(),
              AmongDesigns.all(),
              PlanDesigns.all())
          .flatMap(List::stream)
          .toList();

  private TeamDesigns() {}

  static List<TeamDesign> all() {
    return ALL;
  }

  /**
   * The designs of these names, in the order of the names.
   *
   * @throws IllegalArgumentException if there is none of a name
   */
  static List<TeamDesign> named(List<String> names) {
    Function<String, TeamDesign> find =
        name ->
            ALL.stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "designs must be of "
                                + ALL.stream().map(TeamDesign::name).toList()
                                + ", got "
                                + name));
    return names.stream().map(find).toList();
  }
}
