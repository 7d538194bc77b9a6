package org.assay.simulate;

import java.util.List;
import org.assay.internal.Check;

/**
 * Items graded independently by several assessors, for agreement.
 *
 * @param stream stream id the items come from
 * @param perWeek items a week
 * @param assessors who grades them, in weeks in which all of them work
 */
public record OverlapItems(String stream, int perWeek, List<String> assessors) {
  public OverlapItems {
    Check.atLeast("perWeek", 0, perWeek);
    assessors = Valid.orEmpty(assessors);
    Check.atLeast("number of assessors", 2, assessors.size());
  }
}
