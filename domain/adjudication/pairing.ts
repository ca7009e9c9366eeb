import type { CodeId, CoderId, CodingId } from '../ids.ts'
import type { CodedSpan, CodedTranscriptReadings, ItemId, Pin, Reading } from './adjudication.ts'

/** Readings that are about the same, at most one a coder, with the name of their item. */
export interface Pairing {
  readonly item: ItemId
  readonly readings: readonly Reading[]
}

/**
 * Which reading of one coder goes with which of another. In this order:
 * 1. Readings that a person decided on together, or noted something on, stay together and are left alone (`pins`).
 * 2. The same code, overlapping: the two that share most characters first. Where two pairs share as many, the one whose
 *    ends differ less, then the one that begins first, then by the ids of the codings.
 * 3. Other codes, overlapping, of what is left: in the same order.
 * 4. What is left stands alone.
 *
 * With more than two coders a pair may join a third in the same way, as long as no coder is in it twice. Codings of one
 * coder with the same (harmonised) code on the same span are one reading. No reading is in two pairings, and none is lost.
 * Cost: sorting, and the pairs that overlap.
 */
export function pairReadings({
  coders,
  codings,
  harmonised = new Map(),
  pins = [],
  names = new Map(),
}: Pick<CodedTranscriptReadings, 'coders' | 'codings' | 'harmonised' | 'pins' | 'names'>): readonly Pairing[] {
  const known = new Set(coders)
  const pinOf = pinsByCoding(pins)
  const standing: Pairing[] = []
  const free: Reading[] = []
  const byPin = new Map<Pin, Reading[]>()
  const readings = readingsOf(
    codings.filter(({ coderId }) => known.has(coderId)),
    harmonised,
    pinOf,
  )
  for (const [pin, reading] of readings) {
    if (pin === null) free.push(reading)
    else byPin.set(pin, [...(byPin.get(pin) ?? []), reading])
  }
  for (const [{ item }, pinned] of byPin) standing.push({ item, readings: pinned })
  const groups = new Groups(free, coders.length)
  const indexes = free.keys().toArray()
  for (const sameCode of Map.groupBy(indexes, (index) => free[index]?.codeId).values()) groups.join(sameCode)
  groups.join(indexes.filter((index) => groups.hasRoom(index)))
  return [...standing, ...groups.all().map((paired) => ({ item: nameOf(paired, names), readings: paired }))]
}

function nameOf(readings: readonly Reading[], names: ReadonlyMap<CodingId, ItemId>): ItemId {
  let first: CodingId | undefined
  for (const { codings } of readings) {
    for (const id of codings) {
      const given = names.get(id)
      if (given !== undefined) return given
      if (first === undefined || id < first) first = id
    }
  }
  return `coding:${first ?? ''}`
}

function pinsByCoding(pins: readonly Pin[]): ReadonlyMap<CodingId, Pin> {
  const found = new Map<CodingId, Pin>()
  for (const pin of pins) for (const coding of pin.codings) if (!found.has(coding)) found.set(coding, pin)
  return found
}

/** One entry a coder, code and span, apart where they are pinned apart; in order of place, then id. */
function readingsOf(
  codings: readonly CodedSpan[],
  harmonised: ReadonlyMap<CodeId, CodeId>,
  pinOf: ReadonlyMap<CodingId, Pin>,
): readonly (readonly [Pin | null, Reading])[] {
  const alike = new Map<string, { pin: Pin | null; reading: CodedSpan; ids: CodingId[] }>()
  for (const coding of codings) {
    const codeId = harmonised.get(coding.codeId) ?? coding.codeId
    const pin = pinOf.get(coding.id) ?? null
    const key = `${coding.coderId} ${codeId} ${coding.start} ${coding.end} ${pin?.item ?? ''}`
    const entry = alike.get(key)
    if (entry === undefined) alike.set(key, { pin, reading: { ...coding, codeId }, ids: [coding.id] })
    else entry.ids.push(coding.id)
  }
  return [...alike.values()]
    .map(({ pin, reading: { coderId, codeId, start, end }, ids }) => {
      return [pin, { coderId, codeId, start, end, codings: ids.sort() }] as const
    })
    .sort(([, a], [, b]) => a.start - b.start || a.end - b.end || (idOf(a) < idOf(b) ? -1 : 1))
}

function idOf({ codings }: Reading): string {
  return codings[0] ?? ''
}

/** Two readings that might go together, by their indexes. */
interface Candidate {
  readonly a: number
  readonly b: number
  readonly shared: number
  /** By how much their ends differ. */
  readonly apart: number
}

/** Readings (in order of their start) in growing groups, none of which holds two of one coder. */
class Groups {
  readonly #readings: readonly Reading[]
  readonly #most: number
  /** Of each reading the group it is in. */
  readonly #groups: { readings: Reading[]; coders: Set<CoderId>; indexes: number[] }[]

  constructor(readings: readonly Reading[], most: number) {
    this.#readings = readings
    this.#most = most
    this.#groups = readings.map((reading, index) => ({
      readings: [reading],
      coders: new Set([reading.coderId]),
      indexes: [index],
    }))
  }

  /** Whether a coder is still missing beside this reading. */
  hasRoom(index: number): boolean {
    return (this.#groups[index]?.coders.size ?? 0) < this.#most
  }

  /** Joins those of these readings (indexes in ascending order) that overlap, the best first. */
  join(indexes: readonly number[]): void {
    for (const { a, b } of this.#candidates(indexes).sort(byFit)) {
      const [one, other] = [this.#groups[a], this.#groups[b]]
      if (one === undefined || other === undefined || one === other || !one.coders.isDisjointFrom(other.coders))
        continue
      for (const coder of other.coders) one.coders.add(coder)
      one.readings.push(...other.readings)
      one.indexes.push(...other.indexes)
      for (const index of other.indexes) this.#groups[index] = one
    }
  }

  all(): readonly (readonly Reading[])[] {
    return [...new Set(this.#groups)].map(({ readings }) => readings)
  }

  #candidates(indexes: readonly number[]): Candidate[] {
    const found: Candidate[] = []
    let reaching: number[] = []
    for (const b of indexes) {
      const now = this.#readings[b]
      if (now === undefined) continue
      reaching = reaching.filter((a) => (this.#readings[a]?.end ?? 0) > now.start)
      for (const a of reaching) {
        const before = this.#readings[a]
        if (before === undefined || before.coderId === now.coderId) continue
        found.push({
          a,
          b,
          shared: Math.min(before.end, now.end) - now.start,
          apart: now.start - before.start + Math.abs(now.end - before.end),
        })
      }
      reaching.push(b)
    }
    return found
  }
}

/** Readings stand in order of place and id, so that their indexes are the last resort. */
function byFit(one: Candidate, other: Candidate): number {
  return other.shared - one.shared || one.apart - other.apart || one.a - other.a || one.b - other.b
}
