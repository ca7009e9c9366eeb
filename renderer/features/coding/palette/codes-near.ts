import type { CodeId } from '../../../../domain/ids.ts'
import type { Marks } from '../words/marks.ts'
import type { Reader } from '../../../components/reader.ts'
import { turnOf, type Selection } from '../words/selection.ts'

/** Turns looked at before and after the one a person is in. */
const REACH = 12

/** The codes that the person at work used in the turns around, with how many turns away the nearest use is. */
export function codesNear(reader: Reader, marks: Marks, selection: Selection | null): ReadonlyMap<CodeId, number> {
  const near = new Map<CodeId, number>()
  if (selection === null) return near
  const here = turnOf(reader, selection)
  for (let turn = Math.max(0, here - REACH); turn <= here + REACH; turn++) {
    const distance = Math.abs(turn - here)
    for (const { codeId, isOwn } of marks.byTurn[turn] ?? []) {
      if (isOwn && distance < (near.get(codeId) ?? Infinity)) near.set(codeId, distance)
    }
  }
  return near
}
