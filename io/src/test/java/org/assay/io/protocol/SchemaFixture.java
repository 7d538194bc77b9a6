package org.assay.io.protocol;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assay.io.report.ReportModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schema, read by a validator that others made. */
final class SchemaFixture {
  static final String TEXT = ProtocolSchema.json(Map.of("report.json", ReportModel.class));
  static final JsonNode ROOT = RequestMapper.MAPPER.readTree(TEXT);

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private SchemaFixture() {}

  /** The schema of a definition, with all that it refers to. */
  static Schema of(String definition) {
    ObjectNode root = ((ObjectNode) ROOT).deepCopy();
    root.remove("oneOf");
    root.put("$ref", "#/$defs/" + definition);
    return REGISTRY.getSchema(root);
  }

  /** The schema of schemas. */
  static Schema ofSchemas() {
    return REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
  }

  /** Requests of published reference numbers and of reported cases. */
  static List<String> requests() throws IOException {
    try (InputStream in = SchemaFixture.class.getResourceAsStream("/protocol/requests.jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
