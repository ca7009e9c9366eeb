import type { ProcedureName } from '../../../../app/contract.ts'
import { placeAfter, type Placement, type Step } from '../../../../domain/codebook/code-move.ts'
import type { Code } from '../../../../domain/codebook/codebook.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { hashOf, routeOf, useRoute } from '../../../navigation.ts'
import { catchFocus } from '../../../focus.ts'
import { ask, useSession } from '../../../session.ts'

export type CodeChange = Extract<ProcedureName, `codes.${string}`>

/** The coder at work, as the procedures of codes take it: whose undo takes the change back. */
export function asCoder(): { readonly coderId?: NonNullable<ReturnType<typeof useSession.getState>['coderId']> } {
  const { coderId } = useSession.getState()
  return coderId === null ? {} : { coderId }
}

/** Puts codes elsewhere; false where it was refused, which the person has then been told. */
export async function moveTo(ids: readonly CodeId[], placement: Placement): Promise<boolean> {
  return (await ask('codes.move', { ids: [...ids], ...placement, ...asCoder() })) !== null
}

/** Moves codes one step through the tree; nothing happens where there is no way. */
export function moveBy(codes: readonly Code[], ids: readonly CodeId[], step: Step): void {
  const placement = placeAfter(codes, ids, step)
  if (placement !== null) void moveTo(ids, placement)
}

/** Shows codes in the detail, and in the address, without a step back for each code that was passed. */
export function showCodes(ids: readonly CodeId[]): void {
  const hash = hashOf('codebook', 'codes', ...ids)
  window.history.replaceState(null, '', hash)
  useRoute.setState(routeOf(hash))
}

/** The keyboard goes back to the tree, to the code that is chosen, where what had it is gone with the change. */
export function goBackToTree(): void {
  catchFocus(['.codes-tree [role=row][aria-selected=true]', '.codes-tree [role=row]'])
}
