/** Style of the page: reads on a screen, prints on A4, survives greyscale; no font or image comes from elsewhere. */
export const style = `
:root { --ink: #1a1a1a; --soft: #5c5c5c; --rule: #c9c9c9; --pale: #f4f5f7; --link: #1d4467; color-scheme: light; }
* { box-sizing: border-box; }
html { font: 17px/1.55 Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif; color: var(--ink); background: #fff; }
body { margin: 0 auto; max-width: 58rem; padding: 3rem 1.5rem 6rem; }
header { border-bottom: 2px solid var(--ink); margin-bottom: 1.5rem; }
.eyebrow { margin: 0; font-size: .9rem; color: var(--soft); }
h1 { font-size: 2.3rem; line-height: 1.15; margin: .2rem 0 .8rem; overflow-wrap: anywhere; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 3.2rem 0 .8rem; padding-top: .5rem; border-top: 1px solid var(--ink); }
h3 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
h4 { font-size: 1rem; margin: 1.6rem 0 .2rem; }
p, ul, ol { margin: 0 0 .9rem; max-width: 44rem; }
li { margin-bottom: .35rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #1d4467; outline-offset: 3px; }
nav h2 { font-size: 1rem; margin: 0 0 .4rem; padding: 0; border: 0; }
nav ol { columns: 2; column-gap: 2rem; font-size: .95rem; padding-left: 1.4rem; }
.first h2 { margin-top: 1.2rem; border-top: 0; }
.first > section ~ p { font-size: .88rem; color: var(--soft); }
nav { border-top: 1px solid var(--ink); padding-top: .8rem; margin-top: 1.6rem; }
.note { border-left: 4px solid var(--ink); background: var(--pale); padding: .7rem 1rem; }
code, pre { font: .86em/1.5 ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
pre { background: var(--pale); padding: .8rem 1rem; overflow-x: auto; }
pre code { font-size: 1em; overflow-wrap: normal; }
data { cursor: help; white-space: nowrap; }
.table { overflow-x: auto; margin: 0 0 1.4rem; }
table { border-collapse: collapse; font: .8rem/1.4 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif; font-variant-numeric: tabular-nums; }
caption.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
thead th { border-bottom: 1.5px solid var(--ink); vertical-align: bottom; font-weight: 600; }
tbody tr { border-bottom: 1px solid var(--rule); }
th, td { padding: .32rem .7rem .32rem 0; text-align: left; vertical-align: top; }
tbody th { font-weight: 400; }
.number { text-align: right; }
td.number, .short { white-space: nowrap; }
thead .number { max-width: 8rem; }
figure { margin: 1rem 0 1.6rem; }
.drawing { overflow-x: auto; }
.drawing svg { max-width: 100%; height: auto; }
figcaption { font: .8rem/1.45 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif; color: var(--soft); max-width: 44rem; margin-top: .4rem; }
.quote { margin: .5rem 0 .8rem; border-left: 3px solid var(--rule); padding-left: 1rem; max-width: 44rem; }
blockquote, blockquote p { margin: 0; }
.quote figcaption { margin-top: .15rem; }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-underline-offset: .18em; }
.quote a:has(mark) { text-decoration: none; }
.sources { font: .75rem/1.5 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif; color: var(--soft); border-top: 1px dotted var(--rule); padding-top: .4rem; max-width: none; }
.sources code { font-size: 1em; }
@media (max-width: 40rem) { nav ol { columns: 1; } body { padding: 1.5rem 1rem 4rem; } }
@page { size: A4; margin: 18mm 17mm 20mm; @bottom-center { content: counter(page); font: 9pt Georgia, serif; } }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  p, ul, ol, .quote, figcaption { max-width: none; }
  h2, h3, h4 { break-after: avoid; }
  h2 { margin-top: 1.8rem; }
  .first { break-after: page; }
  .first li { margin-bottom: .2rem; }
  figure, tr, .quote, .note, .table { break-inside: avoid; }
  h2 + p, h3 + p, h4 + p { break-after: avoid; }
  thead { display: table-header-group; }
  .table, .drawing, pre { overflow: visible; }
  pre { white-space: pre-wrap; }
  a { color: inherit; }
  table { font-size: 8pt; }
}
`
