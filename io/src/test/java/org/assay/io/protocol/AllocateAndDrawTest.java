package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AllocateAndDrawTest {
  private static String answer(String op, String rest) {
    return new Protocol().answer("{\"id\":1,\"op\":\"" + op + "\"," + rest + "}", 1);
  }

  private static void says(String field, String message, String answer) {
    assertTrue(
        answer.contains(
            "\"error\":{\"field\":\"" + field + "\",\"message\":\"" + message + "\",\"kind\""),
        answer);
  }

  @Nested
  class Allocate {
    private static final String STRATA =
        "\"input\":{\"strata\":[{\"id\":\"a\",\"size\":5000,\"standardDeviation\":10},"
            + "{\"id\":\"b\",\"size\":3000,\"standardDeviation\":20},"
            + "{\"id\":\"c\",\"size\":2000,\"standardDeviation\":5}]}";

    /** PracTools 1.7.5 strAlloc(alloc = "neyman"): 125, 150, 25. */
    @Test
    void neyman() {
      assertEquals(
          "{\"id\":1,\"op\":\"allocate\",\"result\":{\"allocation\":["
              + "{\"id\":\"a\",\"n\":125,\"exact\":125.0},"
              + "{\"id\":\"b\",\"n\":150,\"exact\":150.0},"
              + "{\"id\":\"c\",\"n\":25,\"exact\":25.0}]}}",
          answer(
              "allocate", STRATA + ",\"params\":{\"method\":\"neyman\",\"n\":300,\"exact\":true}"));
    }

    @Test
    void ceilingsOfAGroup() {
      String grouped =
          STRATA.replace("10}", "10,\"group\":\"A\"}").replace("20}", "20,\"group\":\"A\"}");
      String answer =
          answer(
              "allocate",
              grouped + ",\"params\":{\"method\":\"neyman\",\"n\":300,\"ceilings\":{\"A\":121}}");
      assertTrue(
          answer.contains("\"a\",\"n\":55},{\"id\":\"b\",\"n\":66},{\"id\":\"c\",\"n\":179}"),
          answer);
      says(
          "params.n",
          "n under the ceilings {A=121} must be in [3, 2121], got 2122",
          answer(
              "allocate",
              grouped + ",\"params\":{\"method\":\"neyman\",\"n\":2122,\"ceilings\":{\"A\":121}}"));
      says(
          "params.ceilings",
          "ceilings are for methods neyman, optimal and assertion with n",
          answer(
              "allocate",
              grouped
                  + ",\"params\":{\"method\":\"proportional\",\"n\":9,\"ceilings\":{\"A\":1}}"));
      says(
          "params.ceilings",
          "ceilings must be of the classes [, A], got \\\"B\\\"",
          answer(
              "allocate",
              grouped + ",\"params\":{\"method\":\"assertion\",\"n\":9,\"ceilings\":{\"B\":1}}"));
    }

    @Test
    void messages() {
      says(
          "params.n",
          "n or budget must be given, and not both",
          answer("allocate", STRATA + ",\"params\":{\"method\":\"neyman\"}"));
      says(
          "params.budget",
          "budget is for method optimal only",
          answer("allocate", STRATA + ",\"params\":{\"method\":\"neyman\",\"budget\":5}"));
      says(
          "input.strata[0]",
          "a stratum must have rate or standardDeviation",
          answer(
              "allocate",
              "\"input\":{\"strata\":[{\"id\":\"a\",\"size\":5}]},"
                  + "\"params\":{\"method\":\"neyman\",\"n\":5}"));
      says(
          "params.n",
          "n must be in [3, 10000], got 10001",
          answer("allocate", STRATA + ",\"params\":{\"method\":\"neyman\",\"n\":10001}"));
    }
  }

  @Nested
  class Draw {
    private static final String ITEMS =
        "\"input\":{\"items\":[{\"id\":\"i1\",\"stratum\":\"s\"},{\"id\":\"i2\",\"stratum\":\"s\"},"
            + "{\"id\":\"i3\",\"stratum\":\"t\"},{\"id\":\"i4\",\"stratum\":\"t\"}]}";

    @Test
    void aSmallerSampleIsTheBeginningOfALarger() {
      String two = answer("draw", ITEMS + ",\"params\":{\"n\":2,\"seed\":\"x\"}");
      String four = answer("draw", ITEMS + ",\"params\":{\"n\":4,\"seed\":\"x\"}");
      String first = two.substring(two.indexOf("[{\"id\":\""), two.indexOf(",\"order\":1"));
      assertTrue(four.contains(first), two + four);
      assertTrue(two.contains("\"inclusionProbability\":0.5"), two);
    }

    @Test
    void excludedItemsAreNotDrawn() {
      String rest =
          answer("draw", ITEMS + ",\"params\":{\"n\":3,\"seed\":\"x\",\"exclude\":[\"i2\"]}");
      assertTrue(!rest.contains("\"i2\"") && rest.contains("\"inclusionProbability\":1.0"), rest);
    }

    @Test
    void strata() {
      String s =
          answer("draw", ITEMS + ",\"params\":{\"allocation\":{\"s\":1,\"t\":2},\"seed\":\"x\"}");
      assertTrue(s.contains("0.5") && s.contains("\"order\":3"), s);
    }

    @Test
    void messages() {
      says("params.seed", "seed must be given", answer("draw", ITEMS + ",\"params\":{\"n\":2}"));
      says(
          "params.seed",
          "seed must be the one that commitment promised",
          answer("draw", ITEMS + ",\"params\":{\"n\":2,\"seed\":\"x\",\"commitment\":\"00\"}"));
      says(
          "input.items[1].id",
          "id must occur once in the frame, got \\\"a\\\" twice",
          answer(
              "draw",
              "\"input\":{\"items\":[{\"id\":\"a\"},{\"id\":\"a\"}]},"
                  + "\"params\":{\"n\":2,\"seed\":\"x\"}"));
      says(
          "params.allocation",
          "allocation must name strata of the frame [s, t], got \\\"u\\\"",
          answer("draw", ITEMS + ",\"params\":{\"allocation\":{\"u\":1},\"seed\":\"x\"}"));
    }
  }
}
