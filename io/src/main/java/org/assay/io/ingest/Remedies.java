package org.assay.io.ingest;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import org.assay.io.Shown;
import org.assay.io.Typed;

/** What was expected in place of what cannot be read, and what to do about it. */
final class Remedies {
  static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final String TIME =
      "expected a time such as 2025-03-03T09:05:00Z or, with zone in the policy, 2025-03-03 09:05";
  private static final Pattern SLASHES =
      Pattern.compile("\\d{1,4}[/.]\\d{1,2}[/.]\\d{1,4}.*", Pattern.DOTALL);
  private static final Pattern ONE_DIGIT =
      Pattern.compile("\\d{4}-(\\d-|\\d\\d-\\d[T ]|\\d\\d-\\d\\d[T ]\\d:).*", Pattern.DOTALL);
  private static final Pattern SERIAL = Pattern.compile("\\d{5}([.,]\\d+)?");
  private static final Pattern YEAR =
      Pattern.compile("(?!19|20|21)\\d{4}-\\d\\d-\\d\\d([T ].*)?", Pattern.DOTALL);
  private static final Pattern LOCAL =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?");

  private final List<String> grades;

  Remedies(List<String> grades) {
    this.grades = grades;
  }

  /** What was expected for a reason, given what stood there most often. */
  String of(Reason reason, String value) {
    return switch (reason) {
      case FIELD_COUNT ->
          "expected as many fields as the header has: quote fields that hold the separator";
      case MISSING_FIELD -> "expected a value: fill it in";
      case UNREADABLE_TEXT -> text(value);
      case SPREADSHEET_ERROR ->
          "expected a value: put the formula right in the spreadsheet and save it again";
      case UNKNOWN_GRADE -> grade(value);
      case BAD_TIME -> time(value);
      case BAD_PROBABILITY -> probability(value);
      case UNKNOWN_SELECTION_METHOD ->
          "expected one of SRS, STRATIFIED, SYSTEMATIC, PPS, CENSUS, SEEDED, TARGETED, REFERRED,"
              + " APPEAL, CONVENIENCE";
      case UNKNOWN_BLIND_VALUE -> "expected one of BLIND, NON_BLIND, UNKNOWN";
      case CONFLICTING_DUPLICATE -> "expected one row for each event: keep the right one";
      case UNKNOWN_GRADING -> id(value);
      case VERDICT_BEFORE_GRADING ->
          "expected a check after the grading: compare the clocks and time zones of the tables";
      case SELF_REVIEW -> "expected another QA officer than the assessor: have it checked again";
      case TOO_MANY_GRADINGS ->
          "expected a verdict to name its grading: add grading_id, or raise"
              + " gradingsPerVerdictAtMost in the policy if the design means it";
      default -> reason.sentence();
    };
  }

  private String grade(String value) {
    String read = Typed.folded(Typed.read(value));
    List<String> meant =
        grades.stream().filter(g -> Typed.folded(Typed.read(g)).equals(read)).toList();
    if (meant.isEmpty() && read.length() > 1) {
      meant = grades.stream().filter(g -> isClose(Typed.folded(Typed.read(g)), read)).toList();
    }
    return meant.size() == 1
        ? "do you mean " + Shown.quoted(meant.get(0)) + "?"
        : "expected one of " + Shown.plain(String.join(", ", grades));
  }

  /** Whether two texts differ by one letter put in, left out or replaced. */
  private static boolean isClose(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    int endA = a.length();
    int endB = b.length();
    while (endA > same && endB > same && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    return endA - same <= 1 && endB - same <= 1;
  }

  private static String text(String value) {
    return value.indexOf(0xFFFD) >= 0
        ? "expected UTF-8: the file is probably in Windows-1252 or Latin-1, say --encoding"
            + " windows-1252 or export it as UTF-8"
        : "expected text without control characters";
  }

  private static String time(String value) {
    if (SLASHES.matcher(value).matches()) {
      return "expected a time such as 2025-03-03T09:05:00Z; day and month cannot be told apart: say"
          + " how it is written, --date-format \"dd/MM/yyyy HH:mm\"";
    }
    if (ONE_DIGIT.matcher(value).matches()) {
      return TIME + ": two digits for month, day and hour";
    }
    if (SERIAL.matcher(value).matches()) {
      return "expected a time such as 2025-03-03T09:05:00Z; if it counts days as spreadsheets do,"
          + " say --date-format serial";
    }
    if (YEAR.matcher(value).matches()) {
      return "expected a year from 1900 to 2199: is it mistyped?";
    }
    if (LOCAL.matcher(value).matches()) {
      return "expected a zone for local times: name it in the policy, \"zone\": \"Europe/London\","
          + " or add an offset or Z to the time";
    }
    return TIME;
  }

  private static String probability(String value) {
    return "expected a number above 0 and at most 1, such as 0.2, 20 % or 1/5"
        + (value.strip().endsWith("%") ? "; more than 100 % is no probability" : "");
  }

  private static String id(String value) {
    return Typed.read(value).equals(value)
        ? "expected ids of gradings that can be used, byte by byte: see what became of these"
        : "expected ids of gradings byte by byte: this one has white space at its ends";
  }
}
