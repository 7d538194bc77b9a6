package org.assay.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequentialPicturesTest {
  /** The pictures of the documentation show what the plans are today. */
  @Test
  void committedPictures() throws IOException {
    Path committed = Path.of("../docs/pictures");
    for (Map.Entry<String, String> picture : SequentialPictures.all().entrySet()) {
      assertEquals(
          Files.readString(committed.resolve(picture.getKey())),
          picture.getValue(),
          picture.getKey() + " is out of date: run SequentialPictures");
    }
  }
}
