package org.assay.io.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.assay.io.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers requests of the JSON Lines protocol, one line at a time.
 *
 * <p>A request that is malformed or asks for something impossible gets a response with an error
 * that names the field; it never stops the ones after it. Thread-safe.
 */
public final class Protocol {
  private static final Set<String> ENVELOPE = Set.of("id", "op", "input", "params");

  private final JsonMapper mapper = StrictJson.mapper();
  private final Map<String, Operation<?, ?, ?>> operations = Operations.built();

  /** A protocol with all operations that are built. */
  public Protocol() {}

  /**
   * Answers one request.
   *
   * @param line the request, JSON
   * @param number number of the line, for the message about a malformed one
   * @return the response, JSON without line breaks
   */
  public String answer(String line, long number) {
    ObjectNode response = mapper.createObjectNode();
    JsonNode request;
    try {
      request = mapper.readTree(line);
    } catch (JacksonException e) {
      return malformed(response, "line " + number + " is not JSON: " + e.getOriginalMessage());
    }
    if (!request.isObject()) {
      return malformed(response, "line " + number + " must be a JSON object");
    }
    response.set("id", request.has("id") ? request.get("id") : mapper.nullNode());
    response.set("op", request.has("op") ? request.get("op") : mapper.nullNode());
    try {
      for (String field : request.propertyNames()) {
        if (!ENVELOPE.contains(field)) {
          throw new FieldException(field, "unknown field \"" + field + "\"");
        }
      }
      response.set("result", result(operation(request.path("op").asString("")), request));
    } catch (FieldException e) {
      fail(response, e.field(), e.getMessage());
    } catch (IllegalArgumentException | ArithmeticException e) {
      fail(response, guess(request, e.getMessage()), e.getMessage());
    } catch (RuntimeException e) { // a defect of ours; the requests after it still get answers
      fail(response, "op", "the operation failed, which is a defect of Assay: " + e);
    }
    return mapper.writeValueAsString(response);
  }

  private Operation<?, ?, ?> operation(String name) {
    Operation<?, ?, ?> operation = operations.get(name);
    if (operation == null) {
      throw new FieldException(
          "op",
          Operations.isReserved(name)
              ? "op \"" + name + "\" is not built yet"
              : "op must be one of " + operations.keySet() + ", got \"" + name + "\"");
    }
    return operation;
  }

  private <I extends Record, P extends Record, R> JsonNode result(
      Operation<I, P, R> operation, JsonNode request) {
    I input = bind("input", request, operation.input());
    P params = bind("params", request, operation.params());
    return mapper.valueToTree(operation.function().apply(input, params));
  }

  private <T> T bind(String part, JsonNode request, Class<T> type) {
    JsonNode node = request.has(part) ? request.get(part) : mapper.createObjectNode();
    if (!node.isObject()) {
      throw new FieldException(part, part + " must be an object");
    }
    try {
      return mapper.treeToValue(node, type);
    } catch (UnrecognizedPropertyException e) {
      throw new FieldException(
          path(part, e),
          "unknown field \""
              + e.getPropertyName()
              + "\", expected one of "
              + e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList());
    } catch (DatabindException e) {
      throw new FieldException(path(part, e), plain(e));
    }
  }

  // An exception from a record's own constructor says what is wrong; Jackson's wrapping does not.
  private static String plain(DatabindException e) {
    Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
  }

  private static String path(String part, DatabindException e) {
    StringBuilder path = new StringBuilder(part);
    for (JacksonException.Reference step : e.getPath()) {
      path.append(
          step.getPropertyName() == null
              ? "[" + step.getIndex() + "]"
              : "." + step.getPropertyName());
    }
    return path.toString();
  }

  // Core's messages begin with the parameter's name; the request says which part it stands in.
  private static String guess(JsonNode request, String message) {
    String name = message == null ? "" : message.split("\\W", 2)[0];
    return Arrays.asList("params", "input").stream()
        .filter(part -> request.path(part).has(name))
        .findFirst()
        .map(part -> part + "." + name)
        .orElse("input");
  }

  private String malformed(ObjectNode response, String message) {
    response.putNull("id");
    fail(response, "line", message);
    return mapper.writeValueAsString(response);
  }

  private static void fail(ObjectNode response, String field, String message) {
    response.remove("result");
    response.putObject("error").put("field", field).put("message", message);
  }
}
