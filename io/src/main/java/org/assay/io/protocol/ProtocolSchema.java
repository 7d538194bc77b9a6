package org.assay.io.protocol;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import org.assay.io.report.ReportModel;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of the protocol and of report.json, made from the records that Jackson binds. */
public final class ProtocolSchema {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ProtocolSchema() {}

  /**
   * The schema of every operation (its input, parameters and result) and of {@code report.json}.
   *
   * @return indented JSON (draft 2020-12), the operations under {@code $defs} by name
   */
  public static String json() {
    SchemaGenerator generator =
        new SchemaGenerator(
            new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                .with(Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .build());
    ObjectNode root = MAPPER.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Assay JSON Lines protocol, version 1");
    ObjectNode definitions = root.putObject("$defs");
    for (Operation<?, ?, ?> op : Operations.built().values()) {
      ObjectNode definition = definitions.putObject(op.name());
      definition.set("input", generator.generateSchema(op.input()));
      definition.set("params", generator.generateSchema(op.params()));
      definition.set("result", generator.generateSchema(op.result()));
    }
    definitions.set("report.json", generator.generateSchema(ReportModel.class));
    return MAPPER.writeValueAsString(root);
  }
}
