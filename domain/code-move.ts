import { codebookOf, type Code } from './codebook.ts'
import { isWithin, newClash, siblingsIn } from './code-paths.ts'
import type { CodeId } from './ids.ts'

/** Where a code is to stand: in which code (null: at the top), and before which of the codes there (null: last). */
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
  /** A code cannot be put into itself, nor into a code within it. */
  | { readonly kind: 'within-itself' }
  /** The path that two codes would share. */
  | { readonly kind: 'taken'; readonly path: string }

/**
 * What has to change for a code to stand there: its own place, and the positions of its new siblings, of which only
 * those that change are given. Nothing changes where it stands there already.
 */
export function planMove(codes: readonly Code[], id: CodeId, { parentId, before }: Placement): MoveOutcome {
  const moved = codes.find((code) => code.id === id)
  if (moved === undefined) return { kind: 'planned', places: [] }
  if (parentId !== null && (parentId === id || isWithin(codes, parentId, id))) return { kind: 'within-itself' }
  const others = siblingsIn(codes, parentId).filter((code) => code.id !== id)
  const at = before === null ? -1 : others.findIndex((code) => code.id === before)
  const order = at === -1 ? [...others, moved] : [...others.slice(0, at), moved, ...others.slice(at)]
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

/** Where one step takes a code; null where it cannot go that way. */
export function placeAfter(codes: readonly Code[], id: CodeId, step: Step): Placement | null {
  const codebook = codebookOf(codes)
  const code = codebook.get(id)
  if (code === undefined) return null
  const { parentId } = code
  const siblings = siblingsIn(codes, parentId)
  const at = siblings.findIndex((sibling) => sibling.id === id)
  switch (step) {
    case 'up': {
      const before = siblings[at - 1]
      return before === undefined ? null : { parentId, before: before.id }
    }
    case 'down':
      return at + 1 >= siblings.length ? null : { parentId, before: siblings[at + 2]?.id ?? null }
    case 'in': {
      const above = siblings[at - 1]
      return above === undefined ? null : { parentId: above.id, before: null }
    }
    case 'out': {
      const parent = parentId === null ? undefined : codebook.get(parentId)
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
