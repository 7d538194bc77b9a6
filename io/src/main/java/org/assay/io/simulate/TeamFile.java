package org.assay.io.simulate;

import java.io.IOException;
import java.nio.file.Path;
import org.assay.io.BadInputException;
import org.assay.io.JsonFault;
import org.assay.io.StrictJson;
import org.assay.io.files.TextFile;
import org.assay.simulate.Team;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the parameters of a simulation from JSON: the fields are those of {@link Team} and the
 * records in it. A field that is unknown or of another type is an error that names it.
 */
public final class TeamFile {
  private static final JsonMapper MAPPER = StrictJson.mapper();

  private TeamFile() {}

  /**
   * Reads a parameter file.
   *
   * @param file JSON, UTF-8
   * @return the team
   * @throws IOException if the file cannot be read
   * @throws BadInputException if it does not hold a team; the message names the file and the field
   */
  public static Team read(Path file) throws IOException {
    String json = TextFile.read(file);
    try {
      return MAPPER.readValue(json, Team.class);
    } catch (JacksonException e) {
      throw new BadInputException(file + ": " + message(e), e);
    }
  }

  private static String message(JacksonException e) {
    String path = JsonFault.path(e);
    String at = path.isEmpty() ? "" : path + ": ";
    if (e instanceof UnrecognizedPropertyException unknown) {
      return at + "unknown field, " + JsonFault.expectedFields(unknown) + place(e);
    }
    return e instanceof DatabindException && e.getCause() instanceof IllegalArgumentException cause
        ? at + cause.getMessage() + place(e)
        : JsonFault.words(e);
  }

  private static String place(JacksonException e) {
    return JsonFault.line(e) < 1 ? "" : " (line " + JsonFault.line(e) + ")";
  }
}
