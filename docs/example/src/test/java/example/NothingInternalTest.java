package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Fails the build where this project uses {@code org.assay.internal}, which changes without notice.
 * The packages of a jar without modules are open to all, so that a project has to look itself: copy
 * this test.
 */
class NothingInternalTest {
  @Test
  void theProjectUsesPublishedPackagesOnly() {
    StringWriter references = new StringWriter();
    PrintWriter out = new PrintWriter(references, true);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    assertEquals(0, jdeps.run(out, out, "-verbose:class", "target/classes"));
    List<String> internal =
        references.toString().lines().filter(l -> l.contains("org.assay.internal.")).toList();
    assertEquals(List.of(), internal, "uses of org.assay.internal");
  }
}
