package org.assay.io.report;

/** The style sheet of the page: calm, printable, and the same without colour. */
final class Style {
  static final String CSS =
      """
      :root{color-scheme:light}
      *{box-sizing:border-box}
      body{margin:0;background:#fff;color:#1d2733;font:16px/1.5 system-ui,"Segoe UI","DejaVu Sans",sans-serif}
      header,main{max-width:68rem;margin:0 auto;padding:1.25rem 1.5rem}
      header{padding-bottom:0}
      h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0}
      h2{font-size:1.25rem;line-height:1.3;margin:0 0 .75rem;padding-top:1.5rem;border-top:1px solid #d5dbe1}
      h3{font-size:1rem;margin:1.25rem 0 .5rem}
      section{margin-bottom:2rem}
      p{margin:0 0 .6rem;max-width:46rem}
      .first{border-left:4px solid #9a3412;background:#fff7ed;padding:.6rem .8rem;font-weight:600}
      .meta,.note{color:#51606f;font-size:.875rem}
      .key{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.75rem;margin:1rem 0 0}
      .tile{border:1px solid #d5dbe1;border-radius:6px;padding:.6rem .9rem;margin:0}
      .tile span{display:block;font-size:.875rem;color:#51606f}
      .tile .figure{font-size:1.6rem;line-height:1.3;color:#1d2733}
      .scroll{overflow-x:auto;margin:1rem 0 1.25rem}
      table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4;font-variant-numeric:tabular-nums}
      caption{text-align:left;font-weight:600;padding-bottom:.35rem}
      th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid #e6eaee}
      thead th{color:#51606f;font-weight:600;border-bottom:1px solid #9aa7b4}
      tbody th{font-weight:600;white-space:nowrap}
      #arrived tbody th,#published tbody th{white-space:normal}
      .whole{white-space:nowrap}
      #support>.scroll:first-of-type td:first-of-type{min-width:9.5rem}
      .state{white-space:nowrap;font-weight:600}
      td.pass{color:#0b5a80}
      td.fail{color:#9a3412}
      td.open{color:#51606f;font-weight:400}
      .tile.pass{border-left:4px solid #0b5a80}
      .tile.fail{border-left:4px solid #9a3412}
      .tile.open{border-left:4px dotted #7b8896}
      .flag{border-left:4px solid #9a3412;padding-left:.75rem;font-weight:600}
      .multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:1.25rem 1.5rem;margin:1rem 0}
      figure{margin:0;break-inside:avoid;display:flex;flex-direction:column;justify-content:space-between}
      figcaption{font-size:.8125rem;color:#51606f;margin-bottom:.3rem}
      figcaption strong{color:#1d2733}
      svg{width:100%;height:auto;display:block}
      svg text{font-size:9px;fill:#51606f}
      svg .axis{stroke:#9aa7b4;stroke-width:1}
      svg .band{fill:#e9edf1}
      svg .base{stroke:#51606f;stroke-width:1}
      svg .until{stroke:#9aa7b4;stroke-width:1;stroke-dasharray:3 3}
      svg .limits{stroke:#b9d2e1;stroke-width:.8}
      svg .dot{fill:#0b5a80}
      svg .outside,svg .since{fill:#9a3412}
      details{margin:1rem 0}
      summary{cursor:pointer;font-weight:600}
      li{margin-bottom:.35rem;max-width:46rem}
      @media print{
      body{font-size:10pt}
      header,main{max-width:none;padding:0}
      h2{break-after:avoid}
      tr,figure,.tile{break-inside:avoid}
      thead{display:table-header-group}
      .scroll{overflow:visible}
      .multiples{grid-template-columns:repeat(3,1fr);gap:.75rem}
      }
      """;

  private Style() {}
}
