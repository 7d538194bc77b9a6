package org.assay.io.report;

/** How the states of a level are shown: by a word and a shape, never by colour alone. */
final class LevelWords {
  private LevelWords() {}

  static String state(String state) {
    return state.replace('_', ' ');
  }

  static String shape(String state) {
    return switch (state) {
      case "PASS" -> "\u25cf";
      case "FAIL" -> "\u25a0";
      default -> "\u25cb";
    };
  }

  static String cssClass(String state) {
    return switch (state) {
      case "PASS" -> "pass";
      case "FAIL" -> "fail";
      default -> "open";
    };
  }
}
