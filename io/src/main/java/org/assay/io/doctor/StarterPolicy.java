package org.assay.io.doctor;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.data.GradingScheme;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.Typed;
import org.assay.io.ingest.Survey;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy to begin with: the grades that occur, two levels with rates that somebody must decide
 * on, and comments that say what to decide. {@code "//"} is a comment in every object of a policy.
 */
public final class StarterPolicy {
  private static final String RISKS = "\"producerRisk\": 0.05, \"consumerRisk\": 0.05";

  private final Map<String, Long> grades; // rows by grade, spellings of one together
  private final List<String> spellings; // what is read as what
  private final boolean ordered;
  private final boolean timed;
  private final boolean local;
  private final ZoneId zone;

  private StarterPolicy(Survey survey, ZoneId zone) {
    GradingScheme scheme = survey.scheme();
    this.grades = new LinkedHashMap<>();
    this.spellings = new ArrayList<>();
    this.ordered = scheme.isOrdered();
    this.timed = survey.timed();
    this.local = survey.localTimes() > 0;
    this.zone = zone;
    join(survey.grades());
    if (grades.size() < 2) {
      throw new BadInputException(
          "one grade only is in the table, "
              + spellings.stream().map(Shown::plain).collect(Collectors.joining(", "))
              + "; a scheme needs two grades or more: write the policy by hand, or give more rows");
    }
  }

  /**
   * A policy for tables.
   *
   * @param survey what stands in them
   * @return with the zone of this machine, where times need one
   */
  public static StarterPolicy of(Survey survey) {
    return new StarterPolicy(survey, ZoneId.systemDefault());
  }

  /**
   * The same with a zone.
   *
   * @param zone of times without an offset
   * @return a copy
   */
  public static StarterPolicy of(Survey survey, ZoneId zone) {
    return new StarterPolicy(survey, zone);
  }

  // Spellings that differ in case only are one grade, the commonest of them.
  private void join(Map<String, Long> seen) {
    Map<String, List<String>> alike = ordered ? new LinkedHashMap<>() : new TreeMap<>();
    seen.keySet()
        .forEach(g -> alike.computeIfAbsent(Typed.folded(g), n -> new ArrayList<>()).add(g));
    for (List<String> one : alike.values()) {
      String common = one.get(0);
      long rows = 0;
      for (String spelling : one) {
        common = seen.get(spelling) > seen.get(common) ? spelling : common;
        rows += seen.get(spelling);
      }
      grades.put(common, rows);
      for (String spelling : one) {
        if (!spelling.equals(common)) {
          spellings.add(
              Shown.quoted(spelling)
                  + " ("
                  + seen.get(spelling)
                  + ") is read as "
                  + Shown.quoted(common));
        }
      }
    }
  }

  /**
   * What the file says.
   *
   * @return the policy
   */
  public Policy policy() {
    return PolicyReader.parse(json());
  }

  /**
   * The grades in words.
   *
   * @return with their order where there is one
   */
  public String words() {
    return grades.keySet().stream()
            .map(Shown::plain)
            .collect(Collectors.joining(ordered ? " < " : ", "))
        + (ordered ? "" : " (not ordered)");
  }

  /**
   * The file.
   *
   * @return JSON with comments
   */
  public String json() {
    List<String> lines = new ArrayList<>();
    lines.add("{");
    comment(
        lines,
        "  ",
        List.of(
            "A policy to begin with, made by assay init from the grades in the table.",
            "Texts behind // are for people; Assay passes over them. What somebody must decide is"
                + " marked DECIDE."));
    lines.add("  \"scheme\": {");
    comment(lines, "    ", schemeWords());
    lines.add(
        "    \"grades\": ["
            + grades.keySet().stream().map(StarterPolicy::quoted).collect(Collectors.joining(", "))
            + "],");
    lines.add("    \"ordered\": " + ordered);
    lines.add("  },");
    if (local) {
      lines.add("  \"zone\": " + quoted(zone.getId()) + ",");
    }
    lines.add("  \"levels\": [");
    lines.add("    {");
    comment(lines, "      ", levelWords());
    level(lines, "any error", "unit", period("quarter"));
    lines.add("    },");
    lines.add("    {");
    level(lines, "any error, assessor", "assessor", period("quarter"));
    lines.add("    }");
    lines.add("  ]");
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }

  private String period(String timedOne) {
    return timed ? timedOne : "all";
  }

  private static void level(List<String> lines, String name, String scope, String period) {
    lines.add("      \"name\": " + quoted(name) + ", \"counts\": \"any\",");
    lines.add("      \"acceptable\": 0.02, \"unacceptable\": 0.05, " + RISKS + ",");
    lines.add("      \"scope\": " + quoted(scope) + ", \"period\": " + quoted(period));
  }

  private List<String> schemeWords() {
    List<String> words = new ArrayList<>();
    words.add(
        "DECIDE which grades there are: all that may be given, also those that nobody gave yet."
            + " Rows with another grade are excluded and listed. Seen, with rows: "
            + grades.entrySet().stream()
                .map(
                    g ->
                        Shown.plain(g.getKey())
                            + String.format(Locale.ROOT, " (%,d)", g.getValue()))
                .collect(Collectors.joining(", "))
            + ".");
    if (!spellings.isEmpty()) {
      words.add("Case does not count: " + String.join(", ", spellings) + ".");
    }
    words.add(
        ordered
            ? "DECIDE whether they are a scale: the grades are numbers and taken in their order. If"
                + " they are names of kinds, write \"ordered\": false."
            : "DECIDE whether they are a scale: nothing says so, so they stand as in the alphabet"
                + " and are not ordered. If they are, put them in order from one end to the other"
                + " and write \"ordered\": true.");
    if (local) {
      words.add(
          "DECIDE the zone: times have no offset, and this one is the zone of the machine that ran"
              + " assay init.");
    }
    return words;
  }

  private List<String> levelWords() {
    List<String> all = List.copyOf(grades.keySet());
    String first = quoted(all.get(0));
    String last = quoted(all.get(all.size() - 1));
    return List.of(
        "DECIDE the rates: a rate of errors up to acceptable is fine, one above unacceptable must"
            + " not pass. The risks are the chances of a wrong state.",
        "DECIDE which errors are unacceptable however rare, and give them a level of their own,"
            + " with \"counts\": [["
            + first
            + ", "
            + last
            + "], ["
            + last
            + ", "
            + first
            + "]]: pairs of the right grade and the one given. Rates of 0.001 need thousands of"
            + " checks; assay plan says how many.",
        "DECIDE for whom and when: scope is unit or assessor, period is week, month, quarter, year"
            + " or all.");
  }

  private static void comment(List<String> lines, String indent, List<String> texts) {
    lines.add(indent + "\"//\": [");
    for (int i = 0; i < texts.size(); i++) {
      lines.add(indent + "  " + quoted(texts.get(i)) + (i < texts.size() - 1 ? "," : ""));
    }
    lines.add(indent + "],");
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
