package org.assay.io.table;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread that does one thing at a time beside the caller, who waits for it before the next. It
 * ends by itself when it has nothing to do for a while.
 */
public final class Worker {
  private final ThreadPoolExecutor thread;
  private Future<?> started;

  /**
   * A worker that has nothing to do yet.
   *
   * @param name name of its thread
   */
  public Worker(String name) {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            100,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var t = new Thread(task, name);
              t.setDaemon(true);
              return t;
            });
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Begins a task; the one before must have been waited for.
   *
   * @param task what to do beside the caller
   */
  public void start(Runnable task) {
    started = thread.submit(task);
  }

  /**
   * Waits for the task begun last, if there is one.
   *
   * @throws RuntimeException what the task threw
   */
  public void await() {
    if (started == null) {
      return;
    }
    Future<?> task = started;
    started = null;
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("reading failed", e.getCause());
    }
  }
}
