package org.assay.io.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.assay.io.BadInputException;
import org.assay.io.JsonFault;
import org.assay.io.Shown;
import org.assay.io.StrictJson;
import org.assay.io.table.Table;
import tools.jackson.core.JacksonException;

/**
 * What files call the columns of both tables, where they call them otherwise.
 *
 * @param gradings name in the file by name of the column
 * @param verdicts the same for verdicts
 */
public record ColumnMap(Map<String, String> gradings, Map<String, String> verdicts) {
  /** Every column under its own name. */
  public static final ColumnMap NONE = new ColumnMap(Map.of(), Map.of());

  /** The column of the item. */
  public static final String ITEM_ID = Table.title(GradingColumn.ITEM_ID);

  /** The columns that a wide table has in another form. */
  public static final Set<String> SPREAD =
      Set.of(ITEM_ID, Table.title(GradingColumn.ASSESSOR_ID), Table.title(GradingColumn.GRADE));

  public ColumnMap {
    gradings = gradings == null ? Map.of() : Map.copyOf(gradings);
    verdicts = verdicts == null ? Map.of() : Map.copyOf(verdicts);
  }

  /**
   * Reads a mapping.
   *
   * @param file JSON: {@code {"gradings": {"item_id": "question"}, "verdicts": {}}}
   * @return the mapping
   * @throws BadInputException if it cannot be read or says something else
   */
  public static ColumnMap read(Path file) {
    try {
      return StrictJson.mapper().readValue(Files.readAllBytes(file), ColumnMap.class);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read, expected a mapping of columns", e);
    } catch (JacksonException | NullPointerException e) {
      String said =
          e instanceof JacksonException json
              ? (JsonFault.path(json).isEmpty() ? "" : JsonFault.path(json) + ": ")
                  + JsonFault.words(json)
              : "a name is null";
      throw new BadInputException(
          file
              + ": is no mapping of columns ("
              + said
              + "), expected {\"gradings\": {\"item_id\": \"ref\"}, \"verdicts\": {...}}",
          e);
    }
  }

  /**
   * This mapping and more, which count before these.
   *
   * @param option as messages name where they come from
   * @param more name in the file by {@code gradings.COLUMN} or {@code verdicts.COLUMN}
   * @return a new mapping
   * @throws BadInputException if a key is of neither table
   */
  public ColumnMap with(String option, Map<String, String> more) {
    Map<String, String> ofGradings = new HashMap<>(gradings);
    Map<String, String> ofVerdicts = new HashMap<>(verdicts);
    more.forEach(
        (key, name) -> {
          int point = key.indexOf('.') + 1;
          if (key.startsWith("gradings.")) {
            ofGradings.put(key.substring(point), name);
          } else if (key.startsWith("verdicts.")) {
            ofVerdicts.put(key.substring(point), name);
          } else {
            throw new BadInputException(
                option
                    + " must be gradings.COLUMN=NAME or verdicts.COLUMN=NAME, got "
                    + Shown.plain(key));
          }
        });
    return new ColumnMap(ofGradings, ofVerdicts);
  }
}
