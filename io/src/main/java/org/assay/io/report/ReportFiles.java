package org.assay.io.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.assay.io.Shown;
import org.assay.io.ingest.Intake;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of a report as bytes: the same model, the same bytes. */
final class ReportFiles {
  static final String SUMMARY = "summary.txt";

  // Line ends are the same on every platform: the usual printer's would not be.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private ReportFiles() {}

  static SortedMap<String, byte[]> of(
      ReportModel report,
      Intake intake,
      SortedMap<String, String> parameters,
      List<Manifest.FileDigest> inputs) {
    SortedMap<String, CompletableFuture<byte[]>> written = new TreeMap<>();
    written.put("errors.csv", CompletableFuture.supplyAsync(() -> utf8(ErrorList.csv(intake))));
    written.put("index.html", CompletableFuture.supplyAsync(() -> utf8(HtmlReport.of(report))));
    written.put("report.json", CompletableFuture.supplyAsync(() -> json(report)));
    written.put(SUMMARY, CompletableFuture.supplyAsync(() -> utf8(SummaryText.of(report))));
    SortedMap<String, CompletableFuture<Manifest.FileDigest>> digests = new TreeMap<>();
    written.forEach(
        (name, file) ->
            digests.put(
                name, file.thenApply(content -> Manifest.FileDigest.of("report", name, content))));
    Manifest manifest =
        new Manifest(
            Manifest.KIND,
            ReportModel.SCHEMA_VERSION,
            report.engineVersion(),
            parameters,
            inputs,
            digests.values().stream().map(CompletableFuture::join).toList());
    SortedMap<String, byte[]> files = new TreeMap<>();
    written.forEach((name, file) -> files.put(name, file.join()));
    files.put(Manifest.FILE, json(manifest));
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // Characters that act on a screen stand in strings only, where JSON may escape them.
  static byte[] json(Object value) {
    return utf8(Shown.isolated(MAPPER.writeValueAsString(value)) + "\n");
  }
}
