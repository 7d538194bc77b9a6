package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.plan.PickList;
import picocli.CommandLine.Option;

/** How a pick-list is written. */
final class ListOption {
  @Option(
      names = "--delimiter",
      paramLabel = "C",
      description =
          "What stands between the fields of a pick-list as CSV: , ; | or tab; a comma when absent."
              + " Spreadsheets of many countries want ;.")
  private String delimiter;

  ListOption() {}

  void put(OutputFiles outputs, Path file, PickList list) throws IOException {
    outputs.put(file, Kind.PICK_LIST, list.bytes(file, separator()));
  }

  private Optional<Character> separator() {
    if (delimiter == null) {
      return Optional.empty();
    }
    return switch (delimiter) {
      case ",", ";", "|", "\t" -> Optional.of(delimiter.charAt(0));
      case "tab", "\\t" -> Optional.of('\t');
      default ->
          throw new BadInputException(
              "--delimiter must be , or ; or | or tab, got " + Shown.quoted(delimiter));
    };
  }
}
