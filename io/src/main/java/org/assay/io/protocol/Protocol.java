package org.assay.io.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.io.JsonFault;
import org.assay.io.Shown;
import org.assay.io.schema.Shape;
import org.assay.io.schema.ShapeCheck;
import org.assay.io.schema.ShapeReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers requests of the JSON Lines protocol, one line at a time.
 *
 * <p>A request that is malformed or asks for something impossible gets a response with an error
 * that names the field; it never stops the ones after it. What a request must look like is what the
 * published schema says: both are made from the same shapes. Thread-safe.
 */
public final class Protocol {
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int LONGEST = 300;
  private static final List<String> ENVELOPE = List.of("id", "op", "input", "params");

  private final JsonMapper mapper = RequestMapper.MAPPER;
  private final Map<String, Operation<?, ?, ?>> operations = Operations.built();
  private final Map<String, Requests> requests = new HashMap<>();

  /** A protocol with all operations that are built. */
  public Protocol() {
    ShapeReader reader = ShapeReader.ofRequests(Forms.ALL);
    operations.forEach(
        (name, op) ->
            requests.put(name, new Requests(reader.read(op.input()), reader.read(op.params()))));
  }

  private record Requests(Shape input, Shape params) {}

  /**
   * A response.
   *
   * @param json the response, JSON without line breaks
   * @param error what was at fault; empty when there is a result
   */
  public record Answer(String json, Optional<ErrorKind> error) {}

  /**
   * Answers one request.
   *
   * @param line the request, JSON
   * @param number number of the line, for the message about a malformed one
   * @return the response, JSON without line breaks
   */
  public String answer(String line, long number) {
    return respond(line, number).json();
  }

  /**
   * Answers one request, and says whether it could.
   *
   * @param line the request, JSON
   * @param number number of the line, for the message about a malformed one
   * @return the response
   */
  public Answer respond(String line, long number) {
    ObjectNode response = mapper.createObjectNode();
    JsonNode request;
    try {
      request =
          mapper.readTree(
              number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
    } catch (JacksonException e) {
      return malformed(response, "line " + number + " is not JSON: " + JsonFault.wordsInLine(e));
    }
    if (!request.isObject()) {
      return malformed(response, "line " + number + " must be a JSON object");
    }
    response.set("id", request.has("id") ? request.get("id") : mapper.nullNode());
    response.set("op", request.has("op") ? request.get("op") : mapper.nullNode());
    try {
      requireShape(request);
      response.set("result", result(operations.get(request.get("op").stringValue()), request));
      return new Answer(mapper.writeValueAsString(response), Optional.empty());
    } catch (FieldException e) {
      return failed(response, e.kind(), e.field(), e.getMessage());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return failed(response, ErrorKind.INVALID, guess(request, e.getMessage()), e.getMessage());
    } catch (RuntimeException e) { // a defect of ours; the requests after it still get answers
      return failed(
          response, ErrorKind.DEFECT, "op", "the operation failed, which is a defect of Assay");
    } catch (StackOverflowError e) {
      return failed(response, ErrorKind.LIMIT, "input", "the request is nested too deeply");
    } catch (OutOfMemoryError e) {
      return failed(
          response,
          ErrorKind.LIMIT,
          "input",
          "the request takes more memory than Java was given; ask for less, or give it more, for"
              + " example ASSAY_JAVA_OPTS=-Xmx8g");
    }
  }

  /**
   * What the schema forbids in a request.
   *
   * @param request a JSON object
   * @return the first fault; empty when the schema allows it
   */
  Optional<FieldException> refused(JsonNode request) {
    try {
      requireShape(request);
      return Optional.empty();
    } catch (FieldException e) {
      return Optional.of(e);
    }
  }

  private void requireShape(JsonNode request) {
    Requests shapes = requests.get(operation(request).name());
    requireShape("input", request, shapes.input());
    requireShape("params", request, shapes.params());
  }

  private void requireShape(String part, JsonNode request, Shape shape) {
    if (request.has(part) && !request.get(part).isObject()) {
      throw new FieldException(ErrorKind.SHAPE, part, part + " must be an object");
    }
    ShapeCheck.check(part, given(part, request), shape)
        .ifPresent(
            fault -> {
              throw new FieldException(ErrorKind.SHAPE, fault.path(), fault.message());
            });
  }

  private JsonNode given(String part, JsonNode request) {
    return request.has(part) ? request.get(part) : mapper.createObjectNode();
  }

  private Operation<?, ?, ?> operation(JsonNode request) {
    for (String field : request.propertyNames()) {
      if (!ENVELOPE.contains(field)) {
        throw new FieldException(
            ErrorKind.SHAPE,
            field,
            "unknown field \"" + Shown.plain(field) + "\", expected one of " + ENVELOPE);
      }
    }
    String name = request.path("op").asString("");
    Operation<?, ?, ?> operation = operations.get(name);
    if (operation == null || !request.path("op").isString()) {
      throw new FieldException(
          ErrorKind.SHAPE,
          "op",
          Operations.isReserved(name)
              ? "op \"" + name + "\" is not built yet"
              : "op must be one of " + operations.keySet() + ", got " + got(request));
    }
    return operation;
  }

  private static String got(JsonNode request) {
    JsonNode op = request.path("op");
    return op.isMissingNode()
        ? "none"
        : op.isString() ? Shown.quoted(op.stringValue()) : Shown.plain(op.toString());
  }

  private <I extends Record, P extends Record, R extends Record> JsonNode result(
      Operation<I, P, R> operation, JsonNode request) {
    I input = bind("input", request, operation.input());
    P params = bind("params", request, operation.params());
    return mapper.valueToTree(operation.function().apply(input, params));
  }

  private <T> T bind(String part, JsonNode request, Class<T> type) {
    try {
      return mapper.treeToValue(RequestMapper.plain(given(part, request)), type);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IllegalArgumentException cause) { // from a constructor
        throw new FieldException(part, cause.getMessage());
      }
      throw e;
    }
  }

