package org.assay.io.protocol;

import java.util.List;
import org.assay.io.schema.Form;
import org.assay.io.schema.MayBeNull;
import org.assay.io.schema.Within;

/**
 * Ratings in one of the shapes of the protocol: exactly one of {@code ratings}, {@code counts},
 * {@code table} and {@code ratingsCsv}.
 *
 * @param ratings one row per item, one column per rater; labels are texts or numbers, null is
 *     missing
 * @param counts one row per item, one column per grade: how many raters gave that grade
 * @param table counts of two raters; rows are the grades of the first, columns those of the second
 * @param grades the ordered grades, also unused ones; the labels seen when left out
 * @param ratingsCsv path of a CSV file, gzip or not, with the rows of {@code ratings} after a
 *     header
 */
record RatingsInput(
    List<List<@Form(Form.LABEL) @MayBeNull Object>> ratings,
    List<List<@Within("[0, )") Integer>> counts,
    List<List<@Within("[0, )") Long>> table,
    List<@Form(Form.LABEL) Object> grades,
    String ratingsCsv) {}
