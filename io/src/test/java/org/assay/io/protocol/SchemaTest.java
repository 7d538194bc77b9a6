package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The schema is true: what is written keeps it, and the program asks for what it asks for. */
class SchemaTest {
  private static final Schema REQUEST = SchemaFixture.of("request");
  private static final Schema RESPONSE = SchemaFixture.of("response");

  private final Protocol protocol = new Protocol();

  @Test
  void itIsASchema() {
    assertEquals(List.of(), SchemaFixture.ofSchemas().validate(SchemaFixture.ROOT));
  }

  /** Required, additionalProperties and a description at every property of every object. */
  @Test
  void everyPropertyIsDescribed() {
    var bare = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> each : SchemaFixture.ROOT.get("$defs").properties()) {
      for (Map.Entry<String, JsonNode> p : each.getValue().path("properties").properties()) {
        boolean isPart = List.of("input", "params", "result", "error").contains(p.getKey());
        if (!isPart && p.getValue().path("description").asString("").length() < 4) {
          bare.add(each.getKey() + "." + p.getKey());
        }
      }
      if (each.getValue().has("properties")) {
        assertFalse(each.getValue().get("additionalProperties").asBoolean(), each.getKey());
      }
    }
    assertEquals(List.of(), bare);
  }

  /** The source of each enum is among the resources, and says what each word means. */
  @Test
  void everyWordHasAMeaning() {
    var bare = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> each : SchemaFixture.ROOT.get("$defs").properties()) {
      for (Map.Entry<String, JsonNode> p : each.getValue().path("properties").properties()) {
        JsonNode property = p.getValue();
        for (JsonNode word : property.at(property.has("items") ? "/items/enum" : "/enum")) {
          if (!word.isNull()
              && !property.path("description").asString("").contains(word.stringValue() + ": ")) {
            bare.add(each.getKey() + "." + p.getKey() + " " + word.stringValue());
          }
        }
      }
    }
    assertEquals(List.of(), bare);
  }

  /** Of an operation, or of a file: whatever has a fixed set of words lists them. */
  @Test
  void wordsAreListed() {
    JsonNode all = SchemaFixture.ROOT.get("$defs");
    assertEquals(
        "[\"two\",\"lower\",\"upper\",null]",
        all.get("IntervalParams").get("properties").get("sides").get("enum").toString());
    assertEquals(
        "[\"PASS\",\"FAIL\",\"NOT_DEMONSTRATED\"]",
        all.get("Level").get("properties").get("state").get("enum").toString());
    assertEquals(21, all.get("request").get("oneOf").size());
    assertEquals(22, all.get("response").get("oneOf").size());
  }

  @Test
  void everyOperationHasAnExampleThatIsAnswered() {
    var told = new TreeSet<String>();
    for (String line : Examples.lines()) {
      JsonNode request = RequestMapper.MAPPER.readTree(line);
      assertEquals(List.of(), REQUEST.validate(request), line);
      Protocol.Answer answer = protocol.respond(line, 1);
      assertEquals(Optional.empty(), answer.error(), answer.json());
      assertEquals(List.of(), RESPONSE.validate(RequestMapper.MAPPER.readTree(answer.json())));
      told.add(request.get("op").stringValue());
    }
    assertEquals(Operations.built().keySet(), told);
  }

  /** Reference requests: each answer keeps the schema, each request unless it is refused for it. */
  @Test
  void everyAnswerKeepsTheSchema() throws IOException {
    int answered = 0;
    for (String line : SchemaFixture.requests()) {
      JsonNode request = RequestMapper.MAPPER.readTree(line);
      Protocol.Answer answer = protocol.respond(line, 1);
      assertEquals(
          List.of(), RESPONSE.validate(RequestMapper.MAPPER.readTree(answer.json())), line);
      assertEquals(
          answer.error().filter(kind -> kind == ErrorKind.SHAPE).isEmpty(),
          REQUEST.validate(request).isEmpty(),
          () -> line + "\n" + answer.json() + "\n" + REQUEST.validate(request));
      answered += answer.error().isEmpty() ? 1 : 0;
    }
    assertTrue(answered > 1500, "answered " + answered);
  }

  @Test
  void aLineThatIsNoJsonIsAnsweredByTheSchema() {
    for (String line : List.of("", "{", "[]", "3", "{\"op\": 1}", "{\"op\": \"latent\"}", "{}")) {
      JsonNode answer = RequestMapper.MAPPER.readTree(protocol.answer(line, 1));
      assertEquals(List.of(), RESPONSE.validate(answer), line);
      assertTrue(answer.has("error"), line);
    }
  }

  /** {@code docs/protocol.md} is made by {@code assay schema --page}. */
  @Test
  void thePageIsUpToDate() throws IOException {
    assertEquals(
        Files.readString(Path.of("../docs/protocol.md")).replace("\r\n", "\n"),
        ProtocolPage.markdown(),
        "run: ./assay schema --page > docs/protocol.md");
  }
}
