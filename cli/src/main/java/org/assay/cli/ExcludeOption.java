package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assay.data.Gradings;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.plan.ExclusionList;
import org.assay.io.plan.ExclusionReport;
import org.assay.io.plan.Plan;
import org.assay.io.policy.Policy;
import picocli.CommandLine.Option;

/** Items that must not be drawn, and the account of them. */
final class ExcludeOption {
  @Option(
      names = "--exclude",
      paramLabel = "FILE",
      description =
          "Items nobody may be shown, one id per line, or CSV with item_id such as an earlier"
              + " pick-list. Repeatable.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--exclude-report",
      paramLabel = "FILE",
      description = "What became of each excluded id, CSV.")
  private Path report;

  ExcludeOption() {}

  ExclusionList list() throws IOException {
    return ExclusionList.read(files);
  }

  List<Path> files() {
    return files;
  }

  /** Where the account goes; null for nowhere. */
  Path report() {
    return report;
  }

  void account(
      Plan plan,
      Policy policy,
      Gradings gradings,
      ExclusionList list,
      PrintWriter out,
      OutputFiles outputs)
      throws IOException {
    ExclusionReport account = ExclusionReport.of(plan, policy, gradings, list);
    out.print(account.summary());
    if (report != null) {
      outputs.put(report, Kind.TABLE, account.csv());
    }
  }
}
