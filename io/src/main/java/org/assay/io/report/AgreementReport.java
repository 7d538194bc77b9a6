package org.assay.io.report;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.agreement.Agreement;
import org.assay.agreement.TeamAgreement;
import org.assay.data.Codes;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.ingest.Intake;

/** From gradings to {@link AgreementModel}; everything is computed by {@link Agreement}. */
public final class AgreementReport {
  private static final List<String> METHOD =
      List.of(
          "Only items that two assessors or more graded count, each assessor once per item, by the"
              + " first grading. Which items those are is the design's affair: agreement on items"
              + " that were shared because they are hard is not that of the work.",
          "Intervals are those of the posterior of the table of counts, 95 %.",
          "Kappa of two, of one with all others and of one with himself or herself is weighted"
              + " (quadratic) where the grades are ordered; its p-values are against 0, adjusted"
              + " for all comparisons of their kind by Holm.",
          "There are no rankings. People stand in the order of their ids.");

  private final Gradings gradings;
  private final TeamAgreement how;

  private AgreementReport(Gradings gradings) {
    this.gradings = gradings;
    this.how = Agreement.standard(gradings.scheme());
  }

  /** What the gradings are split by. */
  public enum By {
    /** By unit. */
    UNIT,
    /** By stream. */
    STREAM,
    /** By stratum. */
    STRATUM,
    /** By ISO week. */
    WEEK,
    /** By month. */
    MONTH,
    /** By quarter. */
    QUARTER,
    /** By year. */
    YEAR
  }

  /**
   * Computes agreement.
   *
   * @param intake what was read; verdicts are not looked at
   * @param by what to split by; empty for the whole only
   * @param zone of the periods
   * @param engineVersion version of Assay
   * @return the model
   * @throws BadInputException if the gradings do not have what they are to be split by
   */
  public static AgreementModel build(
      Intake intake, Optional<By> by, ZoneId zone, String engineVersion) {
    return build(intake, by, zone, engineVersion, share -> {});
  }

  /**
   * The same for somebody who waits.
   *
   * @param intake what was read; verdicts are not looked at
   * @param by what to split by; empty for the whole only
   * @param zone of the periods
   * @param engineVersion version of Assay
   * @param progress receives the share of the pairs of assessors that is done, now and then
   * @return the model
   * @throws BadInputException if the gradings do not have what they are to be split by
   */
  public static AgreementModel build(
      Intake intake, Optional<By> by, ZoneId zone, String engineVersion, DoubleConsumer progress) {
    Gradings gradings = intake.gradings();
    var builder = new AgreementReport(gradings);
    return new AgreementModel(
        AgreementModel.SCHEMA_VERSION,
        engineVersion,
        intake.ledger().gradings(),
        Stream.concat(Stream.of(grades(gradings.scheme())), METHOD.stream()).toList(),
        builder.part("all", Agreement.of(gradings, row -> true, builder.how, progress)),
        by.map(split -> builder.parts(split, zone)).orElse(List.of()));
  }

  // Without a policy they are what stands in the table, a slip of the pen among them.
  private static String grades(GradingScheme scheme) {
    boolean ordered = scheme.isOrdered();
    return "Grades: "
        + scheme.grades().stream().map(Shown::plain).collect(joining(ordered ? " < " : ", "))
        + (ordered ? " (ordered)." : " (not ordered).");
  }

  private List<AgreementModel.Part> parts(By by, ZoneId zone) {
    return switch (by) {
      case UNIT -> parts(Attribute.UNIT, by);
      case STREAM -> parts(Attribute.STREAM, by);
      case STRATUM -> parts(Attribute.STRATUM, by);
      case WEEK, MONTH, QUARTER, YEAR -> periods(by, zone);
    };
  }

  private List<AgreementModel.Part> parts(Attribute attribute, By by) {
    IdColumn column = gradings.attribute(attribute).orElseThrow(() -> lacks(by));
    List<String> names =
        IntStream.range(0, column.ids().size()).mapToObj(column.ids()::id).toList();
    Codes codes = column.codes();
    return parts(names, Comparator.comparing(names::get), codes::get);
  }

  private List<AgreementModel.Part> periods(By by, ZoneId zone) {
    long[] at = gradings.gradedAt().orElseThrow(() -> lacks(by));
    if (at.length == 0) {
      return List.of();
    }
    Periods periods = Periods.holding(PeriodKind.valueOf(by.name()), zone, at);
    Codes codes = periods.codes(at);
    return parts(periods.labels(), Comparator.naturalOrder(), codes::get);
  }

  private List<AgreementModel.Part> parts(
      List<String> names, Comparator<Integer> order, IntUnaryOperator code) {
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(order)
        .map(
            own -> {
              Agreement agreement = Agreement.of(gradings, row -> code.applyAsInt(row) == own, how);
              String name = names.get(own).isEmpty() ? Facts.WITHOUT_NAME : names.get(own);
              return part(name, agreement);
            })
        .toList();
  }

  private static BadInputException lacks(By by) {
    return new BadInputException(
        "the gradings cannot be split by "
            + by.name().toLowerCase(Locale.ROOT)
            + ": they have no such column");
  }

  private AgreementModel.Part part(String name, Agreement agreement) {
    List<AgreementModel.Coefficient> coefficients = new ArrayList<>();
    agreement
        .coefficients()
        .forEach(c -> coefficients.add(AgreementWords.coefficient(c, AgreementWords.UNWEIGHTED)));
    agreement
        .weighted()
        .forEach(c -> coefficients.add(AgreementWords.coefficient(c, AgreementWords.WEIGHTED)));
    return new AgreementModel.Part(
        name,
        agreement.items(),
        agreement.gradings(),
        agreement.sharedItems(),
        agreement.sharedGradings(),
        List.copyOf(coefficients),
        comparisons(agreement.pairs(), row -> gradings.assessor().ids().id(row.second())),
        comparisons(agreement.againstOthers(), row -> null),
        comparisons(agreement.repeats(), row -> null),
        AgreementWords.sentence(
            agreement.items(), agreement.sharedItems(), agreement.coefficients()));
  }

  private AgreementModel.Comparisons comparisons(
      TeamAgreement.Comparisons found, Function<TeamAgreement.Row, String> other) {
    return AgreementWords.comparisons(found, gradings, other, how.minimumItems());
  }
}
