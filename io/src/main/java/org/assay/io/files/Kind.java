package org.assay.io.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a file is, and so what an older one of its name may hold to be replaced unasked: only what
 * nobody has worked on since Assay wrote it. A file that holds exactly the new text always may.
 */
public enum Kind {
  /** JSON such as a plan or a state: replaced in the form Assay writes, with the same fields. */
  DOCUMENT("is not as Assay writes it") {
    @Override
    boolean isUntouched(String old, String fresh) {
      try {
        JsonNode before = JsonMapper.shared().readTree(old);
        JsonNode after = JsonMapper.shared().readTree(fresh);
        return before.isObject() && List.copyOf(before.propertyNames()).equals(fields(after));
      } catch (JacksonException e) {
        return false;
      }
    }

    private static List<String> fields(JsonNode node) {
      return List.copyOf(node.propertyNames());
    }
  },

  /** A table of figures, CSV: replaced when it has the same columns and Assay's own quoting. */
  TABLE("is not a table as Assay writes it") {
    @Override
    boolean isUntouched(String old, String fresh) {
      return !records(old).isEmpty() && records(old).get(0).equals(records(fresh).get(0));
    }
  },

  /**
   * Items to check, CSV or a workbook: replaced as long as nobody has filled in anything, a
   * workbook as long as nobody has saved it.
   */
  PICK_LIST("may have verdicts in it, or is no pick-list as Assay writes it") {
    @Override
    boolean isUntouched(String old, String fresh) {
      if (old.startsWith("PK")) {
        return SealedZip.isSealed(old.getBytes(StandardCharsets.ISO_8859_1));
      }
      int afterFirst = PICK_LIST_COLUMNS.get(0).length();
      List<List<String>> rows =
          old.length() > afterFirst ? records(old, old.charAt(afterFirst)) : List.of();
      if (rows.isEmpty() || !rows.get(0).containsAll(List.of("item_id", "grade", "checked_at"))) {
        return false;
      }
      List<String> head = rows.get(0);
      boolean split = head.contains("list");
      return PICK_LIST_COLUMNS.containsAll(head)
          && rows.stream()
              .skip(1)
              .allMatch(
                  row ->
                      row.size() == head.size()
                          && row.get(head.indexOf("grade")).isEmpty()
                          && row.get(head.indexOf("checked_at")).isEmpty()
                          && (split || row.get(head.indexOf("reviewer_id")).isEmpty()));
    }
  },

  /**
   * The key to a draw: another one is never replaced, since its pick-list would be lost with it.
   */
  KEY("holds the key of another draw") {
    @Override
    boolean isUntouched(String old, String fresh) {
      return false;
    }
  },

  /** A table or a policy made for somebody to work on: another one is not replaced. */
  OWN("is there already") {
    @Override
    boolean isUntouched(String old, String fresh) {
      return false;
    }
  },

  /** A commitment or a seed, which nothing may replace, nor the same text again. */
  ONCE("is never overwritten") {
    @Override
    boolean isUntouched(String old, String fresh) {
      return false;
    }
  };

  private static final String SEPARATORS = ",;\t|";
  private static final List<String> PICK_LIST_COLUMNS =
      List.of("item_id", "reviewer_id", "grade", "checked_at", "list", "day", "draw");

  private final String fault;

  Kind(String fault) {
    this.fault = fault;
  }

  /** Why a file that was worked on is not replaced. */
  String fault() {
    return fault;
  }

  /** Whether the old text is as some earlier run wrote it, as far as can be told. */
  abstract boolean isUntouched(String old, String fresh);

  boolean mayReplace(String old, String fresh) {
    return old.isEmpty() || old.equals(fresh) || isUntouched(old, fresh);
  }

  // The records of a text that Assay's own writer would write the same; none of any other.
  private static List<List<String>> records(String text) {
    return records(text, ',');
  }

  private static List<List<String>> records(String text, char separator) {
    if (SEPARATORS.indexOf(separator) < 0) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    var again = new StringWriter();
    try (CsvReader<CsvRecord> csv =
            CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text);
        CsvWriter writer =
            CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(again)) {
      for (CsvRecord row : csv) {
        rows.add(row.getFields());
        writer.writeRecord(row.getFields());
      }
    } catch (CsvParseException | UncheckedIOException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text throws none
    }
    return again.toString().equals(text) ? rows : List.of();
  }
}
