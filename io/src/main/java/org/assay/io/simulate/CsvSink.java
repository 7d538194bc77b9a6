package org.assay.io.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import org.assay.simulate.Sink;
import org.assay.simulate.Sink.GradingEvent;
import org.assay.simulate.Sink.VerdictEvent;

/**
 * Writes events as CSV. The parameter records admit only ids that need neither quoting nor a guard
 * against formulas; the one kind of id that begins with = is there to see whether readers cope, and
 * is written as it is.
 */
class CsvSink implements Sink {
  private static final MathContext DIGITS = new MathContext(15);

  private final Writer gradings;
  private final Writer verdicts;
  private final TimeText times;
  private final StringBuilder line = new StringBuilder(128);
  private double probability; // the last one, and its text
  private String probabilityText = "";

  CsvSink(Writer gradings, Writer verdicts, ZoneId zone) throws IOException {
    this.gradings = gradings;
    this.verdicts = verdicts;
    this.times = new TimeText(zone);
    gradings.write("grading_id,item_id,assessor_id,grade,graded_at,unit_id,stream_id,stratum_id\n");
    verdicts.write(
        "grading_id,item_id,assessor_id,reviewer_id,grade,checked_at,"
            + "selection_method,inclusion_probability,stratum_id,blind\n");
  }

  @Override
  public void grading(GradingEvent g) {
    line.setLength(0);
    field(g.gradingId());
    field(g.itemId());
    field(g.assessorId());
    field(g.grade());
    times.append(line, g.gradedAt());
    line.append(',');
    field(g.unitId());
    field(g.streamId());
    end(gradings, g.stratumId());
  }

  @Override
  public void verdict(VerdictEvent v) {
    line.setLength(0);
    field(v.grading().gradingId());
    field(v.grading().itemId());
    field(v.grading().assessorId());
    field(v.reviewerId());
    field(v.grade());
    times.append(line, v.checkedAt());
    line.append(',');
    field(v.method().name());
    field(text(v.inclusionProbability()));
    field(v.stratumId());
    end(verdicts, v.blind().name());
  }

  // Not Double.toString, whose digits differ between Java versions.
  private String text(double p) {
    if (p != probability) {
      probability = p;
      probabilityText =
          p == 0 ? "" : new BigDecimal(p).round(DIGITS).stripTrailingZeros().toPlainString();
    }
    return probabilityText;
  }

  private void field(String text) {
    line.append(text).append(',');
  }

  private void end(Writer out, String last) {
    try {
      out.append(line.append(last).append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
