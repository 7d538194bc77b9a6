package org.assay.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Verdicts, where there may be none. */
final class VerdictsOption {
  @Option(
      names = "--verdicts",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Table of QA verdicts, in any form that gradings may have; several files are one table.")
  private List<String> verdicts = List.of();

  VerdictsOption() {}

  List<String> places() {
    return verdicts;
  }
}
