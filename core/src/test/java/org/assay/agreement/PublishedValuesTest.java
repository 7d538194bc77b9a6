package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.assay.agreement.KrippendorffAlpha.KrippendorffMetric;
import org.assay.count.ConfusionMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of {@code datasets/agreement/published.csv}, to the digits printed. */
class PublishedValuesTest {
  private static final Map<String, ToDoubleFunction<String>> STATISTICS =
      Map.of(
          "percentAgreement", file -> agreement(file).observed().value(),
          "expectedAgreement", file -> CohenKappa.of(table(file)).expected().value(),
          "kappaMaximum", file -> CohenKappa.maximum(table(file)).value(),
          "cohenKappa", file -> CohenKappa.of(table(file)).value().value(),
          "fleissKappa", file -> agreement(file).value().value(),
          "krippendorffAlphaNominal", file -> alpha(file, KrippendorffMetric.NOMINAL),
          "krippendorffAlphaOrdinal", file -> alpha(file, KrippendorffMetric.ORDINAL),
          "krippendorffAlphaInterval", file -> alpha(file, KrippendorffMetric.INTERVAL),
          "krippendorffAlphaRatio", file -> alpha(file, KrippendorffMetric.RATIO),
          "gwetAc1", file -> GwetAc.of(Published.ratings(file).patterns()).value().value());

  static Stream<String> rows() {
    return Published.lines("published.csv").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void comesOutAsPrinted(String row) {
    String[] cell = row.split(",", 5);
    double printed = Double.parseDouble(cell[2]);
    double halfDigit = Double.parseDouble(cell[3]) / 2;
    double got = STATISTICS.get(cell[1]).applyAsDouble(cell[0]);
    assertEquals(printed, got, halfDigit * (1 + 1e-9));
  }

  private static AgreementEstimate agreement(String file) {
    return file.startsWith("fleiss")
        ? FleissKappa.of(Published.counts(file, 1, 6))
        : CohenKappa.of(table(file));
  }

  private static ConfusionMatrix table(String file) {
    return Published.table(String.join("/", Published.lines(file)).replace(',', ' '));
  }

  private static double alpha(String file, KrippendorffMetric metric) {
    var data = Published.ratings(file);
    return KrippendorffAlpha.with(metric, data.scores()).estimate(data.patterns()).value().value();
  }
}
