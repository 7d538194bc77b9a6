package org.assay.io.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.files.Sha256;
import org.assay.io.policy.Policy;
import org.assay.io.table.FormulaGuard;
import org.assay.plan.QaLevel;

/**
 * What a draw binds: the plan, what its levels count as errors, and each drawn grading as it was.
 * The key carries the digests; whoever evaluates compares them with what is there now, so that a
 * decision is about what was drawn and nothing else.
 *
 * <p>Digests are the first 16 hexadecimal digits of a SHA-256: enough to find every slip and every
 * afterthought. They bind nobody who writes a new key; the commitment to the seed does that.
 */
final class PlanDigests {
  private static final int DIGITS = 16;

  private PlanDigests() {}

  /** The digest of a plan, however its file is laid out. */
  static String plan(Plan plan) {
    return shortened(PlanFiles.json(plan));
  }

  /** The digest of what the levels of a plan count as errors. */
  static String counts(Plan plan, Policy policy) {
    var text = new StringBuilder();
    plan.lots().stream()
        .flatMap(lot -> lot.levels().stream())
        .map(PlannedLevel::level)
        .distinct()
        .sorted()
        .forEach(
            name ->
                policy.levels().stream()
                    .filter(level -> level.name().equals(name))
                    .forEach(level -> text.append(counts(level, policy.scheme())).append('\n')));
    return shortened(text.toString());
  }

  private static String counts(QaLevel level, GradingScheme scheme) {
    ErrorClass errors = level.counts();
    var text = new StringBuilder(level.name());
    for (int reference = 0; reference < scheme.size(); reference++) {
      for (int grade = 0; grade < scheme.size(); grade++) {
        if (errors.counts(reference, grade)) {
          text.append('\t')
              .append(scheme.grade(reference))
              .append('\t')
              .append(scheme.grade(grade));
        }
      }
    }
    return text.toString();
  }

  /** The digest of a grading: what was graded by whom, how, and when. */
  static String grading(Gradings gradings, int row, String id) {
    return shortened(text(gradings, row, id));
  }

  private static String text(Gradings gradings, int row, String id) {
    return id
        + '\t'
        + gradings.scheme().grade(gradings.grade().get(row))
        + '\t'
        + gradings.gradedAt().map(at -> Long.toString(at[row])).orElse("");
  }

  /**
   * The digest of all gradings of the lots, in whatever order they stand: the sum of the beginnings
   * of their own digests.
   */
  static String gradings(Gradings gradings, List<Lot> lots) {
    var rows = new BitSet();
    lots.forEach(lot -> lot.rows().forEach(rows::set));
    var ids = new GradingIds(gradings);
    MessageDigest sha = Sha256.create();
    long sum = 0;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      byte[] digest = sha.digest(text(gradings, row, ids.id(row)).getBytes(StandardCharsets.UTF_8));
      sum += ByteBuffer.wrap(digest).getLong();
    }
    return HexFormat.of().toHexDigits(sum);
  }

  /**
   * Refuses to draw from other gradings than the plan was made for.
   *
   * @param plan of which earlier versions have no digest of the gradings
   * @param gradings as they are now
   * @param lots of the plan
   * @throws BadInputException if a grading of the lots is not as it was
   */
  static void requirePlanned(Plan plan, Gradings gradings, List<Lot> lots) {
    if (plan.gradingsDigest() != null && !plan.gradingsDigest().equals(gradings(gradings, lots))) {
      throw new BadInputException(
          "the gradings are not those that the plan was made for: an item, assessor, grade or time"
              + " in its lots was changed since; give them as they were, or make the plan again");
    }
  }

  /** The digest of the texts of a table. */
  static String table(List<List<String>> rows) {
    return shortened(
        rows.stream()
            .map(row -> row.stream().map(FormulaGuard::original).collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n")));
  }

  private static String shortened(String text) {
    return Sha256.of(text).substring(0, DIGITS);
  }

  /**
   * Refuses drawn gradings that are not as they were when they were drawn.
   *
   * @param key what was drawn; rows of keys without digests are not compared
   * @param gradings as they are now
   * @param missing items that count as errors whatever their grading is
   * @throws BadInputException if a drawn grading has another grade or time
   */
  static void requireUnchanged(List<KeyRow> key, Gradings gradings, Set<String> missing) {
    Map<Long, KeyRow> sealed = new HashMap<>(); // by item, assessor: the first of its gradings
    for (KeyRow row : key) {
      if (!row.digest().isEmpty() && row.number() == 1 && !missing.contains(row.item())) {
        var item = gradings.item().ids().code(row.item());
        var assessor = gradings.assessor().ids().code(row.assessor());
        if (item.isPresent() && assessor.isPresent()) {
          sealed.put(pair(item.getAsInt(), assessor.getAsInt()), row);
        }
      }
    }
    long[] wanted = sealed.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    for (int row = 0; row < gradings.size() && !sealed.isEmpty(); row++) {
      long pair = pair(gradings.item().codes().get(row), gradings.assessor().codes().get(row));
      if (Arrays.binarySearch(wanted, pair) >= 0) {
        KeyRow drawn = sealed.remove(pair);
        if (drawn != null && !grading(gradings, row, drawn.id()).equals(drawn.digest())) {
          throw changed(drawn, gradings.scheme().grade(gradings.grade().get(row)));
        }
      }
    }
  }

  private static long pair(int item, int assessor) {
    return (long) item << 32 | assessor;
  }

  private static BadInputException changed(KeyRow drawn, String grade) {
    return new BadInputException(
        "the grading of item "
            + Shown.quoted(drawn.item())
            + " by "
            + Shown.quoted(drawn.assessor())
            + " was changed after it was drawn (grade or time; the grade is now "
            + Shown.quoted(grade)
            + "); give the gradings as they were drawn, or name the item in --missing, where it"
            + " counts as an error");
  }
}
