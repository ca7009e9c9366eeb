import type { Code } from '../../domain/codebook/codebook.ts'
import { slugOf } from '../../domain/text/slug.ts'
import { writeCodebookCsv } from './codebook-csv.ts'
import { codebookMarkdown, codebookWords } from './documents.ts'
import { writeCodebookJson } from './codebook-json.ts'
import type { ExportDocument, ExportOptions } from '../export-document.ts'

export interface VersionInput {
  /** The study's title. */
  readonly study: string
  /** The version's name; null: the codebook as it is now. */
  readonly version: string | null
  readonly codes: readonly Code[]
  /** The same codes as the reader is to see them: built-in definitions in their language. */
  readonly shown: readonly Code[]
}

/**
 * A version of the codebook as CSV and JSON, which an import reads again, and as Markdown to be read. How often a code was
 * used is in none of them: a version is what was agreed, not what was done with it.
 */
export function versionDocuments(
  { study, version, codes, shown }: VersionInput,
  { language }: ExportOptions,
): readonly ExportDocument[] {
  const words = codebookWords[language]
  const stem = version === null ? 'codebook' : `codebook-${slugOf(version, 'version')}`
  const title = version === null ? words.title(study) : words.versionTitle(study, version)
  const document = (ending: string, text: string, contains: string) => ({
    name: `${stem}.${ending}`,
    text,
    contains,
    quotes: false,
  })
  return [
    document('csv', writeCodebookCsv(codes, language), words.containsTable(codes.length)),
    document('md', codebookMarkdown({ title, codes: shown }, { language }), words.containsText(codes.length)),
    document('json', writeCodebookJson({ study, version, codes }), words.containsWhole(codes.length)),
  ]
}
