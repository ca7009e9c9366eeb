import type { DocumentBlock } from './document-blocks.ts'
import type { ExportLanguage } from './export-document.ts'
import { CHARACTER_COMMANDS, escapeLatex } from './latex-characters.ts'

/**
 * The document as LaTeX that stands by itself and compiles with what a small installation has: the patterns of French and the
 * smooth Latin Modern are used where they are there. Twice, as its first line says, for the widths of tables. Letters and
 * their accents are set by every engine; what the font lacks (an emoji, Arabic) is shown as its code, `[U+1F600]`.
 */
export function latexDocument(title: string, blocks: readonly DocumentBlock[], language: ExportLanguage): string {
  const [first, ...rest] = blocks
  const body = first?.kind === 'heading' && first.level === 1 ? rest : blocks
  return `% ${language === 'fr' ? 'À compiler deux fois avec pdfLaTeX ou LuaLaTeX, en UTF-8.' : 'Compile twice with pdfLaTeX or LuaLaTeX; UTF-8.'}
\\documentclass[a4paper]{article}
\\usepackage{iftex}
\\ifpdftex\\usepackage[T1]{fontenc}\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}\\else\\usepackage{fontspec}\\fi
${language === 'fr' ? FRENCH : '\\usepackage[english]{babel}'}
\\usepackage[margin=25mm]{geometry}
\\usepackage{array}
\\usepackage{longtable}
${CHARACTER_COMMANDS}
\\setlength{\\parindent}{0pt}
\\setlength{\\parskip}{0.5\\baselineskip}
\\setlength{\\emergencystretch}{3em}
\\title{${escapeLatex(title)}}
\\author{}
\\date{}
\\begin{document}
\\maketitle

${body.map(latexBlock).join('\n\n')}

\\end{document}
`
}

/** Without the package, English hyphenation. The blanks before « : » are written already, and 09:30 is to have none. */
const FRENCH = String.raw`\IfFileExists{french.ldf}{\usepackage[french]{babel}\frenchsetup{AutoSpacePunctuation=false}}{}`

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

/** A cell of more characters than this is folded, whichever side it stands at. */
const SHORT_CELL = 14

/** Words are folded in columns of the room that numbers leave. */
function tableOf({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): string {
  const shapes = columns.map(({ align }, at) => {
    if (align === undefined) return 'words'
    return rows.some((row) => (row[at] ?? '').length > SHORT_CELL) ? 'right words' : 'number'
  })
  const numbers = shapes.filter((shape) => shape === 'number').length
  const room = (0.9 - 0.11 * numbers) / Math.max(1, columns.length - numbers)
  const folded = `p{${Math.max(0.1, room).toFixed(2)}\\linewidth}`
  const format = shapes.map((shape) => {
    if (shape === 'number') return 'r'
    return `>{\\ragged${shape === 'words' ? 'right' : 'left'}\\arraybackslash}${folded}`
  })
  const line = (cells: readonly string[]) => `${cells.map(escapeLatex).join(' & ')} \\\\`
  const head = `${columns.map(({ title }) => `\\textbf{${escapeLatex(title)}}`).join(' & ')} \\\\`
  const body = rows.map((row) => line(columns.map((_, at) => row[at] ?? '')))
  return `\\begin{longtable}{${format.join('')}}\n\\hline\n${head}\n\\hline\n\\endhead\n${body.join('\n')}\n\\hline\n\\end{longtable}`
}
