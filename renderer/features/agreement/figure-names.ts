import type { TFunction } from 'i18next'
import type { Undefined } from '../../../domain/agreement/figures.ts'

const REASONS = [
  'no-units',
  'expected-agreement-is-one',
  'expected-disagreement-is-zero',
  'no-codes',
  'no-defined-kappa',
  'unequal-ratings',
] as const satisfies readonly Undefined[]

/** Why a figure is undefined, as a person reads it; the contract carries the reason's key. */
export function reasonText(t: TFunction<'agreement'>, key: string): string {
  const reason = REASONS.find((known) => known === key)
  return reason === undefined ? key : t(`reasons.${reason}`)
}
