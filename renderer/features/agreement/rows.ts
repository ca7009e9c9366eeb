import type { TFunction } from 'i18next'
import type { Agreement, Comparison, GroupComparison } from '../../../app/contract/agreement.ts'
import { FIGURES, GROUP_FIGURES } from '../../../domain/agreement/figures.ts'
import type { MethodFigureName } from '../../../domain/agreement/method-sentence.ts'
import { compareNames } from '../../name-order.ts'

/** One figure of a comparison. */
export interface FigureCell {
  readonly name: MethodFigureName
  readonly value: number | null
  /** Why the value is null. */
  readonly reason: string | null
  readonly n: number
  readonly interval: readonly [low: number, high: number] | null
  /** Why there is no interval. */
  readonly withoutInterval: string | null
}

interface RowBase {
  /** What it is called in the address. */
  readonly key: string
  readonly transcript: string | null
  readonly round: string | null
  readonly transcripts: readonly string[]
  readonly coders: readonly string[]
  readonly units: number
  readonly uncodedShare: number | null
  readonly cells: readonly FigureCell[]
}

/** A comparison as the screen shows it: of two coders, or of all together. */
export type FigureRow =
  | (RowBase & { readonly kind: 'pair'; readonly of: Comparison })
  | (RowBase & { readonly kind: 'group'; readonly of: GroupComparison })

/** The figures that the overview shows; the others are behind each row. */
export const SHOWN_FIGURES = {
  pair: ['codedAgreement', 'kappaCoded', 'kappaPooled', 'alphaJaccard', 'alphaMasi'],
  group: ['codedAgreement', 'fleissCoded', 'alphaCoded', 'alphaJaccard', 'alphaMasi'],
} as const satisfies Readonly<Record<FigureRow['kind'], readonly MethodFigureName[]>>

/** What was computed, by transcript as people look for names (Interview 2 before Interview 12), its rounds in their order. */
export function rowsOf(agreement: Agreement, isGroup: boolean): readonly FigureRow[] {
  const rows = isGroup ? agreement.groups.map(groupRow) : agreement.comparisons.map(pairRow)
  return [...rows].sort((a, b) => compareNames(a.transcript, b.transcript))
}

/** Of the comparisons shown, the most codes of one that were mapped to another in harmonising, and that were merged. */
export function harmonisedIn({ comparisons, groups }: Agreement, isGroup: boolean) {
  const all = isGroup ? groups : comparisons
  return {
    mapped: Math.max(0, ...all.map(({ mappedCodes }) => mappedCodes)),
    merged: Math.max(0, ...all.map(({ mergedCodes }) => mergedCodes)),
  }
}

function pairRow(of: Comparison): FigureRow {
  const { transcript, round, transcripts, coders, units, coded } = of
  return {
    kind: 'pair',
    of,
    key: JSON.stringify([transcript, of.rounds, of.codebook.version, coders]),
    transcript,
    round,
    transcripts,
    coders,
    units,
    uncodedShare: coded.uncodedShare,
    cells: FIGURES.map((name) => ({
      name,
      value: of[name],
      reason: of.reasons[name] ?? null,
      n: of.n[name],
      interval: of.intervals[name] ?? null,
      withoutInterval: of.withoutInterval[name] ?? null,
    })),
  }
}

function groupRow(of: GroupComparison): FigureRow {
  const { transcript, round, transcripts, coders, units, coded } = of
  return {
    kind: 'group',
    of,
    key: JSON.stringify([transcript, round, of.codebook.version, coders]),
    transcript,
    round,
    transcripts,
    coders,
    units,
    uncodedShare: coded.uncodedShare,
    cells: GROUP_FIGURES.map((name) => ({
      name,
      value: of[name],
      reason: of.reasons[name] ?? null,
      n: of.n[name],
      interval: of.intervals[name] ?? null,
      withoutInterval: of.withoutInterval[name] ?? null,
    })),
  }
}

export function cellOf(row: FigureRow, name: MethodFigureName): FigureCell | undefined {
  return row.cells.find((cell) => cell.name === name)
}

/** What a row compares: a transcript, a round, a version; where everything is one, the coders. */
export function rowName(
  t: TFunction<'agreement'>,
  row: FigureRow,
  scope: Agreement['scope'],
  list: (names: readonly string[]) => string,
): string {
  switch (scope) {
    case 'transcript':
      return row.transcript ?? ''
    case 'round':
      return row.round ?? list(roundsOf(row))
    case 'version':
      return row.of.codebook.version === null
        ? t('rows.noVersion')
        : t('rows.version', { name: row.of.codebook.version })
    case 'all':
      return codersText(t, row.coders, list)
  }
}

/** Whose it is and of which rounds, in a line: what the name does not say. */
export function rowNote(
  t: TFunction<'agreement'>,
  row: FigureRow,
  list: (names: readonly string[]) => string,
  scope: Agreement['scope'],
): string {
  const rounds = scope === 'round' ? [] : roundsOf(row)
  return [
    ...(scope === 'all' ? [] : [codersText(t, row.coders, list)]),
    ...(rounds.length > 0 ? [list(rounds)] : []),
    ...(scope === 'transcript' ? [] : [t('rows.transcripts', { count: row.transcripts.length })]),
  ].join(' · ')
}

/** The rounds that a row names: one, or the two of which one coder's work is compared. */
export function roundsOf(row: FigureRow): readonly string[] {
  const rounds = row.kind === 'pair' ? row.of.rounds : [row.round]
  return [...new Set(rounds.filter((name) => name !== null))]
}

export function codersText(
  t: TFunction<'agreement'>,
  coders: readonly string[],
  list: (names: readonly string[]) => string,
): string {
  const [first = '', second] = coders
  return coders.length === 2 && first === second ? t('rows.self', { name: first }) : list(coders)
}

/** How the two sides are called: two coders by their names, two rounds of one coder by the rounds'. */
export function sideNames({
  coders,
  rounds,
}: {
  readonly coders: readonly [string, string]
  readonly rounds: readonly [string | null, string | null]
}): readonly [string, string] {
  return coders[0] === coders[1] ? [rounds[0] ?? coders[0], rounds[1] ?? coders[1]] : coders
}
