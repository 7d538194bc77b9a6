package org.assay.io.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.io.schema.Range;
import org.assay.io.schema.Shape;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The page of the protocol: the schema for people, with an example of each operation answered. */
public final class ProtocolPage {
  private static final JsonMapper INDENTED =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // same digits on every Java version
          .build();

  private static final String HEAD =
      """
      # The JSON Lines protocol, version 1

      <!-- Made by: assay schema --page > docs/protocol.md -->

      `assay batch [FILE]` reads one JSON request per line, from FILE or standard input, in UTF-8, and writes one JSON
      response per line to standard output, in the same order. `assay schema` prints the JSON Schema (draft 2020-12) of
      both, from which this page is made.

      ```
      {"id": "r1", "op": "interval", "input": {...}, "params": {...}}
      {"id": "r1", "op": "interval", "result": {...}}
      {"id": "r1", "op": "interval", "error": {"field": "params.confidence", "message": "...", "kind": "SHAPE"}}
      ```

      - `id` may be anything and comes back as it was written. `input` and `params` may be left out when nothing in them
        is required. A field that may be left out may be `null` too, which means the same. Unknown fields are errors.
      - Numbers are read by value and exactly: 3.0 and 3e0 are the whole number 3, "3" is not a number. A number that
        does not fit, a fraction where a whole number is meant, and a `null` in a list that does not say so are errors.
      - A statistic that does not exist for valid data is `null`, and `undefined` beside it says why. Rates, shares,
        limits and probabilities are proportions, not percent. NaN and infinities never appear.
      - An error does not stop the requests after it. Its `kind` is `NOT_JSON` (the line is no JSON object), `SHAPE`
        (the schema forbids the request), `INVALID` (the schema allows it, but the values cannot be meant, alone or
        together, for example an acceptable rate above the unacceptable one), `LIMIT` (it takes more time than
        `--timeout` gives it, 60 s if nothing is said, or more memory than Java has) or `DEFECT` (of the program).
      - A line has at most 256 MiB, and is nested at most 500 deep. A line that is not UTF-8 gets an error with its number.
      - Exit status 0 when every line was answered, whatever the answers; with `--fail-on-error` 1 when an answer is an
        error; 2 when the input cannot be read; 4 when the answers cannot be written.
      - A *label* is a text or a number; numbers are compared by value, and are the scores of weights.
      """;

  private final Protocol protocol = new Protocol();
  private final StringBuilder page = new StringBuilder(HEAD);
  private final Set<String> told = new LinkedHashSet<>();
  private final Deque<Shape.Fields> toTell = new ArrayDeque<>();

  private ProtocolPage() {}

  /**
   * The page.
   *
   * @return Markdown
   */
  public static String markdown() {
    var page = new ProtocolPage();
    Operations.built().values().forEach(page::operation);
    return page.page.toString();
  }

  private void operation(Operation<?, ?, ?> op) {
    page.append("\n## ").append(op.name()).append("\n\n");
    page.append(ProtocolSchema.description(op)).append("\n\n");
    page.append("```json\n").append(Examples.line(op.name())).append("\n```\n\n");
    page.append("```json\n").append(answer(op.name())).append("\n```\n");
    List<Shape.Fields> parts = ProtocolSchema.parts(op);
    List<String> names = List.of("input", "params", "result");
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).fields().isEmpty()) {
        section("`" + names.get(i) + "`", parts.get(i));
      }
    }
  }

  private String answer(String op) {
    return INDENTED
        .writeValueAsString(INDENTED.readTree(protocol.answer(Examples.line(op), 1)))
        .replace("\r\n", "\n");
  }

  private void section(String title, Shape.Fields fields) {
    if (!told.add(fields.name())) {
      page.append("\n**").append(title).append("**: as above, ");
      page.append(fields.name()).append(".\n");
      return;
    }
    page.append("\n**").append(title).append("**");
    if (!fields.description().isEmpty()) {
      page.append(": ").append(fields.description());
    }
    page.append("\n\n| field | value | |\n|---|---|---|\n");
    for (Shape.Field field : fields.fields()) {
      row(field);
    }
    while (!toTell.isEmpty()) {
      Shape.Fields next = toTell.poll();
      if (!told.contains(next.name())) {
        section(next.name(), next);
      }
    }
  }

  private void row(Shape.Field field) {
    page.append("| `").append(field.name()).append('`');
    page.append(field.isRequired() ? "" : "?").append(" | ");
    page.append(value(field.shape())).append(" | ");
    page.append(field.description()).append(meanings(field.shape())).append(" |\n");
  }

  private static String meanings(Shape shape) {
    return shape.explained().stream()
        .map(option -> "<br>`" + option.word() + "`: " + option.description())
        .collect(Collectors.joining());
  }

  private String value(Shape shape) {
    if (shape instanceof Shape.OrNull optional) {
      return value(optional.shape()) + " or null";
    } else if (shape instanceof Shape.Fields fields) {
      toTell.add(fields);
      return fields.name();
    } else if (shape instanceof Shape.ListOf list) {
      return "list of " + value(list.item());
    } else if (shape instanceof Shape.MapOf map) {
      return "object of " + value(map.value());
    } else if (shape instanceof Shape.Row row) {
      return row.places().stream()
          .map(place -> place.name() + (place.isRequired() ? "" : "?"))
          .collect(Collectors.joining(", ", "[", "]"));
    } else if (shape instanceof Shape.OneOf oneOf) {
      var each = new ArrayList<String>();
      oneOf.shapes().forEach(s -> each.add(value(s)));
      return String.join(" or ", each);
    }
    return simple(shape);
  }

  private static String simple(Shape shape) {
    if (shape instanceof Shape.Whole whole) {
      return "whole number" + within(whole.range());
    } else if (shape instanceof Shape.Decimal decimal) {
      return "number" + within(decimal.range());
    } else if (shape instanceof Shape.Word word) {
      return word.options().stream().allMatch(o -> o.description().isEmpty())
          ? word.words().stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "))
          : "word";
    } else if (shape instanceof Shape.Text) {
      return "text";
    } else if (shape instanceof Shape.Flag) {
      return "true or false";
    }
    return shape instanceof Shape.Label ? "label" : "anything";
  }

  private static String within(Range range) {
    String limits = range.limits();
    return limits.isEmpty() ? "" : " " + limits;
  }
}
