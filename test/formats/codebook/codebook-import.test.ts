import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { incomingOf, type IncomingCode } from '../../../domain/codebook/codebook-import.ts'
import { writeCodebookCsv } from '../../../formats/codebook/codebook-csv.ts'
import { readCodebookFile } from '../../../formats/codebook/codebook-file.ts'
import { writeCodebookJson } from '../../../formats/codebook/codebook-json.ts'
import { versionDocuments } from '../../../formats/codebook/version-documents.ts'
import { sentenceFor, AxialError } from '../../../domain/errors.ts'
import { codebooks, codeId, plainCode } from '../../fixtures/codebooks.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, name = 'codes.csv') => readCodebookFile(name, bytes(text))

/** `Category / Code: definition` a line. */
async function tree(text: string): Promise<readonly string[]> {
  const codes = await read(text)
  const path = (code: IncomingCode): string =>
    code.parent === null ? code.name : `${path(codes[code.parent] ?? code)} > ${code.name}`
  return codes.map((code) => (code.definition ? `${path(code)}: ${code.definition}` : path(code)))
}

async function refusal(work: Promise<unknown>, language: 'en' | 'fr' = 'en'): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AxialError)) throw new Error(`not refused: ${String(error)}`)
  return sentenceFor(error.reason, error.params, language)
}

const withoutIds = (codes: readonly IncomingCode[]) =>
  codes.map((code) => ({ ...code, id: null, abbreviation: code.abbreviation ?? null }))

describe('a codebook written as', () => {
  it('CSV and read again is the same tree, in either language', async () => {
    await fc.assert(
      fc.asyncProperty(codebooks, fc.constantFrom<'en' | 'fr'>('en', 'fr'), async (codes, language) => {
        if (codes.length === 0) return
        expect(await read(writeCodebookCsv(codes, language))).toEqual(withoutIds(incomingOf(codes)))
      }),
    )
  })

  it('JSON and read again is the same tree with the same ids', async () => {
    await fc.assert(
      fc.asyncProperty(codebooks, async (codes) => {
        if (codes.length === 0) return
        const text = writeCodebookJson({ study: 'S', version: null, codes })
        expect(await read(text, 'codes.json')).toEqual(incomingOf(codes))
      }),
    )
  })

  it('CSV keeps what a spreadsheet would take for a formula', async () => {
    const codes = [plainCode(1, '=SUM(A1)', { definition: '-1 is a value' })]
    expect(await tree(writeCodebookCsv(codes, 'en'))).toEqual(['=SUM(A1): -1 is a value'])
  })
})

describe('the documents of a version', () => {
  const codes = [plainCode(1, 'Raw Data', { definition: 'As collected.', retired: true })]

  it('are a table, a text and a whole, named by the version, without how often codes were used', () => {
    const written = versionDocuments(
      { study: 'S', version: 'Après la passe 1', codes, shown: codes },
      { language: 'en' },
    )
    expect(written.map(({ name }) => name)).toEqual([
      'codebook-apres-la-passe-1.csv',
      'codebook-apres-la-passe-1.md',
      'codebook-apres-la-passe-1.json',
    ])
    expect(written[1]?.text).toBe(
      '# Codebook of S: Après la passe 1\n\n1 code, categories included.\n\n## Raw Data\n\n' +
        'Retired: it keeps its codings and is no longer used.\n\n**Definition:** As collected.\n',
    )
    expect(written.every(({ contains, quotes }) => contains.includes('no passage of a transcript') && !quotes)).toBe(
      true,
    )
  })
})

describe('a table of codes is read', () => {
  it('with a column of parents, which are made where they have no line', async () => {
    expect(await tree('category,code,definition\nData,Missing,Not there.\nData,Late,\nTeam,Roles,\n')).toEqual([
      'Data',
      'Data > Missing: Not there.',
      'Data > Late',
      'Team',
      'Team > Roles',
    ])
  })

  it('with children before their parents, and parents by name or by path', async () => {
    expect(await tree('name,parent\nPrecise,Data / Labels\nLabels,Data\nData,\n')).toEqual([
      'Data',
      'Data > Labels',
      'Data > Labels > Precise',
    ])
  })

  it('with paths, and with names that are paths', async () => {
    expect(await tree('path;description\nData / Labels;Marked.\n')).toEqual(['Data', 'Data > Labels: Marked.'])
    expect(await tree('code\nData / Labels\nAPI/Specifications\n')).toEqual([
      'API/Specifications',
      'Data',
      'Data > Labels',
    ])
  })

  it('in French, with semicolons, a byte order mark and lines within cells', async () => {
    const text =
      '\uFEFFCatégorie;Nom du code;Définition;À employer quand ;Quand ne pas employer\nDonnées;Étiquettes;"Une\nligne";Oui;Non\n'
    expect(await tree(text)).toEqual(['Données', 'Données > Étiquettes: Une\nligne'])
    expect((await read(text))[1]).toMatchObject({ inclusion: 'Oui', exclusion: 'Non' })
  })

  it('with tabs, and colours by the number of the palette alone', async () => {
    const codes = await read('code\tcolor\nA\t3\nB\t#ff0000\nC\t\n')
    expect(codes.map(({ colour }) => colour)).toEqual([2, null, null])
  })

  it('from a workbook', async () => {
    const rows = [
      ['Category', 'Code'],
      ['Data', 'Missing'],
    ].map((row) => row.map((value) => ({ value })))
    const workbook = await writeExcelFile(rows).toBuffer()
    const codes = await readCodebookFile('codes.xlsx', new Uint8Array(workbook))
    expect(codes.map(({ name, parent }) => [name, parent])).toEqual([
      ['Data', null],
      ['Missing', 0],
    ])
  })
})

