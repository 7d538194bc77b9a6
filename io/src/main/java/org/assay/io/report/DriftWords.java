package org.assay.io.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.data.Periods;
import org.assay.drift.AssessorDrift.Size;

/** Words about change. */
final class DriftWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d", Locale.UK);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private DriftWords() {}

  /** When a change began: from the first day of the first period to the last of the last. */
  static String begin(Periods periods, List<Integer> set) {
    return between(periods.firstDay(set.get(0)), periods.lastDay(set.get(set.size() - 1)));
  }

  /** Two days, without what both have in common. */
  static String between(LocalDate first, LocalDate last) {
    DateTimeFormatter from =
        first.getYear() != last.getYear()
            ? YEAR
            : first.getMonth() != last.getMonth() ? MONTH : DAY;
    return "between " + from.format(first) + " and " + YEAR.format(last);
  }

  /** An odds ratio with its limits. */
  static String times(Size size) {
    return times(size.oddsRatio(), size.lower(), size.upper(), Words.confidence(size.confidence()));
  }

  private static String times(double ratio, double lower, double upper, String confidence) {
    String limits =
        Double.isInfinite(upper)
            ? "at least " + number(lower)
            : number(lower) + " to " + number(upper);
    return (Double.isInfinite(ratio) ? "many" : number(ratio))
        + " times (at "
        + confidence
        + " "
        + limits
        + ")";
  }

  private static String times(TrendPart.Drift d) {
    return times(
        d.oddsRatio() == null ? Double.POSITIVE_INFINITY : d.oddsRatio(),
        d.lower(),
        d.upper() == null ? Double.POSITIVE_INFINITY : d.upper(),
        Words.confidence(d.confidence()));
  }

  private static String number(double x) {
    int digits = x < 0.1 ? 2 : x < 10 ? 1 : 0;
    return BigDecimal.valueOf(x).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** What an assessor's checks say. */
  static String sentence(TrendPart.Drift d, String begin) {
    return switch (d.conclusion()) {
      case "DRIFTING" -> drifting(d, begin);
      case "STABLE" ->
          "Stable: the odds of an error in the last 13 weeks are " + times(d) + " those before.";
      default ->
          (d.probability() == 0
                  ? "Not watched yet: no full baseline."
                  : "No change shown, nor that there was none: the odds of an error in the last 13"
                      + " weeks are "
                      + times(d)
                      + " those before.")
              + " About "
              + Words.count(d.furtherChecks(), "more check", "more checks")
              + " would show a level that stays the same.";
    };
  }

  private static String drifting(TrendPart.Drift d, String begin) {
    String in =
        d.mixUps().stream()
            .map(m -> m.mixUp() + " (probability " + Words.percentDown(m.probability()) + ")")
            .collect(Collectors.joining(", "));
    return ("MORE".equals(d.direction()) ? "More errors" : "Fewer errors")
        + (in.isEmpty() ? "" : " of the kind " + in)
        + ", a change that began "
        + begin
        + ": odds "
        + times(d)
        + " those before."
        + (d.backSince() == null ? "" : " Changed back about " + d.backSince() + ".")
        + " Look again.";
  }
}
