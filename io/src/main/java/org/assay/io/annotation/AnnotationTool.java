package org.assay.io.annotation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.table.TableSource;

/** An annotation tool whose export is a table of gradings. */
public enum AnnotationTool {
  /** Label Studio: JSON, JSON-MIN and CSV. */
  LABEL_STUDIO("label-studio"),
  /** CVAT for images: XML, or the ZIP that holds it. */
  CVAT("cvat"),
  /** Prodigy: JSON Lines of {@code db-out}. */
  PRODIGY("prodigy"),
  /** INCEpTION: UIMA CAS JSON, a file per document and annotator or a ZIP of these. */
  INCEPTION("inception"),
  /** doccano, document classification: JSON Lines or JSON, a file or the ZIP of all annotators. */
  DOCCANO("doccano");

  private final String word;

  AnnotationTool(String word) {
    this.word = word;
  }

  /** The name as {@link #of} reads it. */
  String word() {
    return word;
  }

  /** Reads a file of an export. */
  void read(ExportFile file, Answers into) {
    switch (this) {
      case LABEL_STUDIO -> LabelStudioExport.read(file, into);
      case CVAT -> CvatExport.read(file, into);
      case PRODIGY -> ProdigyExport.read(file, into);
      case INCEPTION -> InceptionExport.read(file, into);
      case DOCCANO -> DoccanoExport.read(file, into);
    }
  }

  /**
   * The tool of a name.
   *
   * @param name as its makers write it, in any case, with or without signs between the words
   * @return the tool
   * @throws BadInputException if there is none of this name
   */
  public static AnnotationTool of(String name) {
    return Arrays.stream(values())
        .filter(tool -> letters(tool.word).equals(letters(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "a format must be one of " + names() + ", got " + Shown.quoted(name)));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /**
   * The names of all tools.
   *
   * @return as {@link #of} reads them
   */
  public static List<String> names() {
    return Arrays.stream(values()).map(tool -> tool.word).toList();
  }

  /**
   * An export as a table with the columns {@code item_id}, {@code assessor_id}, {@code grade} and,
   * where it has them, {@code graded_at} and {@code grading_id}. Where annotators answered several
   * questions, each is a column of its own name and none is {@code grade}: a mapping says which.
   * The header counts as row 1 and each answer as a row.
   *
   * @param file the export
   * @return the table, read when it is opened
   */
  public TableSource table(Path file) {
    return new ExportTable(this, file);
  }
}
