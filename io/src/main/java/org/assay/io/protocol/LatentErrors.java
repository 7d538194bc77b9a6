package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.io.schema.MayBeNull;
import org.assay.latent.CellErrors;
import org.assay.latent.CellErrors.CellError;
import org.assay.latent.LatentFit;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** Standard errors and fit of op {@code latent}. */
final class LatentErrors {
  private LatentErrors() {}

  /** Standard errors of cells. */
  enum Kind {
    /** Clustered by item; holds also where gradings depend on each other. */
    SANDWICH,
    /** Of the observed information; holds where the model does. */
    INFORMATION
  }

  /**
   * Errors of an assessor's cells, in the shape of the matrix.
   *
   * @param standardErrors standard errors, no number where undefined
   * @param lower lower limits, no number where undefined
   * @param upper upper limits, no number where undefined
   * @param undefined why numbers are missing; left out when none is
   */
  record Cells(
      List<List<@MayBeNull Double>> standardErrors,
      List<List<@MayBeNull Double>> lower,
      List<List<@MayBeNull Double>> upper,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined) {}

  /**
   * Errors of everybody.
   *
   * @param fit that the gradings determine
   * @param assessors ids by code
   * @param kind which errors
   * @param confidence of the limits
   */
  static Map<String, Cells> of(
      LatentFit fit, List<String> assessors, Kind kind, double confidence) {
    CellErrors errors = CellErrors.of(fit, confidence);
    var byAssessor = new LinkedHashMap<String, Cells>();
    for (int j = 0; j < assessors.size(); j++) {
      byAssessor.put(assessors.get(j), errors(errors, j, fit.prevalence().length, kind));
    }
    return byAssessor;
  }

  private static Cells errors(CellErrors errors, int assessor, int grades, Kind kind) {
    var standard = new ArrayList<List<Double>>();
    var lower = new ArrayList<List<Double>>();
    var upper = new ArrayList<List<Double>>();
    Undefined undefined = null;
    for (int k = 0; k < grades; k++) {
      var ofRow =
          List.of(new ArrayList<Double>(), new ArrayList<Double>(), new ArrayList<Double>());
      for (int l = 0; l < grades; l++) {
        CellError cell = errors.cell(assessor, k, l);
        boolean robust = kind == Kind.SANDWICH;
        Outcome error = robust ? cell.sandwich() : cell.information();
        Interval interval = robust ? cell.interval() : cell.informationInterval();
        ofRow.get(0).add(error.number());
        ofRow.get(1).add(interval == null ? null : interval.lower());
        ofRow.get(2).add(interval == null ? null : interval.upper());
        undefined = error.defined() ? undefined : error.undefined();
      }
      standard.add(ofRow.get(0));
      lower.add(ofRow.get(1));
      upper.add(ofRow.get(2));
    }
    return new Cells(standard, lower, upper, undefined);
  }
}
