import type { Input } from '../../../app/contract.ts'
import type { UnitName } from '../../../app/contract/agreement.ts'
import { DEFAULT_SHARE } from '../../../domain/agreement/span-matching.ts'
import type { Subject } from '../../../domain/agreement/subject.ts'
import type { CoderId } from '../../../domain/ids.ts'

/** Who is compared: every pair, one pair, all together, or each coder with themself over two rounds. */
export type Who =
  | { readonly kind: 'pairs' }
  | { readonly kind: 'pair'; readonly coders: readonly [string, string] }
  | { readonly kind: 'group' }
  | { readonly kind: 'rounds' }

/** What is asked of the figures. */
export interface Question {
  /** Names; all when empty. */
  readonly transcripts: readonly string[]
  readonly who: Who
  readonly subject: Subject
  readonly scope: 'transcript' | 'round' | 'version' | 'all'
  readonly unit: UnitName
  /** Of the unit `overlap`, 0 to 1. */
  readonly share: number
  readonly seed: number
  /** Whether codes that were mapped in harmonising count as one. */
  readonly harmonised: boolean
}

export const EVERYTHING: Question = {
  transcripts: [],
  who: { kind: 'pairs' },
  subject: 'codings',
  scope: 'transcript',
  unit: 'turn',
  share: DEFAULT_SHARE,
  seed: 1,
  harmonised: false,
}

/** Screenings and instances are of segments, whatever unit is chosen for codes. */
export function unitOf({ subject, unit }: Pick<Question, 'subject' | 'unit'>): UnitName {
  return subject === 'codings' ? unit : 'segment'
}

/** The question as the contract takes it. Transcripts that are gone are no longer asked for. */
export function inputOf(
  { transcripts, who, subject, scope, unit, share, seed, harmonised }: Question,
  known: readonly string[],
  coderId: CoderId | null,
) {
  return {
    transcripts: transcripts.filter((name) => known.includes(name)),
    ...(who.kind === 'pair' && { coders: [who.coders[0], who.coders[1]] }),
    ...(who.kind === 'group' && { group: true, pairs: false }),
    ...(who.kind === 'rounds' && { between: 'rounds' as const }),
    subject,
    scope,
    unit: unitOf({ subject, unit }),
    ...(unit === 'overlap' && { share }),
    seed,
    harmonised,
    ...(coderId !== null && { coderId }),
  } satisfies Input<'agreement.compute'>
}
