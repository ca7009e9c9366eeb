import type { CodeId, SegmentId } from '../ids.ts'
import { decide, type Screening } from '../screening.ts'
import type { CodeSet, LeftOutReason } from './figures.ts'

/** What stands for an included segment among codes; an excluded one has the empty set. */
export const INCLUDED = 'included'

/** One segment, with the value of each coder: null where there is none to compare. */
export interface ScreenedSegment {
  readonly values: readonly (CodeSet | null)[]
}

/** A segment's value for one coder, or why there is none. */
type Value =
  | { readonly kind: 'value'; readonly value: CodeSet }
  | { readonly kind: 'none'; readonly reason: LeftOutReason }

/** Values, and how many segments each coder gave none, by reason; `coder` is their index. */
export interface ScreenedValues {
  readonly segments: readonly ScreenedSegment[]
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly coder: number; readonly count: number }[]
}

const EXCLUDED: CodeSet = new Set()
const IS_INCLUDED: CodeSet = new Set([INCLUDED])

/**
 * The coders' decisions on each segment: included as a mismatch or not. A segment that a coder did not screen, or began and
 * did not decide, has no value of theirs.
 */
export function screenedValues(
  segments: readonly SegmentId[],
  coders: readonly (readonly Screening[])[],
): ScreenedValues {
  return valuesOf(segments, coders, (screening) => {
    const { kind } = decide(screening.criteria)
    if (kind === 'open') return { kind: 'none', reason: 'undecided' }
    return { kind: 'value', value: kind === 'included' ? IS_INCLUDED : EXCLUDED }
  })
}

/** The instances that the coders gave each segment they included; an excluded one has none to compare. */
export function instanceValues(
  segments: readonly SegmentId[],
  coders: readonly (readonly Screening[])[],
  nameOf: (code: CodeId) => string,
): ScreenedValues {
  return valuesOf(segments, coders, (screening) => {
    const { kind } = decide(screening.criteria)
    if (kind === 'open') return { kind: 'none', reason: 'undecided' }
    if (kind === 'excluded') return { kind: 'none', reason: 'not-included' }
    return { kind: 'value', value: new Set(screening.instances.map(nameOf)) }
  })
}

function valuesOf(
  segments: readonly SegmentId[],
  coders: readonly (readonly Screening[])[],
  valueOf: (screening: Screening) => Value,
): ScreenedValues {
  const bySegment = coders.map((screenings) => new Map(screenings.map((each) => [each.segmentId, each])))
  const counts = new Map<string, { reason: LeftOutReason; coder: number; count: number }>()
  const leaveOut = (reason: LeftOutReason, coder: number): null => {
    const key = `${String(coder)} ${reason}`
    const entry = counts.get(key) ?? { reason, coder, count: 0 }
    entry.count++
    counts.set(key, entry)
    return null
  }
  return {
    segments: segments.map((segment) => ({
      values: bySegment.map((screenings, coder) => {
        const screening = screenings.get(segment)
        if (screening === undefined) return leaveOut('not-screened', coder)
        const result = valueOf(screening)
        return result.kind === 'value' ? result.value : leaveOut(result.reason, coder)
      }),
    })),
    leftOut: [...counts.values()],
  }
}
