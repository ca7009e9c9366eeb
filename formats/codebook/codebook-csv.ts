import {
  PALETTE_SIZE,
  parsePath,
  PATH_SEPARATOR,
  pathOf,
  codebookOf,
  treeOf,
  type Code,
  type CodeNode,
} from '../../domain/codebook/codebook.ts'
import type { IncomingCode } from '../../domain/codebook/codebook-import.ts'
import { AxialError } from '../../domain/errors.ts'
import { plainName } from '../../domain/text/plain-name.ts'
import { remark } from '../../domain/remarks.ts'
import { TAXONOMY_KEYS } from '../../domain/taxonomy.ts'
import { MOST_CODES, MOST_LEVELS, orderCodes, type CodeEntry } from './codebook-tree.ts'
import { writeCsv } from '../csv.ts'
import type { ExportLanguage } from '../export-document.ts'
import { readCsvRecords, type CsvRecord } from '../spreadsheet.ts'
import { foldText } from '../../domain/text/folded-text.ts'

/** What a column of a codebook can hold. */
const COLUMNS = [
  'path',
  'parent',
  'name',
  'abbreviation',
  'definition',
  'inclusion',
  'exclusion',
  'colour',
  'taxonomy',
  'retired',
] as const
type Column = (typeof COLUMNS)[number]

/** The headers a column is known by, as `foldHeader` leaves them; of two columns of one kind the first in this list wins. */
const HEADERS: Readonly<Record<Column, string>> = {
  path: 'path, chemin, code path, full path, chemin du code, hierarchical name',
  parent:
    'parent, parent code, parent name, code parent, category, categorie, theme, group, groupe, parent category, ' +
    'categorie parente',
  name:
    'name, nom, code, code name, nom du code, label, libelle, intitule, tag, subcategory, sub category, ' +
    'sous categorie, subcode, sous code',
  abbreviation: 'abbreviation, abreviation, short name, nom court',
  definition: 'definition, description, meaning, signification, memo',
  inclusion:
    'inclusion, when to use, use it when, use when, include, inclusion criteria, inclusion notes, quand employer, ' +
    'a employer quand, quand l employer, quand utiliser, a utiliser quand, criteres d inclusion, inclure',
  exclusion:
    'exclusion, when not to use, do not use it when, do not use when, exclude, exclusion criteria, exclusion notes, ' +
    'quand ne pas employer, a ne pas employer quand, quand ne pas l employer, quand ne pas utiliser, ' +
    'a ne pas utiliser quand, criteres d exclusion, exclure',
  colour: 'colour, color, couleur',
  taxonomy: 'taxonomy, taxonomie',
  retired: 'retired, retire',
}

/** The headers that a codebook is written with. */
const codebookColumns: Readonly<Record<ExportLanguage, readonly string[]>> = {
  en: ['path', 'name', 'abbreviation', 'definition', 'inclusion', 'exclusion', 'colour', 'taxonomy', 'retired'],
  fr: ['chemin', 'nom', 'abréviation', 'définition', 'inclusion', 'exclusion', 'couleur', 'taxonomie', 'retiré'],
}

/**
 * A codebook as comma-separated values, codes in the order of the tree. `colour` is the number of a colour of the palette,
 * from 1; `retired` is 1 or empty. `readCodebookCsv` reads it again.
 */
export function writeCodebookCsv(codes: readonly Code[], language: ExportLanguage): string {
  const codebook = codebookOf(codes)
  return writeCsv(
    codebookColumns[language],
    flatten(treeOf(codes)).map((code) => [
      pathOf(codebook, code.id).join(PATH_SEPARATOR),
      code.name,
      code.abbreviation,
      code.definition,
      code.inclusion,
      code.exclusion,
      code.colour + 1,
      code.taxonomy,
      code.retired ? 1 : null,
    ]),
  )
}

/**
 * Reads a codebook from separated values: one that Axial wrote, or any table with a column of names (`name`, `code`,
 * `label` …) and perhaps `parent` or `category`, `path`, `definition`, `inclusion`, `exclusion`, `colour`, in English or
 * French. A path is written `Category / Code`; a parent is a name or a path. Parents that have no line of their own are
 * made. Throws what `readCsvRecords` and `orderCodes` throw, `import-malformed` without a column of names, `import-empty`.
 */
export function readCodebookCsv(name: string, bytes: Uint8Array): readonly IncomingCode[] {
  // The header, the codes, and one too many.
  return readCodebookRecords(name, readCsvRecords(name, bytes, MOST_CODES + 2))
}

/** The same from the records of a table, the header first. */
export function readCodebookRecords(name: string, table: readonly CsvRecord[]): readonly IncomingCode[] {
  const [header, ...records] = table
  const cells = header?.cells ?? []
  const columns = columnsOf(cells)
  if (!columns.has('name') && !columns.has('path')) {
    const found = cells
      .slice(0, 12)
      .map((cell) => cell.trim().slice(0, 40))
      .filter((cell) => cell !== '')
    throw new AxialError('import-malformed', {
      name,
      detail: remark('no-code-column', { found: found.join(', ') || '—' }),
    })
  }
  const lines = records
    .filter((record) => record.cells.some((cell) => cell.trim() !== ''))
    .map((record) => lineOf(record, columns))
  if (lines.length === 0) throw new AxialError('import-empty', { name, detail: remark('no-codes') })
  return orderCodes(name, entriesOf(name, lines))
}

