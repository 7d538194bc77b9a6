package org.assay.io.plan;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import org.assay.io.BadInputException;
import org.assay.io.table.FormulaGuard;

/**
 * A list of items: a text file with one id per line, or a CSV with a column {@code item_id} such as
 * a pick-list, a key or a table of verdicts.
 */
final class IdFile {
  private static final Pattern CSV = Pattern.compile("(^|[,;\"])item_id($|[,;\"])");

  private IdFile() {}

  /** An id and the line it stands on. */
  record Line(String id, long number) {}

  /** The ids, each once. */
  static Set<String> ids(Path file) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    read(file).forEach(line -> ids.add(line.id));
    return ids;
  }

  static List<Line> read(Path file) throws IOException {
    String text = text(file);
    String header = text.lines().findFirst().orElse("");
    if (CSV.matcher(header).find()) {
      var lines = new ArrayList<Line>();
      for (List<String> fields : columns(file, List.of("item_id"))) {
        lines.add(new Line(fields.get(0), Long.parseLong(fields.get(1))));
      }
      return lines;
    }
    var lines = new ArrayList<Line>();
    long number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        lines.add(new Line(line.strip(), number));
      }
    }
    return lines;
  }

  /** The named columns of a CSV, row by row, each row with its line number at the end. */
  static List<List<String>> columns(Path file, List<String> names) throws IOException {
    String text = text(file);
    String header = text.lines().findFirst().orElse("");
    char separator = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
    var rows = new ArrayList<List<String>>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        var fields = new ArrayList<String>();
        for (String name : names) {
          fields.add(FormulaGuard.original(row.getField(name)));
        }
        fields.add(Long.toString(row.getStartingLineNumber()));
        rows.add(fields);
      }
    } catch (NoSuchElementException e) {
      throw new BadInputException(file + " must be CSV with the columns " + names, e);
    } catch (CsvParseException e) {
      throw new BadInputException(file + " must be CSV, but cannot be read as such", e);
    }
    return rows;
  }

  private static String text(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadInputException(file + " must be UTF-8 text", e);
    }
  }
}
