package org.assay.bench.study.sentences;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Whom a report names as different from the others, or as changed.
 *
 * @param different named as different
 * @param changed named as changed
 */
record NamedPeople(Set<String> different, Set<String> changed) {
  /** Kinds of findings that compare nobody with anybody. */
  private static final Set<String> NO_COMPARISON = Set.of("LEVEL", "TOO_FEW_CHECKS", "DATA");

  /** Reads {@code findings}, or support and trend of reports that have none. */
  static NamedPeople in(JsonNode report) {
    Set<String> different = new TreeSet<>();
    Set<String> changed = new TreeSet<>();
    if (report.has("findings")) {
      for (JsonNode finding : report.path("findings")) {
        String kind = finding.path("kind").asString();
        for (String role : Set.of("assessor", "officer")) {
          JsonNode who = finding.path("about").path(role);
          if (who.isString() && !NO_COMPARISON.contains(kind)) {
            (kind.equals("DRIFT") ? changed : different).add(who.asString());
          }
        }
      }
      return new NamedPeople(different, changed);
    }
    for (JsonNode support : report.path("support")) {
      boolean named = !support.path("boundaries").isEmpty();
      for (JsonNode sentence : support.path("sentences")) {
        String words = sentence.asString();
        named |= words.contains("Needs support") || words.contains("More errors than");
      }
      if (named) {
        different.add(support.path("assessor").asString());
      }
    }
    for (JsonNode series : report.path("trend").path("series")) {
      if (!series.path("signals").isEmpty()) {
        changed.add(series.path("assessor").asString());
      }
    }
    return new NamedPeople(different, changed);
  }
}
