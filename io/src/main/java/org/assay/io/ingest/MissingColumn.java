package org.assay.io.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An optional column that no file of a table has, or not every one.
 *
 * @param column its name
 * @param sentence what could not be concluded without it
 * @param files names of the files without it, where others have it; its fields are empty there.
 *     Left out where no file has the column
 */
public record MissingColumn(
    String column,
    String sentence,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> files) {
  public MissingColumn {
    files = List.copyOf(files);
  }
}
