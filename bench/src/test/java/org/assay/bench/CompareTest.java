package org.assay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
  @TempDir Path temp;

  private Path results(String name, String... scores) throws IOException {
    StringBuilder json = new StringBuilder("[");
    for (String score : scores) {
      String[] s = score.split(" ", -1);
      json.append(json.length() > 1 ? "," : "")
          .append("{\"benchmark\":\"org.assay.bench.Some.")
          .append(s[0])
          .append("\",\"params\":{\"grades\":\"4\"},\"primaryMetric\":{\"score\":")
          .append(s[1])
          .append(",\"scoreError\":")
          .append(s[2])
          .append(",\"rawData\":[[")
          .append(s[3].replace("|", "],["))
          .append("]],\"scoreUnit\":\"ns/op\"}}");
    }
    return Files.writeString(temp.resolve(name), json.append("]"));
  }

  @Test
  void sideBySideWithRatiosThatMayBeNoise() throws IOException {
    Path before = results("a.json", "same 2.0 0.5 2,9|1", "faster 4.0 0.1 4,4.2", "gone 1 0 7");
    Path after =
        results("b.json", "same 2.2 0.5 3|3|1,4", "faster 1.0 0.1 1", "once 20.4 \"NaN\" 20.4");
    var bytes = new ByteArrayOutputStream();
    Compare.print(
        Compare.read(before),
        Compare.read(after),
        new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\\R", -1);
    assertEquals(
        "Some.faster grades=4 4.00 ± 0.10 1.00 ± 0.10 ns/op 0.25 * 4.10 1.00 0.24",
        squeeze(lines[1]));
    assertEquals("Some.gone grades=4 1.00 ± 0.00 - ± - ns/op - 7.00 - -", squeeze(lines[2]));
    assertEquals("Some.once grades=4 - ± - 20 ± 0.00 ns/op - - 20 -", squeeze(lines[3]));
    assertEquals(
        "Some.same grades=4 2.00 ± 0.50 2.20 ± 0.50 ns/op 1.10 2.00 3.00 1.50", squeeze(lines[4]));
  }

  @Test
  void oneFileWithMedianOverAllForks() throws IOException {
    var bytes = new ByteArrayOutputStream();
    Compare.print(
        Compare.read(results("a.json", "some 2.5 0.5 1,9|2,3")),
        new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\\R", -1);
    assertEquals("Some.some grades=4 2.50 ± 0.50 2.50 ns/op", squeeze(lines[1]));
  }

  private static String squeeze(String line) {
    return line.replaceAll(" +", " ").trim();
  }
}
