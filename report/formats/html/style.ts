/**
 * One sheet for the screen and for paper. The colours are those of Okabe and Ito, which people with any colour vision tell apart; each
 * stands beside a word and a shape, so that a page in shades of grey says the same. No font is fetched.
 */
export const style = `
:root { --ink: #16202a; --soft: #4d5a66; --line: #c3ccd4; --paper: #ffffff; --tint: #f3f6f8; --brand: #12343b; }
* { box-sizing: border-box; }
html { color: var(--ink); background: var(--paper); font: 15px/1.5 "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { max-width: 66rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; break-after: avoid; color: var(--brand); }
h1 { font-size: 2rem; margin: 0 0 .3rem; }
h2 { font-size: 1.35rem; margin: 2.6rem 0 .8rem; padding-bottom: .3rem; border-bottom: 2px solid var(--brand); }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .5rem; }
h4 { font-size: .95rem; margin: 1rem 0 .2rem; }
p { margin: .4rem 0 .7rem; orphans: 3; widows: 3; } h2 + p, h3 + p, h2 + p.note, p:has(+ ul), p:has(+ ol) { break-inside: avoid; break-after: avoid; }
a { color: #00548a; text-underline-offset: .15em; }
code, .place { font-family: "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: .86em; overflow-wrap: anywhere; }
.kicker { margin: 0 0 .4rem; color: var(--soft); letter-spacing: .09em; text-transform: uppercase; font-size: .8rem; font-weight: 600; }
.lead { border-left: 6px solid var(--brand); padding: .2rem 0 .2rem 1.1rem; margin-bottom: 1.6rem; }
.note { color: var(--soft); font-size: .9rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; margin: 1rem 0; }
dl.facts dt { color: var(--soft); } dl.facts dd { margin: 0; }
nav ul { columns: 2; column-gap: 2.5rem; padding: 0; margin: .4rem 0 0; list-style: none; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1.2rem; font-size: .92rem; }
caption { text-align: left; color: var(--soft); font-size: .88rem; padding: 0 0 .35rem; }
th, td { text-align: left; vertical-align: top; padding: .32rem .55rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--tint); border-bottom: 2px solid var(--brand); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; }
thead { display: table-header-group; } tr, li { break-inside: avoid; }
caption, thead { break-inside: avoid; break-after: avoid; }
tbody:first-of-type, tbody:first-of-type tr:first-child, ul > li:first-child, ol > li:first-child { break-before: avoid; }
tr.group { break-after: avoid; }
tbody tr.group th { background: var(--tint); padding-top: .5rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.where { width: 9.8rem; } .what { width: 11.5rem; } .narrow { width: 7.6rem; } .wide { width: 25%; } .broad { width: 40%; } .day { white-space: nowrap; }
td, th { overflow-wrap: break-word; }
.chip { display: inline-block; white-space: nowrap; padding: .02rem .5rem .06rem; border: 1px solid var(--ink); border-radius: 3px;
  font-size: .84rem; font-weight: 600; color: #000; background: #fff; }
.critical { background: #f0b48a; border-width: 2px; } .high { background: #f6d488; } .medium { background: #faf4a5; } .low { background: #cfe8f8; } .info { background: #fff; }
.missing { background: #f0b48a; } .weak { background: #f6d488; } .planned { background: #cfe8f8; } .unknown { background: #faf4a5; }
.accepted, .excluded { background: #e7d3e0; } .met { background: #bfe5d8; } .met-in-part { background: #e4f3d5; } .not-applicable, .not-asked { background: #fff; color: var(--soft); border-color: var(--line); }
.tiles { display: grid; grid-template-columns: repeat(5, 1fr); gap: .6rem; padding: 0; margin: 1rem 0; list-style: none; }
.tiles li { border: 1px solid var(--line); border-top: 8px solid; padding: .5rem .7rem; border-radius: 4px; break-inside: avoid; }
.tiles b { display: block; font-size: 1.7rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
.tiles .critical, .tiles .high, .tiles .medium, .tiles .low, .tiles .info { background: none; }
.tiles .critical { border-top-color: #d55e00; } .tiles .high { border-top-color: #e69f00; } .tiles .medium { border-top-color: #f0e442; }
.tiles .low { border-top-color: #56b4e9; } .tiles .info { border-top-color: #999999; }
.finding { border-left: 5px solid var(--line); padding-left: .9rem; margin: 1.3rem 0; background: none; }
.finding.critical { border-left-color: #d55e00; border-left-width: 9px; } .finding.high { border-left-color: #e69f00; border-left-width: 7px; }
.finding.medium { border-left-color: #c9bd1a; } .finding.low { border-left-color: #56b4e9; }
.finding h3 { margin-top: 0; display: flex; gap: .6rem; align-items: baseline; }
.finding h3 .chip { flex: none; }
.finding > p { margin: .2rem 0 .4rem; }
.finding > h3 + p { break-inside: avoid; break-after: avoid; } .finding > ul ~ p { break-before: avoid; }
ul.open { list-style: none; padding: 0; margin: .3rem 0 .5rem; border-top: 1px solid var(--line); }
ul.open > li { border-bottom: 1px solid var(--line); padding: .3rem 0 .35rem; } ul.open p { margin: 0; } ul.open .place { color: var(--soft); float: right; }
ul.brief { list-style: none; padding: 0; } ul.brief > li { border-left: 5px solid var(--line); padding: .1rem 0 .1rem .8rem; margin: .55rem 0; background: none; }
ul.brief > li.critical { border-left-color: #d55e00; border-left-width: 9px; } ul.brief > li.high { border-left-color: #e69f00; border-left-width: 7px; }
ul.brief > li.medium { border-left-color: #c9bd1a; } ul.brief > li.low { border-left-color: #56b4e9; }
.points { padding-left: 1.3rem; margin: .3rem 0 .8rem; } .points li { margin: .25rem 0; }
.idle { font-size: .9rem; columns: 2; column-gap: 2rem; padding-left: 1.1rem; }
table.grid { width: auto; font-size: .8rem; }
table.grid th, table.grid td { padding: .1rem .3rem; border: 1px solid var(--line); }
table.grid thead th { vertical-align: bottom; font-weight: 400; padding: .3rem .1rem; }
table.grid thead th.corner { font-weight: 600; padding: .3rem; }
table.grid thead span { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); max-height: 11rem; overflow: hidden; white-space: nowrap; }
table.grid tbody th { font-weight: 400; line-height: 1.3; } table.grid td { text-align: center; font-weight: 700; color: #000; min-width: 1.7rem; white-space: nowrap; }
table.grid td.not-applicable { color: #5c6770; font-weight: 400; }
table.grid i, .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
figure.picture { margin: .8rem 0; break-inside: avoid; } figure.picture svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem .9rem; padding: 0; list-style: none; font-size: .88rem; }
.requirement { border-top: 1px solid var(--line); padding-top: .4rem; margin-top: .8rem; font-size: .9rem; }
.requirement h3 { margin: .1rem 0 .2rem; font-size: .98rem; }
.requirement dl { display: grid; grid-template-columns: 7.5rem 1fr; gap: .12rem .8rem; margin: .2rem 0; }
.requirement dt { color: var(--soft); } .requirement dd { margin: 0; } .requirement ul { padding-left: 1.1rem; margin: 0; }
@media screen and (max-width: 46rem) { .tiles { grid-template-columns: repeat(2, 1fr); } nav ul { columns: 1; } body { padding: 1rem; } .scroll { overflow-x: auto; } }
@page { size: A4; margin: 17mm 15mm 18mm;
  @bottom-left { content: "Meterlint security review"; font: 8pt sans-serif; color: #4d5a66; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #4d5a66; } }
@media print {
  html { font-size: 9.6pt; line-height: 1.42; } body { max-width: none; margin: 0; padding: 0; }
  h2 { margin-top: 1.8rem; } h3 { margin-top: 1.1rem; } .newpage { break-before: page; }
  a { color: inherit; text-decoration: none; } nav a::after { content: none; }
  figure.picture svg { max-height: 225mm; }
  table { font-size: 8.6pt; } caption { font-size: 8.2pt; } table.grid { font-size: 7.4pt; } .requirement { font-size: 8.4pt; }
}
`;
