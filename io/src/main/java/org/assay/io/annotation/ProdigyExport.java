package org.assay.io.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Prodigy: a task per line. Of a choice the grade is what was chosen and the item the input; of a
 * task that was accepted or rejected the grade is that answer and the item the task. What was
 * ignored is no answer, and a choice that was rejected neither.
 */
final class ProdigyExport {
  private ProdigyExport() {}

  static void read(ExportFile file, Answers into) {
    JsonValues.each(file.name(), file.content(), task -> task(task, file.title(), into));
  }

  private static void task(JsonNode task, String file, Answers into) {
    String answer = JsonValues.text(task.path("answer"));
    boolean isChoice = task.has("accept") || task.has("options");
    if (answer.equals("ignore") || isChoice && answer.equals("reject")) {
      into.addNone();
      return;
    }
    List<String> chosen = isChoice ? JsonValues.texts(task.path("accept")) : List.of(answer);
    String by = JsonValues.first(task, "_annotator_id", "_session_id");
    into.add(
        new Answers.Answer(
            isChoice
                ? JsonValues.first(task, "_input_hash", "_task_hash", "id")
                : JsonValues.first(task, "_task_hash", "_input_hash", "id"),
            by.isEmpty() ? file : by,
            time(task.path("_timestamp")),
            "",
            Map.of("answer", Answers.joined(chosen))));
  }

  private static String time(JsonNode seconds) {
    return seconds.isNumber()
        ? Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1_000)).toString()
        : "";
  }
}
