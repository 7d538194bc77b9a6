package org.assay.bench.study.sentences;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The policy of a simulated team: four ordered grades, one level, both risks 5 %. */
final class PlantedPolicy {
  static final double RISK = 0.05;

  /** Whether fields are written that engines before "lot or process" and "looks" do not know. */
  static final boolean NEW_POLICY_FIELDS = true;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectNode policy = JSON.createObjectNode();
  private final ObjectNode level;
  private final double limit;

  private PlantedPolicy(String scope, double limit, boolean critical) {
    this.limit = limit;
    ObjectNode scheme = policy.putObject("scheme");
    scheme.put("version", "1").put("ordered", true);
    "ABCD".chars().forEach(c -> scheme.withArray("grades").add(Character.toString(c)));
    level = policy.putArray("levels").addObject();
    level.put("name", critical ? "critical" : "any");
    if (critical) {
      level.putArray("counts").addArray().add("A").add("D");
    } else {
      level.put("counts", "any");
    }
    level.put("acceptable", .4 * limit).put("unacceptable", limit);
    level.put("producerRisk", RISK).put("consumerRisk", RISK);
    level.put("scope", scope).put("period", "year");
  }

  /** A level of any error for units, about their lots. */
  static PlantedPolicy units(double limit) {
    return new PlantedPolicy("unit", limit, false);
  }

  /** A level of the critical error for units, about their lots. */
  static PlantedPolicy critical(double limit) {
    return new PlantedPolicy("unit", limit, true);
  }

  /** A level of any error for assessors, about the process. */
  static PlantedPolicy people(double limit) {
    PlantedPolicy policy = new PlantedPolicy("assessor", limit, false);
    return policy.later(() -> policy.level.put("about", "process"));
  }

  /** How often the state of a period is looked at. */
  PlantedPolicy looks(int number) {
    return later(() -> policy.path("levels").forEach(l -> ((ObjectNode) l).put("looks", number)));
  }

  /** A second level of the same scope, for the critical error alone. */
  PlantedPolicy alsoCritical(double at) {
    ObjectNode other = level.deepCopy();
    other.put("name", "critical").put("acceptable", .4 * at).put("unacceptable", at);
    other.remove("counts");
    other.putArray("counts").addArray().add("A").add("D");
    policy.withArray("levels").add(other);
    return this;
  }

  /** A second level of the same rates for people, about their lots. */
  PlantedPolicy alsoPeople() {
    ObjectNode other = level.deepCopy();
    other.put("name", "people").put("scope", "assessor").put("about", "lot").put("leastChecks", 1);
    policy.withArray("levels").add(other);
    return this;
  }

  /** A stream that is declared not to be sampled. */
  PlantedPolicy notSampled(String stream) {
    return later(() -> policy.putObject("notSampled").putArray("streams").add(stream));
  }

  /** How the states of a level are judged together: {@code holm} or {@code fdr}. */
  PlantedPolicy together(String rule) {
    policy.put("familyWise", rule);
    return this;
  }

  boolean isFalseDiscovery() {
    return "fdr".equals(policy.path("familyWise").asString(""));
  }

  /** False flags accepted per team and year. */
  PlantedPolicy driftBudget(double flags) {
    policy.put("driftBudget", flags);
    return this;
  }

  private PlantedPolicy later(Runnable field) {
    if (NEW_POLICY_FIELDS) {
      field.run();
    }
    return this;
  }

  double limit() {
    return limit;
  }

  boolean isCritical() {
    return "critical".equals(level.get("name").asString());
  }

  String json() {
    return policy.toString();
  }
}
