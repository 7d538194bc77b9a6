package org.assay.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assay.io.protocol.Protocol;
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
      "--fail-on-error was given; 2 the requests cannot be read."
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

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String name = file == null ? "standard input" : file.toString();
    try (BufferedReader in =
        file == null
            ? new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()))
            : Files.newBufferedReader(file)) {
      long failed = answer(in, out);
      return failOnError && failed > 0 ? Assay.FAILED : 0;
    } catch (NoSuchFileException e) {
      return unreadable(name + " does not exist");
    } catch (MalformedInputException e) {
      return unreadable(name + " is not UTF-8");
    } catch (IOException e) {
      return unreadable(name + " cannot be read: " + e.getMessage());
    }
  }

  private static long answer(BufferedReader in, PrintWriter out) throws IOException {
    Protocol protocol = new Protocol();
    long number = 0;
    long failed = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank()) {
        Protocol.Answer answer = protocol.respond(line, number);
        failed += answer.error().isPresent() ? 1 : 0;
        out.print(answer.json());
        out.print('\n');
        if (!in.ready()) {
          out.flush(); // somebody may be waiting for the answer before sending the next request
        }
      }
    }
    out.flush();
    return failed;
  }

  private int unreadable(String message) {
    spec.commandLine().getOut().flush();
    spec.commandLine().getErr().println("assay batch: " + message);
    return Assay.BAD_INPUT;
  }
}
