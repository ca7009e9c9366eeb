import type { UnitValues } from '../agreement/figures.ts'
import { unitValues, type CodedSpan } from '../agreement/units.ts'
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
 * The units (turns) of coders once what was decided counts for all of them: of items that are open each keeps their own
 * reading. With nothing open they agree entirely, so that what is left below 1 is what is still to be decided.
 */
export function resolvedUnits(
  transcript: { readonly text: string; readonly turns: readonly Span[] },
  items: readonly ResolvedItem[],
  coders: readonly CoderId[],
): readonly UnitValues[] {
  const spansOf = (coder: CoderId): readonly CodedSpan[] =>
    items.flatMap(({ readings, decided }) =>
      (decided ?? readings.filter(({ coderId }) => coderId === coder)).map(({ start, end, codeId }) => ({
        start,
        end,
        code: codeId,
      })),
    )
  return unitValues(transcript, 'turn', coders.map(spansOf))
}
