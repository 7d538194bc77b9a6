package org.assay.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.io.BadInputException;

/** Where the demo's parameters are: beside the start script, which says so. */
final class DemoFiles {
  private DemoFiles() {}

  static Path team() {
    return file("team.json", "--team");
  }

  static Path policy() {
    return file("policy.json", "--policy");
  }

  private static Path file(String name, String option) {
    Path file = Path.of(System.getProperty("assay.home", ""), "datasets", "demo", name);
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(file + " does not exist; name another file with " + option);
    }
    return file;
  }
}
