package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says that the program itself is at fault: one line on the screen, the rest in a file. */
final class Defect {
  private Defect() {}

  /**
   * Writes the log and the line.
   *
   * @param e what nobody expected
   * @param command that ran
   * @param err takes the line
   * @return the exit status
   */
  static int report(Throwable e, String command, PrintWriter err) {
    if (e instanceof OutOfMemoryError) {
      Failure.say(
          err,
          command,
          "this takes more memory than Java was given; give it more, for example"
              + " ASSAY_JAVA_OPTS=-Xmx8g");
      return Assay.DEFECT;
    }
    Failure.say(err, command, "a defect of the program, not of your data; " + log(e, command));
    return Assay.DEFECT;
  }

  private static String log(Throwable e, String command) {
    var trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    String text =
        String.join(
            System.lineSeparator(),
            "assay " + Version.number(),
            "Java " + System.getProperty("java.version"),
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            command,
            trace.toString());
    try {
      Path file = Files.createTempFile("assay-", ".log");
      Files.writeString(file, text);
      return "what happened is in " + file;
    } catch (IOException failed) {
      return "no log could be written";
    }
  }
}
