/** The palette of code colours on paper: the light theme's, told apart by the number beside them where colours fail. */
const COLOURS = [
  '#127ac9',
  '#db6f15',
  '#2f816a',
  '#5e2963',
  '#5f5407',
  '#6d1b2c',
  '#1d9aa3',
  '#513f9e',
  '#6b9d67',
  '#7c3f56',
  '#19668b',
  '#92652c',
]

/** The whole style of the page: for reading on a screen and on paper, on a light ground only. */
export const CODED_TRANSCRIPT_STYLE = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1b1b; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2rem 1.5rem; }
header { margin-bottom: 2rem; padding-bottom: 1rem; border-bottom: 1px solid #767676; }
.study { margin: 0; color: #555; }
h1 { margin: 0 0 0.75rem; font-size: 1.6rem; line-height: 1.25; }
dl { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin: 0; }
dl div { display: flex; gap: 0.5rem; }
dt { color: #555; }
dd { margin: 0; }
.turn { display: grid; grid-template-columns: 8rem minmax(0, 1fr) 17rem; gap: 0 1.25rem; margin-bottom: 0.9rem; }
.head { margin: 0; color: #555; font-size: 0.85rem; line-height: 1.75; overflow-wrap: anywhere; }
.head b { color: #1b1b1b; }
.words { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.coded { background: #eef1f5; border-bottom: 1px solid #5b6b7f; }
.open::before, .close::after { color: #3b4a5c; font-size: 0.7em; font-weight: 600; vertical-align: 0.35em; line-height: 0; }
.open::before { content: attr(data-n) "["; }
.close::after { content: "]" attr(data-n); }
.notes { margin: 0; padding: 0; list-style: none; font-size: 0.85rem; line-height: 1.4; }
.notes li { margin: 0.15rem 0 0.35rem; padding-left: 0.6rem; border-left: 3px solid #767676; overflow-wrap: anywhere; }
.notes .on { color: #555; border-left-style: dotted; }
.who { color: #555; white-space: nowrap; }
.memo { margin: 0.2rem 0 0; white-space: pre-wrap; }
.memo span { color: #555; font-style: italic; }
${COLOURS.map((colour, index) => `.notes .c${index} { border-left-color: ${colour}; }`).join('\n')}
@media screen and (max-width: 46rem) {
  .turn { display: block; }
  .notes { margin-top: 0.35rem; }
}
@media print {
  body { font-size: 10pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  .turn { grid-template-columns: 6.5rem minmax(0, 1fr) 11.5rem; gap: 0 0.9rem; }
  .head, .notes { font-size: 8.5pt; }
  .words { orphans: 3; widows: 3; }
  .notes li { break-inside: avoid; }
  .coded { background: none; }
}
@page { margin: 18mm 15mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; } }
`
