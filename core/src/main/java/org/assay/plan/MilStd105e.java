package org.assay.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.internal.Check;

/**
 * MIL-STD-105E (1989): code letters, and single, double and multiple plans for normal, tightened
 * and reduced inspection, with arrows followed to the plan they point at.
 *
 * <p>The standard is a public-domain work of the United States Government; it was withdrawn in 1995
 * but its plans live on in ANSI/ASQ Z1.4 and ISO 2859-1. AQLs up to 10 are per cent of items or
 * errors per 100 items; above 10 errors per 100 items only.
 *
 * <p><b>Differs from</b> R packages: Planesmuestra follows arrows for the acceptance number but not
 * for the sample size (799 of 1,248 cells) and puts lot sizes at the end of a class into the next;
 * AQLSchemes has 17 misprinted rejection numbers in double and multiple plans. Immutable.
 */
public final class MilStd105e {
  /** Number of stages a plan may have. */
  public enum Type {
    /** One sample. */
    SINGLE,
    /** Up to two. */
    DOUBLE,
    /** Up to seven. */
    MULTIPLE
  }

  /** Severity of inspection. */
  public enum Inspection {
    /** At the start, and while nothing speaks against it. */
    NORMAL,
    /** After rejected lots. */
    TIGHTENED,
    /** After many good lots. */
    REDUCED
  }

  private static final List<String> LEVELS = List.of("S-1", "S-2", "S-3", "S-4", "I", "II", "III");

  private record LotClass(long from, long to, List<String> letters) {}

  private record Key(Type type, Inspection inspection, String letter, double aql) {}

  private static final List<LotClass> CLASSES = new ArrayList<>();
  private static final Map<Key, StandardPlan> PLANS = new HashMap<>();

  static {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                MilStd105e.class.getResourceAsStream("mil-std-105e.txt"),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(MilStd105e::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MilStd105e() {}

  private static void read(String line) {
    List<String> words = Arrays.asList(line.split(" "));
    if (words.get(0).equals("letter")) {
      long to = words.get(2).equals("*") ? Long.MAX_VALUE : Long.parseLong(words.get(2));
      CLASSES.add(new LotClass(Long.parseLong(words.get(1)), to, words.subList(3, 10)));
      return;
    }
    var key =
        new Key(
            Type.valueOf(words.get(0).toUpperCase(Locale.ROOT)),
            Inspection.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
            words.get(2),
            Double.parseDouble(words.get(3)));
    PLANS.put(
        key,
        new StandardPlan(
            key.letter(), numbers(words.get(4)), numbers(words.get(5)), numbers(words.get(6))));
  }

  private static List<Long> numbers(String words) {
    return Arrays.stream(words.split(",")).map(w -> w.equals("-") ? -1 : Long.valueOf(w)).toList();
  }

  /**
   * The sample size code letter of a lot.
   *
   * @param lotSize at least 2
   * @param level S-1 to S-4 for small samples, I, II (usual) or III
   * @return A to R, without I and O
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static String codeLetter(long lotSize, String level) {
    Check.atLeast("lotSize", 2, lotSize);
    int column = LEVELS.indexOf(level);
    if (column < 0) {
      throw new IllegalArgumentException("level must be one of " + LEVELS + ", got " + level);
    }
    return CLASSES.stream()
        .filter(c -> lotSize <= c.to())
        .findFirst()
        .orElseThrow()
        .letters()
        .get(column);
  }

  /**
   * The plan for a code letter.
   *
   * @param codeLetter A to R, without I and O
   * @param aql acceptable quality level as printed, 0.010 to 1000
   * @param inspection severity
   * @param type stages; where there is no plan of the type, one with fewer stages is used
   * @return the plan
   * @throws IllegalArgumentException if the standard has no such letter or AQL
   */
  public static StandardPlan plan(String codeLetter, double aql, Inspection inspection, Type type) {
    for (int t = type.ordinal(); t >= 0; t--) {
      StandardPlan plan = PLANS.get(new Key(Type.values()[t], inspection, codeLetter, aql));
      if (plan != null) {
        return plan;
      }
    }
    List<String> letters = PLANS.keySet().stream().map(Key::letter).distinct().sorted().toList();
    if (!letters.contains(codeLetter)) {
      throw new IllegalArgumentException(
          "codeLetter must be one of " + letters + ", got " + codeLetter);
    }
    throw new IllegalArgumentException(
        "aql must be one of "
            + PLANS.keySet().stream().map(Key::aql).distinct().sorted().toList()
            + ", got "
            + aql);
  }

  /**
   * Every AQL of the standard.
   *
   * @return in increasing order
   */
  public static List<Double> aqls() {
    return Collections.unmodifiableList(
        PLANS.keySet().stream().map(Key::aql).distinct().sorted().toList());
  }

  /**
   * A plan of a published standard.
   *
   * <p>Under reduced inspection the last rejection number can be more than one above the acceptance
   * number: errors in between accept the lot and send inspection back to normal.
   *
   * @param codeLetter sample size code letter the lot has
   * @param sampleSizes items of each stage, as printed; a sample as large as the lot means all of
   *     it
   * @param acceptanceNumbers of each stage, from the start; -1 when the stage cannot accept
   * @param rejectionNumbers of each stage, from the start
   */
  public record StandardPlan(
      String codeLetter,
      List<Long> sampleSizes,
      List<Long> acceptanceNumbers,
      List<Long> rejectionNumbers) {
    public StandardPlan {
      sampleSizes = List.copyOf(sampleSizes);
      acceptanceNumbers = List.copyOf(acceptanceNumbers);
      rejectionNumbers = List.copyOf(rejectionNumbers);
    }

    /**
     * The plan as far as accepting and rejecting goes.
     *
     * @return with the last acceptance number just below the rejection number
     */
    public StagedPlan asStaged() {
      var accept = new ArrayList<Long>(acceptanceNumbers);
      int last = accept.size() - 1;
      accept.set(last, rejectionNumbers.get(last) - 1);
      return new StagedPlan(sampleSizes, accept, rejectionNumbers);
    }
  }
}
