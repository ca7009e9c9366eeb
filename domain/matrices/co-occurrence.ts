import type { Span } from '../span.ts'

/**
 * How two codings of one coder's pass belong together: their words share at least one character, or the turns they lie in
 * are at most `turns` apart (0: the same turn). Codings of two coders, or of two rounds, never belong together: that one
 * coder says `missing value` where another says `missing values` is a matter of agreement, not of co-occurrence.
 */
export type Relation = { readonly kind: 'overlap' } | { readonly kind: 'near'; readonly turns: number }

/** A coding, by the row of the matrix that it counts in: a whole number from 0. */
export interface MarkedSpan extends Span {
  readonly mark: number
}

/** A transcript's turns, in order, and the codings of each pass over it, in any order. */
export interface CodedTranscript<Marked extends MarkedSpan = MarkedSpan> {
  readonly turns: readonly Span[]
  readonly passes: readonly (readonly Marked[])[]
}

/**
 * Counts of every two rows; `size` × `size` numbers, row by row, symmetric.
 *
 * The unit is the turn, and a turn counts once however many coders went through it. With several passes a turn counts
 * for two rows where at least one pass holds both.
 */
export interface CoOccurrence {
  readonly size: number
  /**
   * Turns in which codings of the two overlap; or turns that hold one of the two and have the other at most n turns away,
   * the same turn included. On the diagonal, turns that hold the row: its own n.
   */
  readonly turns: Uint32Array
  /** Turns that hold one of the two or both: never fewer than `turns`. */
  readonly either: Uint32Array
  /** Pairs of codings that belong together. On the diagonal, the row's codings. */
  readonly pairs: Uint32Array
}

/**
 * The share of the turns holding either row in which the two belong together, 0 to 1; null where no turn holds either.
 * For codes in the same turn and one pass this is Jaccard's coefficient, n12 / (n1 + n2 − n12), which qualitative tools
 * call the c-coefficient; counted over turns it can never exceed 1.
 *
 * Source: P. Jaccard, The distribution of the flora in the alpine zone, New Phytologist 11, 1912.
 */
export function coefficientAt({ size, turns, either }: CoOccurrence, a: number, b: number): number | null {
  const all = either[a * size + b] ?? 0
  return all === 0 ? null : (turns[a * size + b] ?? 0) / all
}

/**
 * Counts co-occurrence over transcripts. Cost: sorting each pass, then a sweep over pairs that belong together.
 *
 * A generator, so that long work can breathe: it yields how many transcripts are done after each, and returns the counts.
 */
export function* countCoOccurrence(
  size: number,
  transcripts: Iterable<CodedTranscript>,
  relation: Relation,
): Generator<number, CoOccurrence, void> {
  const counts = new Counts(size)
  let done = 0
  for (const transcript of transcripts) {
    countPairs(transcript, relation, counts)
    countTurns(transcript, relation, counts)
    yield ++done
  }
  return counts.result()
}

/** Every pair of codings that belong together, the one that begins first as the first of the two. */
export function* pairsTogether<Marked extends MarkedSpan>(
  { turns, passes }: CodedTranscript<Marked>,
  relation: Relation,
): Generator<readonly [Marked, Marked], void, void> {
  for (const pass of passes) yield* meeting(pass, relation, turns)
}

/** A coding as far as it reaches: another belongs to it that begins before `until`. */
interface Reaching<Marked> {
  readonly coding: Marked
  readonly from: number
  readonly until: number
}

function* meeting<Marked extends MarkedSpan>(
  pass: readonly Marked[],
  relation: Relation,
  turns: readonly Span[],
): Generator<readonly [Marked, Marked], void, void> {
  const reaching = pass
    .flatMap((coding): readonly Reaching<Marked>[] => {
      if (relation.kind === 'overlap') return [{ coding, from: coding.start, until: coding.end }]
      const [first, last] = turnsOf(turns, coding)
      // What lies between turns, such as a speaker's label, lies in none.
      return first > last ? [] : [{ coding, from: first, until: last + relation.turns + 1 }]
    })
    .sort((a, b) => a.from - b.from || a.until - b.until)
  for (const [index, { coding, until }] of reaching.entries()) {
    for (let next = index + 1; next < reaching.length; next++) {
      const other = reaching[next]
      if (other === undefined || other.from >= until) break
      yield [coding, other.coding]
    }
  }
}

function countPairs(transcript: CodedTranscript, relation: Relation, counts: Counts): void {
  for (const pass of transcript.passes) for (const { mark } of pass) counts.addCoding(mark)
  for (const [a, b] of pairsTogether(transcript, relation)) if (a.mark !== b.mark) counts.addPair(a.mark, b.mark)
}

