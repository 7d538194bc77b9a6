package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.agreement.AgreementEstimate;
import org.junit.jupiter.api.Test;

/**
 * No public method and no public constructor of core takes more than seven arguments by position.
 *
 * <p>A record with more components cannot hide its constructor. It is allowed only where nobody
 * calls it by hand, and then stands in {@link #LONG_RECORDS} with the reason: a result, which the
 * library makes; a value with a builder; or part of a team's JSON file, read by name.
 */
class PublicSurfaceTest {
  private static final int MOST = 7;
  private static final Path CLASSES = Path.of("target/classes");

  private static final Map<String, String> LONG_RECORDS =
      Map.ofEntries(
          Map.entry("Agreement", "result"),
          Map.entry("AgreementEstimate", "result"),
          Map.entry("Conclusion", "result"),
          Map.entry("CheckCell", "result of CheckCounts.snapshot"),
          Map.entry("GradingEvent", "result of Simulator, one row"),
          Map.entry("VerdictEvent", "result of Simulator, one row"),
          Map.entry("QaLevel", "built by QaLevel.named"),
          Map.entry("Team", "read from a team's JSON file"),
          Map.entry("SeededItems", "read from a team's JSON file"));

  @Test
  void noLongPositionalLists() throws IOException {
    Set<String> allowed = new TreeSet<>();
    List<String> tooLong =
        publicTypes().stream()
            .flatMap(PublicSurfaceTest::tooLong)
            .filter(
                e -> {
                  boolean isAllowed =
                      isCanonical(e)
                          && LONG_RECORDS.containsKey(e.getDeclaringClass().getSimpleName());
                  if (isAllowed) {
                    allowed.add(e.getDeclaringClass().getSimpleName());
                  }
                  return !isAllowed;
                })
            .map(Executable::toString)
            .toList();
    assertEquals(List.of(), tooLong);
    assertEquals(new TreeSet<>(LONG_RECORDS.keySet()), allowed); // none is out of date
  }

  @Test
  void aLongListIsFound() {
    assertEquals(1, tooLong(AgreementEstimate.class).count());
  }

  /** Of a record's methods JSON libraries take isX and getX for further properties. */
  @Test
  void recordsHaveNoBeanGetters() throws IOException {
    assertEquals(
        List.of(),
        publicTypes().stream()
            .filter(Class::isRecord)
            .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
            .filter(
                m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
            .filter(m -> m.getParameterCount() == 0 && m.getName().matches("(is|get)[A-Z].*"))
            .map(Object::toString)
            .toList());
  }

  @Test
  void theTypesAreFound() throws IOException {
    Set<String> names =
        publicTypes().stream().map(Class::getSimpleName).collect(Collectors.toSet());
    assertTrue(
        names.containsAll(Set.of("Assay", "QaLevel", "Builder", "Outcome")), names::toString);
  }

  private static Stream<Executable> tooLong(Class<?> type) {
    return Stream.<Executable>concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
        .filter(e -> Modifier.isPublic(e.getModifiers()) && !e.isSynthetic())
        .filter(e -> e.getParameterCount() > MOST);
  }

  private static boolean isCanonical(Executable e) {
    return e instanceof Constructor<?>
        && e.getDeclaringClass().isRecord()
        && e.getParameterCount() == e.getDeclaringClass().getRecordComponents().length;
  }

  private static List<Class<?>> publicTypes() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(f -> CLASSES.relativize(f).toString())
          .filter(f -> f.endsWith(".class") && !f.endsWith("package-info.class"))
          .map(f -> f.substring(0, f.length() - 6).replace('/', '.').replace('\\', '.'))
          .filter(name -> !name.startsWith("org.assay.internal"))
          .sorted()
          .<Class<?>>map(PublicSurfaceTest::load)
          .filter(
              type ->
                  Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getEnclosingClass)
                      .allMatch(c -> Modifier.isPublic(c.getModifiers())))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicSurfaceTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
