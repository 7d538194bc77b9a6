package org.assay.io.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assay.io.files.Sha256;
import org.assay.io.ingest.TablesState;

/**
 * What tells each item of a pick-list to be of its draw, whatever a spreadsheet makes of the id:
 * letters from a digest of the key and the item. No spreadsheet takes them for a number, a day or a
 * word, and they say nothing about the grade or the assessor.
 */
final class DrawMarks {
  /** No marks, as on lists of keys without digest. */
  static final DrawMarks NONE = new DrawMarks("", Map.of());

  /** Title of the column on a pick-list. */
  static final String COLUMN = TablesState.DRAW_MARK;

  private static final String LETTERS = "bcdfghjklmnpqrstvwxz"; // no vowels: no words
  private static final int LENGTH = 12; // 20^12 = 4e15: two of 100,000 items alike in 1e-6 of draws

  private final String key; // its digest
  private final Map<String, String> itemOf; // by mark

  private DrawMarks(String key, Map<String, String> itemOf) {
    this.key = key;
    this.itemOf = itemOf;
  }

  /**
   * The marks of a draw.
   *
   * @param key digest of its key; empty in keys of earlier versions, whose lists have no marks
   * @param items that were drawn
   */
  static DrawMarks of(String key, Collection<String> items) {
    if (key.isEmpty()) {
      return NONE;
    }
    var marks = new DrawMarks(key, new HashMap<>());
    items.forEach(item -> marks.itemOf.put(marks.of(item), item));
    return marks;
  }

  boolean isEmpty() {
    return key.isEmpty();
  }

  /** The mark of an item. */
  String of(String item) {
    MessageDigest sha = Sha256.create();
    sha.update(key.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    byte[] digest = sha.digest(item.getBytes(StandardCharsets.UTF_8));
    var mark = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      int two = (digest[2 * i] & 0xFF) << 8 | digest[2 * i + 1] & 0xFF;
      mark.append(LETTERS.charAt(two % LETTERS.length()));
    }
    return mark.toString();
  }

  /** The item of a mark; empty for one of another draw, or none. */
  Optional<String> item(String mark) {
    return Optional.ofNullable(itemOf.get(mark));
  }
}
