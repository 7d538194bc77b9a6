package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assay.data.Selections.Blindness;
import org.assay.io.BadInputException;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportJobTest {
  @TempDir static Path folder;

  private static SmallYear year;
  private static ReportJob.Result result;

  @BeforeAll
  static void run() throws IOException {
    year = SmallYear.write(folder);
    result = run(folder.resolve("report"));
  }

  private static ReportJob.Result run(Path out) throws IOException {
    IngestOptions options =
        IngestOptions.of(year.gradings(), PolicyReader.read(year.policy()))
            .withVerdicts(year.verdicts());
    return ReportJob.run(options, year.policy(), out, "7", "test", (task, share) -> {});
  }

  private static String text(String file) throws IOException {
    return Files.readString(folder.resolve("report").resolve(file), StandardCharsets.UTF_8);
  }

  @Nested
  class Numbers {
    /** One probability everywhere: weights differ by the few pending selections alone. */
    @Test
    void blindRateIsThePlantedOne() {
      RatePart.Rate rate = result.report().rates().all();
      assertEquals(Blindness.BLIND, rate.blindness());
      assertEquals(year.blindErrors(), rate.errors());
      assertEquals(year.blindChecks(), rate.checked());
      assertEquals((double) year.blindErrors() / year.blindChecks(), rate.rate(), 2e-3);
      assertTrue(rate.lower() < rate.rate() && rate.rate() < rate.upper());
    }

    /** Targeted checks found plenty; they are in the error list and in no rate. */
    @Test
    void targetedChecksEnterNoRate() throws IOException {
      assertTrue(text("errors.csv").contains("TARGETED"));
      RatePart.Naive pooled = result.report().naive().get(0);
      assertTrue(pooled.rate() > 1.3 * result.report().rates().all().rate());
      assertEquals(
          year.targeted(),
          result.report().checks().methods().stream()
              .filter(m -> !m.usable())
              .mapToLong(CheckPart.Method::checked)
              .sum());
    }

    @Test
    void levelsHaveAStateAndAReason() {
      assertFalse(result.report().levels().isEmpty());
      for (LevelPart.Level level : result.report().levels()) {
        assertEquals(level.state() == State.PASS, level.upperBound() <= level.limit());
        assertEquals(level.state() == State.FAIL, level.lowerBound() > level.limit());
        assertTrue(level.sentence().contains("the level allows at most"), level.sentence());
      }
    }

    @Test
    void pendingSelectionsAreCounted() {
      assertEquals(year.pending(), result.report().checks().pending());
      assertTrue(result.report().checks().pendingShare() > 0);
    }

    @Test
    void peopleStandInTheOrderOfTheirIds() {
      List<String> ids =
          result.report().support().stream().map(PeoplePart.Support::assessor).toList();
      assertEquals(ids.stream().sorted().toList(), ids);
    }

    /** a02 gives C for B ten times as often as the others. */
    @Test
    void boundaryIsFound() {
      PeoplePart.Support support = result.report().support().get(1);
      assertEquals("a02", support.assessor());
      assertEquals(1, support.boundaries().size());
      assertEquals("B", support.boundaries().get(0).reference());
      assertEquals("C", support.boundaries().get(0).grade());
      assertTrue(support.sentences().get(0).startsWith("Needs support on the B/C boundary"));
    }
  }

  @Nested
  class Bytes {
    @Test
    void sameInputSameBytesWhateverTheLocale() throws IOException {
      Locale before = Locale.getDefault();
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        run(folder.resolve("again"));
      } finally {
        Locale.setDefault(before);
      }
      for (String file :
          List.of("report.json", "index.html", "summary.txt", "errors.csv", "manifest.json")) {
        assertArrayEquals(
            Files.readAllBytes(folder.resolve("report").resolve(file)),
            Files.readAllBytes(folder.resolve("again").resolve(file)),
            file);
      }
    }

    @Test
    void manifestNamesTheDigestsOfWhatWasWritten() throws IOException {
      JsonNode manifest = JsonMapper.shared().readTree(text("manifest.json"));
      assertEquals("assay-report", manifest.path("kind").asString());
      assertEquals("7", manifest.path("parameters").path("seed").asString());
      assertEquals(3, manifest.path("inputs").size());
      for (JsonNode output : manifest.path("outputs")) {
        Path file = folder.resolve("report").resolve(output.path("file").asString());
        assertEquals(
            Manifest.FileDigest.of("report", "x", Files.readAllBytes(file)).sha256(),
            output.path("sha256").asString());
      }
    }

    @Test
    void jsonSaysItsVersionAndHasNoNaN() throws IOException {
      String json = text("report.json");
      assertEquals(2, JsonMapper.shared().readTree(json).path("schemaVersion").asInt());
      assertFalse(json.contains("NaN") || json.contains("Infinity"));
    }
  }

  @Nested
  class Page {
    private Document parse() throws Exception {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
      String page = text("index.html").replace("<!DOCTYPE html>\n", "");
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isWellFormedAndStandsAlone() throws Exception {
      Document page = parse();
      assertEquals("html", page.getDocumentElement().getTagName());
      assertEquals(0, page.getElementsByTagName("script").getLength());
      assertEquals(0, page.getElementsByTagName("link").getLength());
      assertEquals(0, page.getElementsByTagName("img").getLength());
      String text = text("index.html").replaceAll("http://www\\.w3\\.org/[a-z0-9/]+", "");
      assertFalse(text.contains("http:") || text.contains("https:") || text.contains("url("), text);
    }

    @Test
    void everyChartHasATextAlternative() throws Exception {
      NodeList charts = parse().getElementsByTagName("svg");
      int matrices = 1 + result.report().matrices().people().size(); // of everybody, and of each
      int funnel = 1;
      assertEquals(result.report().trend().series().size() + matrices + funnel, charts.getLength());
      for (int i = 0; i < charts.getLength(); i++) {
        Element chart = (Element) charts.item(i);
        assertEquals("img", chart.getAttribute("role"));
        assertEquals(1, chart.getElementsByTagName("title").getLength());
        assertFalse(chart.getElementsByTagName("desc").item(0).getTextContent().isBlank());
      }
    }

    @Test
    void headingsComeInOrder() throws Exception {
      NodeList headings = parse().getElementsByTagName("h2");
      assertEquals("Are we at our QA levels?", headings.item(0).getTextContent());
      assertEquals("What would settle the rest", headings.item(1).getTextContent());
      assertEquals("What arrived", headings.item(10).getTextContent());
      assertEquals(1, parse().getElementsByTagName("h1").getLength());
    }

    @Test
    void wordsThatAreNeverUsed() throws IOException {
      for (String file : List.of("index.html", "summary.txt")) {
        String text = text(file).toLowerCase(Locale.ROOT);
        for (String word : List.of("accuracy", "significant", "truth", "bad assessor", "rank")) {
          assertFalse(text.replace("there are no rankings", "").contains(word), file + ": " + word);
        }
      }
    }

    /** An id is text, whatever it looks like. */
    @Test
    void idsAreEscaped() throws IOException {
      assertFalse(text("index.html").contains("<b>"));
      assertTrue(text("index.html").contains("&lt;b&gt;"));
      assertTrue(text("errors.csv").contains("'=1+1"));
    }
  }

  @Nested
  class Folder {
    @Test
    void earlierReportIsReplaced() throws IOException {
      Path out = folder.resolve("twice");
      run(out);
      run(out);
      assertEquals(result.summary(), Files.readString(out.resolve("summary.txt")));
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(0, left.filter(f -> f.getFileName().toString().startsWith(".")).count());
      }
    }

    @Test
    void otherFilesAreNeverTouched() throws IOException {
      Path out = Files.createDirectory(folder.resolve("mine"));
      Files.writeString(out.resolve("notes.txt"), "mine");
      var e = assertThrows(BadInputException.class, () -> run(out));
      assertEquals(
          out + " holds notes.txt, which Assay did not write there; name a new or empty folder",
          e.getMessage());
      assertEquals("mine", Files.readString(out.resolve("notes.txt")));
    }

    @Test
    void whatSomebodyAnnotatedIsKept() throws IOException {
      Path out = folder.resolve("annotated");
      run(out);
      Path errors = out.resolve("errors.csv");
      Files.writeString(errors, Files.readString(errors) + "i1,spoke to a1\n");
      String annotated = Files.readString(errors);
      var e = assertThrows(BadInputException.class, () -> run(out));
      assertEquals(
          out
              + " holds errors.csv, which was changed since Assay wrote it; name another folder, or"
              + " replace it with --force",
          e.getMessage());
      assertEquals(annotated, Files.readString(errors));
    }

    @Test
    void aFileIsNoFolder() {
      var e = assertThrows(BadInputException.class, () -> run(year.policy()));
      assertEquals(year.policy() + " is a file, expected a folder", e.getMessage());
    }
  }

  @Nested
  class WithoutVerdicts {
    @Test
    void saysThatNothingCanBeSaid() throws IOException {
      IngestOptions options = IngestOptions.of(year.gradings(), PolicyReader.read(year.policy()));
      ReportJob.Result bare =
          ReportJob.run(
              options, year.policy(), folder.resolve("bare"), null, "test", (task, share) -> {});
      assertNull(bare.report().rates().all().rate());
      assertEquals("TOO_FEW_ITEMS", bare.report().rates().all().undefined());
      assertTrue(
          bare.report().levels().stream().allMatch(l -> l.state() == State.NOT_DEMONSTRATED));
      assertFalse(bare.isAnyLevelFailed());
      assertTrue(bare.summary().contains("nothing can be said about errors"), bare.summary());
    }
  }
}
