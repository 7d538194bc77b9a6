package org.assay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code assay} command: picks the subcommand, and turns failures into one line and a status.
 */
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = "Sampling and inter-rater agreement for graded work.",
    subcommands = {
      DemoCommand.class,
      CheckCommand.class,
      InitCommand.class,
      ConvertCommand.class,
      ReportCommand.class,
      StatementCommand.class,
      ReadCommand.class,
      AgreementCommand.class,
      DriftCommand.class,
      AssessorsCommand.class,
      PlanCommand.class,
      CommitCommand.class,
      DrawCommand.class,
      EvaluateCommand.class,
      SimulateCommand.class,
      BatchCommand.class,
      SchemaCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay demo                   a simulated year of a million gradings, reported",
      "  assay check g.csv            what can be concluded from a table, and what is wrong with"
          + " it",
      "  assay init g.csv             a policy to begin with",
      "  assay report --gradings g.csv --verdicts v.csv --policy policy.json --out report/",
      "  assay read                   tables of a week into a state, for a report on many",
      "  assay statement              what an assessor may see of their own",
      "  assay agreement              how well assessors agree with one another",
      "  assay drift                  who changed beside their peers, since when and in what",
      "  assay plan, draw, evaluate   the fewest checks, a blind pick-list, the decision",
      "  assay commit                 promise the seed of a draw before the gradings are in",
      "  assay batch requests.jsonl   answer requests of the JSON Lines protocol",
      "",
      "Exit status: 0 done; 1 what --fail-on or --fail-on-error names has happened; 2 bad input,"
          + " with",
      "one line that says what and where; 3 a defect of the program, with a log file to send to",
      "whoever maintains it; 4 the output cannot be written: a full disk, a closed pipe."
    })
public final class Assay implements Runnable {
  /** Exit status when what an option like {@code --fail-on-error} names has happened. */
  static final int FAILED = 1;

  /** Exit status of a bad file or argument. */
  static final int BAD_INPUT = 2;

  /** Exit status of a defect. */
  static final int DEFECT = 3;

  /** Exit status when standard output or a file cannot be written. */
  static final int UNWRITTEN = 4;

  /** Longest line of a help; no example is longer, so that none is broken. */
  static final int HELP_WIDTH = 116;

  @Spec private CommandSpec spec;

  Assay() {}

  /**
   * Runs the command and exits with its status.
   *
   * @param args command line
   */
  public static void main(String[] args) {
    System.exit(
        run(
            SafeWriter.out(new FileOutputStream(FileDescriptor.out)),
            SafeWriter.err(new FileOutputStream(FileDescriptor.err)),
            args));
  }

  /** Runs the command; what cannot be written on standard output makes it fail at last. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    int status;
    try {
      status = commandLine(out, err).execute(args);
    } catch (Error e) { // out of memory, too deep a recursion: nothing further in can be trusted
      status = Failure.report(e, "assay", err);
    }
    boolean isLost = out.checkError();
    if (isLost && status <= FAILED) {
      Failure.say(
          err, "assay", "standard output cannot be written: it is full, or its reader has gone");
      return UNWRITTEN;
    }
    return status;
  }

  /** The command with its output going where the caller says. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Assay())
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(HELP_WIDTH)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, LocalDate::parse)
        .registerConverter(ZoneId.class, ZoneId::of)
        .setParameterExceptionHandler(
            (e, args) -> {
              String command = e.getCommandLine().getCommandSpec().qualifiedName();
              Failure.say(e.getCommandLine().getErr(), command, Usage.words(e, args));
              return BAD_INPUT;
            })
        .setExecutionExceptionHandler(
            (e, command, parsed) ->
                Failure.report(e, command.getCommandSpec().qualifiedName(), command.getErr()))
        .setExecutionStrategy(
            parsed -> {
              int status = new CommandLine.RunLast().execute(parsed);
              parsed.commandSpec().commandLine().getOut().flush();
              return status;
            });
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed; see assay --help");
  }
}
