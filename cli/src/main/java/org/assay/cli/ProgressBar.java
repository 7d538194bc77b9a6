package org.assay.cli;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * A progress bar on standard error, drawn only when standard error is a terminal.
 *
 * <p>Java cannot ask whether standard error is a terminal; the start script can, and says so in the
 * system property {@code assay.progress}.
 */
final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintWriter err;
  private final boolean shown;
  private long drawnAt;
  private String drawn = "";

  ProgressBar(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  static ProgressBar onTerminal(PrintWriter err) {
    return new ProgressBar(err, Boolean.getBoolean("assay.progress"));
  }

  /** Shows the progress of a step: a new step at once, the same one ten times a second. */
  void update(String step, double share) {
    if (!shown) {
      return;
    }
    long now = System.nanoTime();
    if (drawn.endsWith(step) && now - drawnAt < REDRAW_NANOS) {
      return;
    }
    int full = (int) Math.round(Math.max(0, Math.min(1, share)) * WIDTH);
    String line =
        String.format(
            Locale.ROOT,
            "[%s%s] %3.0f %%  %s",
            "#".repeat(full),
            "-".repeat(WIDTH - full),
            100 * share,
            step);
    err.print("\r" + line + " ".repeat(Math.max(0, drawn.length() - line.length())));
    err.flush();
    drawn = line;
    drawnAt = now;
  }

  /** Wipes the bar, so that nothing of it stays on the screen. */
  @Override
  public void close() {
    if (!drawn.isEmpty()) {
      err.print("\r" + " ".repeat(drawn.length()) + "\r");
      err.flush();
    }
  }
}
