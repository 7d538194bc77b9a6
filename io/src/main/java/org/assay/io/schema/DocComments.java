package org.assay.io.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the doc comments of records and enums say. Their sources stand beside their classes in the
 * jar for it, so that nothing is written twice and nothing can be out of date. Thread-safe.
 */
final class DocComments {
  private static final Map<Class<?>, DocComments> READ = new ConcurrentHashMap<>();

  private static final Pattern COMMENT =
      Pattern.compile(
          "/\\*\\*(.*?)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
              + "((?:public|private|protected|static|final|record|enum|\\w+)[^({;,}]*)",
          Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:record|enum|class|interface)\\s+(\\w+)");
  private static final Pattern TAG = Pattern.compile("(?m)^@(\\w+)[ \\t]*");
  private static final Pattern INLINE =
      Pattern.compile("\\{@(?:code|literal|link|linkplain)\\s+([^}]*)}");

  private final Map<String, String> texts = new HashMap<>();

  private DocComments(String source) {
    Matcher m = COMMENT.matcher(source);
    String type = "";
    while (m.find()) {
      Matcher declared = TYPE.matcher(m.group(2));
      if (declared.find()) {
        type = declared.group(1);
        readType(type, lines(m.group(1)));
      } else {
        texts.putIfAbsent(type + "#" + m.group(2).strip(), plain(main(lines(m.group(1)))));
      }
    }
  }

  /** What is said of a record or an enum as a whole. */
  static Optional<String> ofType(Class<?> type) {
    return of(type, type.getSimpleName());
  }

  /** What is said of a component of a record. */
  static Optional<String> ofComponent(Class<?> type, String component) {
    return of(type, type.getSimpleName() + "." + component);
  }

  /** What is said of a constant of an enum. */
  static Optional<String> ofConstant(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    return of(type, type.getSimpleName() + "#" + constant.name());
  }

  private static Optional<String> of(Class<?> type, String key) {
    Class<?> file = type;
    while (file.getEnclosingClass() != null) {
      file = file.getEnclosingClass();
    }
    return Optional.ofNullable(READ.computeIfAbsent(file, DocComments::read).texts.get(key))
        .filter(text -> !text.isEmpty());
  }

  private static DocComments read(Class<?> type) {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".java")) {
      return new DocComments(
          in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readType(String type, String comment) {
    texts.put(type, plain(main(comment)));
    Matcher tag = TAG.matcher(comment);
    while (tag.find()) {
      if (tag.group(1).equals("param")) {
        Matcher next = TAG.matcher(comment);
        int end = next.find(tag.end()) ? next.start() : comment.length();
        String[] words = comment.substring(tag.end(), end).strip().split("\\s+", 2);
        texts.put(type + "." + words[0], words.length < 2 ? "" : plain(words[1]));
      }
    }
  }

  private static String main(String comment) {
    Matcher tag = TAG.matcher(comment);
    return tag.find() ? comment.substring(0, tag.start()) : comment;
  }

  // The comment without its stars, each line from its first word on.
  private static String lines(String comment) {
    return comment.replaceAll("(?m)^[ \\t]*\\*?[ \\t]*", "");
  }

  private static String plain(String html) {
    return INLINE
        .matcher(html)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1).strip().replaceFirst("^#", "")))
        .replaceAll("<[^>]+>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
