package org.assay.bench.study.sentences;

import tools.jackson.databind.JsonNode;

/** What the row of a level asks for. */
enum Advice {
  /** A number of further checks. */
  CHECKS,
  /** All that is left. */
  EVERYTHING,
  /** Nothing: it has a state, or nothing that there is settles it. */
  NONE;

  static Advice of(JsonNode row) {
    boolean isOpen =
        row.path("state").asString().equals("NOT_DEMONSTRATED")
            && !row.path("provisional").asBoolean()
            && row.path("furtherChecks").asInt(0) > 0;
    long left =
        row.path("gradings").asLong()
            - row.path("rate").path("checked").asLong()
            - row.path("pending").asLong();
    String sentence = row.path("sentence").asString();
    return !isOpen || row.path("furtherChecks").asLong() > left
        ? NONE
        : sentence.contains("Only everything that is left would settle it")
            ? EVERYTHING
            : sentence.contains("would settle it with a chance of") ? CHECKS : NONE;
  }
}
