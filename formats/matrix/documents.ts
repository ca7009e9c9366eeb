import {
  FEW_PARTICIPANTS,
  percentOf,
  type AttributeCell,
  type AttributeColumn,
} from '../../domain/matrices/attribute-matrix.ts'
import type { Relation } from '../../domain/matrices/co-occurrence.ts'
import { slugOf } from '../../domain/text/slug.ts'
import { writeCsv, type CsvCell } from '../csv.ts'
import type { ExportLanguage } from '../export-document.ts'
import { matrixSvg } from './svg.ts'
import { attributeWords, matrixWords, writeBasis, type WrittenBasis } from './words.ts'
import { writeNumber, writePercent } from '../written-number.ts'

interface WrittenRow {
  readonly label: string
  readonly path: string
  readonly codings: number
}

export interface CoOccurrenceInput {
  readonly basis: WrittenBasis
  readonly rows: readonly (WrittenRow & { readonly turns: number })[]
  readonly cells: readonly {
    readonly first: number
    readonly second: number
    readonly turns: number
    readonly pairs: number
    readonly coefficient: number
  }[]
}

export interface CoOccurrenceOptions {
  readonly relation: Relation
  /** `csv`: the matrix as it is shown. `list`: every two rows with all their figures. */
  readonly format: 'csv' | 'list' | 'svg'
  readonly figure: 'count' | 'coefficient'
  readonly language: ExportLanguage
}

export interface MatrixFile {
  readonly name: string
  readonly text: string
}

/** Decimals of a coefficient where people read it. */
const DECIMALS = 2

/** The matrix as a file. The same input gives the same bytes. */
export function coOccurrenceDocument(matrix: CoOccurrenceInput, options: CoOccurrenceOptions): MatrixFile {
  const { format, language } = options
  const words = matrixWords[language]
  const { rows } = matrix
  const figures = figuresOf(matrix, options)
  switch (format) {
    case 'csv':
      return {
        name: 'co-occurrence.csv',
        text: writeCsv(
          [words.code, words.codings, words.turns, ...rows.map(({ path }) => path)],
          rows.map(({ path, codings, turns }, row) => [path, codings, turns, ...(figures[row] ?? [])]),
        ),
      }
    case 'list':
      return { name: 'co-occurrence-pairs.csv', text: writeCsv(words.list, listOf(matrix)) }
    case 'svg': {
      const most = Math.max(
        0,
        ...figures.flatMap((line, row) => line.filter((_, column) => column !== row)).map(Number),
      )
      return {
        name: 'co-occurrence.svg',
        text: matrixSvg({
          title: relationTitle(options.relation, language),
          notes: [writeBasis(matrix.basis, language), relationNote(options)],
          rows: rows.map(({ label }) => label),
          columns: rows.map(({ label }) => label),
          cells: figures.map((line, row) =>
            line.map((figure, column) => ({
              text: column === row ? String(figure) : writeFigure(figure, options),
              share: column === row || figure === null ? null : most === 0 ? 0 : figure / most,
              isOwn: column === row,
            })),
          ),
          language,
        }),
      }
    }
  }
}

/** The figures as they are shown, row by row; null: not defined. */
function figuresOf(
  { rows, cells }: CoOccurrenceInput,
  { relation, figure }: CoOccurrenceOptions,
): readonly (readonly (number | null)[])[] {
  const met = new Map(
    cells.flatMap((cell) => [
      [cell.first * rows.length + cell.second, cell] as const,
      [cell.second * rows.length + cell.first, cell] as const,
    ]),
  )
  const countsPairs = relation.kind === 'overlap' && figure === 'count'
  return rows.map((row, at) =>
    rows.map((other, index) => {
      if (index === at) return countsPairs ? row.codings : row.turns
      const cell = met.get(at * rows.length + index)
      if (figure === 'count') return (countsPairs ? cell?.pairs : cell?.turns) ?? 0
      return row.turns + other.turns === 0 ? null : (cell?.coefficient ?? 0)
    }),
  )
}

