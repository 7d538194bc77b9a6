package org.assay.io.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names beside a file or folder for what is not finished: hidden, of one process, and so told from
 * the leftovers of processes that were killed.
 */
final class Beside {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String OLD = "-old";
  private static final Pattern REST = Pattern.compile("-(\\d+)-[0-9a-f]{8}(-old)?");

  private Beside() {}

  /** A name that nothing has yet. */
  static Path of(Path target) {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    return target.resolveSibling(
        prefix(target)
            + "-"
            + ProcessHandle.current().pid()
            + "-"
            + HexFormat.of().formatHex(random));
  }

  /** Where the old folder is while the new one takes its place. */
  static Path old(Path fresh) {
    return fresh.resolveSibling(fresh.getFileName() + OLD);
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".assay";
  }

  /**
   * Removes what killed runs have left beside a target. An old folder without a successor is put
   * back in its place.
   */
  static void clean(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return;
    }
    for (Path left : leftovers(target, parent)) {
      if (left.toString().endsWith(OLD) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(left, target);
      } else {
        delete(left);
      }
    }
  }

  private static List<Path> leftovers(Path target, Path parent) throws IOException {
    var found = new java.util.ArrayList<Path>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(
            parent, p -> p.getFileName().toString().startsWith(prefix(target)))) {
      for (Path path : all) {
        String rest = path.getFileName().toString().substring(prefix(target).length());
        Matcher matcher = REST.matcher(rest);
        if (matcher.matches() && !isAlive(matcher.group(1))) {
          found.add(path);
        }
      }
    }
    found.sort(Comparator.comparing((Path p) -> !p.toString().endsWith(OLD)));
    return found;
  }

  private static boolean isAlive(String pid) {
    try {
      return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    } catch (NumberFormatException e) {
      return true; // no number of a process: not ours
    }
  }

  /** Removes a file, or a folder with all that is in it. */
  static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      return; // somebody else was faster
    }
  }

  /** Gives the new one the permissions of the old one, where the file system has such. */
  static void likeOld(Path old, Path fresh) throws IOException {
    PosixFileAttributeView before = Files.getFileAttributeView(old, PosixFileAttributeView.class);
    PosixFileAttributeView after = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
    if (before != null && after != null) {
      after.setPermissions(before.readAttributes().permissions());
    }
  }
}
