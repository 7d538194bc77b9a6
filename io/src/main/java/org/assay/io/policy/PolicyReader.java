package org.assay.io.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.io.BadInputException;
import org.assay.io.JsonFault;
import org.assay.io.Shown;
import org.assay.io.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a policy from JSON.
 *
 * <p>Nothing is guessed: a field that is unknown, missing, of another type or in contradiction with
 * another is an error that names it. Thread-safe.
 */
public final class PolicyReader {
  private static final long LARGEST = 10_000_000;
  private static final JsonMapper MAPPER = StrictJson.mapper();

  private PolicyReader() {}

  /**
   * Reads a policy file.
   *
   * @param file JSON, UTF-8
   * @return the policy
   * @throws BadInputException if the file cannot be read or does not hold a policy
   */
  public static Policy read(Path file) {
    return read(file, true);
  }

  /**
   * Reads a policy file for what needs no QA levels, such as agreement.
   *
   * @param file JSON, UTF-8; the scheme alone is enough
   * @return the policy, its levels as they stand there, which may be none
   * @throws BadInputException if the file cannot be read or does not hold a policy
   */
  public static Policy readScheme(Path file) {
    return read(file, false);
  }

  private static Policy read(Path file, boolean needsLevels) {
    String json = text(file);
    try {
      return parse(json, needsLevels);
    } catch (BadInputException e) {
      throw new BadInputException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a policy from text.
   *
   * @param json the policy
   * @return the policy
   * @throws BadInputException if the text does not hold a policy
   */
  public static Policy parse(String json) {
    return parse(json, true);
  }

  private static Policy parse(String json, boolean needsLevels) {
    PolicyFile file;
    try {
      file = MAPPER.readValue(json, PolicyFile.class);
    } catch (UnrecognizedPropertyException e) {
      throw new BadInputException(
          JsonFault.path(e) + " is unknown, " + JsonFault.expectedFields(e), e);
    } catch (MismatchedInputException e) {
      String got = e instanceof InvalidFormatException f ? ", got " + value(f.getValue()) : "";
      throw new BadInputException(
          place(e) + " must be " + JsonFault.expected(e.getTargetType()) + got + at(e), e);
    } catch (DatabindException e) {
      throw new BadInputException(place(e) + " cannot be read: " + JsonFault.words(e), e);
    } catch (JacksonException e) {
      throw new BadInputException("not JSON: " + JsonFault.words(e), e);
    }
    if (file == null) {
      throw new BadInputException("the policy must be a JSON object, got null");
    }
    return PolicyBinder.bind(file, needsLevels);
  }

  private static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + ": is a directory, expected a policy (JSON)");
    }
    if (!Files.exists(file)) {
      throw new BadInputException(file + ": file not found, expected a policy (JSON)");
    }
    try {
      long bytes = Files.size(file);
      if (bytes > LARGEST) {
        throw new BadInputException(
            file + ": a policy must be at most " + LARGEST + " bytes, got " + bytes);
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (text.isBlank()) {
        throw new BadInputException(file + ": file is empty, expected a policy (JSON)");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read as UTF-8 text", e);
    }
  }

  private static String at(JacksonException e) {
    TokenStreamLocation where = e.getLocation();
    return where == null || where.getLineNr() < 1
        ? ""
        : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
  }

  private static String place(DatabindException e) {
    String path = JsonFault.path(e);
    return path.isEmpty() ? "the policy" : path;
  }

  private static String value(Object value) {
    return value instanceof CharSequence text ? Shown.quoted(text) : Shown.plain("" + value);
  }
}
