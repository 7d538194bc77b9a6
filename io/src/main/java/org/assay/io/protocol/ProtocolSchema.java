package org.assay.io.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assay.io.schema.JsonSchema;
import org.assay.io.schema.Shape;
import org.assay.io.schema.ShapeReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of the protocol, one document of draft 2020-12, made from the records that
 * requests are bound to and answers are written from. A line of the protocol is a {@code request}
 * or a {@code response}; both are {@code oneOf} the operations.
 */
public final class ProtocolSchema {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final ShapeReader requests = ShapeReader.ofRequests(Forms.ALL).described();
  private final ShapeReader answers = ShapeReader.ofAnswers();
  private final JsonSchema schema = new JsonSchema();
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  private ProtocolSchema() {}

  /**
   * The schema of every request, of every response, and of files.
   *
   * @param files records that are written as files, by the name of the definition that each gets
   * @return indented JSON
   */
  public static String json(Map<String, Class<? extends Record>> files) {
    return MAPPER.writeValueAsString(new ProtocolSchema().document(files));
  }

  private ObjectNode document(Map<String, Class<? extends Record>> files) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Assay JSON Lines protocol, version 1");
    root.put("description", "A line of the protocol, or a file: each has a definition of its own.");
    ArrayNode any = root.putArray("oneOf");
    any.add(reference("request")).add(reference("response"));
    files.forEach(
        (name, type) -> {
          any.add(reference(name));
          definitions.put(name, schema.write(answers.read(type)));
        });
    definitions.put("request", requests());
    definitions.put("response", responses());
    definitions.put("error", error());
    schema.definitions().forEach(this::define);
    ObjectNode all = root.putObject("$defs");
    definitions.forEach(all::set);
    return root;
  }

  private void define(String name, ObjectNode definition) {
    if (definitions.put(name, definition) != null) {
      throw new IllegalStateException("two definitions are named " + name);
    }
  }

  private static ObjectNode reference(String name) {
    return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode requests() {
    ObjectNode request = MAPPER.createObjectNode();
    request.put("description", "What is asked, one JSON object per line.");
    ArrayNode one = request.putArray("oneOf");
    for (Operation<?, ?, ?> op : Operations.built().values()) {
      one.add(reference(op.name() + "Request"));
      definitions.put(op.name() + "Request", request(op));
    }
    return request;
  }

  private ObjectNode request(Operation<?, ?, ?> op) {
    ObjectNode request = MAPPER.createObjectNode();
    Shape input = requests.read(op.input());
    Shape params = requests.read(op.params());
    request.put("description", description(op));
    ObjectNode properties = request.put("type", "object").putObject("properties");
    properties.set("id", id());
    properties.set("op", op(op));
    properties.set("input", schema.write(input));
    properties.set("params", schema.write(params));
    ArrayNode required = request.putArray("required").add("op");
    if (needsAny(input)) {
      required.add("input");
    }
    if (needsAny(params)) {
      required.add("params");
    }
    request.put("additionalProperties", false);
    request.putArray("examples").add(Examples.request(op.name()));
    return request;
  }

  /** What an operation is for, as the doc comment of its class says. */
  static String description(Operation<?, ?, ?> op) {
    String name = op.name().substring(0, 1).toUpperCase(Locale.ROOT) + op.name().substring(1);
    try {
      String text =
          ShapeReader.description(
                  Class.forName(Operation.class.getPackageName() + "." + name + "Operation"))
              .replaceFirst("^Op \\w+: ", "");
      return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean needsAny(Shape shape) {
    return ((Shape.Fields) shape).fields().stream().anyMatch(Shape.Field::isRequired);
  }

  private static ObjectNode id() {
    return MAPPER
        .createObjectNode()
        .put("description", "Any value, which comes back as it was written; null when left out.");
  }

  private static ObjectNode op(Operation<?, ?, ?> op) {
    return MAPPER.createObjectNode().put("description", "The operation.").put("const", op.name());
  }

  private ObjectNode responses() {
    ObjectNode response = MAPPER.createObjectNode();
    response.put("description", "The answer to one request, one JSON object per line.");
    ArrayNode one = response.putArray("oneOf");
    for (Operation<?, ?, ?> op : Operations.built().values()) {
      one.add(reference(op.name() + "Response"));
      definitions.put(op.name() + "Response", response(op));
    }
    one.add(reference("errorResponse"));
    definitions.put("errorResponse", errorResponse());
    return response;
  }

  private ObjectNode response(Operation<?, ?, ?> op) {
    ObjectNode response = MAPPER.createObjectNode();
    response.put("description", "What op " + op.name() + " answers.");
    ObjectNode properties = response.put("type", "object").putObject("properties");
    properties.set("id", id());
    properties.set("op", op(op));
    properties.set("result", schema.write(answers.read(op.result())));
    response.putArray("required").add("id").add("op").add("result");
    return response.put("additionalProperties", false);
  }

  private static ObjectNode errorResponse() {
    ObjectNode response = MAPPER.createObjectNode();
    response.put("description", "Why a request has no result.");
    ObjectNode properties = response.put("type", "object").putObject("properties");
    properties.set("id", id());
    properties
        .putObject("op")
        .put(
            "description", "The operation as it was asked for; left out when the line is no JSON.");
    properties.set("error", reference("error"));
    response.putArray("required").add("id").add("error");
    return response.put("additionalProperties", false);
  }

  private ObjectNode error() {
    Shape.Fields error = (Shape.Fields) answers.read(ErrorText.class);
    schema.write(error);
    return schema.definitions().get(error.name());
  }

  /**
   * What is wrong with a request.
   *
   * @param field path to what is at fault, for example params.confidence; line when the line is no
   *     JSON
   * @param message what is required and what came, for people
   * @param kind what is at fault
   */
  record ErrorText(String field, String message, ErrorKind kind) {}

  /** The words of the operations, for a page: what each asks and answers. */
  static List<Shape.Fields> parts(Operation<?, ?, ?> op) {
    ShapeReader requests = ShapeReader.ofRequests(Forms.ALL).described();
    return List.of(
        (Shape.Fields) requests.read(op.input()),
        (Shape.Fields) requests.read(op.params()),
        (Shape.Fields) ShapeReader.ofAnswers().read(op.result()));
  }
}
