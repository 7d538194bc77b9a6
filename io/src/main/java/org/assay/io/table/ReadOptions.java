package org.assay.io.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * What of a file has to be said because it cannot be seen.
 *
 * @param encoding of a text without byte order mark; UTF-8 when empty
 * @param sheet name or number of the sheet of a workbook; the first one when empty
 * @param times how times are written that are not ISO 8601
 */
public record ReadOptions(
    Optional<Charset> encoding, Optional<String> sheet, Optional<TimeFormat> times) {
  /** Nothing is said. */
  public static final ReadOptions NONE =
      new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * What was said, for a manifest.
   *
   * @return encoding, sheet and dateFormat, those that were
   */
  Map<String, String> readAs() {
    var said = new TreeMap<String, String>();
    encoding.ifPresent(charset -> said.put("encoding", charset.name()));
    sheet.ifPresent(name -> said.put("sheet", name));
    times.ifPresent(format -> said.put("dateFormat", format.text()));
    return said;
  }

  /**
   * An encoding by its name.
   *
   * @param name such as utf-8, utf-16, windows-1252 (also: ansi) or iso-8859-1 (also: latin1)
   * @return the encoding
   * @throws BadInputException if there is none of this name
   */
  public static Charset charset(String name) {
    try {
      return Charset.forName(name.toLowerCase(Locale.ROOT).equals("ansi") ? "windows-1252" : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new BadInputException(
          "an encoding must be utf-8, utf-16, windows-1252, iso-8859-1 or another that Java knows,"
              + " got "
              + Shown.quoted(name),
          e);
    }
  }
}
