package org.assay.io.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.io.ingest.Intake;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of a report as bytes: the same model, the same bytes. */
final class ReportFiles {
  static final String SUMMARY = "summary.txt";

  /** Every file a report has. */
  static final Set<String> NAMES =
      Set.of("report.json", "index.html", SUMMARY, "errors.csv", Manifest.FILE);

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReportFiles() {}

  static SortedMap<String, byte[]> of(
      ReportModel report,
      Intake intake,
      SortedMap<String, String> parameters,
      List<Manifest.FileDigest> inputs) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("report.json", json(report));
    files.put("index.html", HtmlReport.of(report).getBytes(StandardCharsets.UTF_8));
    files.put(SUMMARY, SummaryText.of(report).getBytes(StandardCharsets.UTF_8));
    files.put("errors.csv", ErrorList.csv(intake).getBytes(StandardCharsets.UTF_8));
    List<Manifest.FileDigest> outputs =
        files.entrySet().stream().map(Manifest.FileDigest::of).toList();
    files.put(
        Manifest.FILE,
        json(
            new Manifest(
                Manifest.KIND,
                ReportModel.SCHEMA_VERSION,
                report.engineVersion(),
                parameters,
                inputs,
                outputs)));
    return files;
  }

  // Line ends are the same on every platform: the pretty printer's own would not be.
  private static byte[] json(Object value) {
    String text = MAPPER.writeValueAsString(value).replace("\r\n", "\n") + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
