package org.assay.result;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assay.Plan;
import org.assay.agreement.Agreement;
import org.assay.agreement.CohenKappa;
import org.assay.count.ConfusionMatrix;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Selections.Blindness;
import org.assay.draw.StoppedBound;
import org.assay.drift.AssessorTrends.TrendOptions;
import org.assay.drift.AttributeChart;
import org.assay.drift.AttributeChart.AttributeKind;
import org.assay.interval.ReGraderCalibration.ReGrader;
import org.assay.plan.Evaluation;
import org.assay.plan.LevelJudge.EffectiveSample;
import org.assay.plan.MilStd105e.StandardPlan;
import org.assay.plan.Promise;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.plan.StagedPlan;
import org.assay.plan.WaldPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jackson 2, Jackson 3 and Gson, as they come, write every result and read back what they and the
 * others wrote. (A {@code Plan} only what they wrote themselves: Jackson 3 writes an enum by {@code
 * toString}, which is the word of the command for a {@code Design}.)
 *
 * <p>A result is a record of plain components: numbers, texts, enums, and lists, sets and maps of
 * them and of such records. Every public record of core outside {@code simulate} is one, except
 * those named in {@link #NOT_RESULTS} with the reason.
 */
class SerialisationTest {
  private static final Path CLASSES = Path.of("target/classes");

  /** Records that are arguments of calculations, over columns or other classes. */
  private static final Map<String, String> NOT_RESULTS =
      Map.ofEntries(
          Map.entry("DriftOptions", "how to look for changes"),
          Map.entry("TeamAgreement", "how to compare: weights and inference"),
          Map.entry("Inference", "how to estimate"),
          Map.entry("Reading", "a coefficient and columns, for JointEstimates"),
          Map.entry("IdColumn", "a column of a table"),
          Map.entry("QaLevel", "what must be met, over a class of errors"),
          Map.entry("Judging", "part of QaLevel"),
          Map.entry("NeedOptions", "what is asked of TrainingNeeds, with a builder's methods"),
          Map.entry("FurtherChecks", "a question; its answer is FurtherAnswer"),
          Map.entry("SequentialPlan", "holds a Boundary, whose rows and card are results"),
          Map.entry("Made", "a SequentialPlan with its design"),
          Map.entry("Ewma", "a chart to be made; what it gives is a ControlChart"));

  private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
      new com.fasterxml.jackson.databind.ObjectMapper();
  private static final tools.jackson.databind.ObjectMapper JACKSON_3 =
      new tools.jackson.databind.ObjectMapper();
  private static final Gson GSON = new Gson();

  private interface Library {
    String write(Object value) throws IOException;

    Object read(String json, Class<?> type) throws IOException;
  }

  private static final List<Library> LIBRARIES =
      List.of(
          library(JACKSON_2::writeValueAsString, JACKSON_2::readValue),
          library(JACKSON_3::writeValueAsString, JACKSON_3::readValue),
          library(GSON::toJson, GSON::fromJson));

  private interface Writer {
    String write(Object value) throws IOException;
  }

  private interface Reader {
    Object read(String json, Class<?> type) throws IOException;
  }

  private static Library library(Writer writer, Reader reader) {
    return new Library() {
      @Override
      public String write(Object value) throws IOException {
        return writer.write(value);
      }

      @Override
      public Object read(String json, Class<?> type) throws IOException {
        return reader.read(json, type);
      }
    };
  }

  @Test
  void aNumberAndAReasonAsText() throws IOException {
    for (Library library : LIBRARIES) {
      String number = library.write(Outcome.of(0.25));
      String none = library.write(Outcome.undefined(Undefined.NO_PAIRS));
      assertTrue(number.contains("\"number\":0.25") && !number.contains("NaN"), number);
      assertTrue(none.contains("\"undefined\":\"NO_PAIRS\""), none);
    }
  }

  @Test
  void everyReasonComesBack() {
    for (Undefined reason : Undefined.values()) {
      comesBack(Outcome.undefined(reason));
    }
  }

  static Stream<Object> computed() {
    Gradings.Builder rows = Gradings.builder(GradingScheme.ordered("A", "B", "C"));
    for (int i = 0; i < 60; i++) {
      rows.add("i" + i, "x", i % 3 == 0 ? "A" : "B");
      rows.add("i" + i, "y", i % 4 == 0 ? "C" : i % 3 == 0 ? "A" : "B");
    }
    ConfusionMatrix one = ConfusionMatrix.of(new long[][] {{7, 0}, {0, 0}});
    return Stream.of(
        CohenKappa.of(ConfusionMatrix.of(new long[][] {{88, 14}, {10, 40}})),
        CohenKappa.of(one), // without variation
        CohenKappa.of(ConfusionMatrix.create(2)), // without a pair
        Agreement.of(rows.build()),
        Agreement.of(Gradings.builder(GradingScheme.unordered("A", "B")).build()));
  }

  @ParameterizedTest
  @MethodSource("computed")
  void whatIsComputedComesBack(Object result) {
    comesBack(result);
  }

  static List<Class<?>> results() throws IOException {
    return publicRecords().stream()
        .filter(r -> !NOT_RESULTS.containsKey(r.getSimpleName()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("results")
  void isPlain(Class<?> result) {
    for (RecordComponent c : result.getRecordComponents()) {
      assertTrue(isPlain(c.getGenericType()), c + " of " + result);
    }
  }

  @ParameterizedTest
  @MethodSource("results")
  void everyResultComesBack(Class<?> result) throws ReflectiveOperationException {
    comesBack(sample(result, true));
    comesBack(sample(result, false));
  }

  @Test
  void theExceptionsExist() throws IOException {
    Set<String> all =
        Set.copyOf(publicRecords().stream().map(Class::getSimpleName).distinct().toList());
    assertEquals(
        List.of(), NOT_RESULTS.keySet().stream().filter(name -> !all.contains(name)).toList());
  }

  private static void comesBack(Object value) {
    assertAll(
        LIBRARIES.stream()
            .flatMap(
                from ->
                    LIBRARIES.stream()
                        .filter(to -> to == from || !(value instanceof Plan))
                        .map(
                            to ->
                                () ->
                                    assertEquals(
                                        value, to.read(from.write(value), value.getClass())))));
  }

  private static boolean isPlain(Type type) {
    if (type instanceof ParameterizedType of) {
      return Collection.class.isAssignableFrom((Class<?>) of.getRawType())
              && Arrays.stream(of.getActualTypeArguments()).allMatch(SerialisationTest::isPlain)
          || of.getRawType() == Map.class
              && of.getActualTypeArguments()[0] == String.class
              && isPlain(of.getActualTypeArguments()[1]);
    }
    Class<?> c = (Class<?>) type;
    return c.isPrimitive()
        || c.isEnum()
        || c == String.class
        || Number.class.isAssignableFrom(c)
        || c.isRecord()
            && Arrays.stream(c.getRecordComponents()).allMatch(r -> isPlain(r.getGenericType()));
  }

  /** Records whose constructors want more than any number of the type. */
  private static Object special(Class<?> type) {
    Function<String, Object> of =
        name ->
            switch (name) {
              case "Promise" -> Promise.inLot(200, 2, 10, 0.05, 0.1);
              case "WaldPlan" -> new WaldPlan(0.01, 0.05, 0.05, 0.1);
              case "StagedPlan" -> StagedPlan.single(80, 2);
              case "StandardPlan" -> new StandardPlan("J", List.of(80L), List.of(2L), List.of(3L));
              case "Looks" -> Looks.every(20);
              case "Evaluation" -> Evaluation.open(5, 1);
              case "EffectiveSample" -> new EffectiveSample(1, 9.5, 10, 100);
              case "ReGrader" -> new ReGrader(0.9, 0.95);
              case "TrendOptions" -> TrendOptions.weekly(Blindness.BLIND);
              case "ConfusionTable" ->
                  ConfusionMatrix.of(new long[][] {{7, 1}, {2, 9}}).table(List.of("A", "B"));
              case "Outcome" -> Outcome.of(0.1);
              case "AttributeChart" -> AttributeChart.of(AttributeKind.NP);
              default -> null;
            };
    return of.apply(type.getSimpleName());
  }

  /** A record of some values, or of as many nulls and undefined numbers as it may hold. */
  private static Object sample(Class<?> type, boolean filled) throws ReflectiveOperationException {
    Object special =
        type == StoppedBound.Stratum.class
            ? new StoppedBound.Stratum(100, 20, 2, 1)
            : special(type);
    if (special != null) {
      return special;
    }
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values = new ArrayList<Object>();
    for (RecordComponent part : parts) {
      values.add(value(part.getGenericType(), filled));
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (filled) {
        throw e;
      }
      return sample(type, true); // does not hold null
    }
  }

  private static Object value(Type type, boolean filled) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType of) {
      Object inner =
          value(of.getActualTypeArguments()[of.getActualTypeArguments().length - 1], true);
      return of.getRawType() == Map.class
          ? Map.of("x", inner)
          : of.getRawType() == Set.class ? Set.of(inner) : List.of(inner);
    }
    Class<?> c = (Class<?>) type;
    if (c == Outcome.class) {
      return filled ? Outcome.of(0.1) : Outcome.undefined(Undefined.ZERO_VARIANCE);
    }
    if (c.isEnum()) {
      return c.getEnumConstants()[c.getEnumConstants().length - 1];
    }
    if (c.isPrimitive() || filled) {
      return c == String.class
          ? "x"
          : c == int.class || c == Integer.class
              ? (Object) 3
              : c == long.class || c == Long.class
                  ? (Object) 3L
                  : c == double.class || c == Double.class
                      ? (Object) 0.1
                      : c == boolean.class ? (Object) filled : sample(c, filled);
    }
    return null;
  }

  private static List<Class<?>> publicRecords() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(f -> CLASSES.relativize(f).toString())
          .filter(f -> f.endsWith(".class") && !f.endsWith("package-info.class"))
          .filter(f -> !f.contains("internal") && !f.contains("simulate"))
          .map(f -> f.substring(0, f.length() - 6).replace('/', '.').replace('\\', '.'))
          .sorted()
          .<Class<?>>map(SerialisationTest::load)
          .filter(c -> c.isRecord() && isPublic(c))
          .toList();
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getEnclosingClass)
        .allMatch(c -> Modifier.isPublic(c.getModifiers()));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, SerialisationTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