describe('a file is refused, with its lines and the way out,', () => {
  it('that holds nothing, is binary, or is a study', async () => {
    expect(await refusal(read(''))).toMatch(/^codes.csv is empty; /)
    expect(await refusal(readCodebookFile('x.csv', new Uint8Array([0, 1, 2, 0, 255])))).toMatch(/binary/)
    expect(await refusal(read('SQLite format 3\0…', 'other.axial'))).toMatch(/under “Another study”/)
    expect(await refusal(read('code\n\n'))).toMatch(/a header and no codes/)
  })

  it('that has no column of names', async () => {
    expect(await refusal(read('what,why\na,b\n'))).toMatch(/“name”, “code” or “path” \(found: what, why\)/)
  })

  it('in which codes hold each other', async () => {
    expect(await refusal(read('name,parent\nA,B\n"B\n",C\nC,A\n'))).toBe(
      'codes.csv is malformed: “A” holds itself, by way of its parents (line 2, line 3, line 5); give one of them ' +
        'another parent; the study is unchanged; correct the file and import it again',
    )
    expect(await refusal(read('name,parent\nA,A\n'))).toMatch(/“A” holds itself.*\(line 2\)/)
  })

  it('in which a name stands twice under one parent', async () => {
    expect(await refusal(read('name,parent\nA,\nB,A\n\nB,A\n'))).toMatch(/“A \/ B” stands twice .*\(line 3, line 5\)/)
    expect(await refusal(read('name,parent\nA,\nA,\n'), 'fr')).toMatch(
      /«\u00A0A\u00A0» figure deux fois.*ligne 2, ligne 3/,
    )
  })

  it('in which two codes would read as one path', async () => {
    expect(await refusal(read('name,parent\nA,\nB,A\nA / B,\n'))).toMatch(/“A \/ B” stands twice/)
  })

  it('in which a parent can be either of two codes', async () => {
    expect(await refusal(read('name,parent\nA,\nB,\nX,A\nX,B\nY,X\n'))).toMatch(/line 6: several codes are called “X”/)
  })

  it('in which a code has no name, or too much of one', async () => {
    expect(await refusal(read('name,definition\n,Something.\n'))).toMatch(/line 2: a code has no name/)
    expect(await refusal(read(`name\n${'a'.repeat(301)}\n`))).toMatch(/line 2: a name of more than 300 characters/)
    expect(await refusal(read(`name,definition\nA,${'a'.repeat(60_000)}\n`))).toMatch(/line 2: a definition of more/)
  })

  it('with a quote that is never closed', async () => {
    expect(await refusal(read('name,definition\nA,x\nB,"never\nC,y\n'))).toMatch(/on line \d+ is never closed/)
  })

  it('of a hundred thousand rows', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `code ${String(index)}`)
    expect(await refusal(read(`name\n${rows.join('\n')}\n`))).toMatch(/more than 10000 codes/)
  })

  it('of a thousand levels', async () => {
    const path = Array.from({ length: 1000 }, (_, index) => `c${String(index)}`).join(' / ')
    expect(await refusal(read(`path\n${path}\n`))).toMatch(/more than 50 levels/)
    const rows = Array.from(
      { length: 1000 },
      (_, index) => `c${String(index)},${index === 0 ? '' : `c${String(index - 1)}`}`,
    )
    expect(await refusal(read(`name,parent\n${rows.join('\n')}\n`))).toMatch(/line 52: more than 50 levels/)
  })

  it('that is JSON of something else, or has a parent that is not there', async () => {
    expect(await refusal(read('{"codes": []}', 'a.json'))).toMatch(/a.json is malformed: format/)
    const lost = writeCodebookJson({ study: 'S', version: null, codes: [plainCode(1, 'A')] })
    const orphan = lost.replace('"parent": null', `"parent": "${codeId(9)}"`)
    expect(await refusal(read(orphan, 'a.json'))).toMatch(/code number 1: its parent is not in the file/)
  })
})
