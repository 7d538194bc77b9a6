package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.io.Shown;

/**
 * What is lost of the tables. Loss is never random: it takes whole people, grades and weeks, so
 * that what is left does not stand for what is gone.
 *
 * @param gradings of the gradings
 * @param verdicts of the verdicts
 */
public record Losses(TableLosses gradings, TableLosses verdicts) {
  private static final int SCOPES = 8; // named in a headline

  /**
   * Whether more than a share of a table is lost, so that no level at all may pass.
   *
   * @param share in [0, 1)
   * @return true when it is more
   */
  public boolean tableAbove(double share) {
    return Stream.of(gradings, verdicts).anyMatch(table -> table.share() > share);
  }

  /**
   * Whether more than a share of a scope is lost, of its gradings or of the checks of them, so that
   * no level of the scope may pass.
   *
   * @param share in [0, 1)
   * @param kind assessor, unit or stratum
   * @param id its id
   * @return true when it is more, or when more is lost of a whole table
   */
  public boolean above(double share, ScopeLoss.Kind kind, String id) {
    return tableAbove(share)
        || Stream.of(gradings, verdicts).anyMatch(table -> table.share(kind, id) > share);
  }

  /**
   * Whether anything is lost.
   *
   * @return false when every row is used or accounted for
   */
  public boolean any() {
    return gradings.lost() + verdicts.lost() > 0;
  }

  /**
   * What to say first: the tables, and the assessors, units and strata of the others, that lost
   * more than a share. Gradings come before the verdicts that hang on them, and are named, too,
   * where verdicts are lost because their gradings are.
   *
   * @param share in [0, 1)
   * @return sentences with numbers, the likeliest cause and its remedy; empty when nothing lost
   *     more
   */
  public List<String> above(double share) {
    List<String> ofVerdicts = headlines(verdicts, share, false);
    boolean hang =
        !ofVerdicts.isEmpty()
            && verdicts.causes().stream().anyMatch(c -> c.reason() == Reason.UNKNOWN_GRADING);
    return Stream.concat(headlines(gradings, share, hang).stream(), ofVerdicts.stream()).toList();
  }

  private static List<String> headlines(TableLosses table, double share, boolean always) {
    List<ScopeLoss> scopes = table.scopes().stream().filter(s -> s.share() > share).toList();
    if (table.lost() == 0 || !always && table.share() <= share && scopes.isEmpty()) {
      return List.of();
    }
    var line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%,d of %,d %s (%s) cannot be used",
            table.lost(),
            table.rows(),
            table.table(),
            percent(table.share())));
    if (!scopes.isEmpty()) {
      line.append(table.share() > share ? ", of " : ", too many of ").append(named(scopes));
    }
    line.append(": ").append(table.causes().get(0).sentence());
    var lines = new ArrayList<String>();
    lines.add(line.toString());
    table.causes().stream()
        .skip(1)
        .limit(2)
        .map(cause -> String.format(Locale.ROOT, "%,d more: %s", cause.rows(), cause.sentence()))
        .forEach(lines::add);
    return lines;
  }

  private static String named(List<ScopeLoss> scopes) {
    String names =
        scopes.stream().limit(SCOPES).map(Losses::named).collect(Collectors.joining(", "));
    int more = scopes.size() - SCOPES;
    return more > 0 ? names + String.format(Locale.ROOT, " and %,d more", more) : names;
  }

  private static String named(ScopeLoss scope) {
    return String.format(
        Locale.ROOT,
        "%s %s %,d of %,d (%s)",
        scope.kind().name().toLowerCase(Locale.ROOT),
        scope.id().isEmpty() ? "without a name" : Shown.plain(scope.id()),
        scope.lost(),
        scope.rows(),
        percent(scope.share()));
  }

  // Never 0.0 % for something, nor 100.0 % for less than all.
  private static String percent(double share) {
    double shown = Math.min(Math.max(100 * share, 0.1), share < 1 ? 99.9 : 100);
    return String.format(Locale.ROOT, "%.1f %%", share == 0 ? 0 : shown);
  }
}
