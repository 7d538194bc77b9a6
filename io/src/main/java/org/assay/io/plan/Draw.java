package org.assay.io.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.assay.data.Gradings;
import org.assay.draw.Draws;
import org.assay.draw.Draws.Drawn;
import org.assay.draw.Draws.Frame;
import org.assay.draw.SeedCommitment;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.files.TextFile;
import org.assay.io.policy.Policy;

/**
 * What was drawn for a plan.
 *
 * <p>Each lot gets a simple random sample of the most gradings its plan can need, by tickets of the
 * seed and the grading's item, assessor and number. A grading has one ticket in all lots, so that
 * lots that overlap share their checks, and the pick-list, which is in the order of the tickets,
 * follows the order of every lot. The list begins with the checks that accept every lot when none
 * finds an error; the rest is in reserve.
 *
 * @param list for the QA officers
 * @param key CSV to be kept from them
 * @param commitment to be published before the checks; the seed after them
 * @param worth what the commitment proves against whoever drew, in a sentence
 * @param gradings drawn gradings in the key, the reserve included
 * @param excluded those of them that are on no list because their item is excluded
 */
public record Draw(
    PickList list, String key, String commitment, String worth, int gradings, int excluded) {
  /**
   * How to draw.
   *
   * @param seed text, hard to guess
   * @param reserve whether the pick-list has the reserve too
   * @param excluded items that must not be on a list. When the plan was made without them they are
   *     not in the lots; otherwise they keep their place in the draw, and count by an earlier
   *     verdict or as errors
   * @param officers among whom the list is split; empty for one, or for no split at all when the
   *     policy has no exposure ceiling
   * @param promise commitment to the seed that was made before the draw
   */
  public record Options(
      String seed,
      boolean reserve,
      ExclusionList excluded,
      Optional<Officers> officers,
      Optional<SeedPromise> promise) {
    /**
     * Without a promise.
     *
     * @param seed text, hard to guess
     * @param reserve whether the pick-list has the reserve too
     * @param excluded items that must not be on a list
     * @param officers among whom the list is split
     */
    public Options(
        String seed, boolean reserve, ExclusionList excluded, Optional<Officers> officers) {
      this(seed, reserve, excluded, officers, Optional.empty());
    }

    /**
     * The same for a seed that was promised.
     *
     * @param made before
     * @return new options
     */
    public Options withPromise(SeedPromise made) {
      return new Options(seed, reserve, excluded, officers, Optional.of(made));
    }

    /**
     * Nothing excluded, nobody named.
     *
     * @param seed text, hard to guess
     * @param reserve whether the pick-list has the reserve too
     * @return options
     */
    public static Options of(String seed, boolean reserve) {
      return new Options(seed, reserve, ExclusionList.NONE, Optional.empty());
    }
  }

  /**
   * Draws the gradings of a plan.
   *
   * @param plan the plan
   * @param policy its time zone and exposure ceiling
   * @param gradings those the plan was made for
   * @param options how to draw
   * @return the draw
   * @throws BadInputException if the gradings are not those of the plan, or there is no seed
   */
  public static Draw of(Plan plan, Policy policy, Gradings gradings, Options options) {
    String seed = options.seed;
    if (seed.isBlank()) {
      throw new BadInputException("the seed must not be blank");
    }
    options.promise.ifPresent(promise -> promise.requireOf(seed));
    var ids = new GradingIds(gradings);
    List<Lot> lots = plan.lotsIn(gradings, policy, options.excluded);
    PlanDigests.requirePlanned(plan, gradings, lots);
    Optional<Instant> last = lastGrading(gradings, lots);
    SeedWorth worth = SeedWorth.of(options.promise, last);
    BitSet excluded = options.excluded.rows(gradings);
    var key = new ArrayList<KeyRow>();
    var first = new LinkedHashMap<String, String>(); // grading -> item
    for (int i = 0; i < lots.size(); i++) {
      PlannedLot planned = plan.lots().get(i);
      var rowOf = new LinkedHashMap<String, Integer>();
      lots.get(i).rows().forEach(row -> rowOf.put(ids.id(row), row));
      Frame frame = Frame.of(List.copyOf(rowOf.keySet()));
      int listed = options.reserve ? planned.maximumChecks() : planned.checksWithoutErrors();
      for (Drawn drawn : Draws.simple(frame, planned.maximumChecks(), seed)) {
        int row = rowOf.get(drawn.id());
        key.add(keyRow(planned, drawn, ids, row, excluded.get(row), gradings));
        if (drawn.order() <= listed && !excluded.get(row)) {
          first.put(drawn.id(), ids.item(row));
        }
      }
    }
    var items = new LinkedHashSet<String>();
    for (Drawn drawn : Draws.simple(Frame.of(List.copyOf(first.keySet())), first.size(), seed)) {
      items.add(first.get(drawn.id()));
    }
    String commitment = SeedCommitment.of(seed);
    KeyFile.Written written =
        KeyFile.write(
            key,
            commitment,
            worth.word(),
            PlanDigests.plan(plan),
            PlanDigests.counts(plan, policy));
    return new Draw(
        PickList.of(items, gradings, policy.exposureCeiling(), options.officers)
            .marked(DrawMarks.of(written.digest(), items)),
        written.csv(),
        commitment,
        worth.sentence(options.promise, last),
        key.size(),
        (int) key.stream().filter(KeyRow::excluded).count());
  }

  private static Optional<Instant> lastGrading(Gradings gradings, List<Lot> lots) {
    return gradings
        .gradedAt()
        .map(
            times ->
                Instant.ofEpochMilli(
                    lots.stream()
                        .flatMap(lot -> lot.rows().stream())
                        .mapToLong(row -> times[row])
                        .max()
                        .orElseThrow()));
  }

  /**
   * The pick-list as CSV with commas.
   *
   * @return a file for the QA officers
   */
  public String pickList() {
    return list.csv();
  }

  /**
   * Compares the draw with the key of an earlier one: the same seed, plan and gradings draw the
   * same key, so that whoever is given the seed after the checks can see that nothing else was
   * chosen.
   *
   * @param file the earlier key
   * @throws IOException if it cannot be read
   * @throws BadInputException if it is another one
   */
  public void requireSame(Path file) throws IOException {
    KeyFile.Key earlier = KeyFile.key(file);
    if (TextFile.read(file).equals(key)) {
      return;
    }
    boolean isSameDraw = earlier.rows().equals(KeyFile.parse(file, key).rows());
    throw new BadInputException(
        isSameDraw
            ? Shown.path(file)
                + " has the items of this seed, but says otherwise of its plan, policy or promise;"
                + " give the plan, the policy and the --commitment of the draw"
            : Shown.path(file)
                + " is not what this seed draws: the seed, the plan, the gradings or the lists of"
                + " --exclude are others than those of the draw");
  }

  /**
   * Items on the pick-list.
   *
   * @return at least 0
   */
  public int items() {
    return list.items();
  }

  private static KeyRow keyRow(
      PlannedLot lot, Drawn drawn, GradingIds ids, int row, boolean excluded, Gradings gradings) {
    return new KeyRow(
        lot.id(),
        drawn.order(),
        ids.item(row),
        ids.assessor(row),
        ids.number(row),
        lot.name() + ", " + lot.period(),
        drawn.inclusionProbability(),
        excluded,
        PlanDigests.grading(gradings, row, ids.id(row)));
  }
}
