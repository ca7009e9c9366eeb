import type { Span } from '../span.ts'
import { CodeSets } from './code-sets.ts'
import type { CodeSet, Figure } from './figures.ts'
import type { CodedSpan } from './units.ts'

/** A text that two coders or more divided into units of their own: what each of them coded, in any order. */
export interface Continuum {
  /** Where its words are: what lies between them is no part of it. In order, never overlapping. */
  readonly turns: readonly Span[]
  readonly coders: readonly (readonly CodedSpan[])[]
}

/** A stretch that one coder coded throughout with the same codings. */
interface Unit {
  readonly start: number
  readonly end: number
  /** Which set of codes: 1 or more. 0 is the gap. */
  readonly value: number
}

const GAP = 0

/**
 * Krippendorff's alpha for unitizing, uα, with nominal values: how far coders agree on which stretches of a text they mark
 * and how they code them, whatever units they chose. With ℓ(c, k) the length on which two coders have the values c and k
 * (all ordered pairs of coders, divided by their number less one), ℓ(c) its margins and T their sum,
 * α = 1 − (T − Σ ℓ(c, c)) / (T − Σ ε(c, c)), ε(c, k) = T (ℓ(c) ℓ(k) − [c = k] S(c)) / (T² − Σ S(c)). S(c) sums the squared
 * lengths of the units of value c, since no unit can pair with itself; of gaps, which are no units, it sums the lengths.
 *
 * Conventions. The length is counted in characters of turns' words. A coder's value is the set of codes at a place: where
 * codings overlap, a unit ends wherever one of them starts or ends; two codings that touch are two units. Several texts
 * stand one after another, each with the coders it had. Undefined when there is no text, or when every value is the same.
 *
 * Source: K. Krippendorff, Y. Mathet, S. Bouvry and A. Widlöcher, On the reliability of unitizing textual continua: Further
 * developments, Quality & Quantity 50(6), 2016, equations 1, 4 and 5.
 */
export class UnitizingSample {
  /**
   * The texts are cut between turns wherever no coding reaches across; each piece counts once here. A bootstrap draws
   * pieces: no unit is ever torn.
   */
  readonly counts: Float64Array
  /** How many characters the continua have. */
  readonly characters: number
  readonly #values: number
  readonly #disagreement: Float64Array
  readonly #selfPairs: Float64Array
  /** Of each piece, the lengths of its values: from `starts[piece]`, entries of value and length. */
  readonly #starts: Int32Array
  readonly #value: Int32Array
  readonly #length: Float64Array

  constructor(continua: readonly Continuum[]) {
    const sets = new CodeSets()
    const known = new Map<CodeSet, number>()
    const intern = (codes: Iterable<string>): number => {
      const set = sets.of(codes)
      const value = known.get(set) ?? known.size + 1
      known.set(set, value)
      return value
    }
    const pieces = continua.filter(({ coders }) => coders.length >= 2).flatMap((each) => piecesOf(each, intern))
    this.counts = new Float64Array(pieces.length).fill(1)
    this.characters = pieces.reduce((sum, { characters }) => sum + characters, 0)
    this.#values = known.size + 1
    this.#disagreement = Float64Array.from(pieces, ({ disagreement }) => disagreement)
    this.#selfPairs = Float64Array.from(pieces, ({ selfPairs }) => selfPairs)
    const lengths = pieces.map((piece) => [...piece.lengths])
    this.#starts = new Int32Array(pieces.length + 1)
    for (const [at, entries] of lengths.entries()) this.#starts[at + 1] = (this.#starts[at] ?? 0) + entries.length
    this.#value = Int32Array.from(lengths.flatMap((entries) => entries.map(([value]) => value)))
    this.#length = Float64Array.from(lengths.flatMap((entries) => entries.map(([, length]) => length)))
  }

