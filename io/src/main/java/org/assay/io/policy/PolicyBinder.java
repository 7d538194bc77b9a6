package org.assay.io.policy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.draw.ExposureCeiling;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.Typed;
import org.assay.io.policy.PolicyFile.CalendarPart;
import org.assay.io.policy.PolicyFile.ExposurePart;
import org.assay.io.policy.PolicyFile.LevelPart;
import org.assay.io.policy.PolicyFile.SchemePart;
import org.assay.io.policy.PolicyFile.TrainingPart;
import org.assay.plan.QaLevel;
import tools.jackson.databind.JsonNode;

/** Turns the fields of a policy file into a policy; each message names the field at fault. */
final class PolicyBinder {
  private PolicyBinder() {}

  static Policy bind(PolicyFile file, boolean needsLevels) {
    GradingScheme scheme = scheme(required("scheme", file.scheme()));
    PolicyRules rules = rules(file, scheme);
    requireDifferent(scheme.grades(), rules.foldCase().orElse(false));
    return new Policy(
        scheme,
        levels(scheme, file.levels(), needsLevels),
        Optional.ofNullable(file.zone()).map(PolicyBinder::zone),
        ids("strata", file.strata()),
        Optional.ofNullable(file.calendar()).map(PolicyBinder::calendar),
        driftBudget(file.driftBudget()),
        Optional.ofNullable(file.exposureCeiling()).map(part -> exposureCeiling(scheme, part)),
        rules);
  }

  private static PolicyRules rules(PolicyFile file, GradingScheme scheme) {
    PolicyRules otherwise = PolicyRules.DEFAULT;
    return in(
        "",
        () ->
            new PolicyRules(
                file.reference() == null
                    ? otherwise.reference()
                    : oneOf("reference", file.reference(), ReferenceRule.values()),
                Objects.requireNonNullElse(file.unusableAtMost(), otherwise.unusableAtMost()),
                Optional.ofNullable(file.foldCase()),
                Objects.requireNonNullElse(
                    file.gradingsPerVerdictAtMost(), otherwise.gradingsPerVerdictAtMost()),
                file.familyWise() == null
                    ? otherwise.familyWise()
                    : oneOf("familyWise", file.familyWise(), FamilyWise.values()),
                file.notSampled() == null
                    ? otherwise.notSampled()
                    : new NotSampled(
                        Set.copyOf(ids("notSampled.streams", file.notSampled().streams())),
                        Set.copyOf(ids("notSampled.strata", file.notSampled().strata()))),
                trainings(file.trainings(), scheme)));
  }

  private static List<TrainingDate> trainings(List<TrainingPart> parts, GradingScheme scheme) {
    List<TrainingDate> trainings = new ArrayList<>();
    for (int i = 0; parts != null && i < parts.size(); i++) {
      String field = "trainings[" + i + "]";
      TrainingPart part = required(field, parts.get(i));
      if ((part.reference() == null) != (part.grade() == null)) {
        throw new BadInputException(
            field + " must have both reference and grade, or neither for every error");
      }
      requireGrade(scheme, field + ".reference", part.reference());
      requireGrade(scheme, field + ".grade", part.grade());
      if (part.grade() != null && part.grade().equals(part.reference())) {
        throw new BadInputException(field + " must name two different grades");
      }
      LocalDate date = date(field + ".date", part.date());
      LocalDate since = part.since() == null ? null : date(field + ".since", part.since());
      if (since != null && !since.isBefore(date)) {
        throw new BadInputException(field + ".since must be before the date, got " + since);
      }
      trainings.add(
          new TrainingDate(
              required(field + ".assessor", part.assessor()),
              date,
              since,
              part.reference(),
              part.grade()));
    }
    return trainings;
  }

  private static void requireGrade(GradingScheme scheme, String field, String grade) {
    if (grade != null && scheme.code(grade).isEmpty()) {
      throw new BadInputException(
          field
              + " must be a grade of the scheme ("
              + String.join(", ", scheme.grades())
              + "), got "
              + Shown.quoted(grade));
    }
  }