function listOf({ rows, cells }: CoOccurrenceInput): readonly (readonly CsvCell[])[] {
  const met = new Map(cells.map((cell) => [cell.first * rows.length + cell.second, cell]))
  return rows.flatMap((first, at) =>
    rows.slice(at + 1).map((second, after) => {
      const cell = met.get(at * rows.length + at + 1 + after)
      const coefficient = first.turns + second.turns === 0 ? null : (cell?.coefficient ?? 0)
      return [first.path, second.path, cell?.turns ?? 0, cell?.pairs ?? 0, first.turns, second.turns, coefficient]
    }),
  )
}

function relationTitle(relation: Relation, language: ExportLanguage): string {
  const words = matrixWords[language]
  if (relation.kind === 'overlap') return words.overlap
  return relation.turns === 0 ? words.sameTurn : words.near(relation.turns)
}

function relationNote({ relation, figure, language }: CoOccurrenceOptions): string {
  const words = matrixWords[language]
  if (figure === 'coefficient') return words.coefficientCell
  if (relation.kind === 'overlap') return words.overlapCell
  return relation.turns === 0 ? words.turnCell : words.nearCell(relation.turns)
}

function writeFigure(figure: number | null, { figure: kind, language }: CoOccurrenceOptions): string {
  return kind === 'coefficient' ? writeNumber(figure, DECIMALS, language) : String(figure ?? '')
}

export interface AttributeInput {
  readonly basis: WrittenBasis
  readonly rows: readonly WrittenRow[]
  readonly columns: readonly AttributeColumn[]
  readonly cells: readonly (readonly AttributeCell[])[]
}

export interface AttributeOptions {
  readonly attribute: string
  readonly format: 'csv' | 'svg'
  readonly measure: 'codings' | 'transcripts' | 'participants' | 'percent'
  readonly language: ExportLanguage
}

/** Codes by an attribute as a file: every column says its n of participants. The same input gives the same bytes. */
export function attributeDocument(table: AttributeInput, options: AttributeOptions): MatrixFile {
  const { attribute, format, measure, language } = options
  const words = matrixWords[language]
  const attributeName = attributeWords[language][attribute] ?? attribute
  const stem = `codes-by-${slugOf(attribute)}`
  const figures = table.cells.map((line) =>
    line.map((cell, column) => {
      const head = table.columns[column]
      if (measure !== 'percent') return cell[measure]
      return head === undefined ? null : percentOf(cell, head)
    }),
  )
  const headOf = ({ value, participants }: AttributeColumn) => words.column(value ?? words.notNoted, participants)
  if (format === 'csv') {
    return {
      name: `${stem}.csv`,
      text: writeCsv(
        [words.code, words.codings, ...table.columns.map(headOf)],
        table.rows.map(({ path, codings }, row) => [path, codings, ...(figures[row] ?? [])]),
      ),
    }
  }
  const isFew = ({ participants }: AttributeColumn) => participants < FEW_PARTICIPANTS
  const most = Math.max(0, ...figures.flat().map(Number))
  const measured = {
    codings: words.codingsCell,
    transcripts: words.transcriptsCell,
    participants: words.participantsCell,
    percent: words.percentCell,
  }
  return {
    name: `${stem}.svg`,
    text: matrixSvg({
      title: words.attributes(attributeName),
      notes: [
        writeBasis(table.basis, language),
        measured[measure],
        ...(table.columns.some(isFew) ? [words.few(FEW_PARTICIPANTS)] : []),
      ],
      rows: table.rows.map(({ label }) => label),
      columns: table.columns.map((column) => `${headOf(column)}${isFew(column) ? ' †' : ''}`),
      cells: figures.map((line) =>
        line.map((figure) => ({
          text: measure === 'percent' ? writePercent(figure, language) : String(figure),
          share: figure === null ? null : most === 0 ? 0 : figure / most,
          isOwn: false,
        })),
      ),
      language,
    }),
  }
}
