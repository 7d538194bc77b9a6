package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/start.md, as they stand there, do what the page says they do. */
class StartPageTest {
  private static final Path DATA = Path.of("../datasets/start");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");
  private static final Set<String> OPTIONS_WITH_FILES =
      Set.of("--gradings", "--verdicts", "--policy", "--out");

  @TempDir Path temp;

  private record Block(boolean isCommand, List<String> lines) {}

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = null;
    for (String line : Files.readAllLines(Path.of("../docs/start.md"))) {
      if (!line.startsWith("```")) {
        if (lines != null) {
          lines.add(line);
        }
      } else if (lines == null) {
        lines = new ArrayList<>();
        blocks.add(new Block(line.equals("```"), lines));
      } else {
        lines = null;
      }
    }
    return blocks;
  }

  // Files are those of a folder of its own: the test runs in another one.
  private String[] words(String line) {
    List<String> words = new ArrayList<>();
    var found = WORD.matcher(line);
    boolean isFile = false;
    while (found.find()) {
      String word = found.group(1) == null ? found.group() : found.group(1);
      words.add(isFile ? temp.resolve(word).toString() : word);
      isFile = OPTIONS_WITH_FILES.contains(word);
    }
    return words.subList(1, words.size()).toArray(new String[0]);
  }

  @Test
  void itsCommandsWork() throws IOException {
    try (Stream<Path> files = Files.list(DATA)) {
      for (Path file : files.toList()) {
        Files.copy(file, temp.resolve(file.getFileName()));
      }
    }
    int commands = 0;
    int lines = 0;
    String printed = "";
    for (Block block : blocks()) {
      for (String line : block.lines()) {
        if (block.isCommand()) {
          assertTrue(line.startsWith("assay "), line);
          var out = new StringWriter();
          var err = new StringWriter();
          assertEquals(
              0,
              Assay.run(new PrintWriter(out), new PrintWriter(err, true), words(line)),
              line + err);
          printed = out.toString().replace(temp + "/", "");
          commands++;
        } else {
          assertTrue(printed.contains(line + "\n"), line + "\n is not in\n" + printed);
          lines++;
        }
      }
    }
    assertEquals(5, commands);
    assertEquals(6, lines);
    assertTrue(Files.exists(temp.resolve("report/index.html")));
  }

  /** The spreadsheets and the CSV files are the same tables. */
  @Test
  void workbooksAndTextsSayTheSame() throws IOException {
    String[] kinds = {"xlsx", "csv"};
    for (String kind : kinds) {
      var out = new StringWriter();
      assertEquals(
          0,
          Assay.run(
              new PrintWriter(out),
              new PrintWriter(out, true),
              "convert",
              "--gradings",
              DATA.resolve("gradings." + kind).toString(),
              "--verdicts",
              DATA.resolve("checks." + kind).toString(),
              "--out",
              temp.resolve(kind).toString()),
          out.toString());
    }
    for (String table : new String[] {"gradings.csv", "verdicts.csv"}) {
      assertEquals(
          Files.readString(temp.resolve("csv").resolve(table)),
          Files.readString(temp.resolve("xlsx").resolve(table)));
    }
  }

  @Test
  void itsLinksAndPicturesAreThere() throws IOException {
    var links =
        Pattern.compile("\\]\\(([^)#]+)").matcher(Files.readString(Path.of("../docs/start.md")));
    while (links.find()) {
      assertTrue(Files.exists(Path.of("../docs").resolve(links.group(1))), links.group(1));
    }
  }
}
