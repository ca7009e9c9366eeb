import { slugOf } from '../../domain/text/slug.ts'
import { writeCsv } from '../csv.ts'
import type { ExportLanguage } from '../export-document.ts'
import { blockQuote, bullets, heading, joinBlocks, paragraph } from '../markdown.ts'
import type { MatrixFile } from './documents.ts'
import { attributeWords, matrixWords, writeBasis, type WrittenBasis } from './words.ts'

/** A coding with its words in full and what stands around them. */
export interface WrittenCoding {
  readonly code: string
  readonly coder: string
  readonly round: string
  readonly transcript: string
  readonly participant: string | null
  readonly turn: number
  readonly speaker: string | null
  readonly start: number
  readonly end: number
  readonly before: string
  readonly words: string
  readonly after: string
}

export interface ComparisonInput {
  /** The code that is compared. */
  readonly title: string
  /** The attribute that sets the groups apart; null: one group. */
  readonly groupBy: string | null
  readonly groups: readonly { readonly value: string | null; readonly codings: readonly WrittenCoding[] }[]
  readonly basis: WrittenBasis
}

export interface ComparisonOptions {
  readonly format: 'csv' | 'md'
  readonly language: ExportLanguage
}

/** The passages of a code as a file, in the order given. They hold participants' own words. */
export function comparisonDocument(input: ComparisonInput, { format, language }: ComparisonOptions): MatrixFile {
  const stem = `passages-${slugOf(input.title)}`
  return format === 'csv'
    ? { name: `${stem}.csv`, text: csvOf(input, language) }
    : { name: `${stem}.md`, text: markdownOf(input, language) }
}

function csvOf({ groupBy, groups }: ComparisonInput, language: ExportLanguage): string {
  const words = matrixWords[language]
  return writeCsv(
    words.passages,
    groups.flatMap(({ value, codings }) =>
      codings.map((one) => [
        one.code,
        groupBy === null ? null : (value ?? words.notNoted),
        one.transcript,
        one.participant,
        one.turn,
        one.speaker,
        one.coder,
        one.round,
        one.start,
        one.end,
        one.before,
        one.words,
        one.after,
      ]),
    ),
  )
}

function markdownOf({ title, groupBy, groups, basis }: ComparisonInput, language: ExportLanguage): string {
  const words = matrixWords[language]
  const attribute = groupBy === null ? null : (attributeWords[language][groupBy] ?? groupBy)
  return joinBlocks([
    heading(1, words.compared(title)),
    paragraph(writeBasis(basis, language)),
    ...groups.flatMap(({ value, codings }) => [
      attribute === null ? '' : heading(2, words.group(`${attribute}, ${value ?? words.notNoted}`, codings.length)),
      ...(codings.length === 0 ? [paragraph(words.none)] : codings.flatMap((one) => passageBlocks(one, language))),
    ]),
  ])
}

function passageBlocks(one: WrittenCoding, language: ExportLanguage): readonly string[] {
  const people = [one.participant, one.speaker === one.participant ? null : one.speaker].filter((name) => name !== null)
  const source = matrixWords[language].source(one.transcript, one.turn)
  return [blockQuote(one.words), bullets([[one.code, source, ...people, `${one.coder}, ${one.round}`].join(' · ')])]
}
