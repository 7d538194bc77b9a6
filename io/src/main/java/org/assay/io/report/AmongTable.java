package org.assay.io.report;

import org.assay.io.UndefinedWords;

/** {@link AmongPart.Among} as a section of the page. */
final class AmongTable {
  private AmongTable() {}

  static void write(AmongPart.Among among, Html html) {
    html.section("among", "Do assessors agree with one another?");
    html.element("p", among.sentence());
    if (!among.parts().isEmpty()) {
      html.table(
          "Items that two assessors or more graded",
          "Stream",
          "Items",
          "Of them shared",
          "Two agree on an item",
          "Kappa (Fleiss)",
          "AC1");
      for (AmongPart.Part part : among.parts()) {
        html.row(
            part.stream(),
            Words.count(part.items()),
            Words.count(part.sharedItems()),
            share(part.coefficients().get(0)),
            coefficient(part.coefficients().get(1)),
            coefficient(part.coefficients().get(2)));
      }
      html.endTable();
    }
    if (!among.others().rows().isEmpty()) {
      html.table(
          "Each assessor with the others who graded the same items",
          "Assessor",
          "Items",
          "Kappa (quadratic weights where grades are ordered)");
      for (AgreementModel.Row row : among.others().rows()) {
        html.row(row.assessor(), Words.count(row.kappa().items()), coefficient(row.kappa()));
      }
      html.endTable();
    }
    html.close();
  }

  private static String share(AgreementModel.Coefficient c) {
    if (c.value() == null) {
      return none(c);
    }
    String limits =
        c.lower() == null
            ? ""
            : " (between "
                + Words.percentDown(c.lower())
                + " and "
                + Words.percentUp(c.upper())
                + ")";
    return Words.percent(c.value()) + limits;
  }

  private static String coefficient(AgreementModel.Coefficient c) {
    return c.value() == null ? none(c) : HtmlReport.coefficient(c.value(), c.lower(), c.upper());
  }

  private static String none(AgreementModel.Coefficient c) {
    return "none: " + UndefinedWords.of(c.undefined());
  }
}
