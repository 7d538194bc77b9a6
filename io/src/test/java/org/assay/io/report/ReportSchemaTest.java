package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.assay.io.protocol.ProtocolSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code report.json} is what {@code assay schema} says. */
class ReportSchemaTest {
  @TempDir Path temp;

  @Test
  void aReportKeepsTheSchema() throws IOException {
    var mapper = new JsonMapper();
    var root =
        (ObjectNode) mapper.readTree(ProtocolSchema.json(Map.of("report.json", ReportModel.class)));
    root.remove("oneOf");
    root.put("$ref", "#/$defs/report.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
    SmallYear year = SmallYear.write(temp);
    Path out = temp.resolve("out");
    ReportJob.run(
        IngestOptions.of(year.gradings(), PolicyReader.read(year.policy()))
            .withVerdicts(year.verdicts()),
        year.policy(),
        out,
        "7",
        "test",
        (task, share) -> {});
    assertEquals(
        List.of(), schema.validate(mapper.readTree(Files.readString(out.resolve("report.json")))));
  }
}
