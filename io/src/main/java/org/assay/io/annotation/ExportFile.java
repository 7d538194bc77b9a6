package org.assay.io.annotation;

import java.io.InputStream;

/**
 * One file of an export.
 *
 * @param name as messages name it
 * @param folder that it is in within an archive, without those above; "" otherwise
 * @param title its name without folders and without what follows the first point
 * @param content what is in it
 */
record ExportFile(String name, String folder, String title, InputStream content) {
  static ExportFile of(String archive, String path, InputStream content) {
    String[] steps = path.split("[/\\\\]");
    String file = steps[steps.length - 1];
    int point = file.indexOf('.', 1);
    return new ExportFile(
        archive,
        steps.length < 2 ? "" : steps[steps.length - 2],
        point < 0 ? file : file.substring(0, point),
        content);
  }

  /** A file that is in no archive: the folder that happens to hold it says nothing. */
  ExportFile withoutFolder() {
    return new ExportFile(name, "", title, content);
  }
}
