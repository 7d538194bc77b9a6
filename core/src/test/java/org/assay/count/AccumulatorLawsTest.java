package org.assay.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;

/** Every accumulator of this package keeps the contract. */
class AccumulatorLawsTest {
  private static final int GRADES = 4;

  @Nested
  class OfConfusionMatrix extends AccumulatorContract<ConfusionMatrix> {
    @Override
    protected ConfusionMatrix create() {
      return ConfusionMatrix.create(GRADES);
    }

    @Override
    protected void addRandom(ConfusionMatrix matrix, SplittableRandom random) {
      matrix.add(random.nextInt(GRADES), random.nextInt(GRADES), random.nextLong(3_000_000_000L));
    }

    @Override
    protected ConfusionMatrix ofState(byte[] state) {
      return ConfusionMatrix.ofState(state);
    }

    @Override
    protected Object content(ConfusionMatrix matrix) {
      return matrix.copy();
    }
  }

  @Nested
  class OfConfusionCube extends AccumulatorContract<ConfusionCube> {
    @Override
    protected ConfusionCube create() {
      return ConfusionCube.create(5, 3, 2, GRADES);
    }

    @Override
    protected void addRandom(ConfusionCube cube, SplittableRandom random) {
      cube.add(
          random.nextInt(5),
          random.nextInt(3),
          random.nextInt(2),
          random.nextInt(GRADES),
          random.nextInt(GRADES));
    }

    @Override
    protected ConfusionCube ofState(byte[] state) {
      return ConfusionCube.ofState(state);
    }

    @Override
    protected Object content(ConfusionCube cube) {
      return cube.copy();
    }
  }

  @Nested
  class OfRatingPatterns extends AccumulatorContract<RatingPatterns> {
    @Override
    protected RatingPatterns create() {
      return RatingPatterns.create(GRADES);
    }

    @Override
    protected void addRandom(RatingPatterns patterns, SplittableRandom random) {
      patterns.add(random.ints(GRADES, 0, 3).toArray());
    }

    @Override
    protected RatingPatterns ofState(byte[] state) {
      return RatingPatterns.ofState(state);
    }

    @Override
    protected Object content(RatingPatterns patterns) {
      return listed(patterns.snapshot());
    }
  }

  @Nested
  class OfRatingRows extends AccumulatorContract<RatingRows> {
    @Override
    protected RatingRows create() {
      return RatingRows.create(3, GRADES);
    }

    @Override
    protected void addRandom(RatingRows rows, SplittableRandom random) {
      rows.add(random.ints(3, RatingRows.MISSING, GRADES).toArray());
    }

    @Override
    protected RatingRows ofState(byte[] state) {
      return RatingRows.ofState(state);
    }

    @Override
    protected Object content(RatingRows rows) {
      return listed(rows.snapshot());
    }
  }

  @Nested
  class OfPairTables extends AccumulatorContract<PairTables> {
    @Override
    protected PairTables create() {
      return PairTables.create(GRADES);
    }

    @Override
    protected void addRandom(PairTables tables, SplittableRandom random) {
      int ratings = random.nextInt(5);
      tables.add(random.ints(ratings, 0, 30).toArray(), random.ints(ratings, 0, GRADES).toArray());
    }

    @Override
    protected PairTables ofState(byte[] state) {
      return PairTables.ofState(state);
    }

    @Override
    protected Object content(PairTables tables) {
      List<Object> pairs = new ArrayList<>();
      tables.forEach((first, second, table) -> pairs.add(List.of(first, second, table)));
      return pairs;
    }
  }

  @Nested
  class OfPeerPatterns extends AccumulatorContract<PeerPatterns> {
    @Override
    protected PeerPatterns create() {
      return PeerPatterns.create(GRADES);
    }

    @Override
    protected void addRandom(PeerPatterns peers, SplittableRandom random) {
      int ratings = random.nextInt(5);
      peers.add(random.ints(ratings, 0, 9).toArray(), random.ints(ratings, 0, GRADES).toArray());
    }

    @Override
    protected PeerPatterns ofState(byte[] state) {
      return PeerPatterns.ofState(state);
    }

    @Override
    protected Object content(PeerPatterns peers) {
      List<Object> all = new ArrayList<>();
      all.add(listed(peers.items().snapshot()));
      peers.forEach((assessor, views) -> all.add(List.of(assessor, listed(views))));
      return all;
    }
  }

  @Nested
  class OfWeightedConfusion extends AccumulatorContract<WeightedConfusion> {
    @Override
    protected WeightedConfusion create() {
      return WeightedConfusion.create(GRADES);
    }

    @Override
    protected void addRandom(WeightedConfusion table, SplittableRandom random) {
      table.add(random.nextInt(GRADES), random.nextInt(GRADES), 1 / (1. + random.nextInt(7)));
    }

    @Override
    protected WeightedConfusion ofState(byte[] state) {
      return WeightedConfusion.ofState(state);
    }

    @Override
    protected Object content(WeightedConfusion table) {
      List<Double> all = new ArrayList<>();
      for (int cell = 0; cell < GRADES * GRADES; cell++) {
        all.add(table.sum(cell / GRADES, cell % GRADES));
      }
      all.addAll(List.of(table.total(), table.errorSquares(), table.largestWeight()));
      return all;
    }
  }

  private static List<String> listed(DistinctVectors distinct) {
    List<String> rows = new ArrayList<>();
    for (int v = 0; v < distinct.size(); v++) {
      rows.add(Arrays.toString(distinct.vector(v)) + " x " + distinct.count(v));
    }
    return rows;
  }
}
