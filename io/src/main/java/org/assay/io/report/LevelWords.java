package org.assay.io.report;

import org.assay.result.Conclusion.State;

/** How the states of a level are shown: by a word and a shape, never by colour alone. */
final class LevelWords {
  private LevelWords() {}

  static String state(State state) {
    return state.name().replace('_', ' ');
  }

  static String shape(State state) {
    return switch (state) {
      case PASS -> "\u25cf";
      case FAIL -> "\u25a0";
      case NOT_DEMONSTRATED -> "\u25cb";
    };
  }

  static String cssClass(State state) {
    return switch (state) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case NOT_DEMONSTRATED -> "open";
    };
  }
}
