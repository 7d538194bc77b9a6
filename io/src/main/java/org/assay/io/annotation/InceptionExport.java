package org.assay.io.annotation;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * INCEpTION: UIMA CAS JSON 0.4, a file per document and annotator. The grade is the feature of a
 * layer of the project; the item is the document and, of a layer on parts of the text, the place in
 * it. The file is called like the annotator, and in an archive its folder like the document.
 */
final class InceptionExport {
  private static final String METADATA = "DocumentMetaData";

  private InceptionExport() {}

  static void read(ExportFile file, Answers into) {
    JsonValues.each(file.name(), file.content(), cas -> document(cas, file, into));
  }

  private static void document(JsonNode cas, ExportFile file, Answers into) {
    String document = file.folder();
    for (JsonNode structure : cas.path("%FEATURE_STRUCTURES")) {
      if (type(structure).endsWith(METADATA) && document.isEmpty()) {
        document = JsonValues.first(structure, "documentTitle", "documentId");
      }
    }
    boolean any = false;
    for (JsonNode structure : cas.path("%FEATURE_STRUCTURES")) {
      if (isOfProject(type(structure))) {
        any = true;
        answer(structure, document.isEmpty() ? file.title() : document, file.title(), into);
      }
    }
    if (!any) {
      into.addNone();
    }
  }

  private static void answer(JsonNode structure, String document, String by, Answers into) {
    Map<String, String> features = new LinkedHashMap<>();
    structure
        .properties()
        .forEach(
            e -> {
              boolean isOwn = e.getKey().startsWith("%") || e.getKey().startsWith("@");
              boolean isPlace = e.getKey().equals("begin") || e.getKey().equals("end");
              if (!isOwn && !isPlace && e.getValue().isValueNode()) {
                features.put(e.getKey(), JsonValues.text(e.getValue()));
              }
            });
    String place =
        structure.has("begin")
            ? ":"
                + JsonValues.text(structure.path("begin"))
                + "-"
                + JsonValues.text(structure.path("end"))
            : "";
    into.add(new Answers.Answer(document + place, by, "", "", features));
  }

  private static String type(JsonNode structure) {
    return JsonValues.text(structure.path("%TYPE"));
  }

  // Layers that a project makes are called so; those of DKPro are what importers make.
  private static boolean isOfProject(String type) {
    return type.startsWith("webanno.custom.") || type.startsWith("custom.");
  }
}