  // Grades are read without white space around them and in one form of Unicode.
  private static void requireDifferent(List<String> grades, boolean foldCase) {
    var seen = new HashMap<String, Integer>();
    for (int g = 0; g < grades.size(); g++) {
      String read = Typed.read(grades.get(g));
      Integer earlier = seen.put(foldCase ? Typed.folded(read) : read, g);
      if (earlier != null) {
        throw new BadInputException(
            "scheme.grades must differ by more than white space around them"
                + (foldCase ? ", case (foldCase is true)" : "")
                + " and the form of their letters: grades["
                + earlier
                + "] is "
                + Shown.quoted(grades.get(earlier))
                + ", grades["
                + g
                + "] is "
                + Shown.quoted(grades.get(g)));
      }
    }
  }

  private static GradingScheme scheme(SchemePart part) {
    List<String> grades = required("scheme.grades", part.grades());
    for (int g = 0; g < grades.size(); g++) {
      if (grades.get(g) == null || Typed.read(grades.get(g)).isEmpty()) {
        throw new BadInputException("scheme.grades[" + g + "] must not be empty");
      }
    }
    boolean ordered = part.ordered() == null || part.ordered();
    return in(
        "scheme.",
        () -> {
          String[] labels = grades.toArray(new String[0]);
          GradingScheme scheme =
              ordered ? GradingScheme.ordered(labels) : GradingScheme.unordered(labels);
          scheme = part.version() == null ? scheme : scheme.withVersion(part.version());
          scheme =
              part.scores() == null ? scheme : scheme.withScores(numbers("scores", part.scores()));
          return part.severity() == null ? scheme : scheme.withSeverity(severity(part.severity()));
        });
  }

  private static double[][] severity(List<List<Double>> rows) {
    double[][] severity = new double[rows.size()][];
    for (int r = 0; r < severity.length; r++) {
      String field = "severity[" + r + "]";
      severity[r] = numbers(field, required(field, rows.get(r)));
    }
    return severity;
  }

