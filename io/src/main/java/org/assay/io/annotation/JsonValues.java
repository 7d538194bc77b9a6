package org.assay.io.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assay.io.BadInputException;
import org.assay.io.JsonFault;
import org.assay.io.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The objects of a file, in a list or one after the other. */
final class JsonValues {
  private JsonValues() {}

  /**
   * Gives all objects.
   *
   * @param name as messages name the file
   * @param in the file
   * @param each receives one after the other
   */
  static void each(String name, InputStream in, Consumer<JsonNode> each) {
    int number = 0;
    try (JsonParser parser = StrictJson.mapper().createParser(in)) {
      for (JsonToken at = parser.nextToken(); at != null; at = parser.nextToken()) {
        if (at == JsonToken.START_OBJECT) {
          number++;
          JsonNode value = parser.readValueAsTree();
          each.accept(value);
        } else if (at != JsonToken.START_ARRAY && at != JsonToken.END_ARRAY) {
          throw new BadInputException(
              name + ": value " + (number + 1) + " is no object, expected an export as JSON");
        }
      }
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException) {
        throw new BadInputException(name + ": cannot be read, or its archive is damaged", e);
      }
      throw new BadInputException(
          name + ": line " + JsonFault.line(e) + " is not JSON: " + JsonFault.wordsInLine(e), e);
    }
  }

  /** A number, text or truth value as text; "" for everything else. */
  static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  /** The first of several that is there and not empty. */
  static String first(JsonNode object, String... keys) {
    for (String key : keys) {
      String text = text(object.path(key));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** The texts of a list, or the one text that stands in place of it. */
  static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(v -> texts.add(v.isArray() ? String.join("/", texts(v)) : text(v)));
    } else if (!text(value).isEmpty()) {
      texts.add(text(value));
    }
    return texts;
  }
}
