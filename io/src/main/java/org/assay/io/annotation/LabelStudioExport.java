package org.assay.io.annotation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.io.BadInputException;
import org.assay.io.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Label Studio: tasks with annotations (JSON), or a task and annotation per object (JSON-MIN) or
 * row (CSV). The item is the task, the assessor the annotator's e-mail or number, the grade the
 * choice or rating; an annotation that was cancelled is none.
 */
final class LabelStudioExport {
  private static final Set<String> KINDS = Set.of("choices", "rating", "number", "taxonomy");
  private static final Set<String> OWN =
      Set.of("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time");

  private LabelStudioExport() {}

  static void read(ExportFile file, Answers into) {
    var in = new BufferedInputStream(file.content());
    if (looksLikeJson(file.name(), in)) {
      JsonValues.each(
          file.name(),
          in,
          task -> {
            if (task.has("annotations") || task.has("completions")) {
              task(task, into);
            } else {
              flat(task, into);
            }
          });
    } else {
      csv(file.name(), in, into);
    }
  }

  private static boolean looksLikeJson(String name, BufferedInputStream in) {
    try {
      in.mark(64);
      String head = new String(in.readNBytes(64), StandardCharsets.UTF_8).strip();
      in.reset();
      return head.startsWith("[") || head.startsWith("{");
    } catch (IOException e) {
      throw new BadInputException(name + ": cannot be read", e);
    }
  }

  private static void task(JsonNode task, Answers into) {
    JsonNode annotations =
        task.has("annotations") ? task.path("annotations") : task.path("completions");
    if (annotations.isEmpty()) {
      into.addNone();
    }
    for (JsonNode annotation : annotations) {
      if (annotation.path("was_cancelled").asBoolean(false)) {
        into.addNone();
        continue;
      }
      Map<String, List<String>> said = new LinkedHashMap<>();
      for (JsonNode result : annotation.path("result")) {
        String kind = JsonValues.text(result.path("type"));
        if (KINDS.contains(kind)) {
          said.computeIfAbsent(JsonValues.text(result.path("from_name")), q -> new ArrayList<>())
              .addAll(JsonValues.texts(result.path("value").path(kind)));
        }
      }
      Map<String, String> byQuestion = new LinkedHashMap<>();
      said.forEach((question, choices) -> byQuestion.put(question, Answers.joined(choices)));
      into.add(
          new Answers.Answer(
              JsonValues.text(task.path("id")),
              annotator(annotation.path("completed_by")),
              JsonValues.first(annotation, "created_at", "updated_at"),
              JsonValues.text(annotation.path("id")),
              byQuestion));
    }
  }

  private static String annotator(JsonNode by) {
    return by.isObject() ? JsonValues.first(by, "email", "username", "id") : JsonValues.text(by);
  }

  private static void flat(JsonNode object, Answers into) {
    Map<String, String> fields = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            e -> {
              JsonNode value = e.getValue();
              fields.put(
                  e.getKey(),
                  value.isObject() ? value.toString() : Answers.joined(JsonValues.texts(value)));
            });
    row(List.copyOf(fields.keySet()), fields, into);
  }

  private static void csv(String name, InputStream in, Answers into) {
    var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
      List<String> titles = List.of();
      for (CsvRecord record : csv) {
        if (titles.isEmpty()) {
          titles = record.getFields();
          continue;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int c = 0; c < titles.size(); c++) {
          fields.put(titles.get(c), c < record.getFieldCount() ? record.getField(c) : "");
        }
        row(titles, fields, into);
      }
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      throw new BadInputException(name + ": is not CSV, expected an export of Label Studio", e);
    }
  }

  // Answers stand between id and annotator; in older exports, whose columns are in the order of
  // their names, they may be any that are not the tool's own.
  private static void row(List<String> titles, Map<String, String> fields, Answers into) {
    int id = titles.indexOf("id");
    int annotator = titles.indexOf("annotator");
    if (id < 0 || annotator < 0) {
      throw new BadInputException(
          into.name()
              + ": an annotation has no "
              + (id < 0 ? "id" : "annotator")
              + ", expected an export of Label Studio as JSON, JSON-MIN or CSV");
    }
    List<String> questions = id < annotator ? titles.subList(id + 1, annotator) : titles;
    Map<String, String> byQuestion = new LinkedHashMap<>();
    for (String question : questions) {
      if (!OWN.contains(question)) {
        byQuestion.put(question, choice(fields.get(question)));
      }
    }
    into.add(
        new Answers.Answer(
            fields.get("id"),
            fields.get("annotator"),
            fields.getOrDefault("created_at", ""),
            fields.getOrDefault("annotation_id", ""),
            byQuestion));
  }

  // Several choices are an object: {"choices": ["A", "B"]}.
  private static String choice(String field) {
    if (!field.startsWith("{") && !field.startsWith("[")) {
      return field;
    }
    try {
      JsonNode value = StrictJson.mapper().readTree(field);
      JsonNode choices = value.has("choices") ? value.path("choices") : value.path("rating");
      return choices.isMissingNode() ? field : Answers.joined(JsonValues.texts(choices));
    } catch (JacksonException e) {
      return field; // a text that begins so
    }
  }
}