  private static double[] numbers(String field, List<Double> values) {
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = required(field + "[" + i + "]", values.get(i));
    }
    return numbers;
  }

  private static List<QaLevel> levels(GradingScheme scheme, List<LevelPart> given, boolean needed) {
    List<LevelPart> parts = Objects.requireNonNullElse(given, List.of());
    if (needed && parts.isEmpty()) {
      throw new BadInputException(
          "levels must hold at least one QA level, got "
              + (given == null ? "none" : "[]")
              + "; assay init writes a policy with levels to begin with, and assay agreement needs"
              + " none");
    }
    var levels = new ArrayList<QaLevel>();
    var names = new HashSet<String>();
    for (int i = 0; i < parts.size(); i++) {
      String place = "levels[" + i + "]";
      LevelPart part = required(place, parts.get(i));
      String name = required(place + ".name", part.name());
      if (!names.add(name)) {
        throw new BadInputException(
            place + ".name must differ from the other levels, got " + Shown.quoted(name));
      }
      levels.add(in(place + " " + Shown.quoted(name) + ": ", () -> level(scheme, part)));
    }
    return levels;
  }

  private static QaLevel level(GradingScheme scheme, LevelPart part) {
    QaLevel level =
        QaLevel.named(part.name())
            .counting(counts(scheme, required("counts", part.counts())))
            .acceptable(required("acceptable", part.acceptable()))
            .unacceptable(required("unacceptable", part.unacceptable()))
            .producerRisk(required("producerRisk", part.producerRisk()))
            .consumerRisk(required("consumerRisk", part.consumerRisk()))
            .of(oneOf("scope", part.scope(), QaLevel.Scope.values()))
            .per(oneOf("period", part.period(), PeriodKind.values()))
            .build();
    QaLevel.Judging otherwise = level.judging();
    return level.withJudging(
        new QaLevel.Judging(
            part.about() == null
                ? otherwise.about()
                : oneOf("about", part.about(), QaLevel.About.values()),
            part.leastChecks() == null ? OptionalInt.empty() : OptionalInt.of(part.leastChecks()),
            Objects.requireNonNullElse(part.looks(), otherwise.looks())));
  }

  private static ErrorClass counts(GradingScheme scheme, JsonNode counts) {
    if (counts.isString() && counts.asString().equals("any")) {
      return ErrorClass.any(scheme);
    }
    if (!counts.isArray()) {
      throw new BadInputException(
          "counts must be \"any\" or a list of pairs [reference grade, assigned grade], got "
              + Shown.plain(counts.toString()));
    }
    var pairs = new ArrayList<List<String>>();
    for (JsonNode pair : counts) {
      var grades = new ArrayList<String>();
      for (JsonNode grade : pair) {
        grades.add(grade.isValueNode() && !grade.isNull() ? grade.asString() : grade.toString());
      }
      pairs.add(grades);
    }
    return in("counts: ", () -> ErrorClass.pairs(scheme, pairs));
  }

  private static <E extends Enum<E>> E oneOf(String field, String word, E[] values) {
    required(field, word);
    List<String> words = Arrays.stream(values).map(value -> word(value.name())).toList();
    int i = words.indexOf(word);
    if (i < 0) {
      throw new BadInputException(
          field + " must be one of " + words + ", got " + Shown.quoted(word));
    }
    return values[i];
  }

  // FIRST_BLIND is firstBlind.
  private static String word(String constant) {
    var word = new StringBuilder();
    for (String part : constant.split("_")) {
      String small = part.toLowerCase(Locale.ROOT);
      word.append(word.length() == 0 ? small : part.charAt(0) + small.substring(1));
    }
    return word.toString();
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new BadInputException(
          "zone must be a time zone such as \"Europe/London\", got " + Shown.quoted(name), e);
    }
  }

  private static List<String> ids(String field, List<String> ids) {
    if (ids == null) {
      return List.of();
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < ids.size(); i++) {
      String id = required(field + "[" + i + "]", ids.get(i));
      if (id.isBlank() || !seen.add(id)) {
        throw new BadInputException(
            field + "[" + i + "] must not be empty or stand twice, got " + Shown.quoted(id));
      }
    }
    return ids;
  }

  private static WorkCalendar calendar(CalendarPart part) {
    Set<DayOfWeek> days = new LinkedHashSet<>();
    List<String> names = required("calendar.workingDays", part.workingDays());
    for (int i = 0; i < names.size(); i++) {
      days.add(oneOf("calendar.workingDays[" + i + "]", names.get(i), DayOfWeek.values()));
    }
    Set<LocalDate> holidays = new LinkedHashSet<>();
    List<String> dates = part.holidays() == null ? List.of() : part.holidays();
    for (int i = 0; i < dates.size(); i++) {
      holidays.add(date("calendar.holidays[" + i + "]", dates.get(i)));
    }
    return in("calendar.", () -> new WorkCalendar(days, holidays));
  }

  private static LocalDate date(String field, String text) {
    try {
      return LocalDate.parse(required(field, text));
    } catch (DateTimeException e) {
      throw new BadInputException(
          field + " must be a date such as 2025-12-25, got " + Shown.quoted(text), e);
    }
  }

  private static OptionalDouble driftBudget(Double flags) {
    if (flags == null) {
      return OptionalDouble.empty();
    }
    if (!(flags > 0 && flags < Double.POSITIVE_INFINITY)) {
      throw new BadInputException("driftBudget must be above 0 and finite, got " + flags);
    }
    return OptionalDouble.of(flags);
  }

  private static ExposureCeiling exposureCeiling(GradingScheme scheme, ExposurePart part) {
    int perDay = atLeastOne("exposureCeiling.perDay", part.perDay());
    var byGrade = new ArrayList<Integer>(Collections.nCopies(scheme.size(), perDay));
    Map<String, Integer> given = part.byGrade() == null ? Map.of() : part.byGrade();
    given.forEach(
        (grade, viewings) -> {
          String field = "exposureCeiling.byGrade." + Shown.plain(grade);
          int code =
              scheme
                  .code(grade)
                  .orElseThrow(
                      () ->
                          new BadInputException(
                              field + " must be a grade of the scheme " + scheme.grades()));
          if (atLeastOne(field, viewings) > perDay) {
            throw new BadInputException(
                field + " must be at most perDay (" + perDay + "), got " + viewings);
          }
          byGrade.set(code, viewings);
        });
    return new ExposureCeiling(perDay, byGrade);
  }

  private static int atLeastOne(String field, Integer viewings) {
    if (required(field, viewings) < 1) {
      throw new BadInputException(field + " must be >= 1, got " + viewings);
    }
    return viewings;
  }

  private static <T> T required(String field, T value) {
    if (value == null) {
      throw new BadInputException(field + " is missing");
    }
    return value;
  }

  // Core's messages begin with the name of the parameter; this puts the place in the file before.
  private static <T> T in(String place, Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(place + e.getMessage(), e);
    }
  }
}
