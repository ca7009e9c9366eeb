import type { CodeId } from '../../../../domain/ids.ts'
import type { Marks } from '../words/marks.ts'
import type { Reader } from '../../../components/reader.ts'
import { stretchOf, type Selection } from '../words/selection.ts'

/** Turns looked at before and after the one a person is in. */
const REACH = 12

/** The codes that the person at work used in the turns around, with how many turns away the nearest use is. */
export function codesNear(reader: Reader, marks: Marks, selection: Selection | null): ReadonlyMap<CodeId, number> {
  const near = new Map<CodeId, number>()
  if (selection === null) return near
  const here = stretchOf(reader, selection)
  for (let at = Math.max(0, here - REACH); at <= here + REACH; at++) {
    const distance = Math.abs(at - here)
    for (const { codeId, isOwn } of marks.byStretch[at] ?? []) {
      if (isOwn && distance < (near.get(codeId) ?? Infinity)) near.set(codeId, distance)
    }
  }
  return near
}
