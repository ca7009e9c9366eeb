import { codebookOf, pathOf, type Code } from './codebook.ts'
import { isWithin, newClash, siblingsIn } from './code-paths.ts'
import { withPlaces, type CodePlace } from './code-move.ts'
import type { CodeId } from '../ids.ts'

/** What a code says of itself. */
export type CodeNotes = Pick<Code, 'id' | 'definition' | 'inclusion' | 'exclusion'>

export interface MergePlan {
  /** Each code that goes, with the code that takes its place: those to merge, and sub-codes that meet one of their name. */
  readonly into: ReadonlyMap<CodeId, CodeId>
  /** Sub-codes that come to stand elsewhere. */
  readonly places: readonly CodePlace[]
  /** What codes that stay say from then on, where that changes. */
  readonly notes: readonly CodeNotes[]
}

export type MergeOutcome =
  | { readonly kind: 'planned'; readonly plan: MergePlan }
  /** The target is within this code, which therefore cannot go. */
  | { readonly kind: 'target-within'; readonly outer: Code }
  | { readonly kind: 'taken'; readonly path: string }

/**
 * How codes become one. Their sub-codes come under the target; where it has one of the same name the two become one, and
 * so on down. What they say in other words is added to what the target says; its name, colour, place and taxonomy stay.
 */
export function planMerge(codes: readonly Code[], ids: readonly CodeId[], target: CodeId): MergeOutcome {
  const codebook = codebookOf(codes)
  const sources = ids.flatMap((id) => (id === target ? [] : (codebook.get(id) ?? [])))
  const outer = sources.find((code) => isWithin(codes, target, code.id))
  if (outer !== undefined) return { kind: 'target-within', outer }
  const state = new Map(codebook)
  const merged = new Map<CodeId, CodeId>()
  const mergeInto = (from: Code, to: CodeId): void => {
    const receiver = state.get(to)
    if (receiver === undefined || !state.has(from.id)) return
    state.set(to, { ...receiver, ...notesTogether(receiver, from) })
    const standing = () => siblingsIn([...state.values()], to).filter((code) => code.id !== from.id)
    for (const child of siblingsIn([...state.values()], from.id)) {
      const twin = standing().find((code) => code.name === child.name)
      if (twin !== undefined) mergeInto(child, twin.id)
      else {
        const position = Math.max(-1, ...standing().map((code) => code.position)) + 1
        state.set(child.id, { ...child, parentId: to, position })
      }
    }
    state.delete(from.id)
    merged.set(from.id, to)
  }
  // The deepest first: of a code and its sub-code that both go, the sub-code is not carried along before it goes.
  const deepestFirst = sources.toSorted((a, b) => pathOf(codebook, b.id).length - pathOf(codebook, a.id).length)
  for (const source of deepestFirst) {
    const now = state.get(source.id)
    if (now !== undefined) mergeInto(now, target)
  }
  const changed = codes.flatMap((code) => {
    const now = state.get(code.id)
    return now === undefined || now === code ? [] : [{ before: code, now }]
  })
  const plan: MergePlan = {
    into: new Map([...merged.keys()].map((id) => [id, lastOf(merged, id)])),
    places: changed
      .filter(({ before, now }) => before.parentId !== now.parentId)
      .map(({ now: { id, parentId, position } }) => ({ id, parentId, position })),
    notes: changed
      .filter(({ before, now }) => NOTES.some((note) => before[note] !== now[note]))
      .map(({ now: { id, definition, inclusion, exclusion } }) => ({ id, definition, inclusion, exclusion })),
  }
  const path = newClash(codes, applyMerge(codes, plan))
  return path === null ? { kind: 'planned', plan } : { kind: 'taken', path }
}

/** The codebook after a merge. */
export function applyMerge(codes: readonly Code[], { into, places, notes }: MergePlan): readonly Code[] {
  const said = new Map(notes.map((each) => [each.id, each]))
  return withPlaces(
    codes.filter((code) => !into.has(code.id)),
    places,
  ).map((code) => ({ ...code, ...said.get(code.id) }))
}

const NOTES = ['definition', 'inclusion', 'exclusion'] as const

function notesTogether(kept: Code, gone: Code): Omit<CodeNotes, 'id'> {
  return {
    definition: together(kept.definition, gone.definition),
    inclusion: together(kept.inclusion, gone.inclusion),
    exclusion: together(kept.exclusion, gone.exclusion),
  }
}

/** One text under the other; what one says already is not said twice. */
function together(kept: string, gone: string): string {
  const plain = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  if (plain(kept).includes(plain(gone))) return kept
  return plain(kept) === '' ? gone : `${kept.trimEnd()}\n\n${gone.trimStart()}`
}

/** What took the code's place in the end: a code that took another's may have gone itself. */
function lastOf(merged: ReadonlyMap<CodeId, CodeId>, id: CodeId): CodeId {
  let last = id
  for (let next = merged.get(last); next !== undefined; next = merged.get(last)) last = next
  return last
}
