import { codebookOf, PATH_SEPARATOR, pathOf, treeOf, type Code, type CodeNode } from '../../domain/codebook/codebook.ts'
import { writeCsv } from '../csv.ts'
import type { ExportDocument, ExportLanguage, ExportOptions } from '../export-document.ts'
import { heading, joinBlocks, labelled, paragraph } from '../markdown.ts'
import { writeCount } from '../written-number.ts'

/** A code with how often it was used and in how many transcripts. */
export type UsedCode = Code & { readonly codings: number; readonly transcripts: number }

export interface CodebookInput {
  /** The study's title. */
  readonly study: string
  readonly codes: readonly UsedCode[]
}

interface CodebookWords {
  readonly title: (study: string) => string
  readonly versionTitle: (study: string, version: string) => string
  readonly summary: (codes: number) => string
  readonly contains: (codes: number) => string
  readonly containsTable: (codes: number) => string
  readonly containsText: (codes: number) => string
  readonly containsWhole: (codes: number) => string
  readonly definition: string
  readonly inclusion: string
  readonly exclusion: string
  readonly retired: string
  readonly use: (codings: number, transcripts: number) => string
  readonly empty: string
  readonly columns: readonly string[]
}

/** What the codebook's documents say, in one language. */
export const codebookWords: Readonly<Record<ExportLanguage, CodebookWords>> = {
  en: {
    title: (study) => `Codebook: ${study}`,
    versionTitle: (study, version) => `Codebook of ${study}: ${version}`,
    summary: (codes) => `${writeCount(codes, ['code', 'codes'], 'en')}, categories included.`,
    contains: (codes) =>
      `${writeCount(codes, ['code', 'codes'], 'en')} with definitions and how often each was used; no passage of a ` +
      `transcript`,
    containsTable: (codes) =>
      `${writeCount(codes, ['code', 'codes'], 'en')} as a table that can be imported again; no passage of a transcript`,
    containsText: (codes) =>
      `${writeCount(codes, ['code', 'codes'], 'en')} as text to be read; no passage of a transcript`,
    containsWhole: (codes) =>
      `${writeCount(codes, ['code', 'codes'], 'en')} with everything said of them and their ids; no passage of a transcript`,
    definition: 'Definition:',
    inclusion: 'Use it when:',
    exclusion: 'Do not use it when:',
    retired: 'Retired: it keeps its codings and is no longer used.',
    use: (codings, transcripts) =>
      `${writeCount(codings, ['coding', 'codings'], 'en')} in ` +
      writeCount(transcripts, ['transcript', 'transcripts'], 'en'),
    empty: 'None yet.',
    columns: [
      'path',
      'name',
      'abbreviation',
      'definition',
      'inclusion',
      'exclusion',
      'codings',
      'transcripts',
      'retired',
    ],
  },
  fr: {
    title: (study) => `Livre de codes : ${study}`,
    versionTitle: (study, version) => `Livre de codes de ${study} : ${version}`,
    summary: (codes) => `${writeCount(codes, ['code', 'codes'], 'fr')}, catégories comprises.`,
    contains: (codes) =>
      `${writeCount(codes, ['code', 'codes'], 'fr')} avec leurs définitions et leur emploi ; aucun passage de ` +
      `transcription`,
    containsTable: (codes) =>
      `${writeCount(codes, ['code', 'codes'], 'fr')} en un tableau qui peut être réimporté ; aucun passage de transcription`,
    containsText: (codes) =>
      `${writeCount(codes, ['code', 'codes'], 'fr')} en un texte à lire ; aucun passage de transcription`,
    containsWhole: (codes) =>
      `${writeCount(codes, ['code', 'codes'], 'fr')} avec tout ce qui en est dit et leurs identifiants ; aucun passage de ` +
      `transcription`,
    definition: 'Définition :',
    inclusion: 'À employer quand :',
    exclusion: 'À ne pas employer quand :',
    retired: 'Hors d’usage : il garde ses codages et ne sert plus.',
    use: (codings, transcripts) =>
      `${writeCount(codings, ['codage', 'codages'], 'fr')} dans ` +
      writeCount(transcripts, ['transcription', 'transcriptions'], 'fr'),
    empty: 'Aucun pour l’instant.',
    columns: [
      'chemin',
      'nom',
      'abréviation',
      'définition',
      'inclusion',
      'exclusion',
      'codages',
      'transcriptions',
      'retiré',
    ],
  },
}

/** The codebook as `codebook.md` and `codebook.csv`, codes in the order of the tree, each before those it holds. */
export function codebookDocuments(
  { study, codes }: CodebookInput,
  { language }: ExportOptions,
): readonly ExportDocument[] {
  const words = codebookWords[language]
  const uses = new Map(codes.map((code) => [code.id, code]))
  const nodes = flatten(treeOf(codes))
  const codebook = codebookOf(codes)
  const contains = words.contains(codes.length)
  return [
    {
      name: 'codebook.md',
      text: codebookMarkdown({ title: words.title(study), codes }, { language }),
      contains,
      quotes: false,
    },
    {
      name: 'codebook.csv',
      text: writeCsv(
        words.columns,
        nodes.map(({ code }) => [
          pathOf(codebook, code.id).join(PATH_SEPARATOR),
          code.name,
          code.abbreviation,
          code.definition,
          code.inclusion,
          code.exclusion,
          uses.get(code.id)?.codings ?? 0,
          uses.get(code.id)?.transcripts ?? 0,
          code.retired ? 1 : null,
        ]),
      ),
      contains,
      quotes: false,
    },
  ]
}

/** A codebook to be read: the tree as headings, each code with what it means and, where that is given, its use. */
export function codebookMarkdown(
  { title, codes }: { readonly title: string; readonly codes: readonly (Code | UsedCode)[] },
  { language }: ExportOptions,
): string {
  const words = codebookWords[language]
  const uses = new Map(codes.flatMap((code) => ('codings' in code ? [[code.id, code] as const] : [])))
  const nodes = flatten(treeOf(codes))
  return joinBlocks([
    heading(1, title),
    paragraph(words.summary(codes.length)),
    nodes.length === 0 ? paragraph(words.empty) : '',
    ...nodes.flatMap(({ code, depth }) => {
      const use = uses.get(code.id)
      return [
        heading(levelAt(depth), code.abbreviation === null ? code.name : `${code.name} (${code.abbreviation})`),
        code.retired ? paragraph(words.retired) : '',
        written(words.definition, code.definition),
        written(words.inclusion, code.inclusion),
        written(words.exclusion, code.exclusion),
        use === undefined ? '' : paragraph(words.use(use.codings, use.transcripts)),
      ]
    }),
  ])
}

function flatten(nodes: readonly CodeNode[]): readonly CodeNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)])
}

/** The deepest heading Markdown has is the sixth; deeper codes share it. */
function levelAt(depth: number): 2 | 3 | 4 | 5 | 6 {
  if (depth === 0) return 2
  if (depth === 1) return 3
  if (depth === 2) return 4
  return depth === 3 ? 5 : 6
}

function written(label: string, text: string): string {
  return text.trim() === '' ? '' : labelled(label, text)
}
