import type { TFunction } from 'i18next'
import { UNDEFINED } from '../../../domain/agreement/figures.ts'

const REASONS = [...UNDEFINED, 'not-used'] as const

/** Why a figure is undefined, as a person reads it; the contract carries the reason's key. */
export function reasonText(t: TFunction<'agreement'>, key: string): string {
  const reason = REASONS.find((known) => known === key)
  return reason === undefined ? key : t(`reasons.${reason}`)
}
