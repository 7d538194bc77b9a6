package org.assay.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.io.Shown;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line: what stood there, what was expected, what to do. */
final class Usage {
  private Usage() {}

  static String words(ParameterException e, String[] args) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String help = "; see " + command.qualifiedName() + " --help";
    Optional<String> unknown = unknownOption(command, args);
    if (unknown.isPresent()) { // picocli would rather complain of what is missing then
      return unknown.get() + help;
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, command) + help;
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing) + help;
    }
    if (e instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " must be given once, got it twice" + help;
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      return value(e);
    }
    if (e instanceof MutuallyExclusiveArgsException) {
      return plain(e.getMessage()).replaceFirst(" are mutually exclusive.*", "").replace('=', ' ')
          + " must not be given together"
          + help;
    }
    return plain(e.getMessage()) + (e.getMessage().contains("--help") ? "" : help);
  }

  private static Optional<String> unknownOption(CommandSpec command, String[] args) {
    List<String> names = command.options().stream().flatMap(o -> Arrays.stream(o.names())).toList();
    boolean isValue = false;
    for (String arg : args) {
      String word = arg.split("=", 2)[0];
      OptionSpec option = command.findOption(word);
      if (arg.equals("--")) {
        return Optional.empty();
      }
      if (option != null) {
        isValue = option.arity().min() > 0 && !arg.contains("=");
      } else if (!isValue && word.startsWith("--") && word.length() > 2) {
        return Optional.of("unknown option " + Shown.plain(word) + meant(word, names));
      } else {
        isValue = false;
      }
    }
    return Optional.empty();
  }

  private static String unmatched(UnmatchedArgumentException e, CommandSpec command) {
    String word = e.getUnmatched().get(0);
    if (!command.subcommands().isEmpty() && !word.startsWith("-")) {
      return "unknown command " + Shown.quoted(word) + meant(word, command.subcommands().keySet());
    }
    return word.startsWith("-")
        ? "unknown option " + Shown.plain(word)
        : "there must be nothing after the options, got " + Shown.quoted(word);
  }

  private static String meant(String word, java.util.Collection<String> names) {
    return Suggestion.of(word, names).map(name -> "; did you mean " + name + "?").orElse("");
  }

  private static String missing(MissingParameterException e) {
    List<String> names = e.getMissing().stream().map(Usage::form).toList();
    if (e.getMessage().startsWith("Missing required parameter for option")
        || e.getMessage().startsWith("Expected parameter")) {
      ArgSpec arg = e.getMissing().get(0);
      return name(arg) + " needs a value, " + expected(arg) + ", got none";
    }
    if (e.getMessage().contains("specify one of these")) {
      return "one of " + String.join(" and ", names) + " must be given";
    }
    int last = names.size() - 1;
    return (last == 0
            ? names.get(0)
            : String.join(", ", names.subList(0, last)) + " and " + names.get(last))
        + " must be given";
  }

  private static String form(ArgSpec arg) {
    return arg.isOption()
        ? name(arg) + (arg.arity().max() > 0 ? " " + arg.paramLabel() : "")
        : arg.paramLabel();
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }

  private static String value(ParameterException e) {
    ArgSpec arg = e.getArgSpec();
    String words =
        e.getCause() instanceof TypeConversionException own
                && own.getMessage().startsWith("expected ")
                && arg.converters().length > 0
            ? own.getMessage().substring("expected ".length()).replaceFirst(" but was .*", "")
            : expected(arg);
    String got = name(arg) + " must be " + words + ", got " + Shown.quoted(e.getValue());
    return arg.type() == Path.class
        ? got + "; where letters beyond ASCII are in it, set LC_ALL=C.UTF-8"
        : got;
  }

  private static String expected(ArgSpec arg) {
    Class<?> type = arg.auxiliaryTypes().length > 0 ? arg.auxiliaryTypes()[0] : arg.type();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(c -> c.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == LocalDate.class) {
      return "a date such as 2025-03-31";
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "a whole number";
    }
    if (type == Double.class || type == double.class) {
      return "a number";
    }
    if (type == ZoneId.class) {
      return "a time zone such as Europe/London";
    }
    return type == Path.class ? "a path" : arg.paramLabel();
  }

  // What else picocli may say, without its quotes and its capital.
  private static String plain(String message) {
    String text =
        message.replaceFirst("^Error: ", "").replace("'", "").replaceAll(" \\(class [^)]*\\)", "");
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
