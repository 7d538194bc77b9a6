package org.assay.io.report;

import org.assay.io.BadInputException;
import org.assay.io.ingest.Intake;
import org.assay.io.plan.PlannedChecks;
import org.assay.io.policy.Policy;

/**
 * What an assessor may see of their own: counts, how checks were chosen, the own mix-ups beside the
 * team's, appeals. Nobody else is named and nobody is ranked; where fewer than three others were
 * checked the team's figures are left out, since they would tell of single persons.
 *
 * <p>Immutable; the same tables give the same bytes.
 */
public final class Statement {
  private final StatementModel model;

  private Statement(StatementModel model) {
    this.model = model;
  }

  /**
   * The statement of an assessor.
   *
   * @param tables gradings and verdicts
   * @param policy of the report: scheme, zone and rules
   * @param assessor id as in the gradings
   * @return the statement
   * @throws BadInputException if nobody of that id has gradings
   */
  public static Statement of(Intake tables, Policy policy, String assessor) {
    return new Statement(
        StatementSection.of(new Facts(tables, policy, PlannedChecks.NONE), assessor));
  }

  /**
   * As plain text.
   *
   * @return lines of at most 96 characters, but for long words
   */
  public String text() {
    return StatementText.of(model);
  }

  /**
   * As a page that needs no network and no script.
   *
   * @return HTML
   */
  public String html() {
    return StatementPage.of(model);
  }
}
