package org.assay.io.ingest;

/** Receives progress of reading. Called from the thread that reads, about every MiB. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * So much has been read.
   *
   * @param bytesRead bytes of the files read so far, as they lie on disk
   * @param bytesTotal bytes of all files
   */
  void progress(long bytesRead, long bytesTotal);
}
