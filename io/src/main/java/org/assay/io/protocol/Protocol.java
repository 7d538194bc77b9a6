package org.assay.io.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.io.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers requests of the JSON Lines protocol, one line at a time.
 *
 * <p>A request that is malformed or asks for something impossible gets a response with an error
 * that names the field; it never stops the ones after it. Thread-safe.
 */
public final class Protocol {
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final Set<String> ENVELOPE = Set.of("id", "op", "input", "params");

  private final JsonMapper mapper =
      StrictJson.mapper().rebuild().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();
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
      request =
          mapper.readTree(
              number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
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
    } catch (NullPointerException e) { // mostly a null in a list, which no operation can use
      Optional<String> at =
          Faults.nullInList("params", request.path("params"))
              .or(() -> Faults.nullInList("input", request.path("input")));
      fail(
          response,
          at.orElse("op"),
          at.map(where -> "a list must not hold null here")
              .orElse("the operation failed, which is a defect of Assay: " + e));
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
    Faults.makeWhole(node);
    try {
      return mapper.treeToValue(node, type);
    } catch (JacksonException e) {
      throw Faults.of(part, node, e);
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
