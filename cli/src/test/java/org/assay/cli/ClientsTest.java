package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python and R clients against the program; skipped where Python or R is missing. */
class ClientsTest {
  private static final Path CLIENTS = Path.of("../docs/clients").toAbsolutePath().normalize();
  private static final long MOST_SECONDS = 120;

  /** Cohen (1960): 29 / 59; Clopper and Pearson of 3 in 40. */
  private static final String PYTHON =
      """
      from assay import Assay, AssayError

      with Assay() as assay:
          table = {"table": [[88, 14, 18], [10, 40, 10], [2, 6, 12]]}
          print("%.12f" % assay("agreement", table)["coefficients"]["cohenKappa"]["estimate"])
          interval = ("interval", {"errors": 3, "checked": 40}, {"method": "clopperPearson"})
          print(["%.6f" % answer["upper"] for answer in assay.ask([interval, interval])])
          try:
              assay("interval", {"errors": 41, "checked": 40}, {"method": "wilson"})
          except AssayError as refused:
              print("refused:", refused.message)
          try:
              assay("nothing")
          except AssayError as refused:
              print("refused:", refused.field)
          print("%.6f" % assay(*interval)["lower"])
      """;

  private static final String R =
      """
      source(file.path(Sys.getenv("CLIENTS"), "assay.R"))
      assay <- assay_start()
      counts <- rbind(c(88, 14, 18), c(10, 40, 10), c(2, 6, 12))
      kappa <- assay_ask(assay, "agreement", list(table = counts))
      cat(sprintf("%.12f\\n", kappa$coefficients$cohenKappa$estimate))
      interval <- list(op = "interval", input = list(errors = 3, checked = 40),
        params = list(method = "clopperPearson"))
      cat(sprintf("%.6f\\n", assay_ask_all(assay, list(interval, interval))[[2]]$upper))
      tryCatch(
        assay_ask(assay, "interval", list(errors = 41, checked = 40), list(method = "wilson")),
        assay_error = function(e) cat("refused:", conditionMessage(e), "\\n"))
      assay_stop(assay)
      """;

  @TempDir Path temp;
  private Path program;

  private record Ended(int status, String printed) {}

  @BeforeEach
  void program() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    program =
        Files.writeString(
            temp.resolve("assay"),
            "#!/bin/sh\nexec '"
                + java
                + "' -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path")
                + "' org.assay.cli.Assay \"$@\"\n");
    assumeTrue(program.toFile().setExecutable(true), "no executable scripts here");
  }

  private Ended run(String... command) throws IOException, InterruptedException {
    Path printed = temp.resolve("printed.txt");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(printed.toFile());
    builder.environment().put("ASSAY", program.toString());
    builder.environment().put("CLIENTS", CLIENTS.toString());
    builder.environment().put("PYTHONPATH", CLIENTS.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      throw new AssertionError("still running after " + MOST_SECONDS + " s: " + List.of(command));
    }
    return new Ended(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
  }

  private boolean works(String... command) throws InterruptedException {
    try {
      return run(command).status() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  private static List<String> lines(Ended ended) {
    return new ArrayList<>(ended.printed().lines().map(String::strip).toList());
  }

  @Test
  void python() throws IOException, InterruptedException {
    assumeTrue(works("python3", "--version"), "python3 is missing");
    Path script = Files.writeString(temp.resolve("ask.py"), PYTHON);
    Ended ended = run("python3", script.toString());
    assertEquals(0, ended.status(), ended.printed());
    assertEquals(
        List.of(
            "0.491525423729",
            "['0.203865', '0.203865']",
            "refused: errors must be in [0, 40], got 41",
            "refused: op",
            "0.015742"),
        lines(ended));
  }

  @Test
  void pythonSaysThatTheProgramEnded() throws IOException, InterruptedException {
    assumeTrue(works("python3", "--version"), "python3 is missing");
    Path script =
        Files.writeString(
            temp.resolve("gone.py"),
            """
            from assay import Assay, AssayError
            try:
                Assay(["false"])("interval", {})
            except AssayError as e:
                print(e)
            """);
    Ended ended = run("python3", script.toString());
    assertEquals("assay ended with status 1", ended.printed().strip());
  }

  @Test
  void r() throws IOException, InterruptedException {
    assumeTrue(
        works("Rscript", "-e", "library(jsonlite)"), "Rscript or its package jsonlite is missing");
    Path script = Files.writeString(temp.resolve("ask.R"), R);
    Ended ended = run("Rscript", script.toString());
    assertEquals(0, ended.status(), ended.printed());
    assertTrue(ended.printed().startsWith("0.491525423729\n0.203865\n"), ended.printed());
    assertTrue(ended.printed().contains("errors must be in [0, 40], got 41"), ended.printed());
  }
}
