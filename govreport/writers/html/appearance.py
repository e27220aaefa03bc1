"""How a page looks on a screen, on a phone and in print, as one sheet of CSS."""

STYLE_SHEET = """\
:root {
  --sans: "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Noto Sans SC",
    "Source Han Sans SC", "Microsoft YaHei", sans-serif;
  --serif: "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", STSong,
    SimSun, serif;
  --line: #a9adb3;
  --paper: #fff;
  --ink: #1f2328;
  --soft: #59636e;
  --head: #f3f5f7;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --line: #4b525a;
    --paper: #15181c;
    --ink: #e4e7ea;
    --soft: #9ba4ae;
    --head: #22272d;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font-family: var(--sans);
  font-size: 1.0625rem;
  line-height: 1.8;
  text-autospace: normal;
}
main { max-width: 54rem; margin: 0 auto; padding: 3rem 2rem 4rem; }
h1, h2, h3, h4, h5, h6, p { margin: 0 0 .6em; overflow-wrap: anywhere; }
p { text-indent: 2em; text-align: justify; }
h1 {
  margin-bottom: 1.4em;
  font-family: var(--serif);
  font-size: 1.9rem;
  line-height: 1.45;
  text-align: center;
  text-autospace: no-autospace;
  text-wrap: balance;
}
h2 { margin-top: 1.6em; font-size: 1.3rem; line-height: 1.5; }
h3 { margin-top: 1.2em; font-size: 1.125rem; line-height: 1.6; }
h4, h5, h6 { margin-top: 1em; font-size: 1.0625rem; line-height: 1.6; }
.published {
  margin: -1.6em 0 1.6em;
  color: var(--soft);
  font-size: .875rem;
  text-align: center;
  text-indent: 0;
  text-wrap: balance;
}
.signature { width: fit-content; margin: 2.2em 2em 0 auto; }
.signature p { text-align: center; text-indent: 0; }
.table { position: relative; margin: 1.2em 0; overflow-x: auto; }
table {
  width: 100%;
  border-collapse: collapse;
  font-size: .9375rem;
  line-height: 1.5;
  font-variant-numeric: tabular-nums;
}
caption {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
th, td {
  min-width: 3.4em;
  padding: .5em .55em;
  border: 1px solid var(--line);
  text-align: center;
  text-wrap: balance;
  vertical-align: middle;
}
th { font-weight: 600; overflow-wrap: anywhere; }
tbody th { font-weight: 400; }
thead th, tbody th[scope="col"], tbody th[colspan][scope="rowgroup"] {
  background: var(--head);
  font-weight: 600;
}
th[scope^="row"] { min-width: 5em; }
th.left, td.left { min-width: 13em; text-align: left; overflow-wrap: anywhere; }
td > table { margin: .3em 0; }
.wide td.long { font-size: .86em; }
.wide td.longer { font-size: .72em; }
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  main { padding: 1.5rem 1rem 2.5rem; }
  h1 { font-size: 1.4rem; }
  h2 { font-size: 1.15rem; }
  h3 { font-size: 1.0625rem; }
  h4, h5, h6 { font-size: 1rem; }
  table { font-size: .875rem; }
  .published { margin-top: -1.2em; }
  .signature { margin-right: .5em; }
  .wide::before {
    content: "← 左右滑动查看全表 →";
    position: sticky;
    left: 0;
    display: block;
    width: fit-content;
    padding-bottom: .3em;
    color: var(--soft);
    font-size: .75rem;
  }
  .wide th, .wide td { padding: .4em .35em; }
  .wide thead th.left { min-width: 0; font-size: .75rem; }
  .wide tbody th[scope="row"] {
    position: sticky;
    left: 0;
    z-index: 1;
    min-width: 6.5em;
    background: var(--paper);
    box-shadow: inset 0 1px var(--line), inset -1px 0 var(--line), 0 1px var(--line);
    font-size: .8125rem;
  }
  .wide tbody th[rowspan][scope^="row"] {
    position: static;
    min-width: 3.2em;
    padding: .4em .05em;
    box-shadow: none;
    font-size: .75rem;
  }
}
@page {
  size: A4;
  margin: 28mm 22mm 25mm;
  @bottom-center { content: "\\2014  " counter(page) " \\2014"; font-size: 10.5pt; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #000; --head: #f3f5f7; color-scheme: light; }
  body { color: #000; font-family: var(--serif); font-size: 12pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 18pt; }
  h2 { font-size: 14pt; }
  h3 { font-size: 12.5pt; }
  h4, h5, h6 { font-size: 12pt; }
  h2, h3, h4, h5, h6 { font-family: var(--sans); }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  .table { overflow: visible; }
  table { font-size: 9pt; line-height: 1.4; --line: #000; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  tbody tr:first-child:has(> [rowspan]) { break-inside: auto; }
  th, td { min-width: 2.7em; padding: .3em; }
  th[scope^="row"], th.left, td.left { min-width: 0; }
  .published { font-size: 10.5pt; }
  .signature { break-inside: avoid; break-before: avoid; }
  .whole { break-inside: avoid; }
}
"""
