package org.assay.io.protocol;

import java.util.List;

/**
 * Ratings in one of the shapes of the protocol: exactly one of {@code ratings}, {@code counts},
 * {@code table} and {@code ratingsCsv}.
 *
 * @param ratings items x raters; labels are strings or numbers, null is missing
 * @param counts items x grades; how many raters gave that grade
 * @param table grades x grades; rows are rater 1's grades
 * @param grades the ordered grades, strings or numbers; absent: the labels seen
 * @param ratingsCsv path to a CSV file of {@code ratings} after one header row
 */
public record RatingsInput(
    List<List<Object>> ratings,
    List<List<Long>> counts,
    List<List<Long>> table,
    List<Object> grades,
    String ratingsCsv) {}
