/**
 * Agreement computed the long way: unit by unit, pair by pair of distinct values, straight from the definitions, sharing no
 * line with the product. The bench compares its figures with the product's in the same run.
 */
export type NaiveSet = readonly string[]

/** The figures of two coders by name; null where undefined. */
export function naiveFigures(
  units: readonly (readonly [NaiveSet, NaiveSet])[],
): Readonly<Record<string, number | null>> {
  const n = units.length
  const codes = [...new Set(units.flat(2))]
  const kappa = (first: readonly boolean[], second: readonly boolean[]): number | null => {
    const share = (list: readonly boolean[]) => list.filter(Boolean).length / list.length
    const observed = first.filter((value, at) => value === second[at]).length / first.length
    const expected = share(first) * share(second) + (1 - share(first)) * (1 - share(second))
    return expected === 1 ? null : (observed - expected) / (1 - expected)
  }
  const firsts = units.map(([set]) => new Set(set))
  const seconds = units.map(([, set]) => new Set(set))
  const perCode = codes.map(
    (code) => [firsts.map((set) => set.has(code)), seconds.map((set) => set.has(code))] as const,
  )
  const kappas = perCode.map(([first, second]) => kappa(first, second)).filter((value) => value !== null)
  const isCoded = (set: ReadonlySet<string>) => set.size > 0
  const alpha = naiveAlpha(units)
  return {
    codedAgreement: firsts.filter((set, at) => isCoded(set) === (seconds[at]?.size ?? 0) > 0).length / n,
    kappaCoded: kappa(firsts.map(isCoded), seconds.map(isCoded)),
    kappaPooled: kappa(
      perCode.flatMap(([first]) => first),
      perCode.flatMap(([, second]) => second),
    ),
    kappaMean: kappas.reduce((sum, value) => sum + value, 0) / kappas.length,
    alphaNominal: alpha((shared, a, b) => (shared === a && shared === b ? 0 : 1)),
    alphaJaccard: alpha((shared, a, b) => (a + b === 0 ? 0 : 1 - shared / (a + b - shared))),
    alphaMasi: alpha((shared, a, b) => {
      if (a + b === 0) return 0
      const [small, large] = [Math.min(a, b), Math.max(a, b)]
      const kind = shared === large && shared === small ? 1 : shared === small ? 2 / 3 : shared > 0 ? 1 / 3 : 0
      return 1 - (shared / (a + b - shared)) * (shared === 0 ? 0 : kind)
    }),
  }
}

type Distance = (shared: number, first: number, second: number) => number

/** Every distinct value against every other, weighted by how often each occurs. */
function naiveAlpha(units: readonly (readonly [NaiveSet, NaiveSet])[]): (distance: Distance) => number | null {
  const counts = new Map<string, { readonly set: ReadonlySet<string>; count: number }>()
  for (const codes of units.flat()) {
    const key = codes.toSorted().join('\n')
    const entry = counts.get(key) ?? { set: new Set(codes), count: 0 }
    entry.count++
    counts.set(key, entry)
  }
  const values = [...counts.values()]
  const sharedOf = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
    let shared = 0
    for (const code of a) if (b.has(code)) shared++
    return shared
  }
  return (distance) => {
    let expected = 0
    for (const a of values) {
      for (const b of values) expected += a.count * b.count * distance(sharedOf(a.set, b.set), a.set.size, b.set.size)
    }
    const all = 2 * units.length
    let observed = 0
    for (const [a, b] of units) observed += distance(sharedOf(new Set(a), new Set(b)), a.length, b.length)
    return expected === 0 ? null : 1 - observed / units.length / (expected / (all * (all - 1)))
  }
}

interface NaiveSpan {
  readonly start: number
  readonly end: number
  readonly code: string
}

/** The unitizing alpha of two coders, character by character: each has a value, and a unit it belongs to unless it is a gap. */
export function naiveUnitizing(length: number, coders: readonly (readonly NaiveSpan[])[]): number {
  const places = coders.map((spans) => {
    const at: { value: string; unit: string | null }[] = []
    for (let place = 0; place < length; place++) at.push({ value: '', unit: null })
    for (const [index, span] of spans.entries()) {
      for (let place = span.start; place < span.end; place++) {
        const here = at[place]
        if (here === undefined) continue
        here.value = [...new Set([...here.value.split('\n').filter(Boolean), span.code])].sort().join('\n')
        here.unit = `${here.unit ?? ''} ${String(index)}`
      }
    }
    // A span that another interrupts is two units.
    for (const [place, here] of at.entries()) {
      const before = at[place - 1]
      const stays = here.unit === null || here.unit === before?.unit?.split('@')[0]
      if (here.unit !== null) here.unit = stays ? (before?.unit ?? here.unit) : `${here.unit}@${String(place)}`
    }
    return at
  })
  const margins = new Map<string, number>()
  const lengths = new Map<string, number>()
  let self = 0
  let observed = 0
  for (let place = 0; place < length; place++) {
    for (const [coder, at] of places.entries()) {
      const { value = '', unit = null } = at[place] ?? {}
      margins.set(value, (margins.get(value) ?? 0) + 1)
      if (unit === null) self++
      else lengths.set(`${String(coder)} ${unit}`, (lengths.get(`${String(coder)} ${unit}`) ?? 0) + 1)
      for (const other of places) if (other !== at && other[place]?.value !== value) observed += 1 / (coders.length - 1)
    }
  }
  for (const unit of lengths.values()) self += unit * unit
  const all = length * coders.length
  let alike = 0
  for (const margin of margins.values()) alike += margin * margin
  // Pairs that chance could draw: any two characters of any coders, but not two of one unit.
  const expected = (all * all - alike) / (all * all - self)
  return 1 - observed / all / expected
}
