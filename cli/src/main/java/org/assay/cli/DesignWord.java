package org.assay.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assay.plan.Design;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A design of {@code --design}: all that have an end, and words of earlier versions. */
final class DesignWord implements ITypeConverter<Design> {
  private static final Map<String, Design> EARLIER =
      Map.of("truncated", Design.TRUNCATED_SEQUENTIAL, "calibrated", Design.SEQUENTIAL);

  private static final List<Design> ALL =
      Arrays.stream(Design.values()).filter(Design::hasEnd).toList();

  @Override
  public Design convert(String word) {
    String asked = word.toLowerCase(Locale.ROOT).replace('_', '-');
    return ALL.stream()
        .filter(design -> design.toString().equals(asked))
        .findFirst()
        .or(() -> Optional.ofNullable(EARLIER.get(asked)))
        .orElseThrow(
            () ->
                new TypeConversionException("expected one of " + ALL + " but was '" + word + "'"));
  }
}
