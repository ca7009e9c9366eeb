import { bootstrap } from '../domain/agreement/bootstrap.ts'
import { PairSample } from '../domain/agreement/comparison.ts'
import { PAIR_FIGURES, type UnitPair } from '../domain/agreement/figures.ts'
import { agreementOnCode } from '../domain/agreement/per-code.ts'
import { unitizingAlpha } from '../domain/agreement/unitizing-alpha.ts'
import { pairUnits, type CodedSpan } from '../domain/agreement/units.ts'
import { spanOf, type Span } from '../domain/span.ts'
import { randomOf, type Random } from '../domain/statistics/random.ts'
import type { Measurement } from './measurement.ts'
import { naiveFigures, naiveUnitizing, type NaiveSet } from './naive-agreement.ts'

const UNITS = 36_000
const CODES = 60
const CHARACTERS = 1_000_000
/** How many of them are compared one by one. */
const COMPARED = 20_000

/**
 * The arithmetic of agreement alone, on random codings: 36,000 units, 60 codes, two coders; a million characters. Each
 * result is compared with an implementation that shares nothing with it.
 * @throws Error where the two differ by more than rounding
 */
export function measureAgreement(runs: number): readonly Measurement[] {
  const random = randomOf(1, 'agreement bench')
  const units = Array.from({ length: UNITS }, () => drawPair(random))
  const pairs = units.map(([first, second]): UnitPair => ({
    first: new Set(first),
    second: new Set(second),
    weight: 1,
  }))
  const figures = timesOf(runs, () => new PairSample(pairs).compare())
  const compared = new PairSample(pairs).compare()
  const expected = naiveFigures(units)
  for (const name of PAIR_FIGURES) requireSame(name, compared[name].value, expected[name] ?? null)

  const intervals = timesOf(Math.min(runs, 3), () => {
    const sample = new PairSample(pairs)
    const measure = (weights: Float64Array) => {
      const { figures: all, tables } = sample.find(weights)
      const perCode = tables.map((table) => (table === null ? null : agreementOnCode(table).kappa.value))
      return [...PAIR_FIGURES.map((name) => all[name].value), ...perCode]
    }
    const resampling = bootstrap(sample.patterns.weights, measure, { resamples: 1000, random: randomOf(1) })
    while (resampling.next().done !== true);
  })
  return [
    { what: 'agreement of 36,000 units, 60 codes, all figures', target: 500, times: figures },
    { what: 'the same with 1,000 resamples', target: 5000, times: intervals },
    ...measureCharacters(runs, random),
  ]
}

function measureCharacters(runs: number, random: Random): readonly Measurement[] {
  const whole = drawText(random, CHARACTERS)
  const times = timesOf(runs, () => compareText(whole))
  // Character by character the long way is slow: it is compared on a shorter text.
  const short = drawText(random, COMPARED)
  const [first = [], second = []] = short.coders.map((spans) => setsAt(spans, COMPARED))
  const expected = naiveFigures(first.map((set, at) => [set, second[at] ?? []]))
  const { figures, unitizing } = compareText(short)
  for (const name of PAIR_FIGURES) requireSame(`${name} of characters`, figures[name].value, expected[name] ?? null)
  requireSame('unitizing alpha', unitizing.value, naiveUnitizing(COMPARED, short.coders))
  return [{ what: 'agreement of 1,000,000 characters, 20,000 spans', target: 1000, times }]
}

interface Text {
  readonly turns: readonly Span[]
  readonly coders: readonly (readonly CodedSpan[])[]
}

function compareText({ turns, coders }: Text) {
  const [first = [], second = []] = coders
  return {
    figures: new PairSample(pairUnits({ text: '', turns }, 'character', first, second)).compare(),
    unitizing: unitizingAlpha([{ turns, coders }]),
  }
}

/** Turns of 200 characters, one after another, and two coders who put a span on every hundred characters on average. */
function drawText(random: Random, length: number): Text {
  return {
    turns: Array.from({ length: length / 200 }, (_, index) => spanAt(200 * index, 200 * (index + 1))),
    coders: [0, 1].map(() =>
      Array.from({ length: length / 100 }, () => {
        const start = Math.floor(random() * (length - 120))
        return { ...spanAt(start, start + 5 + Math.floor(random() * 115)), code: drawCode(random) }
      }),
    ),
  }
}

/** The codes of each character, one by one. */
function setsAt(spans: readonly CodedSpan[], length: number): readonly NaiveSet[] {
  const sets = Array.from({ length }, () => new Set<string>())
  for (const { start, end, code } of spans) for (let at: number = start; at < end; at++) sets[at]?.add(code)
  return sets.map((set) => [...set])
}

/** Up to four codes for each of the two, half of them of one mind; four units in ten are not coded. */
function drawPair(random: Random): readonly [NaiveSet, NaiveSet] {
  if (random() < 0.4) return [[], []]
  const first = drawSet(random)
  return [first, random() < 0.5 ? first : drawSet(random)]
}

function drawSet(random: Random): NaiveSet {
  return [...new Set(Array.from({ length: Math.floor(random() * 5) }, () => drawCode(random)))]
}

function drawCode(random: Random): string {
  return `code ${String(Math.floor(CODES * random() ** 2))}`
}

function spanAt(start: number, end: number): Span {
  const span = spanOf(start, end)
  if (span === null) throw new RangeError(`${String(start)} to ${String(end)} is no span`)
  return span
}

function requireSame(what: string, value: number | null, expected: number | null): void {
  const isSame = value === null || expected === null ? value === expected : Math.abs(value - expected) < 1e-9
  if (!isSame) throw new Error(`${what}: ${String(value)}, but the long way gives ${String(expected)}`)
}

function timesOf(runs: number, work: () => unknown): readonly number[] {
  return Array.from({ length: runs }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
}