  /** `counts`: how often each piece counts. */
  of(counts: Float64Array): Figure {
    const margins = new Float64Array(this.#values)
    let disagreement = 0
    let selfPairs = 0
    for (let piece = 0; piece < counts.length; piece++) {
      const count = counts[piece] ?? 0
      if (count === 0) continue
      disagreement += count * (this.#disagreement[piece] ?? 0)
      selfPairs += count * (this.#selfPairs[piece] ?? 0)
      const end = this.#starts[piece + 1] ?? 0
      for (let at = this.#starts[piece] ?? 0; at < end; at++) {
        const value = this.#value[at] ?? GAP
        margins[value] = (margins[value] ?? 0) + count * (this.#length[at] ?? 0)
      }
    }
    let all = 0
    let alike = 0
    for (const margin of margins) {
      all += margin
      alike += margin * margin
    }
    if (all === 0) return { value: null, reason: 'no-units' }
    const differing = all * all - alike
    if (differing === 0) return { value: null, reason: 'expected-disagreement-is-zero' }
    return { value: 1 - (disagreement * (all * all - selfPairs)) / (all * differing) }
  }
}

/** The unitizing alpha of some texts. */
export function unitizingAlpha(continua: readonly Continuum[]): Figure {
  const sample = new UnitizingSample(continua)
  return sample.of(sample.counts)
}

/** Turns that no unit joins to others, summed up. */
interface Piece {
  characters: number
  /** Lengths on which two coders differ, over all ordered pairs of coders, divided by their number less one. */
  disagreement: number
  /** Σ of squared lengths of units, and of lengths of gaps. */
  selfPairs: number
  readonly lengths: Map<number, number>
}

function piecesOf({ turns, coders }: Continuum, intern: (codes: Iterable<string>) => number): Piece[] {
  const walks = coders.map((codings) => new Walk(unitsOfCoder(codings, intern)))
  const pieces: Piece[] = []
  let piece: Piece | null = null
  for (const turn of turns) {
    if (piece === null || walks.every((walk) => !walk.reaches(turn.start))) {
      piece = { characters: 0, disagreement: 0, selfPairs: 0, lengths: new Map() }
      pieces.push(piece)
    }
    let at: number = turn.start
    while (at < turn.end) {
      let end: number = turn.end
      for (const walk of walks) end = Math.min(end, walk.goTo(at))
      addStretch(piece, walks, end - at)
      at = end
    }
  }
  return pieces
}

function addStretch(piece: Piece, walks: readonly Walk[], length: number): void {
  let differing = 0
  for (const [index, walk] of walks.entries()) {
    piece.selfPairs += walk.add(length)
    piece.lengths.set(walk.value, (piece.lengths.get(walk.value) ?? 0) + length)
    for (const other of walks.slice(index + 1)) if (other.value !== walk.value) differing++
  }
  piece.characters += length
  piece.disagreement += (2 * differing * length) / (walks.length - 1)
}

/** Goes through one coder's units in order of place. */
class Walk {
  readonly #units: readonly Unit[]
  #next = 0
  /** How much of the unit at hand was met so far. */
  #met = 0
  #inside: Unit | null = null

  constructor(units: readonly Unit[]) {
    this.#units = units
  }

  /** The value at the place it went to. */
  get value(): number {
    return this.#inside?.value ?? GAP
  }

  /** Goes on to a place and says up to where the value stays what it is there. */
  goTo(at: number): number {
    let unit = this.#units[this.#next]
    while (unit !== undefined && unit.end <= at) unit = this.#units[++this.#next]
    const inside = unit !== undefined && unit.start <= at ? unit : null
    if (inside !== this.#inside) this.#met = 0
    this.#inside = inside
    return unit === undefined ? Infinity : inside === null ? unit.start : unit.end
  }

  /** Whether the unit it is in goes on to that place: words before and after belong together then. */
  reaches(at: number): boolean {
    return this.#inside !== null && this.#met > 0 && this.#inside.end > at
  }

  /** Takes in `length` characters; by how much that adds to the pairs that a unit, or a character of a gap, has with itself. */
  add(length: number): number {
    if (this.#inside === null) return length
    const before = this.#met
    this.#met += length
    return this.#met * this.#met - before * before
  }
}

/** One coder's codings as units that do not overlap, each with the set of codes there. */
function unitsOfCoder(codings: readonly CodedSpan[], intern: (codes: Iterable<string>) => number): Unit[] {
  const ends = codings
    .flatMap(({ start, end, code }) => [
      { at: start, code, by: 1 },
      { at: end, code, by: -1 },
    ])
    .sort((a, b) => a.at - b.at)
  const units: Unit[] = []
  const active = new Map<string, number>()
  let start = 0
  for (const { at, code, by } of ends) {
    if (at > start && active.size > 0) units.push({ start, end: at, value: intern(active.keys()) })
    start = at
    const left = (active.get(code) ?? 0) + by
    if (left === 0) active.delete(code)
    else active.set(code, left)
  }
  return units
}
