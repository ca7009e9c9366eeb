import { compareCoders, type CoderComparison } from '../agreement/comparison.ts'
import type { UnitPair } from '../agreement/figures.ts'
import { pairUnits, type CodedSpan } from '../agreement/units.ts'
import type { Reading } from './adjudication.ts'
import type { CoderId } from '../ids.ts'
import type { Span } from '../span.ts'

/** What one item of a transcript comes to: its readings, or, where it was decided, the codes that stand for all coders. */
export interface ResolvedItem {
  readonly readings: readonly Reading[]
  /** Null where nothing was decided, and each coder's reading stands for itself. */
  readonly decided: readonly (Span & { readonly codeId: string })[] | null
}

/**
 * The units (turns) of two coders once what was decided counts for both: of items that are open each keeps their own
 * reading. With nothing open the two agree entirely, so that what is left below 1 is what is still to be decided.
 */
export function resolvedUnits(
  transcript: { readonly text: string; readonly turns: readonly Span[] },
  items: readonly ResolvedItem[],
  [first, second]: readonly [CoderId, CoderId],
): readonly UnitPair[] {
  const spansOf = (coder: CoderId): readonly CodedSpan[] =>
    items.flatMap(({ readings, decided }) =>
      (decided ?? readings.filter(({ coderId }) => coderId === coder)).map(({ start, end, codeId }) => ({
        start,
        end,
        code: codeId,
      })),
    )
  return pairUnits(transcript, 'turn', spansOf(first), spansOf(second))
}

/** Every figure of two coders over the units of several transcripts. */
export function compareResolved(units: readonly (readonly UnitPair[])[]): CoderComparison {
  return compareCoders(units.flat())
}