/** A line of the table: a code, and how its parent is named. */
interface Line {
  readonly place: CodeEntry['place']
  readonly code: CodeEntry['code']
  /** As it is written; empty at the top. */
  readonly parent: string
  /** Whether `parent` is where the code stands, from the root; else it may be a bare name. */
  readonly isPath: boolean
}

function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const folded = header.map(foldHeader)
  return new Map(
    COLUMNS.flatMap((column) => {
      const found = HEADERS[column]
        .split(', ')
        .map((known) => folded.indexOf(known))
        .find((index) => index !== -1)
      return found === undefined ? [] : [[column, found] as const]
    }),
  )
}

/** Lower case, without accents and marks: “À employer quand :” is `a employer quand`. */
function foldHeader(header: string): string {
  return foldText(header)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function lineOf({ line, cells }: CsvRecord, columns: ReadonlyMap<Column, number>): Line {
  const text = (column: Column): string | null => {
    const index = columns.get(column)
    return index === undefined ? null : withoutEscape(cells[index] ?? '').trim()
  }
  const path = plainName(text('path') ?? '')
  const given = plainName(text('name') ?? '')
  const { name, parent } = nameAndParent(path, given, plainName(text('parent') ?? ''), columns)
  const taxonomy = text('taxonomy')
  return {
    place: remark('line', { line }),
    parent,
    isPath: path !== '' || !columns.has('parent'),
    code: {
      id: null,
      name,
      abbreviation: text('abbreviation') || null,
      definition: text('definition'),
      inclusion: text('inclusion'),
      exclusion: text('exclusion'),
      colour: colourOf(text('colour') ?? ''),
      taxonomy: TAXONOMY_KEYS.find((key) => key === taxonomy) ?? null,
      retired: /^(?:1|true|yes|oui|vrai|x)$/i.test(text('retired') ?? ''),
    },
  }
}

/**
 * A path ends in the code's own name or, in other tools' tables, in its parent's. Where there is neither a path nor a
 * parent, the name may itself be written as a path.
 */
function nameAndParent(
  path: string,
  name: string,
  parent: string,
  columns: ReadonlyMap<Column, number>,
): { readonly name: string; readonly parent: string } {
  if (path === '') {
    const steps = columns.has('parent') || columns.has('path') ? [] : parsePath(name)
    if (steps.length < 2) return { name, parent }
    return { name: steps.at(-1) ?? name, parent: steps.slice(0, -1).join(PATH_SEPARATOR) }
  }
  if (name === '') {
    const steps = parsePath(path)
    return { name: steps.at(-1) ?? '', parent: steps.slice(0, -1).join(PATH_SEPARATOR) }
  }
  if (path === name) return { name, parent: '' }
  const ending = PATH_SEPARATOR + name
  return { name, parent: path.endsWith(ending) ? path.slice(0, -ending.length) : path }
}

function entriesOf(file: string, lines: readonly Line[]): readonly CodeEntry[] {
  const places = new Map<string, number>()
  const pathOfLine = (line: Line) =>
    line.parent === '' ? line.code.name : line.parent + PATH_SEPARATOR + line.code.name
  for (const [index, line] of lines.entries()) if (!places.has(pathOfLine(line))) places.set(pathOfLine(line), index)
  const named = Map.groupBy(lines.keys(), (index) => lines[index]?.code.name ?? '')
  const made: CodeEntry[] = []
  /** The code at a path, made with those above it where no line says it. */
  const make = (steps: readonly string[], place: CodeEntry['place']): number | null => {
    const name = steps.at(-1)
    if (name === undefined) return null
    const path = steps.join(PATH_SEPARATOR)
    const known = places.get(path)
    if (known !== undefined) return known
    const parent = make(steps.slice(0, -1), place)
    made.push({ place, parent, code: { ...NOTHING_SAID, name } })
    const index = lines.length + made.length - 1
    places.set(path, index)
    return index
  }
  const parentOf = (line: Line): number | null => {
    if (line.parent === '') return null
    const steps = parsePath(line.parent)
    if (steps.length > MOST_LEVELS) {
      const detail = remark('too-deep', { place: line.place, limit: MOST_LEVELS })
      throw new AxialError('import-malformed', { name: file, detail })
    }
    const known = places.get(line.parent)
    if (known !== undefined) return known
    const among = line.isPath ? [] : (named.get(line.parent) ?? [])
    const [only] = among
    if (among.length > 1) {
      const detail = remark('parent-ambiguous', { place: line.place, parent: line.parent })
      throw new AxialError('import-malformed', { name: file, detail })
    }
    return only ?? make(steps, line.place)
  }
  const entries = lines.map((line): CodeEntry => ({ place: line.place, parent: parentOf(line), code: line.code }))
  return [...entries, ...made]
}

const NOTHING_SAID: Omit<CodeEntry['code'], 'name'> = {
  id: null,
  abbreviation: null,
  definition: null,
  inclusion: null,
  exclusion: null,
  colour: null,
  taxonomy: null,
  retired: false,
}

/** Other tools write colours in other ways, which have no equal in the palette: such a code takes a colour of its own. */
function colourOf(text: string): number | null {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= PALETTE_SIZE ? number - 1 : null
}

/** Without the apostrophe that `writeCsv` puts before what a spreadsheet would take for a formula. */
function withoutEscape(cell: string): string {
  return /^'[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell
}

function flatten(nodes: readonly CodeNode[]): readonly Code[] {
  return nodes.flatMap(({ code, children }) => [code, ...flatten(children)])
}
