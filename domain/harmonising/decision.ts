import type { CodeId, RoundId } from '../ids.ts'
import { pairKey } from './code-pair.ts'

/** What was decided about a pair: they count as one, they became one, they are two. */
export const DECISIONS = ['map', 'merge', 'refuse'] as const
export type DecisionKind = (typeof DECISIONS)[number]

/** A decision about two codes in one round. */
export interface HarmonisingDecision {
  readonly id: string
  readonly roundId: RoundId
  readonly kind: DecisionKind
  /** The code that the other one counts as, or went into. */
  readonly codeId: CodeId
  readonly otherId: CodeId
  /** What both were called when it was decided: of two that were merged one is gone. */
  readonly name: string
  readonly otherName: string
  /** Null where nobody in particular decided. */
  readonly decidedBy: string | null
  readonly decidedAt: string
}

type Pair = Pick<HarmonisingDecision, 'kind' | 'codeId' | 'otherId'>

/**
 * Which code each mapped one counts as, over any number of steps: where A counts as B and B as C, A counts as C. Codes
 * that stand for themselves are not in it. Decisions in the order in which they were taken.
 */
export function mappingOf(decisions: readonly Pair[]): ReadonlyMap<CodeId, CodeId> {
  const parents = new Map<CodeId, CodeId>()
  const rootOf = (code: CodeId): CodeId => {
    const parent = parents.get(code)
    return parent === undefined ? code : rootOf(parent)
  }
  for (const { kind, codeId, otherId } of decisions) {
    const root = rootOf(codeId)
    const other = rootOf(otherId)
    if (kind === 'map' && root !== other) parents.set(other, root)
  }
  return new Map([...parents.keys()].map((code) => [code, rootOf(code)]))
}

/** What a code counts as. */
export function mapped(mapping: ReadonlyMap<CodeId, CodeId>, code: CodeId): CodeId {
  return mapping.get(code) ?? code
}

/**
 * A pair that was refused although, by these decisions, its codes count as one; undefined where decisions do not contradict
 * each other.
 */
export function contradictionIn<Decision extends Pair>(decisions: readonly Decision[]): Decision | undefined {
  const mapping = mappingOf(decisions)
  return decisions.find(
    ({ kind, codeId, otherId }) => kind === 'refuse' && mapped(mapping, codeId) === mapped(mapping, otherId),
  )
}

/** Whether a pair is still to be decided: neither decided itself nor one by way of other codes. */
export function isUndecided(decisions: readonly Pair[]): (code: CodeId, other: CodeId) => boolean {
  const decided = new Set(decisions.map(({ codeId, otherId }) => pairKey(codeId, otherId)))
  const mapping = mappingOf(decisions)
  return (code, other) => !decided.has(pairKey(code, other)) && mapped(mapping, code) !== mapped(mapping, other)
}
