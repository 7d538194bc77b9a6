package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.InputTables;
import org.assay.io.policy.Policy;
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
    Policy policy = PolicyReader.read(year.policy());
    assertEquals(
        List.of(),
        schema.validate(
            mapper.readTree(
                report(
                    IngestOptions.of(year.gradings(), policy).withVerdicts(year.verdicts()),
                    year,
                    "one"))));
    Path late =
        Files.writeString(
            temp.resolve("late.csv"),
            """
            item_id,assessor_id,grade,graded_at,unit_id
            i1,a02,B,2025-03-03T10:24:00Z,
            n1,a02,Z,2025-03-03T10:24:00Z,
            """);
    var several = InputTables.of(List.of(year.gradings(), late), List.of(year.verdicts()));
    String report = report(IngestOptions.of(several, policy), year, "several");
    assertTrue(report.contains("\"otherFile\" : \"late.csv\""), report);
    assertEquals(List.of(), schema.validate(mapper.readTree(report)));
  }

  private String report(IngestOptions options, SmallYear year, String name) throws IOException {
    Path out = temp.resolve(name);
    ReportJob.run(options, year.policy(), out, "7", "test", (task, share) -> {});
    return Files.readString(out.resolve("report.json"));
  }
}
