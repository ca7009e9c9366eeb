import { PATH_SEPARATOR, type Code } from '../../domain/codebook/codebook.ts'
import type { IncomingCode } from '../../domain/codebook/codebook-import.ts'
import { AxialError } from '../../domain/errors.ts'
import { remark, type Remark } from '../../domain/remarks.ts'

/** Far more than anybody codes with, and little enough to be looked through before it is taken. */
export const MOST_CODES = 10_000
export const MOST_LEVELS = 50
const LONGEST_NAME = 300
const LONGEST_TEXT = 50_000

/** One code of a file, in the file's order, which may name children before their parents. */
export interface CodeEntry {
  /** Where in the file it is said, such as line 3. */
  readonly place: Remark
  /** Its parent by its place in the list; null: at the top. */
  readonly parent: number | null
  readonly code: Omit<IncomingCode, 'parent'>
}

/**
 * The codes of a file as an import takes them: each after its parent, otherwise in the file's order.
 * @throws AxialError import-malformed, with the places, for codes that hold themselves, two of one name under one parent,
 * names and texts that are too long or missing, too many codes, and too many levels.
 */
export function orderCodes(name: string, entries: readonly CodeEntry[]): readonly IncomingCode[] {
  const refuse = (detail: Remark) => new AxialError('import-malformed', { name, detail })
  if (entries.length > MOST_CODES) throw refuse(remark('too-many-codes', { limit: MOST_CODES }))
  for (const { place, code } of entries) {
    const fault = faultIn(place, code)
    if (fault !== null) throw refuse(fault)
  }
  const circle = circleIn(entries)
  if (circle !== null) throw refuse(circle)
  const children = Map.groupBy(entries.keys(), (index) => entries[index]?.parent ?? null)
  const ordered: IncomingCode[] = []
  const seen = new Map<string, Remark>()
  // A pile and not a recursion: where a level is too deep, that is for the sentence to say.
  const pile: { index: number; parent: number | null; path: string; level: number }[] = []
  const pileUp = (within: number | null, rest: { parent: number | null; path: string; level: number }) => {
    for (const index of [...(children.get(within) ?? [])].reverse()) pile.push({ index, ...rest })
  }
  pileUp(null, { parent: null, path: '', level: 1 })
  for (let next = pile.pop(); next !== undefined; next = pile.pop()) {
    const { index, parent, level } = next
    const entry = entries[index]
    if (entry === undefined) continue
    const { place, code } = entry
    if (level > MOST_LEVELS) throw refuse(remark('too-deep', { place, limit: MOST_LEVELS }))
    const path = next.path + code.name
    const twin = seen.get(path)
    if (twin !== undefined) throw refuse(remark('code-name-twice', { code: path, first: twin, second: place }))
    seen.set(path, place)
    ordered.push({ ...code, parent })
    pileUp(index, { parent: ordered.length - 1, path: path + PATH_SEPARATOR, level: level + 1 })
  }
  return ordered
}

/** The codes of a study as entries, siblings in the tree's order. A code whose parent is absent stands at the top. */
export function entriesOfCodes(codes: readonly Code[]): readonly CodeEntry[] {
  const sorted = codes.toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en'))
  const places = new Map(sorted.map(({ id }, index) => [id, index]))
  return sorted.map(({ parentId, position: _, ...code }, index) => ({
    place: remark('entry', { entry: index + 1 }),
    parent: parentId === null ? null : (places.get(parentId) ?? null),
    code,
  }))
}

function faultIn(place: Remark, code: CodeEntry['code']): Remark | null {
  if (code.name === '') return remark('code-without-name', { place })
  if (code.name.length > LONGEST_NAME) return remark('cell-too-long', { place, column: 'name', limit: LONGEST_NAME })
  const long = (['definition', 'inclusion', 'exclusion'] as const).find(
    (field) => (code[field]?.length ?? 0) > LONGEST_TEXT,
  )
  return long === undefined ? null : remark('cell-too-long', { place, column: long, limit: LONGEST_TEXT })
}

/** The first circle of parents; null where every code leads to the top. */
function circleIn(entries: readonly CodeEntry[]): Remark | null {
  const reachesTop = new Set<number>()
  for (const start of entries.keys()) {
    const path = new Set<number>()
    let at: number | null = start
    while (at !== null && !reachesTop.has(at) && !path.has(at)) {
      path.add(at)
      at = entries[at]?.parent ?? null
    }
    if (at !== null && path.has(at)) {
      const circle = [...path].slice([...path].indexOf(at))
      return remark('code-in-circle', { code: entries[at]?.code.name ?? '', places: placesOf(entries, circle) })
    }
    for (const index of path) reachesTop.add(index)
  }
  return null
}

/** The places as one remark: a few of them, however many there are. */
function placesOf(entries: readonly CodeEntry[], indexes: readonly number[]): Remark {
  const [first, ...rest] = indexes.slice(0, 5).flatMap((index) => entries[index]?.place ?? [])
  const start = first ?? remark('entry', { entry: 0 })
  return rest.reduce((places, place) => remark('and-then', { places, place }), start)
}
