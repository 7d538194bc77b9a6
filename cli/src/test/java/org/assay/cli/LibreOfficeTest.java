package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An officer opens a pick-list in LibreOffice, types grades and a date as their language has it,
 * and saves it as a workbook and as CSV: every verdict arrives, whatever became of the ids.
 */
class LibreOfficeTest {
  private static final String WORKBOOK = "Calc MS Excel 2007 XML";
  private static final String CSV = "Text - txt - csv (StarCalc)";

  /** Fields by a character, quotes where needed, UTF-8, cells as they are shown. */
  private static final String AS_SHOWN = ",34,76,1,,0,false,true,false";

  // Debian's own Python has the bridge to LibreOffice, which others on the path lack.
  private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

  /** Types into each list and stores it in each form, as one officer does. */
  private static final String FILL =
      """
      import sys, time, uno
      from com.sun.star.beans import PropertyValue
      from com.sun.star.connection import NoConnectException

      def named(**values):
          return tuple(PropertyValue(Name=n, Value=v) for n, v in values.items())

      pipe, day, jobs = sys.argv[1], sys.argv[2], sys.argv[3:]
      context = uno.getComponentContext()
      resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
      for attempt in range(300):
          try:
              office = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
              break
          except NoConnectException:
              time.sleep(0.2)
      desktop = office.ServiceManager.createInstance("com.sun.star.frame.Desktop")
      for job in jobs:
          source, reader, how, *goals = job.split("|")
          doc = desktop.loadComponentFromURL(
              source, "_blank", 0, named(Hidden=True, FilterName=reader, FilterOptions=how))
          sheet = doc.Sheets.getByIndex(0)
          cursor = sheet.createCursor()
          cursor.gotoEndOfUsedArea(False)
          for row in range(1, cursor.RangeAddress.EndRow + 1):
              sheet.getCellByPosition(1, row).FormulaLocal = "r01"
              sheet.getCellByPosition(2, row).FormulaLocal = "A" if row % 7 == 0 else "B"
              sheet.getCellByPosition(3, row).FormulaLocal = day
          while goals:
              doc.storeToURL(goals[0], named(FilterName=goals[1], FilterOptions=goals[2]))
              goals = goals[3:]
          doc.close(True)
      desktop.terminate()
      """;

  /** A language of LibreOffice, chosen in a profile of its own. */
  private static final String LANGUAGE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"
      oor:op="fuse"><value>%s</value></prop></item>
      </oor:items>
      """;

  @TempDir Path temp;

  private static boolean works(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String python() {
    List<String> found =
        PYTHONS.stream().filter(python -> works(python, "-c", "import uno")).toList();
    assumeTrue(!found.isEmpty(), "python3-uno is not installed: the round trip is not tried");
    return found.get(0);
  }

  private String url(String file) {
    return temp.resolve(file).toUri().toString();
  }

  private void fill(String language, String day, List<String> jobs)
      throws IOException, InterruptedException {
    String python = python();
    Path profile = Files.createDirectories(temp.resolve("profile/user"));
    Files.writeString(profile.resolve("registrymodifications.xcu"), LANGUAGE.formatted(language));
    Path script = Files.writeString(temp.resolve("fill.py"), FILL);
    Path log = temp.resolve("log.txt");
    String pipe = "assay" + ProcessHandle.current().pid() + language.replace("-", "");
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + url("profile"),
                "--headless",
                "--norestore",
                "--accept=pipe,name=" + pipe + ";urp;")
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("office.txt").toFile())
            .start();
    try {
      var command = new ArrayList<>(List.of(python, script.toString(), pipe, day));
      command.addAll(jobs);
      Process filling =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean ended = filling.waitFor(4, TimeUnit.MINUTES);
      filling.destroyForcibly();
      assertTrue(ended && filling.exitValue() == 0, Files.readString(log));
      office.waitFor(1, TimeUnit.MINUTES);
    } finally {
      office.descendants().forEach(ProcessHandle::destroyForcibly);
      office.destroyForcibly();
    }
  }

  private String job(String source, String reader, String how, char separator) {
    String name = source.replace('.', '-');
    return String.join(
        "|",
        url(source),
        reader,
        how,
        url(name + "-saved.xlsx"),
        WORKBOOK,
        "",
        url(name + "-saved.csv"),
        CSV,
        (int) separator + AS_SHOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-US | 4/1/2025 | , | MM/dd/yyyy
          de-DE | 1.4.2025 | ; | dd.MM.yyyy
          fr-FR | 01/04/2025 | ; | dd/MM/yyyy
          """)
  void everyVerdictArrives(String language, String typed, char separator, String shown)
      throws IOException, InterruptedException {
    assumeTrue(works("soffice", "--version"), "LibreOffice is not installed: nothing is tried");
    NastyDraw draw = new NastyDraw(temp);
    String comma = "44,34,76,1";
    String semicolon = "59,34,76,1";
    fill(
        language,
        typed,
        List.of(
            job("list.xlsx", WORKBOOK, "", separator),
            job("list.csv", CSV, comma, separator),
            job("list-semicolon.csv", CSV, semicolon, separator)));
    String day = "2025-04-01";
    String format = " --date-format verdicts=" + shown;
    var grades = draw.grades();
    assertTrue(grades.size() >= 56, () -> grades.size() + " items are drawn");
    assertEquals(grades, draw.evaluated("list-xlsx-saved.xlsx", "", day));
    assertEquals(grades, draw.evaluated("list-xlsx-saved.csv", "", day));
    for (String list : List.of("list-csv", "list-semicolon-csv")) {
      assertEquals(grades, draw.evaluated(list + "-saved.xlsx", "", day));
      assertEquals(grades, draw.evaluated(list + "-saved.csv", format, day));
    }
  }
}
