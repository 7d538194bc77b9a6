package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.files.UnwritableException;

/** What went wrong, as one line and an exit status. */
final class Failure {
  /** Longest line on standard error. */
  static final int LONGEST = 300;

  private Failure() {}

  /** Says what went wrong and returns the exit status. */
  static int report(Throwable thrown, String command, PrintWriter err) {
    Throwable e = cause(thrown);
    if (e instanceof UnwritableException unwritable) {
      say(err, command, unwritable.getMessage() + reason(unwritable.getCause()));
      return Assay.UNWRITTEN;
    }
    if (e instanceof BadInputException || e instanceof IOException) {
      say(err, command, sentence((Exception) e));
      return Assay.BAD_INPUT;
    }
    if (e instanceof InvalidPathException path) {
      say(
          err,
          command,
          Shown.quoted(path.getInput())
              + " cannot be a path here; where letters beyond ASCII are in it, set LC_ALL=C.UTF-8");
      return Assay.BAD_INPUT;
    }
    return Defect.report(e, command, err);
  }

  /** Prints one line, whatever the message has in it. */
  static void say(PrintWriter err, String command, String message) {
    err.println(Shown.line(command + ": " + message, LONGEST));
  }

  // Other threads wrap what happened in them.
  private static Throwable cause(Throwable e) {
    Throwable inner = e;
    while (inner.getCause() != null
        && (inner instanceof UncheckedIOException
            || inner instanceof CompletionException
            || inner.getCause() instanceof BadInputException
                && inner.getClass() == IllegalArgumentException.class)) {
      inner = inner.getCause();
    }
    return inner;
  }

  private static String sentence(Exception e) {
    if (e instanceof FileSystemException file) {
      return Shown.visible(String.valueOf(file.getFile())) + reason(file);
    }
    if (e instanceof CharacterCodingException) {
      return "a file is not UTF-8 text";
    }
    String message = e.getMessage();
    return message == null ? "a file cannot be read" : message;
  }

  private static String reason(Throwable e) {
    if (e instanceof NoSuchFileException) {
      return " does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return ": permission is denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return " exists and is no folder";
    }
    if (e instanceof NotDirectoryException) {
      return " is no folder";
    }
    String reason =
        e instanceof FileSystemException file
            ? file.getReason()
            : e == null ? null : e.getMessage();
    return reason == null ? "" : ": " + reason;
  }
}
