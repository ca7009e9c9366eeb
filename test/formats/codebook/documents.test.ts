import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { codebookDocuments, type UsedCode } from '../../../formats/codebook/documents.ts'
import { code } from '../small-study.ts'

const used = (name: string, parent: string | null, codings: number, more: Partial<UsedCode> = {}): UsedCode => ({
  ...code(name, parent, more),
  codings,
  transcripts: Math.min(codings, 2),
})

const codes = [
  used('Metadata', 'Raw Data', 3, { definition: 'Data about data.', inclusion: 'Units | dates.', exclusion: 'Types.' }),
  used('Raw Data', null, 0, { abbreviation: 'RD', definition: 'As collected.' }),
  used('Deeper', 'Metadata', 1, { retired: true }),
]
const [markdown, csv] = codebookDocuments({ study: 'Small', codes }, { language: 'en' })

describe('codebookDocuments', () => {
  it('writes the tree as headings, each code with its definition and its use', () => {
    expect(markdown?.text).toBe(`# Codebook: Small

3 codes, categories included.

## Raw Data (RD)

**Definition:** As collected.

0 codings in 0 transcripts

### Metadata

**Definition:** Data about data.

**Use it when:** Units \\| dates.

**Do not use it when:** Types.

3 codings in 2 transcripts

#### Deeper

Retired: it keeps its codings and is no longer used.

1 coding in 1 transcript
`)
  })

  it('gives each code a row with its path', () => {
    expect(parse(csv?.text ?? '', { bom: true })).toEqual([
      ['path', 'name', 'abbreviation', 'definition', 'inclusion', 'exclusion', 'codings', 'transcripts', 'retired'],
      ['Raw Data', 'Raw Data', 'RD', 'As collected.', '', '', '0', '0', ''],
      ['Raw Data / Metadata', 'Metadata', '', 'Data about data.', 'Units | dates.', 'Types.', '3', '2', ''],
      ['Raw Data / Metadata / Deeper', 'Deeper', '', '', '', '', '1', '1', '1'],
    ])
  })

  it('has no heading deeper than the sixth', () => {
    const chain = Array.from({ length: 8 }, (_, depth) => used(`c${depth}`, depth === 0 ? null : `c${depth - 1}`, 0))
    expect(codebookDocuments({ study: 'Deep', codes: chain }, { language: 'en' })[0]?.text).not.toMatch(/^#{7}/m)
  })

  it('holds no participant’s words', () => {
    expect([markdown?.quotes, csv?.quotes]).toEqual([false, false])
  })

  it('says in French that a codebook is empty', () => {
    expect(codebookDocuments({ study: 'Vide', codes: [] }, { language: 'fr' })[0]?.text).toBe(
      '# Livre de codes : Vide\n\n0 code, catégories comprises.\n\nAucun pour l’instant.\n',
    )
  })
})
