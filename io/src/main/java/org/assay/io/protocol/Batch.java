package org.assay.io.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers a stream of requests in order, each within a limit of time: what one of them asks for
 * keeps no other from its answer.
 *
 * <p>A request that exceeds its time is answered with an error, and interrupted; its computation
 * may go on in the background until it notices or the program ends.
 */
public final class Batch {
  /** Time for a request when nothing else is said. */
  public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

  // More threads than this that do not heed their interruption leave no processor for the rest.
  private static final int MOST_ABANDONED = 16;
  private static final int FLUSH_EVERY = 64;
  private static final long STACK = 1L << 20;

  private final Protocol protocol = new Protocol();
  private final Duration timeout;
  private final List<Thread> abandoned = new ArrayList<>();

  /**
   * A batch.
   *
   * @param timeout for each request, more than zero
   */
  public Batch(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout must be more than zero, got " + timeout);
    }
    this.timeout = timeout;
  }

  /** Takes the answers. */
  @FunctionalInterface
  public interface Answers {
    /**
     * Takes an answer.
     *
     * @param json on one line
     * @param mustFlush whether somebody may be waiting for it, and now and then
     * @return false when no more answers can be taken
     */
    boolean take(String json, boolean mustFlush);
  }

  /**
   * Answers every line that is not blank.
   *
   * @param in requests, UTF-8; a line that is not is answered with an error
   * @param answers take the answers in order
   * @return how many answers are errors
   * @throws IOException if the stream fails
   */
  public long run(InputStream in, Answers answers) throws IOException {
    var lines = new RequestLines(in);
    long failed = 0;
    long given = 0;
    for (Optional<RequestLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      RequestLines.Line one = line.get();
      if (one.text() != null && one.text().isBlank()) {
        continue;
      }
      Protocol.Answer answer = one.text() == null ? unreadable(one) : answer(one);
      failed += answer.error().isPresent() ? 1 : 0;
      if (!answers.take(answer.json(), ++given % FLUSH_EVERY == 0 || lines.mustWait())) {
        return failed;
      }
    }
    return failed;
  }

  private Protocol.Answer unreadable(RequestLines.Line line) {
    return protocol.unreadable("line " + line.number() + " " + line.fault());
  }

  private Protocol.Answer answer(RequestLines.Line line) {
    abandoned.removeIf(thread -> !thread.isAlive());
    if (abandoned.size() >= MOST_ABANDONED) {
      return tooSlow(line, "too many earlier requests have exceeded their time and still run");
    }
    var task = new FutureTask<>(() -> protocol.respond(line.text(), line.number()));
    var thread = new Thread(null, task, "assay-request-" + line.number(), STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      abandoned.add(thread);
      return tooSlow(
          line,
          "the request takes more than the "
              + seconds()
              + " it is given; ask for less, or give it more with --timeout");
    } catch (ExecutionException e) {
      return protocol.givenUp(
          line.text(),
          e.getCause() instanceof VirtualMachineError ? ErrorKind.LIMIT : ErrorKind.DEFECT,
          e.getCause() instanceof VirtualMachineError
              ? "the request takes more memory than Java was given"
              : "the operation failed, which is a defect of Assay");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return tooSlow(line, "the program is ending");
    }
  }

  private String seconds() {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }

  private Protocol.Answer tooSlow(RequestLines.Line line, String message) {
    return protocol.givenUp(line.text(), ErrorKind.LIMIT, message);
  }
}
