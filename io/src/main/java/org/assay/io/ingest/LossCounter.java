package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.io.table.TimeParser;

/** Counts the rows of one table that are lost: why, what stood there, and whose they are. */
final class LossCounter {
  /** More different ids or values than these are counted together, as one without a name. */
  private static final int MOST = 10_000;

  private static final int VALUES = 5; // shown of a cause
  private static final String REST = "";

  private record Key(Reason reason, String column) {}

  private static final class Cause {
    long rows;
    final Map<String, Long> values = new LinkedHashMap<>();
  }

  private final Map<Key, Cause> causes = new LinkedHashMap<>();
  private final Map<ScopeLoss.Kind, Map<String, LostTimes.Builder>> scopes = new LinkedHashMap<>();
  private long rows;

  LossCounter() {
    for (ScopeLoss.Kind kind : ScopeLoss.Kind.values()) {
      scopes.put(kind, new LinkedHashMap<>());
    }
  }

  /** A row is lost because of what stands in a column. */
  void add(Reason reason, String column, String value) {
    rows++;
    Cause cause = causes.computeIfAbsent(new Key(reason, column), key -> new Cause());
    cause.rows++;
    count(cause.values, value);
  }

  /** A grading or a check of what is lost belongs to a scope; when it was made is not known. */
  void add(ScopeLoss.Kind kind, String id) {
    add(kind, id, TimeParser.NOT_A_TIME);
  }

  /** The same with the time of the grading, as {@link TimeParser} gives it. */
  void add(ScopeLoss.Kind kind, String id, long gradedAt) {
    Map<String, LostTimes.Builder> times = scopes.get(kind);
    times.computeIfAbsent(key(times, id), none -> new LostTimes.Builder()).add(gradedAt);
  }

  private static void count(Map<String, Long> counts, String key) {
    counts.merge(key(counts, key), 1L, Long::sum);
  }

  private static String key(Map<String, ?> counts, String key) {
    return counts.size() < MOST || counts.containsKey(key) ? key : REST;
  }

  long rows() {
    return rows;
  }

  /** What is lost of each id of a kind. */
  Map<String, Long> of(ScopeLoss.Kind kind) {
    Map<String, Long> rowsOf = new LinkedHashMap<>();
    scopes.get(kind).forEach((id, times) -> rowsOf.put(id, times.rows()));
    return rowsOf;
  }

  /** When what is lost was graded. */
  LostTimes times() {
    return LostTimes.of(scopes);
  }

  /** The causes, the one with most rows first. */
  List<LossCause> causes(Remedies remedies) {
    var sorted = new ArrayList<LossCause>();
    causes.forEach(
        (key, cause) -> {
          List<LossCause.Value> values =
              cause.values.entrySet().stream()
                  .sorted(
                      Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                          .thenComparing(Map.Entry.comparingByKey()))
                  .limit(VALUES)
                  .map(value -> new LossCause.Value(value.getKey(), value.getValue()))
                  .toList();
          sorted.add(
              new LossCause(
                  key.reason,
                  key.column,
                  cause.rows,
                  values,
                  remedies.of(key.reason, values.get(0).text())));
        });
    sorted.sort(
        Comparator.comparingLong(LossCause::rows)
            .reversed()
            .thenComparing(LossCause::reason)
            .thenComparing(LossCause::column));
    return sorted;
  }
}
