package org.assay.io.report;

/** A statement as one HTML page that needs no network and no script. */
final class StatementPage {
  private StatementPage() {}

  static String of(StatementModel s) {
    Html html = new Html();
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    String title = "Statement for " + s.assessor();
    html.element("title", title).element("style", Style.CSS).close();
    html.open("body").open("header").element("h1", title);
    html.element(
        "p",
        s.from() == null ? "Everything that was recorded." : s.from() + " to " + s.to() + ".",
        "class",
        "meta");
    html.close().open("main");
    html.section("chosen", "What was checked and how it was chosen");
    html.paragraphs(s.chosen()).close();
    html.section("rates", "What the checks say");
    html.paragraphs(s.rates()).close();
    html.section("mixups", "What you mix up");
    if (s.matrix() == null) {
      html.element("p", "No mix-up was found.");
    } else {
      MatrixTable.own(s.matrix(), s.team(), s.grades(), html);
    }
    html.close();
    if (!s.said().isEmpty()) {
      html.section("said", "What the report says about you");
      html.paragraphs(s.said()).close();
    }
    html.section("appeals", "Appeals");
    html.paragraphs(s.appeals()).close();
    html.section("rights", "Rules for these figures");
    html.list(s.rights()).close();
    html.close().close().close();
    return "<!DOCTYPE html>\n" + html;
  }
}
