package org.assay.cli;

import org.assay.io.protocol.ProtocolSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of every request and response. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of every request and response of the protocol.")
final class SchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().println(ProtocolSchema.json());
  }
}
