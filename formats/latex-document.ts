import type { DocumentBlock } from './document-blocks.ts'
import type { ExportLanguage } from './export-document.ts'

/**
 * The document as LaTeX that stands by itself. Accents and other letters of the alphabets stay letters: LuaLaTeX and XeLaTeX
 * set them all, pdfLaTeX those of its fonts. Whatever a person wrote is text, never a command.
 */
export function latexDocument(title: string, blocks: readonly DocumentBlock[], language: ExportLanguage): string {
  const [first, ...rest] = blocks
  const body = first?.kind === 'heading' && first.level === 1 ? rest : blocks
  return `\\documentclass[a4paper]{article}
\\usepackage{iftex}
\\ifpdftex\\usepackage[T1]{fontenc}\\else\\usepackage{fontspec}\\fi
\\usepackage[${language === 'fr' ? 'french' : 'english'}]{babel}
\\usepackage[margin=25mm]{geometry}
\\usepackage{longtable}
\\setlength{\\parindent}{0pt}
\\setlength{\\parskip}{0.5\\baselineskip}
\\title{${escapeLatex(title)}}
\\author{}
\\date{}
\\begin{document}
\\maketitle

${body.map(latexBlock).join('\n\n')}

\\end{document}
`
}

/** A word as LaTeX prints it: every character that means something becomes the command for itself. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  "'": '\\textquotesingle{}',
  // Two of them would join into a dash, and one may end a row's optional argument.
  '-': '{-}',
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
  '\u00A0': '~',
  '\u202F': '\\,',
  '–': '\\textendash{}',
  '—': '\\textemdash{}',
  '’': '\\textquoteright{}',
  '‘': '\\textquoteleft{}',
  '“': '\\textquotedblleft{}',
  '”': '\\textquotedblright{}',
  '«': '\\guillemotleft{}',
  '»': '\\guillemotright{}',
  '…': '\\dots{}',
}

/** Words in one line: line ends and control characters become blanks. */
export function escapeLatex(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\uFFFE\uFFFF]+/gu, ' ')
    .replaceAll(/[\\{}$&#%_^~<>|"`'\-[\]*\u00A0\u202F–—’‘“”«»…]/g, (mark) => COMMANDS[mark] ?? mark)
}

function latexBlock(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `\\${['section', 'section', 'subsection'][block.level - 1] ?? 'section'}*{${escapeLatex(block.text)}}`
    case 'paragraph':
      return linesOf(block.text)
    case 'labelled':
      return `\\textbf{${escapeLatex(block.label)}} ${escapeLatex(block.text)}`
    case 'quote':
      return `\\begin{quote}\n${linesOf(block.text)}\n\\end{quote}`
    case 'bullets':
      return `\\begin{itemize}\n${block.items.map((item) => `\\item {} ${escapeLatex(item)}`).join('\n')}\n\\end{itemize}`
    case 'table':
      return tableOf(block)
  }
}

function linesOf(text: string): string {
  return text
    .split(/\r\n?|[\n\u2028\u2029\v\f]/)
    .map((line) => escapeLatex(line).trim())
    .filter((line) => line !== '')
    .join('\n\n')
}

/** Words are folded in columns of the room that numbers leave. */
function tableOf({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): string {
  const wide = columns.filter(({ align }) => align === undefined).length
  const room = (0.9 - 0.11 * (columns.length - wide)) / Math.max(1, wide)
  const folded = `p{${Math.max(0.1, room).toFixed(2)}\\linewidth}`
  const format = columns.map(({ align }) => (align === 'right' ? 'r' : folded)).join('')
  const line = (cells: readonly string[]) => `${cells.map(escapeLatex).join(' & ')} \\\\`
  const head = `${columns.map(({ title }) => `\\textbf{${escapeLatex(title)}}`).join(' & ')} \\\\`
  const body = rows.map((row) => line(columns.map((_, at) => row[at] ?? '')))
  return `\\begin{longtable}{${format}}\n\\hline\n${head}\n\\hline\n\\endhead\n${body.join('\n')}\n\\hline\n\\end{longtable}`
}
