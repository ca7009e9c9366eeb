import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentBlock } from '../../formats/document-blocks.ts'
import { escapeLatex } from '../../formats/latex-characters.ts'
import { latexDocument } from '../../formats/latex-document.ts'
import { scratchFolder } from '../fixtures/scratch.ts'

const HOSTILE =
  '\\input{/etc/passwd} ^^5c a_b 50% $x$ #1 & {c} ~d <g> "h" \'i\' `j` [k] l*-- œ Œ “m” « n » 😀👩‍👧 مرحبا 日本 αω → ≥ ½ € é'
const LONG = 'missingvalue'.repeat(10)

function tableOf(rows: readonly (readonly string[])[]): DocumentBlock {
  const number = (title: string) => ({ title, align: 'right' as const })
  return { kind: 'table', columns: [{ title: 'Figure' }, number('Before'), number('After')], rows }
}

const BLOCKS: readonly DocumentBlock[] = [
  { kind: 'heading', level: 1, text: HOSTILE },
  { kind: 'heading', level: 2, text: HOSTILE },
  { kind: 'paragraph', text: `${LONG} ${HOSTILE}` },
  { kind: 'labelled', label: HOSTILE, text: HOSTILE },
  { kind: 'quote', text: LONG },
  { kind: 'bullets', items: [HOSTILE, LONG] },
  tableOf([
    ['kappa', '0.4', 'undefined: both coders gave one and the same answer throughout, so chance explains everything'],
    [LONG, HOSTILE, '1'],
  ]),
]

const hasPdfLatex = spawnSync('pdflatex', ['--version']).status === 0

describe('a document as LaTeX', () => {
  it('holds no command but those for the characters themselves, and braces in pairs', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(HOSTILE), fc.string({ unit: 'binary' })), (text) => {
        const plain = escapeLatex(text)
          .replaceAll(/\\shown\{[^\u0020-\u007E]\}\{[0-9A-F]{4,6}\}|\\unseen\{[^\u0020-\u007E]\}/gu, '')
          .replaceAll(
            /\\(?:text[a-z]+|dots|allowbreak|guillemot(?:left|right))\{\}|\\ensuremath\{[\\a-z-]+\}|\\[{}$&#%_,]|\{[-[\]*]\}/g,
            '',
          )
        expect(plain).not.toMatch(/[\\{}$&#%_^<>|"`'[\]]/)
        expect(plain).not.toMatch(/[\p{Cc}\p{Cs}]/u)
      }),
    )
    expect(latexDocument(HOSTILE, BLOCKS, 'en')).not.toContain('\\input')
  })

  it('asks for a character that fonts may lack in a way that shows its code where they do', () => {
    expect(escapeLatex('é œ 😀')).toBe('é œ \\shown{😀}{1F600}')
    expect(escapeLatex('a\u200Db')).toBe('a\\unseen{\u200D}b')
  })

  it('writes a letter and its accent as one character, which pdfLaTeX cannot join', () => {
    expect(escapeLatex('re\u0301sume\u0301')).toBe('résumé')
  })

  it('lets a word be broken that no line holds, and no other', () => {
    expect(escapeLatex('Data_quality')).toBe('Data\\_quality')
    expect(escapeLatex(LONG).replaceAll('\\allowbreak{}', '')).toBe(LONG)
    expect(escapeLatex(LONG)).toMatch(/^(?:\w{4}\\allowbreak\{\})+\w{4}$/)
  })

  it('folds a sentence in a column of numbers', () => {
    const table = latexDocument('T', BLOCKS, 'en').match(/\\begin\{longtable\}\{(.*)\}/)?.[1] ?? ''
    expect(table.match(/p\{0\.30\\linewidth\}/g)).toHaveLength(3)
    expect(latexDocument('T', [tableOf([['kappa', '0.4', '1.0']])], 'en')).toContain('p{0.68\\linewidth}rr}')
  })

  it('does without the French of a small installation, and adds no blank within 09:30', () => {
    const text = latexDocument('T', BLOCKS, 'fr')
    expect(text).toContain('\\IfFileExists{french.ldf}')
    expect(text).toContain('AutoSpacePunctuation=false')
  })

  it.skipIf(!hasPdfLatex)('compiles with pdfLaTeX, nothing past the paper’s edge (skipped where it is absent)', () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'r.tex'), latexDocument(HOSTILE, BLOCKS, 'fr'))
    const args = ['-interaction=nonstopmode', '-halt-on-error', 'r.tex']
    const { status, stdout } = spawnSync('pdflatex', args, { cwd: folder, encoding: 'utf8' })
    expect(stdout).not.toMatch(/^!|Overfull/m)
    expect(status).toBe(0)
  })
})
