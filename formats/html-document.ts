import type { DocumentBlock } from './document-blocks.ts'
import type { ExportLanguage } from './export-document.ts'
import { htmlPage } from './html-page.ts'
import { escapeXml } from './xml-text.ts'

/** For reading on a screen and on paper, on a light ground only. A long word is broken anywhere, the head of a column of numbers never. */
const STYLE = `:root { color-scheme: light; }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; background: #fff; color: #1b1b1b; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; font-size: 1.25rem; }
h3 { margin-top: 2rem; font-size: 1rem; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid #c8c8c8; text-align: left; vertical-align: top; }
th { border-bottom-color: #767676; }
.right { text-align: right; overflow-wrap: break-word; }
blockquote { margin: 0.75rem 0; padding-left: 0.9rem; border-left: 3px solid #767676; white-space: pre-wrap; }
p { white-space: pre-wrap; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } h3, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } }
@page { margin: 18mm 15mm 20mm; }
`

/** The document as one page that needs nothing else. */
export function htmlDocument(title: string, blocks: readonly DocumentBlock[], language: ExportLanguage): string {
  return htmlPage({ title, language, style: STYLE, main: blocks.map(htmlBlock).join('\n') })
}

function htmlBlock(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeXml(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${escapeXml(block.text)}</p>`
    case 'labelled':
      return `<p><b>${escapeXml(block.label)}</b> ${escapeXml(block.text)}</p>`
    case 'quote':
      return `<blockquote dir="auto">${escapeXml(block.text)}</blockquote>`
    case 'bullets':
      return `<ul>\n${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('\n')}\n</ul>`
    case 'table':
      return tableOf(block)
  }
}

function tableOf({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): string {
  const cell = (tag: 'th' | 'td', text: string, at: number) => {
    const scope = tag === 'th' ? ' scope="col"' : ''
    const align = columns[at]?.align === 'right' ? ' class="right"' : ''
    return `<${tag}${scope}${align}>${escapeXml(text)}</${tag}>`
  }
  const head = columns.map(({ title }, at) => cell('th', title, at)).join('')
  const body = rows.map((row) => `<tr>${columns.map((_, at) => cell('td', row[at] ?? '', at)).join('')}</tr>`)
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`
}
