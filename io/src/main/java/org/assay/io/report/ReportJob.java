package org.assay.io.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.files.Content;
import org.assay.io.files.InputFiles;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.Intake;
import org.assay.io.plan.PlannedChecks;
import org.assay.io.table.TableSource;
import org.assay.result.Conclusion.State;

/**
 * The main job: reads the tables, computes the report and writes its folder.
 *
 * <p>The same inputs and options give the same bytes. Nothing is written when anything fails, and
 * nothing is overwritten but an earlier report.
 */
public final class ReportJob {
  private ReportJob() {}

  /** Receives progress of the job. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Called with the progress so far.
     *
     * @param task in a word or two
     * @param share of that task, in [0, 1]
     */
    void at(String task, double share);
  }

  /**
   * The report and its folder.
   *
   * @param report every number and sentence
   * @param summary the report on one page of plain text
   * @param folder where the files are
   */
  public record Result(ReportModel report, String summary, Path folder) {
    /**
     * Whether some level is shown not to be met.
     *
     * @return true when a level FAILs
     */
    public boolean isAnyLevelFailed() {
      return report.levels().stream().anyMatch(level -> level.state() == State.FAIL);
    }

    /**
     * Whether some level is neither shown to be met nor shown not to be.
     *
     * @return true when a level is NOT DEMONSTRATED
     */
    public boolean isAnyLevelNotDemonstrated() {
      return report.levels().stream().anyMatch(level -> level.state() == State.NOT_DEMONSTRATED);
    }

    /**
     * Whether rows cannot be used.
     *
     * @return true when a row of either table was excluded
     */
    public boolean excludesRows() {
      return report.arrived().ledger().gradings().rowsExcluded() > 0
          || report.arrived().ledger().verdicts().rowsExcluded() > 0;
    }
  }

  /**
   * Runs the job without a plan.
   *
   * @param options what to read
   * @param policyFile the file the policy was read from, for its digest
   * @param out folder for the report: absent, empty, or holding an earlier report
   * @param seed seed the data were made with, for the manifest; null when they were not simulated
   * @param engineVersion version of Assay
   * @param progress receives progress of the job
   * @return the report
   * @throws BadInputException if an input cannot be used, or the folder holds something else
   * @throws IOException if a file cannot be read or written
   */
  public static Result run(
      IngestOptions options,
      Path policyFile,
      Path out,
      String seed,
      String engineVersion,
      Progress progress)
      throws IOException {
    return run(options, policyFile, Optional.empty(), out, seed, engineVersion, progress);
  }

  /**
   * Runs the job.
   *
   * @param options what to read
   * @param policyFile the file the policy was read from, for its digest
   * @param plan the plan that asked for the checks, whose own boundary then judges its levels;
   *     empty without one
   * @param out folder for the report: absent, empty, or holding an earlier report
   * @param seed seed the data were made with, for the manifest; null when they were not simulated
   * @param engineVersion version of Assay
   * @param progress receives progress of the job
   * @return the report
   * @throws BadInputException if an input cannot be used, the plan is of other gradings, or the
   *     folder holds something else
   * @throws IOException if a file cannot be read or written
   */
  public static Result run(
      IngestOptions options,
      Path policyFile,
      Optional<PlannedChecks.Files> plan,
      Path out,
      String seed,
      String engineVersion,
      Progress progress)
      throws IOException {
    return run(
        options, policyFile, plan, new Target(out, false), new Made(seed, engineVersion), progress);
  }

  /**
   * Where the report goes.
   *
   * @param folder absent, empty, or holding an earlier report
   * @param force whether an earlier report that was changed since is replaced
   */
  public record Target(Path folder, boolean force) {}

  /**
   * What the manifest says of the making.
   *
   * @param seed seed the data were made with; null when they were not simulated
   * @param engineVersion version of Assay
   */
  public record Made(String seed, String engineVersion) {}

  /**
   * Runs the job.
   *
   * @param options what to read
   * @param policyFile the file the policy was read from, for its digest
   * @param plan the plan that asked for the checks, whose own boundary then judges its levels;
   *     empty without one
   * @param target where the report goes
   * @param made for the manifest
   * @param progress receives progress of the job
   * @return the report
   * @throws BadInputException if an input cannot be used or changes while it is read, the plan is
   *     of other gradings, or the folder holds something else
   * @throws IOException if a file cannot be read or written
   */
  public static Result run(
      IngestOptions options,
      Path policyFile,
      Optional<PlannedChecks.Files> plan,
      Target target,
      Made made,
      Progress progress)
      throws IOException {
    List<Input> files = files(policyFile, plan);
    List<Path> paths = paths(options, files);
    InputFiles before = InputFiles.before(paths);
    ReportFolder folder = ReportFolder.at(target.folder, paths, target.force);
    IngestOptions tables = plan.isPresent() ? PlannedChecks.tables(plan.get(), options) : options;
    Intake intake =
        Ingest.read(
            tables.withProgress(
                (read, all) -> progress.at("reading", all == 0 ? 1 : (double) read / all)));
    progress.at("computing", 0);
    PlannedChecks.Read read =
        plan.isPresent()
            ? PlannedChecks.read(plan.get(), options.policy(), intake)
            : new PlannedChecks.Read(intake, PlannedChecks.NONE);
    CompletableFuture<List<Manifest.FileDigest>> inputs =
        CompletableFuture.supplyAsync(() -> digests(before, options, files));
    ReportModel report =
        ReportBuilder.build(
            read,
            options.policy(),
            options.asOf(),
            made.engineVersion,
            EarlierReport.in(target.folder));
    progress.at("writing", 0);
    SortedMap<String, byte[]> written =
        ReportFiles.of(report, read.intake(), parameters(options, made.seed), join(inputs));
    folder.write(written);
    progress.at("writing", 1);
    String summary = new String(written.get(ReportFiles.SUMMARY), StandardCharsets.UTF_8);
    return new Result(report, summary, target.folder);
  }

  private static SortedMap<String, String> parameters(IngestOptions options, String seed) {
    SortedMap<String, String> parameters = new TreeMap<>();
    options.asOf().ifPresent(asOf -> parameters.put("asOf", asOf.toString()));
    options.gradingColumns().forEach((column, name) -> parameters.put("gradings." + column, name));
    options.verdictColumns().forEach((column, name) -> parameters.put("verdicts." + column, name));
    readAs("gradings.", options.gradings(), parameters);
    readAs("verdicts.", options.verdicts(), parameters);
    parameters.put("zone", options.policy().zone().getId());
    if (seed != null) {
      parameters.put("seed", seed);
    }
    return parameters;
  }

  // What was said of several files of a table is the same of all, but for files read before.
  private static void readAs(
      String table, List<TableSource> sources, SortedMap<String, String> parameters) {
    for (TableSource source : sources) {
      source
          .readAs()
          .forEach(
              (name, text) ->
                  parameters.merge(table + name, text, (a, b) -> a.equals(b) ? a : a + ", " + b));
    }
  }

  private record Input(String role, Path file) {}

  private static List<Input> files(Path policyFile, Optional<PlannedChecks.Files> plan) {
    List<Input> files = new ArrayList<>();
    files.add(new Input("policy", policyFile));
    if (plan.isPresent()) {
      files.add(new Input("plan", plan.get().plan()));
      files.add(new Input("key", plan.get().key()));
      plan.get().missing().ifPresent(file -> files.add(new Input("missing", file)));
      plan.get().excluded().forEach(file -> files.add(new Input("excluded", file)));
    }
    return files;
  }

  private static List<Path> paths(IngestOptions options, List<Input> files) {
    return Stream.of(
            options.gradings().stream().flatMap(table -> table.file().stream()),
            options.verdicts().stream().flatMap(table -> table.file().stream()),
            files.stream().map(Input::file))
        .flatMap(paths -> paths)
        .toList();
  }

  private static List<Manifest.FileDigest> digests(
      InputFiles before, IngestOptions options, List<Input> files) {
    try {
      List<Manifest.FileDigest> digests = new ArrayList<>();
      for (TableSource table : options.gradings()) {
        digest(before, "gradings", table).ifPresent(digests::add);
      }
      for (TableSource table : options.verdicts()) {
        digest(before, "verdicts", table).ifPresent(digests::add);
      }
      for (Input input : files) {
        digests.add(
            Manifest.FileDigest.of(
                input.role, input.file.getFileName().toString(), before.digest(input.file)));
      }
      return digests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Manifest.FileDigest> digest(
      InputFiles before, String role, TableSource table) throws IOException {
    Optional<Path> file = table.file();
    Optional<Content> content =
        file.isPresent() ? Optional.of(before.digest(file.get())) : table.content();
    return content.map(c -> Manifest.FileDigest.of(role, table.shortName(), c));
  }

  private static <T> T join(CompletableFuture<T> result) throws IOException {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      if (e.getCause() instanceof BadInputException bad) {
        throw bad;
      }
      throw e;
    }
  }
}
