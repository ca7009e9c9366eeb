import type { Output, ProcedureName } from '../../../../app/contract.ts'
import { placeAfter, type Placement, type Step } from '../../../../domain/code-move.ts'
import type { Code } from '../../../../domain/codebook.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { hashOf, routeOf, useRoute } from '../../../navigation.ts'
import { ask, useSession } from '../../../session.ts'

export type CodeChange = Extract<ProcedureName, `codes.${string}`>

/** The coder at work, as the procedures of codes take it: whose undo takes the change back. */
export function asCoder(): { readonly coderId?: NonNullable<ReturnType<typeof useSession.getState>['coderId']> } {
  const { coderId } = useSession.getState()
  return coderId === null ? {} : { coderId }
}

/** Puts a code elsewhere; null where it was refused, which the person has then been told. */
export async function moveTo(id: CodeId, placement: Placement): Promise<Output<'codes.move'> | null> {
  return ask('codes.move', { id, ...placement, ...asCoder() })
}

/** Moves a code one step through the tree; false where there is no way. */
export function moveBy(codes: readonly Code[], id: CodeId, step: Step): boolean {
  const placement = placeAfter(codes, id, step)
  if (placement === null) return false
  void moveTo(id, placement)
  return true
}

/** Shows a code in the detail, and in the address, without a step back for each code that was passed. */
export function showCode(id: CodeId | null): void {
  const hash = id === null ? hashOf('codebook', 'codes') : hashOf('codebook', 'codes', id)
  window.history.replaceState(null, '', hash)
  useRoute.setState(routeOf(hash))
}
