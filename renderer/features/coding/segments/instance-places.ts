import type { CodeId } from '../../../../domain/ids.ts'

/** The instances of a mismatch as their fields stand one under the other; null for a field that is empty. */
export type Places = readonly (CodeId | null)[]

/** The codes in the fields, in order: what is saved. */
export function instancesIn(places: Places): readonly CodeId[] {
  return [...new Set(places.filter((one) => one !== null))]
}

/**
 * What each field shows: the places that were `held` while one works in the fields, so that emptying one of them moves none
 * of the others under the hands; where they no longer hold what is in the form, as after an undo, the form's.
 */
export function placesOf(instances: readonly CodeId[], held: Places | null): Places {
  if (held === null) return instances
  const codes = instancesIn(held)
  const isSame = codes.length === instances.length && codes.every((code, index) => code === instances[index])
  return isSame ? held : instances
}

/** A field filled, or with null emptied; the field after the last one adds one, and the last one emptied is that again. */
export function withPlace(places: Places, index: number, code: CodeId | null): Places {
  if (code === null && index === places.length - 1) return places.slice(0, index)
  return index < places.length ? places.with(index, code) : [...places, code]
}
