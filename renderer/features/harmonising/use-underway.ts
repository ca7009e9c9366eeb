import { useEffect, useRef, useState } from 'react'
import type { Pair } from './pairs.ts'

/** What was read of a round: the same object until it is read again. */
type Reading = object

/**
 * The pairs to decide without those that are being decided, so that the next one can be decided meanwhile: reading a large round
 * again takes seconds. `during` hides pairs while a decision about them is taken and until it shows in what is read; where it was
 * not taken they are back at once.
 */
export function useUnderway(open: readonly Pair[], reading: Reading) {
  /** For each pair: null while its decision is taken, then what had been read by the time it was. */
  const [underway, setUnderway] = useState<ReadonlyMap<string, Reading | null>>(new Map())
  const latest = useRef(reading)
  useEffect(() => {
    latest.current = reading
  }, [reading])
  const isShown = ({ key }: Pair) => {
    const since = underway.get(key)
    return since === undefined || (since !== null && since !== reading)
  }
  return {
    shown: open.filter(isShown),
    during: async (pairs: readonly Pair[], decide: () => Promise<boolean>) => {
      const keys = pairs.map(({ key }) => key)
      setUnderway((before) => new Map([...before, ...keys.map((key) => [key, null] as const)]))
      const isDecided = await decide()
      setUnderway((before) => {
        const after = new Map(before)
        for (const key of keys) {
          if (isDecided) after.set(key, latest.current)
          else after.delete(key)
        }
        return after
      })
    },
  }
}
