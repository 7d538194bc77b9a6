package org.assay.io.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * Reads what {@link StateOut} wrote. What was cut short or changed on the way is refused before
 * anything is read from it, and no room is made for what has not been read.
 */
public final class StateIn {
  private final InputStream in;
  private final String name;
  private final byte[] buffer = new byte[1 << 13];
  private int at;
  private int end;

  /** Reads bytes that have no frame, such as a part of a state that was compressed. */
  StateIn(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /**
   * Checks a state and begins to read it.
   *
   * @param state bytes of a whole state
   * @param name as messages name it
   * @param kind what it must be a state of
   * @param writer command that writes such states
   * @param newest version that can be read
   * @return what follows the frame
   * @throws BadInputException if the bytes are no state, damaged, of another kind, or of a newer
   *     version
   */
  public static StateIn of(byte[] state, String name, String kind, String writer, int newest) {
    int end = state.length - StateOut.SUM;
    byte[] mark = StateOut.MARK;
    if (!Arrays.equals(state, 0, Math.min(mark.length, state.length), mark, 0, mark.length)) {
      throw new BadInputException(
          name
              + ": begins with "
              + beginning(state)
              + ", expected a state that "
              + writer
              + " wrote");
    }
    if (end < mark.length || sum(state, end) != statedSum(state, end)) {
      throw new BadInputException(
          name
              + ": was cut short or changed after it was written (its checksum does not fit), expected"
              + " it as "
              + writer
              + " wrote it: copy it again, or write it again");
    }
    var in = new StateIn(new ByteArrayInputStream(state, mark.length, end - mark.length), name);
    long frame = in.number();
    requireVersion(name, "frame of states", frame, StateOut.FRAME);
    String found = in.text();
    if (!found.equals(kind)) {
      throw new BadInputException(
          name
              + ": is a state of "
              + Shown.plain(found)
              + ", expected one that "
              + writer
              + " wrote");
    }
    requireVersion(name, "form of " + kind, in.number(), newest);
    return in;
  }

  private static void requireVersion(String name, String what, long found, int newest) {
    if (found > newest) {
      throw new BadInputException(
          name
              + ": has version "
              + found
              + " of the "
              + what
              + ", expected "
              + newest
              + (newest == 1 ? "" : " or lower")
              + ": a newer Assay wrote it; use that one, or write it again with this one");
    }
  }

  private static String beginning(byte[] state) {
    return state.length == 0
        ? "nothing"
        : Shown.quoted(
            new String(state, 0, Math.min(16, state.length), StandardCharsets.ISO_8859_1));
  }

  private static long sum(byte[] state, int end) {
    var sum = new CRC32();
    sum.update(state, 0, end);
    return sum.getValue();
  }

  private static long statedSum(byte[] state, int end) {
    long stated = 0;
    for (int i = end; i < state.length; i++) {
      stated = stated << 8 | state[i] & 0xFF;
    }
    return stated;
  }

  /**
   * Reads a number.
   *
   * @return at least 0
   */
  public long number() {
    long n = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      if (at == end && !fill()) {
        throw damaged("it ends too early");
      }
      byte b = buffer[at++];
      n |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return n;
      }
    }
    throw damaged("a number is too large");
  }

  /** Reads a number of either sign. */
  long signed() {
    long n = number();
    return n >>> 1 ^ -(n & 1);
  }

  /**
   * Reads a number that has a limit.
   *
   * @param most largest number there can be
   * @return in [0, most]
   */
  public int number(int most) {
    long n = number();
    if (n > most) {
      throw damaged("a number is " + n + " where it is " + most + " at most");
    }
    return (int) n;
  }

  /**
   * Reads a text.
   *
   * @return any
   */
  public String text() {
    return new String(block(), StandardCharsets.UTF_8);
  }

  /** Reads bytes that were written with their number. */
  byte[] block() {
    var block = new CellText();
    bytes(number(Integer.MAX_VALUE - 64), block);
    return Arrays.copyOf(block.text(), block.length());
  }

  /** Appends some bytes to a text. */
  void bytes(int count, CellText to) {
    for (int left = count; left > 0; ) {
      if (at == end && !fill()) {
        throw damaged("it ends too early");
      }
      int taken = Math.min(left, end - at);
      to.append(buffer, at, taken);
      at += taken;
      left -= taken;
    }
  }

  private boolean fill() {
    try {
      at = 0;
      end = Math.max(0, in.read(buffer));
      return end > 0;
    } catch (IOException e) {
      throw new BadInputException(damaged("a part cannot be decompressed").getMessage(), e);
    }
  }

  /** Requires that everything has been read. */
  public void end() {
    if (at < end || fill()) {
      throw damaged("it goes on after its end");
    }
  }

  /** What to throw for content that no version writes. */
  BadInputException damaged(String why) {
    return new BadInputException(
        name + ": holds what no Assay writes (" + why + "), expected a state: write it again");
  }
}
