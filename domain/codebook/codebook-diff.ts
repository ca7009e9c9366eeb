import { treeOf, type Code, type CodeNode } from './codebook.ts'
import type { CodeId } from '../ids.ts'

/** What about a code can have changed; one code may have changed in several ways. */
export const CODE_CHANGES = [
  'renamed',
  'moved',
  'redefined',
  'retired',
  'revived',
  'recoloured',
  'reordered',
  'relabelled',
] as const
export type CodeChange = (typeof CODE_CHANGES)[number]

/** A code that is in both codebooks and not quite the same. `changes` is empty where only its place number differs. */
export interface ChangedCode {
  readonly before: Code
  readonly after: Code
  readonly changes: readonly CodeChange[]
}

/** What turns one codebook into another, code by code. A code is known by its id, whatever it is called. */
export interface CodebookDiff {
  readonly added: readonly Code[]
  readonly removed: readonly Code[]
  readonly changed: readonly ChangedCode[]
}

/** The three texts that say what a code means. */
export const DEFINING = ['definition', 'inclusion', 'exclusion'] as const

/** The difference of two codebooks; each list in the order of the tree that the code stands in. */
export function diffCodebooks(before: readonly Code[], after: readonly Code[]): CodebookDiff {
  const old = new Map(before.map((code) => [code.id, code]))
  const now = new Map(after.map((code) => [code.id, code]))
  const moved = reordered(before, after)
  return {
    added: inTreeOrder(after).filter(({ id }) => !old.has(id)),
    removed: inTreeOrder(before).filter(({ id }) => !now.has(id)),
    changed: inTreeOrder(after).flatMap((code) => {
      const was = old.get(code.id)
      if (was === undefined || isSame(was, code)) return []
      return [{ before: was, after: code, changes: changesOf(was, code, moved) }]
    }),
  }
}

/** How many codes came, went and changed. A code that only got another place number did not change for anybody. */
export interface ChangeCounts {
  readonly added: number
  readonly removed: number
  readonly changed: number
}

export function countChanges({ added, removed, changed }: CodebookDiff): ChangeCounts {
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.filter(({ changes }) => changes.length > 0).length,
  }
}

function changesOf(before: Code, after: Code, moved: ReadonlySet<CodeId>): readonly CodeChange[] {
  const happened: Readonly<Record<CodeChange, boolean>> = {
    renamed: before.name !== after.name,
    moved: before.parentId !== after.parentId,
    redefined: DEFINING.some((field) => before[field] !== after[field]),
    retired: !before.retired && after.retired,
    revived: before.retired && !after.retired,
    recoloured: before.colour !== after.colour,
    reordered: moved.has(after.id),
    relabelled: before.abbreviation !== after.abbreviation || before.taxonomy !== after.taxonomy,
  }
  return CODE_CHANGES.filter((change) => happened[change])
}

function isSame(before: Code, after: Code): boolean {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].every(
    (field) => Reflect.get(before, field) === Reflect.get(after, field),
  )
}

/**
 * The fewest codes that must have been carried to another place among those they stand with for the rest to be in the
 * order they were in: inserting or removing a sibling gives every later one another number, and nobody moved those.
 */
function reordered(before: readonly Code[], after: readonly Code[]): ReadonlySet<CodeId> {
  const old = new Map(inTreeOrder(before).map((code, place) => [code.id, { place, parentId: code.parentId }]))
  const stayed = inTreeOrder(after).filter(({ id, parentId }) => old.get(id)?.parentId === parentId)
  const moved = new Set<CodeId>()
  for (const siblings of Map.groupBy(stayed, ({ parentId }) => parentId).values()) {
    const places = siblings.map(({ id }) => old.get(id)?.place ?? 0)
    const kept = longestRise(places)
    siblings.forEach(({ id }, index) => {
      if (!kept.has(index)) moved.add(id)
    })
  }
  return moved
}

/** The indexes of a longest increasing subsequence; the numbers are all different. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  // ends[n]: the index at which the lowest-ending rise of n + 1 numbers ends.
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous.push(ends[low - 1])
    ends[low] = index
  }
  const rise = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(at)
  return rise
}

function inTreeOrder(codes: readonly Code[]): readonly Code[] {
  const flatten = (nodes: readonly CodeNode[]): readonly Code[] =>
    nodes.flatMap(({ code, children }) => [code, ...flatten(children)])
  return flatten(treeOf(codes))
}
