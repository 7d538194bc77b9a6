package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.io.schema.Form;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.latent.Convergence;
import org.assay.latent.Identification.Verdict;
import org.assay.latent.LatentFit;
import org.assay.latent.LatentModel;
import org.assay.latent.LatentReference;
import org.assay.result.Undefined;

/** Op {@code latent}: a reference made of gradings alone, and each assessor's matrix against it. */
final class LatentOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>("latent", Input.class, Params.class, Result.class, LatentOperation::apply);

  private LatentOperation() {}

  /** How gradings come from the right grade. */
  private enum Model {
    /** A matrix per assessor, gradings independent given the right grade. */
    DAWID_SKENE,
    /** One accuracy per assessor, errors even over the other grades. */
    ONE_COIN,
    /** A matrix per assessor for easy items; hard items pull everybody to the same wrong grade. */
    DIFFICULTY;

    private LatentModel model() {
      return LatentModel.valueOf(name());
    }
  }

  /**
   * The gradings.
   *
   * @param gradings one row per grading: item, assessor and grade; every row counts, repeats too.
   *     Ids of items and assessors are compared as texts
   * @param grades the grades in order; those seen when left out
   * @param known right grade by item, of items that are graded
   */
  record Input(
      @Required List<Grading> gradings,
      List<@Form(Form.LABEL) Object> grades,
      Map<String, @Form(Form.LABEL) Object> known) {}

  /**
   * A grading.
   *
   * @param item that was graded
   * @param assessor who graded
   * @param grade grade given
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Grading(
      @Required @Form(Form.LABEL) Object item,
      @Required @Form(Form.LABEL) Object assessor,
      @Required @Form(Form.LABEL) Object grade) {}

  /**
   * Which model, and how it is fitted.
   *
   * @param model the model; dawidSkene when left out
   * @param prior gradings that count beside those given: a number for every cell of every matrix, a
   *     matrix (rows are right grades), or team for a prior estimated from all assessors; none when
   *     left out
   * @param tolerance relative change of the log-likelihood at which the search ends; 1e-10 when
   *     left out. At 0 it makes exactly maximumIterations
   * @param maximumIterations iterations at most, each an M-step and an E-step; 20000 when left out
   * @param accelerated whether to take larger steps where they do not lower the likelihood
   *     (SQUAREM); false when left out
   * @param posterior whether to give the probabilities of each item's grades; false when left out
   * @param standardErrors standard errors and limits of the cells; none when left out
   * @param confidence confidence of the two-sided limits; 0.95 when left out
   * @param fit whether to test the fit, which fits the model as often as there are replicates;
   *     false when left out
   * @param replicates bootstrap replicates of the test at most; 99 when left out
   * @param seed of the replicates; 1 when left out
   */
  record Params(
      Model model,
      @Form(Forms.PRIOR) Object prior,
      @Within("[0, 1)") Double tolerance,
      @Within("[1, 1000000]") Integer maximumIterations,
      Boolean accelerated,
      Boolean posterior,
      LatentErrors.Kind standardErrors,
      @Within("(0, 1)") Double confidence,
      Boolean fit,
      @Within("[19, 9999]") Integer replicates,
      Long seed) {
    Params {
      model = model == null ? Model.DAWID_SKENE : model;
      tolerance = tolerance == null ? 1e-10 : tolerance;
      maximumIterations = maximumIterations == null ? 20_000 : maximumIterations;
      accelerated = accelerated != null && accelerated;
      posterior = posterior != null && posterior;
      confidence = confidence == null ? 0.95 : confidence;
      fit = fit != null && fit;
      replicates = replicates == null ? 99 : replicates;
      seed = seed == null ? 1 : seed;
    }
  }

  /**
   * The reference and the matrices.
   *
   * @param grades the grades in order; vectors and matrices follow it
   * @param logLikelihood of the gradings; null with one grade
   * @param iterations how many were made
   * @param converged whether the last of them changed the log-likelihood (with a prior: what is
   *     maximised) by at most the tolerance
   * @param lastChange by how much it did; null after one iteration
   * @param identified whether one group of assessors, linked by common items, has three or known
   *     items
   * @param groups of assessors that no common item links; left out when there is one
   * @param prevalence share of items by right grade; null when undefined
   * @param confusion by assessor, rows are right grades and columns grades given; a row without
   *     evidence is 0; null when undefined
   * @param labels most probable right grade by item; null when undefined
   * @param posterior probabilities of the grades by item; left out unless asked for
   * @param errors standard errors and limits of the cells by assessor; left out unless asked for
   * @param fit test of fit; left out unless asked for
   * @param hardShare share of hard items, of model difficulty; left out of the others
   * @param undefined why numbers are missing; left out when none is
   * @param cautions words for what weakens the answer
   */
  record Result(
      List<@Form(Form.LABEL) Object> grades,
      Double logLikelihood,
      int iterations,
      boolean converged,
      Double lastChange,
      boolean identified,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<String>> groups,
      Map<String, Double> prevalence,
      Map<String, List<List<Double>>> confusion,
      Map<String, @Form(Form.LABEL) Object> labels,
      @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, List<Double>> posterior,
      @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, LatentErrors.Cells> errors,
      @JsonInclude(JsonInclude.Include.NON_NULL) LatentMisfit.Test fit,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double hardShare,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> cautions) {}

  private static Result apply(Input input, Params params) {
    LatentGradings gradings = LatentGradings.of(input);
    if (gradings.grades().size() < 2) {
      return undefined(gradings);
    }
    LatentReference reference =
        LatentReference.of(gradings.data())
            .model(params.model().model())
            .tolerance(params.tolerance())
            .maximumIterations(params.maximumIterations())
            .accelerated(params.accelerated());
    LatentPrior.apply(params.prior(), gradings.grades().size(), reference);
    LatentFit fit = reference.fit();
    Verdict verdict = fit.identification().verdict();
    boolean given = verdict != Verdict.NOT_IDENTIFIED;
    List<List<String>> groups = groups(fit, gradings);
    Convergence convergence = fit.convergence();
    return new Result(
        gradings.grades(),
        convergence.logLikelihood(),
        convergence.iterations(),
        convergence.converged(),
        convergence.lastChange(),
        verdict == Verdict.IDENTIFIED,
        groups.size() > 1 ? groups : List.of(),
        given ? prevalence(fit, gradings) : null,
        given ? confusion(fit, gradings) : null,
        given ? labels(fit, gradings) : null,
        given && params.posterior() ? posterior(fit, gradings) : null,
        given && params.standardErrors() != null
            ? LatentErrors.of(
                fit, gradings.assessors(), params.standardErrors(), params.confidence())
            : null,
        given && params.fit()
            ? LatentMisfit.of(fit, gradings.grades(), params.replicates(), params.seed())
            : null,
        given ? fit.hardShare().number() : null,
        given ? null : Undefined.NOT_IDENTIFIED,
        cautions(fit, gradings));
  }

  private static Result undefined(LatentGradings gradings) {
    return new Result(
        gradings.grades(),
        null,
        0,
        false,
        null,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Undefined.NO_VARIATION,
        List.of());
  }

  private static List<String> cautions(LatentFit fit, LatentGradings gradings) {
    var words = new ArrayList<String>();
    if (!fit.convergence().converged()) {
      words.add(
          "The search ended before it converged: the numbers still change. More iterations, or"
              + " \"accelerated\", help.");
    }
    switch (fit.identification().verdict()) {
      case NOT_IDENTIFIED ->
          words.add(
              "Fewer than three assessors are linked by common items, and no known items make up"
                  + " for it: the gradings do not tell who is right.");
      case DISCONNECTED -> {
        words.add(
            "No common item links the groups of assessors: nothing shows that they mean the same"
                + " by a grade.");
        for (int g : fit.identification().undetermined()) {
          words.add(
              "The matrices of "
                  + groups(fit, gradings).get(g)
                  + " are not determined: fewer than three assessors, and no known items.");
        }
      }
      default -> {}
    }
    return words;
  }

  private static List<List<String>> groups(LatentFit fit, LatentGradings gradings) {
    return fit.identification().groups().stream()
        .map(group -> group.stream().map(gradings.assessors()::get).toList())
        .toList();
  }

  private static Map<String, Double> prevalence(LatentFit fit, LatentGradings gradings) {
    var shares = new LinkedHashMap<String, Double>();
    double[] prevalence = fit.prevalence();
    for (int k = 0; k < prevalence.length; k++) {
      shares.put(String.valueOf(gradings.grades().get(k)), prevalence[k]);
    }
    return shares;
  }

  private static Map<String, List<List<Double>>> confusion(LatentFit fit, LatentGradings gradings) {
    var matrices = new LinkedHashMap<String, List<List<Double>>>();
    for (int j = 0; j < gradings.assessors().size(); j++) {
      var rows = new ArrayList<List<Double>>();
      for (double[] row : fit.matrix(j)) {
        rows.add(list(row));
      }
      matrices.put(gradings.assessors().get(j), rows);
    }
    return matrices;
  }

  private static Map<String, Object> labels(LatentFit fit, LatentGradings gradings) {
    var labels = new LinkedHashMap<String, Object>();
    for (int i = 0; i < gradings.items().size(); i++) {
      labels.put(gradings.items().get(i), gradings.grades().get(fit.grade(i)));
    }
    return labels;
  }

  private static Map<String, List<Double>> posterior(LatentFit fit, LatentGradings gradings) {
    var probabilities = new LinkedHashMap<String, List<Double>>();
    for (int i = 0; i < gradings.items().size(); i++) {
      probabilities.put(gradings.items().get(i), list(fit.posterior(i)));
    }
    return probabilities;
  }

  private static List<Double> list(double[] numbers) {
    var list = new ArrayList<Double>();
    for (double x : numbers) {
      list.add(x);
    }
    return list;
  }
}
