package org.assay.io.annotation;

import java.util.List;
import java.util.Map;
import org.assay.io.BadInputException;
import tools.jackson.databind.JsonNode;

/**
 * doccano, document classification: a document per line with its labels, a file per annotator; or,
 * in older exports, with annotations that name their user by number.
 */
final class DoccanoExport {
  private DoccanoExport() {}

  static void read(ExportFile file, Answers into) {
    JsonValues.each(file.name(), file.content(), document -> document(document, file, into));
  }

  private static void document(JsonNode document, ExportFile file, Answers into) {
    String item = JsonValues.first(document, "id", "example_id");
    if (document.path("annotations").isArray()) {
      document.path("annotations").forEach(a -> annotation(item, a, into));
      return;
    }
    JsonNode label = document.has("label") ? document.path("label") : document.path("labels");
    if (label.isArray() && !label.isEmpty() && !label.path(0).isValueNode()) {
      throw new BadInputException(
          file.name()
              + ": document "
              + item
              + " has labels of parts of its text, expected labels of whole documents (the project"
              + " type document classification)");
    }
    List<String> labels = JsonValues.texts(label);
    into.add(
        new Answers.Answer(item, file.title(), "", "", Map.of("label", Answers.joined(labels))));
  }

  private static void annotation(String item, JsonNode annotation, Answers into) {
    into.add(
        new Answers.Answer(
            item,
            JsonValues.first(annotation, "user", "username"),
            JsonValues.first(annotation, "created_at", "updated_at"),
            JsonValues.text(annotation.path("id")),
            Map.of("label", JsonValues.text(annotation.path("label")))));
  }
}
