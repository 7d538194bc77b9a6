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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers requests of the JSON Lines protocol, one per line, in order. */
@Command(
    name = "batch",
    description = "Answer requests of the JSON Lines protocol, one per line, in order.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay batch requests.jsonl > responses.jsonl",
      "  echo '{\"op\":\"interval\",\"input\":{\"errors\":3,\"checked\":40},"
          + "\"params\":{\"method\":\"clopperPearson\"}}' | assay batch"
    })
final class BatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Requests, UTF-8; standard input when absent.")
  private Path file;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String name = file == null ? "standard input" : file.toString();
    try (BufferedReader in =
        file == null
            ? new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()))
            : Files.newBufferedReader(file)) {
      answer(in, out);
      return 0;
    } catch (NoSuchFileException e) {
      return unreadable(name + " does not exist");
    } catch (MalformedInputException e) {
      return unreadable(name + " is not UTF-8");
    } catch (IOException e) {
      return unreadable(name + " cannot be read: " + e.getMessage());
    }
  }

  private static void answer(BufferedReader in, PrintWriter out) throws IOException {
    Protocol protocol = new Protocol();
    long number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank()) {
        out.print(protocol.answer(line, number));
        out.print('\n');
        if (!in.ready()) {
          out.flush(); // somebody may be waiting for the answer before sending the next request
        }
      }
    }
    out.flush();
  }

  private int unreadable(String message) {
    spec.commandLine().getOut().flush();
    spec.commandLine().getErr().println("assay batch: " + message);
    return Assay.BAD_INPUT;
  }
}
