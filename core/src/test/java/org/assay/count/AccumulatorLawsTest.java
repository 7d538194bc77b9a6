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
    ConfusionMatrix create() {
      return ConfusionMatrix.create(GRADES);
    }

    @Override
    void addRandom(ConfusionMatrix matrix, SplittableRandom random) {
      matrix.add(random.nextInt(GRADES), random.nextInt(GRADES), random.nextLong(3_000_000_000L));
    }

    @Override
    ConfusionMatrix merge(ConfusionMatrix matrix, ConfusionMatrix other) {
      return matrix.merge(other);
    }

    @Override
    ConfusionMatrix subtract(ConfusionMatrix matrix, ConfusionMatrix other) {
      return matrix.subtract(other);
    }

    @Override
    Object content(ConfusionMatrix matrix) {
      return matrix.copy();
    }
  }

  @Nested
  class OfConfusionCube extends AccumulatorContract<ConfusionCube> {
    @Override
    ConfusionCube create() {
      return ConfusionCube.create(5, 3, 2, GRADES);
    }

    @Override
    void addRandom(ConfusionCube cube, SplittableRandom random) {
      cube.add(
          random.nextInt(5),
          random.nextInt(3),
          random.nextInt(2),
          random.nextInt(GRADES),
          random.nextInt(GRADES));
    }

    @Override
    ConfusionCube merge(ConfusionCube cube, ConfusionCube other) {
      return cube.merge(other);
    }

    @Override
    ConfusionCube subtract(ConfusionCube cube, ConfusionCube other) {
      return cube.subtract(other);
    }

    @Override
    Object content(ConfusionCube cube) {
      return cube.copy();
    }
  }

  @Nested
  class OfRatingPatterns extends AccumulatorContract<RatingPatterns> {
    @Override
    RatingPatterns create() {
      return RatingPatterns.create(GRADES);
    }

    @Override
    void addRandom(RatingPatterns patterns, SplittableRandom random) {
      patterns.add(random.ints(GRADES, 0, 3).toArray());
    }

    @Override
    RatingPatterns merge(RatingPatterns patterns, RatingPatterns other) {
      return patterns.merge(other);
    }

    @Override
    RatingPatterns subtract(RatingPatterns patterns, RatingPatterns other) {
      return patterns.subtract(other);
    }

    @Override
    Object content(RatingPatterns patterns) {
      return listed(patterns.snapshot());
    }
  }

  @Nested
  class OfRatingRows extends AccumulatorContract<RatingRows> {
    @Override
    RatingRows create() {
      return RatingRows.create(3, GRADES);
    }

    @Override
    void addRandom(RatingRows rows, SplittableRandom random) {
      rows.add(random.ints(3, RatingRows.MISSING, GRADES).toArray());
    }

    @Override
    RatingRows merge(RatingRows rows, RatingRows other) {
      return rows.merge(other);
    }

    @Override
    RatingRows subtract(RatingRows rows, RatingRows other) {
      return rows.subtract(other);
    }

    @Override
    Object content(RatingRows rows) {
      return listed(rows.snapshot());
    }
  }

  @Nested
  class OfPairTables extends AccumulatorContract<PairTables> {
    @Override
    PairTables create() {
      return PairTables.create(GRADES);
    }

    @Override
    void addRandom(PairTables tables, SplittableRandom random) {
      int ratings = random.nextInt(5);
      tables.add(random.ints(ratings, 0, 30).toArray(), random.ints(ratings, 0, GRADES).toArray());
    }

    @Override
    PairTables merge(PairTables tables, PairTables other) {
      return tables.merge(other);
    }

    @Override
    PairTables subtract(PairTables tables, PairTables other) {
      return tables.subtract(other);
    }

    @Override
    Object content(PairTables tables) {
      List<Object> pairs = new ArrayList<>();
      tables.forEach((first, second, table) -> pairs.add(List.of(first, second, table)));
      return pairs;
    }
  }

  @Nested
  class OfPeerPatterns extends AccumulatorContract<PeerPatterns> {
    @Override
    PeerPatterns create() {
      return PeerPatterns.create(GRADES);
    }

    @Override
    void addRandom(PeerPatterns peers, SplittableRandom random) {
      int ratings = random.nextInt(5);
      peers.add(random.ints(ratings, 0, 9).toArray(), random.ints(ratings, 0, GRADES).toArray());
    }

    @Override
    PeerPatterns merge(PeerPatterns peers, PeerPatterns other) {
      return peers.merge(other);
    }

    @Override
    PeerPatterns subtract(PeerPatterns peers, PeerPatterns other) {
      return peers.subtract(other);
    }

    @Override
    Object content(PeerPatterns peers) {
      List<Object> all = new ArrayList<>();
      all.add(listed(peers.items().snapshot()));
      peers.forEach((assessor, views) -> all.add(List.of(assessor, listed(views))));
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
