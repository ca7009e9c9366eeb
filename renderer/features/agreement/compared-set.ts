import type { TFunction } from 'i18next'
import type { Agreement, Comparison, GroupComparison } from '../../../app/contract/agreement.ts'
import { costPerCode, differenceOfTable, type CodeCost } from '../../../domain/agreement/code-cost.ts'
import { codersText, sideNames } from './rows.ts'

/** A code with what it costs, as the list of definitions shows it: of two coders, or of all together. */
export interface CostRow extends CodeCost {
  /** Units that one of two alone gave the code; null of a group. */
  readonly only: readonly [first: number, second: number] | null
  /** Units that some of a group gave the code and others did not; of two, both numbers together. */
  readonly divided: number
  readonly coefficient: number | null
  readonly reason: string | null
}

/** Who is compared in one list of definitions. */
export type ComparedSet =
  | { readonly kind: 'pair'; readonly key: string; readonly of: Comparison }
  | { readonly kind: 'group'; readonly key: string; readonly of: GroupComparison }

/** All together, or every two coders, with most units first. */
export function comparedSets({ comparisons, groups }: Agreement, isGroup: boolean): readonly ComparedSet[] {
  if (isGroup) return groups.map((of) => ({ kind: 'group', key: JSON.stringify(of.coders), of }))
  return comparisons
    .map((of): ComparedSet => ({ kind: 'pair', key: JSON.stringify([of.coders, of.rounds]), of }))
    .sort((a, b) => b.of.units - a.of.units)
}

/** The codes that cost most agreement, first. */
export function costRows(compared: ComparedSet): readonly CostRow[] {
  if (compared.kind === 'group') {
    return costPerCode(compared.of.perCode).map(({ fleiss, fleissReason, ...row }) => ({
      ...row,
      only: null,
      coefficient: fleiss,
      reason: fleissReason,
    }))
  }
  const rows = compared.of.perCode.map((row) => ({ ...differenceOfTable(row), of: row }))
  return costPerCode(rows).map(({ of, ...row }) => ({
    ...row,
    only: [of.onlyFirst, of.onlySecond],
    divided: of.onlyFirst + of.onlySecond,
    coefficient: of.kappa,
    reason: of.reason,
  }))
}

/** How two sides are called; null of a group. */
export function namesOf(compared: ComparedSet): readonly [string, string] | null {
  return compared.kind === 'pair' ? sideNames(compared.of) : null
}

/** Whose it is, for choosing among several. */
export function setText(
  t: TFunction<'agreement'>,
  compared: ComparedSet,
  between: Agreement['between'],
  list: (names: readonly string[]) => string,
): string {
  const who = codersText(t, compared.of.coders, list)
  if (compared.kind === 'group' || between === 'coders') return who
  const sides = compared.of.rounds.filter((name) => name !== null)
  return sides.length > 0 ? `${who}: ${list(sides)}` : who
}
