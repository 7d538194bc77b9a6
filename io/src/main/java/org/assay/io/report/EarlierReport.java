package org.assay.io.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an earlier report in the same folder has said about the same levels: each level may be
 * judged only as often as its policy says, and a report that is made again is the next look.
 */
final class EarlierReport {
  /** There is none. */
  static final EarlierReport NONE = new EarlierReport(null, Map.of());

  private final String sample; // null when not known
  private final Map<Key, Said> levels;

  private EarlierReport(String sample, Map<Key, Said> levels) {
    this.sample = sample;
    this.levels = levels;
  }

  /** A level of somebody or something in a period. */
  record Key(String level, String member, String period) {}

  /**
   * What was said.
   *
   * @param look number of the look, from 1
   * @param state PASS, FAIL or NOT_DEMONSTRATED
   * @param evidence limit, checks, errors and unresolved selections
   */
  record Said(int look, String state, String evidence) {}

  /** Reads the report of a folder; none where there is none that can be read. */
  static EarlierReport in(Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    Map<Key, Said> levels = new HashMap<>();
    String sample;
    try {
      JsonNode report = JsonMapper.shared().readTree(Files.readAllBytes(file));
      sample = report.path("sample").asString(null);
      for (JsonNode row : report.path("levels")) {
        levels.put(
            new Key(text(row, "level"), text(row, "member"), text(row, "period")),
            new Said(Math.max(1, row.path("look").asInt(1)), text(row, "state"), evidence(row)));
      }
    } catch (JacksonException e) {
      return NONE;
    }
    return new EarlierReport(sample, levels);
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).asString("");
  }

  private static String evidence(JsonNode row) {
    JsonNode rate = row.path("rate");
    return evidence(
        row.path("limit").asDouble(0),
        rate.path("checked").asLong(0),
        rate.path("errors").asLong(0),
        rate.path("unresolved").asLong(0));
  }

  /** What a state stands on, to tell a new look from the same one. */
  static String evidence(double limit, long checked, long errors, long unresolved) {
    return limit + " " + checked + " " + errors + " " + unresolved;
  }

  /** Fingerprint of the checks it stood on, see {@link Facts#sample}. */
  Optional<String> sample() {
    return Optional.ofNullable(sample);
  }

  /** What was said of a level. */
  Optional<Said> said(Key key) {
    return Optional.ofNullable(levels.get(key));
  }
}
