package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProtocolTest {
  private final Protocol protocol = new Protocol();

  @Test
  void malformedLineIsNamed() {
    String answer = protocol.answer("{\"op\": ", 7);
    assertTrue(answer.startsWith("{\"id\":null,\"error\":{\"field\":\"line\""), answer);
    assertTrue(answer.contains("line 7 is not JSON"), answer);
  }

  @Test
  void reservedOperationSaysSo() {
    assertEquals(
        "{\"id\":\"a\",\"op\":\"simulate\",\"error\":{\"field\":\"op\","
            + "\"message\":\"op \\\"simulate\\\" is not built yet\",\"kind\":\"SHAPE\"}}",
        protocol.answer("{\"id\": \"a\", \"op\": \"simulate\"}", 1));
  }

  @Test
  void unknownEnvelopeFieldIsAnError() {
    String answer = protocol.answer("{\"id\": 1, \"op\": \"latent\", \"parms\": {}}", 1);
    assertTrue(answer.contains("unknown field \\\"parms\\\""), answer);
  }
}
