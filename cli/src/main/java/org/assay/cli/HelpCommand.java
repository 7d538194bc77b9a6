package org.assay.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The help of a command, as {@code --help} gives it. */
@Command(
    name = "help",
    description = "Show the help of a command, or of all.",
    footerHeading = "%nExamples:%n",
    footer = {"  assay help", "  assay help report"})
final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "A command, such as report.")
  private String command;

  @Override
  public Integer call() {
    CommandLine top = spec.parent().commandLine();
    CommandLine asked = command == null ? top : top.getSubcommands().get(command);
    if (asked == null) {
      throw new UnmatchedArgumentException(top, List.of(command));
    }
    asked.usage(spec.commandLine().getOut());
    return 0;
  }
}
