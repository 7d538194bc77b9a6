package org.assay.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.assay.io.BadInputException;
import org.assay.io.protocol.Batch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers requests of the JSON Lines protocol, one per line, in order. */
@Command(
    name = "batch",
    description = "Answer requests of the JSON Lines protocol, one per line, in order.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay batch requests.jsonl > responses.jsonl",
      "  assay batch --fail-on-error requests.jsonl > responses.jsonl || echo some failed",
      "  echo '{\"op\":\"interval\",\"input\":{\"errors\":3,\"checked\":40},"
          + "\"params\":{\"method\":\"clopperPearson\"}}' | assay batch",
      "",
      "What a request must look like: assay schema; for people, docs/protocol.md.",
      "Exit status: 0 every line was answered, whatever the answers; 1 an answer is an error and",
      "--fail-on-error was given; 2 the requests cannot be read; 4 the answers cannot be written."
    })
final class BatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Requests, UTF-8; standard input when absent.")
  private Path file;

  @Option(
      names = "--fail-on-error",
      description = "Exit with status 1 when an answer is an error; all lines are answered.")
  private boolean failOnError;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Time for each request; one that takes more is answered with an error (default:"
              + " ${DEFAULT-VALUE}).")
  private double timeout;

  @Override
  public Integer call() throws IOException {
    if (!(timeout >= 0.001 && timeout <= 1e6)) {
      throw new BadInputException("--timeout must be in [0.001, 1000000] seconds, got " + timeout);
    }
    if (file != null && Files.isDirectory(file)) {
      throw new BadInputException(file + " is a folder, expected a file of requests");
    }
    PrintWriter out = spec.commandLine().getOut();
    Batch batch = new Batch(Duration.ofMillis((long) (1000 * timeout)));
    try (InputStream in = file == null ? System.in : Files.newInputStream(file)) {
      long failed =
          batch.run(
              in,
              (json, mustFlush) -> {
                out.print(json);
                out.print('\n');
                // Somebody may be waiting for the answer before sending the next request.
                return !(mustFlush && out.checkError());
              });
      return failOnError && failed > 0 ? Assay.FAILED : 0;
    }
  }
}
