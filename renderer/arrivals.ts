import { useEffect, useEffectEvent, useRef } from 'react'

/** More at once were imported: no single one of them is what the person has just made. */
const FEW = 5

/** What has come to a list, where it is few: the last of it, as a path is created outermost first. Null where nothing has. */
export function arrivedIn<Id extends string>(before: ReadonlySet<Id>, ids: readonly Id[]): Id | null {
  const fresh = ids.filter((id) => !before.has(id))
  return fresh.length > FEW ? null : (fresh.at(-1) ?? null)
}

/** Calls after the frame in which something has come to the list, of which `ids` is null until it is read. */
export function useArrival<Id extends string>(ids: readonly Id[] | null, onArrival: (id: Id) => void): void {
  const seen = useRef<ReadonlySet<Id> | null>(null)
  const arrive = useEffectEvent(onArrival)
  useEffect(() => {
    const arrived = seen.current === null || ids === null ? null : arrivedIn(seen.current, ids)
    if (ids !== null) seen.current = new Set(ids)
    if (arrived !== null) requestAnimationFrame(() => arrive(arrived))
  }, [ids])
}
