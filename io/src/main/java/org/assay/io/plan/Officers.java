package org.assay.io.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assay.io.BadInputException;

/**
 * The QA officers among whom items to be checked are split.
 *
 * @param names pseudonyms, as verdicts have them; empty when only their number is known
 * @param number how many, at least 1
 * @param seen items that an officer has seen, as item, tab, officer
 */
public record Officers(List<String> names, int number, Set<String> seen) {
  public Officers {
    names = List.copyOf(names);
    seen = Set.copyOf(seen);
    if (number < 1) {
      throw new BadInputException("the number of reviewers must be at least 1, got " + number);
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new BadInputException("reviewers must be named once, got " + names);
    }
  }

  /**
   * Officers without names.
   *
   * @param number how many, at least 1
   * @return the officers
   */
  public static Officers of(int number) {
    return new Officers(List.of(), number, Set.of());
  }

  /**
   * Officers by name. Nobody is given an item that they graded or that the tables say they have
   * seen.
   *
   * @param names pseudonyms
   * @param seen tables with the columns {@code item_id} and {@code reviewer_id}, for example of
   *     earlier verdicts
   * @return the officers
   * @throws IOException if a table cannot be read
   */
  public static Officers named(List<String> names, List<Path> seen) throws IOException {
    var pairs = new HashSet<String>();
    for (Path file : seen) {
      for (List<String> row : IdFile.itemsAndReviewers(file)) {
        pairs.add(pair(row.get(0), row.get(1)));
      }
    }
    return new Officers(names, names.size(), pairs);
  }

  private static String pair(String item, String officer) {
    return item + '\t' + officer;
  }

  boolean hasSeen(int officer, String item) {
    return !names.isEmpty() && seen.contains(pair(item, names.get(officer)));
  }

  /** The name of an officer; empty when only their number is known. */
  String name(int officer) {
    return names.isEmpty() ? "" : names.get(officer);
  }
}
