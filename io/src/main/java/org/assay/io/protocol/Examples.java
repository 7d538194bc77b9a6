package org.assay.io.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A request of each operation, for the schema and the page. */
final class Examples {
  private Examples() {}

  /** All requests, as they are written. */
  static List<String> lines() {
    try (InputStream in = Examples.class.getResourceAsStream("examples.jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The request of an operation, as it is written. */
  static String line(String op) {
    return lines().stream()
        .filter(line -> line.contains("\"op\": \"" + op + '"'))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("op " + op + " has no example"));
  }

  /** The request of an operation. */
  static JsonNode request(String op) {
    return RequestMapper.MAPPER.readTree(line(op));
  }
}
