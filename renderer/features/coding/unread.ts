import type { ListedCoding } from '../../../app/contract/codings.ts'
import type { CodingId } from '../../../domain/ids.ts'

/** A change the service has saved and that has not been read back yet; `revision` is the study's as it was saved. */
export type Unread = { readonly revision: number } & (
  | { readonly kind: 'saved'; readonly coding: ListedCoding }
  | { readonly kind: 'removed'; readonly id: CodingId }
)

/** The codings as they stand: what was read, with what was saved since. */
export function standing(read: readonly ListedCoding[], unread: readonly Unread[]): readonly ListedCoding[] {
  if (unread.length === 0) return read
  const codings = new Map(read.map((coding) => [coding.id, coding]))
  for (const change of unread) {
    if (change.kind === 'saved') codings.set(change.coding.id, change.coding)
    else codings.delete(change.id)
  }
  return [...codings.values()]
}
