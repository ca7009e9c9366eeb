import { codebookOf, type Code } from './codebook.ts'
import { isWithin, newClash, outermostOf, siblingsIn } from './code-paths.ts'
import type { CodeId } from '../ids.ts'

/** Where codes are to stand: in which code (null: at the top), and before which of the codes there (null: last). */
export interface Placement {
  readonly parentId: CodeId | null
  readonly before: CodeId | null
}

/** Where a code stands, as its row says it. */
export interface CodePlace {
  readonly id: CodeId
  readonly parentId: CodeId | null
  readonly position: number
}

export type MoveOutcome =
  | { readonly kind: 'planned'; readonly places: readonly CodePlace[] }
  /** A code, this one, cannot be put into itself, nor into a code within it. */
  | { readonly kind: 'within-itself'; readonly code: Code }
  /** The path that two codes would share. */
  | { readonly kind: 'taken'; readonly path: string }

/**
 * What has to change for codes to stand there, one after the other in the order of the tree: their own places, and the
 * positions of their new siblings, of which only those that change are given. A code within another of them goes along with
 * it and stays where it is in it. Nothing changes where they stand there already.
 */
export function planMove(codes: readonly Code[], ids: readonly CodeId[], { parentId, before }: Placement): MoveOutcome {
  const moved = outermostOf(codes, ids)
  const outer = moved.find(({ id }) => parentId !== null && (parentId === id || isWithin(codes, parentId, id)))
  if (outer !== undefined) return { kind: 'within-itself', code: outer }
  const isMoved = new Set(moved.map(({ id }) => id))
  const siblings = siblingsIn(codes, parentId)
  const others = siblings.filter(({ id }) => !isMoved.has(id))
  // Before a code that moves itself: before the next one that stays.
  const given = before === null ? -1 : siblings.findIndex(({ id }) => id === before)
  const next = given === -1 ? undefined : siblings.slice(given).find(({ id }) => !isMoved.has(id))
  const at = next === undefined ? others.length : others.indexOf(next)
  const order = [...others.slice(0, at), ...moved, ...others.slice(at)]
  const places = order.flatMap((code, position): readonly CodePlace[] =>
    code.parentId === parentId && code.position === position ? [] : [{ id: code.id, parentId, position }],
  )
  const path = newClash(codes, withPlaces(codes, places))
  return path === null ? { kind: 'planned', places } : { kind: 'taken', path }
}

/** The codes with some of them in other places. */
export function withPlaces(codes: readonly Code[], places: readonly CodePlace[]): readonly Code[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  return codes.map((code) => ({ ...code, ...byId.get(code.id) }))
}

/** One step of a code through the tree: among its siblings, into the one above it, or out beside its parent. */
export type Step = 'up' | 'down' | 'in' | 'out'

/** Where one step takes codes that have one parent; null where they cannot go that way, or have several. */
export function placeAfter(codes: readonly Code[], ids: readonly CodeId[], step: Step): Placement | null {
  const moved = outermostOf(codes, ids)
  const [first] = moved
  const last = moved.at(-1)
  if (first === undefined || last === undefined) return null
  const { parentId } = first
  if (moved.some((code) => code.parentId !== parentId)) return null
  const siblings = siblingsIn(codes, parentId)
  const above = siblings[siblings.indexOf(first) - 1]
  const below = siblings.indexOf(last) + 1
  switch (step) {
    case 'up':
      return above === undefined ? null : { parentId, before: above.id }
    case 'down':
      return below >= siblings.length ? null : { parentId, before: siblings[below + 1]?.id ?? null }
    case 'in':
      return above === undefined ? null : { parentId: above.id, before: null }
    case 'out': {
      const parent = parentId === null ? undefined : codebookOf(codes).get(parentId)
      return parent === undefined ? null : { parentId: parent.parentId, before: after(codes, parent) }
    }
  }
}

/** Where a code comes that is dropped before, after or onto another. */
export function placeAt(codes: readonly Code[], target: CodeId, where: 'before' | 'after' | 'on'): Placement | null {
  const code = codes.find((one) => one.id === target)
  if (code === undefined) return null
  if (where === 'on') return { parentId: code.id, before: null }
  return { parentId: code.parentId, before: where === 'before' ? code.id : after(codes, code) }
}

/** The sibling after a code, or null where it is the last. */
function after(codes: readonly Code[], code: Code): CodeId | null {
  const siblings = siblingsIn(codes, code.parentId)
  return siblings[siblings.findIndex((sibling) => sibling.id === code.id) + 1]?.id ?? null
}