function countTurns({ turns, passes }: CodedTranscript, relation: Relation, counts: Counts): void {
  const held = passes.map((pass) => codingsByTurn(turns, pass))
  for (const [index, turn] of turns.entries()) {
    if (held.every((byTurn) => byTurn[index] === undefined)) continue
    counts.nextTurn()
    const anyone = new Set(held.flatMap((byTurn) => (byTurn[index] ?? []).map(({ mark }) => mark)))
    counts.addHeld([...anyone])
    for (const byTurn of held) {
      const here = byTurn[index]
      if (here === undefined) continue
      if (relation.kind === 'near') {
        const near = new Set<number>()
        for (let at = index - relation.turns; at <= index + relation.turns; at++) {
          for (const { mark } of byTurn[at] ?? []) near.add(mark)
        }
        for (const mark of new Set(here.map((coding) => coding.mark))) {
          for (const other of near) counts.addTogether(mark, other)
        }
      } else overlapWithin(here, turn, counts)
    }
  }
}

/** Counts the turn for those whose common words lie, at least in part, within it. */
function overlapWithin(here: readonly MarkedSpan[], turn: Span, counts: Counts): void {
  const sorted = here.toSorted((a, b) => a.start - b.start)
  for (const [index, coding] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next]
      if (other === undefined || other.start >= coding.end) break
      const from = Math.max(other.start, turn.start)
      if (from < Math.min(coding.end, other.end, turn.end)) counts.addTogether(coding.mark, other.mark)
    }
  }
}

/** For each turn the codings that overlap it; undefined where none does. */
function codingsByTurn(turns: readonly Span[], pass: readonly MarkedSpan[]): readonly (MarkedSpan[] | undefined)[] {
  const byTurn: (MarkedSpan[] | undefined)[] = Array.from({ length: turns.length })
  for (const coding of pass) {
    const [first, last] = turnsOf(turns, coding)
    for (let at = first; at <= last; at++) (byTurn[at] ??= []).push(coding)
  }
  return byTurn
}

/** The first and the last turn that the span overlaps; the first after the last where it overlaps none. */
function turnsOf(turns: readonly Span[], span: Span): readonly [first: number, last: number] {
  const first = countWhile(turns, (turn) => turn.end <= span.start)
  return [first, countWhile(turns, (turn) => turn.start < span.end) - 1]
}

/** How many of the turns, from the first, hold to what is true of the first ones and of no later one. */
function countWhile(turns: readonly Span[], holds: (turn: Span) => boolean): number {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    const turn = turns[middle]
    if (turn !== undefined && holds(turn)) low = middle + 1
    else high = middle
  }
  return low
}

/** Symmetric counts. What was already counted in the turn in hand is not counted again. */
class Counts {
  readonly #size: number
  readonly #pairs: Uint32Array
  readonly #together: Uint32Array
  readonly #shared: Uint32Array
  /** The turn in which each two were last counted. */
  readonly #countedIn: Uint32Array
  #turn = 0

  constructor(size: number) {
    this.#size = size
    const cells = () => new Uint32Array(size * size)
    this.#pairs = cells()
    this.#together = cells()
    this.#shared = cells()
    this.#countedIn = cells()
  }

  nextTurn(): void {
    this.#turn++
  }

  addCoding(mark: number): void {
    add(this.#pairs, mark * this.#size + mark)
  }

  addPair(a: number, b: number): void {
    add(this.#pairs, a * this.#size + b)
    add(this.#pairs, b * this.#size + a)
  }

  addHeld(marks: readonly number[]): void {
    for (const a of marks) for (const b of marks) add(this.#shared, a * this.#size + b)
  }

  addTogether(a: number, b: number): void {
    const cell = a * this.#size + b
    if (a === b || this.#countedIn[cell] === this.#turn) return
    const mirrored = b * this.#size + a
    this.#countedIn[cell] = this.#turn
    this.#countedIn[mirrored] = this.#turn
    add(this.#together, cell)
    add(this.#together, mirrored)
  }

  result(): CoOccurrence {
    const size = this.#size
    const turns = this.#together
    const either = new Uint32Array(size * size)
    const own = (mark: number) => this.#shared[mark * size + mark] ?? 0
    for (let a = 0; a < size; a++) {
      turns[a * size + a] = own(a)
      for (let b = 0; b < size; b++) {
        const cell = a * size + b
        either[cell] = a === b ? own(a) : own(a) + own(b) - (this.#shared[cell] ?? 0)
      }
    }
    return { size, turns, either, pairs: this.#pairs }
  }
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}