  // Core's messages begin with the parameter's name, "total of" it or one of it ("rate" of rates);
  // the request says which part it stands in.
  private static String guess(JsonNode request, String message) {
    String subject = message == null ? "" : message.split(" must ", 2)[0];
    for (String word : subject.split("\\W+")) {
      for (String name : List.of(word, word + "s")) {
        for (String part : List.of("params", "input")) {
          if (request.path(part).has(name)) {
            return part + "." + name;
          }
        }
      }
    }
    return "input";
  }

  private Answer malformed(ObjectNode response, String message) {
    response.putNull("id");
    return failed(response, ErrorKind.NOT_JSON, "line", message);
  }

  private Answer failed(ObjectNode response, ErrorKind kind, String field, String message) {
    response.remove("result");
    response
        .putObject("error")
        .put("field", field)
        .put("message", Shown.line(String.valueOf(message), LONGEST))
        .put("kind", kind.name());
    return new Answer(mapper.writeValueAsString(response), Optional.of(kind));
  }

  /**
   * The answer to a line that cannot be read.
   *
   * @param message in words
   * @return the response
   */
  Answer unreadable(String message) {
    return malformed(mapper.createObjectNode(), message);
  }

  /**
   * The answer to a request that is given up.
   *
   * @param line the request
   * @param kind what is at fault
   * @param message in words
   * @return the response
   */
  Answer givenUp(String line, ErrorKind kind, String message) {
    ObjectNode response = mapper.createObjectNode();
    try {
      JsonNode request = mapper.readTree(line);
      response.set("id", request.has("id") ? request.get("id") : mapper.nullNode());
      response.set("op", request.has("op") ? request.get("op") : mapper.nullNode());
    } catch (JacksonException | StackOverflowError e) {
      return malformed(response, message);
    }
    return failed(response, kind, "input", message);
  }
}
