import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyMerge, planMerge, type MergePlan } from '../../../domain/codebook/code-merge.ts'
import { branchOf, siblingsIn } from '../../../domain/codebook/code-paths.ts'
import type { Code } from '../../../domain/codebook/codebook.ts'
import { asId, type CodeId } from '../../../domain/ids.ts'
import { planRecoding } from '../../../domain/recoding.ts'
import { smallCode } from '../../fixtures/codes.ts'

function planOf(codes: readonly Code[], ids: readonly string[], into: string): MergePlan {
  const outcome = planMerge(
    codes,
    ids.map((id) => asId<'code'>(id)),
    asId(into),
  )
  if (outcome.kind !== 'planned') throw new Error(outcome.kind)
  return outcome.plan
}

/** The tree as `parent > code`, what went as `gone → stayed`. */
function told(codes: readonly Code[], plan: MergePlan): readonly string[] {
  return [
    ...[...plan.into].map(([from, to]) => `${from} → ${to}`),
    ...applyMerge(codes, plan).map(({ id, parentId }) => (parentId === null ? id : `${parentId} > ${id}`)),
  ]
}

describe('merging codes', () => {
  it('brings the sub-codes of the one that goes under the one that stays', () => {
    const codes = [smallCode('a'), smallCode('x', { parent: 'a' }), smallCode('b')]
    expect(told(codes, planOf(codes, ['a'], 'b'))).toEqual(['a → b', 'b > x', 'b'])
  })

  it('makes sub-codes of one name one, and goes on so below them', () => {
    const codes = [
      smallCode('a'),
      smallCode('same', { id: 'a same', parent: 'a' }),
      smallCode('deep', { parent: 'a same' }),
      smallCode('b'),
      smallCode('same', { id: 'b same', parent: 'b' }),
    ]
    expect(told(codes, planOf(codes, ['a'], 'b'))).toEqual([
      'a same → b same',
      'a → b',
      'b same > deep',
      'b',
      'b > b same',
    ])
  })

  it('takes a code into the category it is in, also where a code in it has its name', () => {
    const codes = [
      smallCode('b'),
      smallCode('a', { id: 'b a', parent: 'b' }),
      smallCode('a', { id: 'b a a', parent: 'b a' }),
    ]
    expect(told(codes, planOf(codes, ['b a'], 'b'))).toEqual(['b a → b', 'b', 'b > b a a'])
  })

  it('takes a code and its category together into a third', () => {
    const codes = [smallCode('a'), smallCode('x', { parent: 'a' }), smallCode('b')]
    expect(told(codes, planOf(codes, ['a', 'x'], 'b'))).toEqual(['x → b', 'a → b', 'b'])
  })

  it('of a category into a code within it is refused with that category', () => {
    const codes = [smallCode('a'), smallCode('x', { parent: 'a' })]
    expect(planMerge(codes, [asId('a')], asId('x'))).toMatchObject({ kind: 'target-within', outer: { name: 'a' } })
  })

  it('adds what the one that goes says in other words, and nothing twice', () => {
    const codes = [
      smallCode('a', { definition: 'No values.', inclusion: 'gaps', exclusion: 'Typing  errors' }),
      smallCode('b', { definition: 'A value is missing.', exclusion: 'typing errors' }),
    ]
    expect(planOf(codes, ['a'], 'b').notes).toEqual([
      {
        id: 'b',
        definition: 'A value is missing.\n\nNo values.',
        inclusion: 'gaps',
        exclusion: 'typing errors',
      },
    ])
  })
})

/** A codebook of up to nine codes: each within one of those before it or at the top, siblings of different names. */
const codebooks = fc
  .array(fc.record({ name: fc.constantFrom('p', 'q', 'r'), parent: fc.nat(8) }), { minLength: 2, maxLength: 9 })
  .map((given) =>
    given.reduce<readonly Code[]>((codes, { name, parent }, index) => {
      const code = smallCode(name, { id: String(index), parent: codes[parent]?.id ?? null, position: index })
      const isTaken = codes.some((one) => one.parentId === code.parentId && one.name === name)
      return isTaken ? [...codes, { ...code, name: `${name}${String(index)}` }] : [...codes, code]
    }, []),
  )

const codings = fc.array(
  fc.record({ code: fc.nat(8), start: fc.nat(6), length: fc.integer({ min: 1, max: 4 }), coder: fc.nat(1) }),
  { maxLength: 30 },
)

interface SmallCoding {
  readonly id: string
  readonly codeId: CodeId
  readonly start: number
  readonly end: number
  readonly coder: number
}

/** Every character that each coder covers, with the code it is covered by, as that code is called after the merge. */
function covered(given: readonly SmallCoding[], nameOf: (id: CodeId) => CodeId): readonly string[] {
  const cells = given.flatMap(({ codeId, start, end, coder }) =>
    Array.from({ length: end - start }, (_, index) => `${String(coder)} ${String(start + index)} ${nameOf(codeId)}`),
  )
  return [...new Set(cells)].sort()
}

describe('after any merge', () => {
  const placeOf = ({ start, end, coder }: SmallCoding) => [start, end, coder].join(' ')

  it('nobody’s covered words have changed but for the code’s name, and no coding says what another says', () => {
    fc.assert(
      fc.property(
        codebooks,
        codings,
        fc.array(fc.nat(8), { minLength: 1, maxLength: 3 }),
        fc.nat(8),
        (codes, given, ids, to) => {
          const target = codes[to % codes.length]
          const sources = ids.flatMap((index) => codes[index % codes.length]?.id ?? [])
          if (target === undefined) return
          const outcome = planMerge(codes, sources, target.id)
          if (outcome.kind !== 'planned') return
          const { into } = outcome.plan
          const seen = new Set<string>()
          const before = given.flatMap(({ code, start, length, coder }, index): readonly SmallCoding[] => {
            const codeId = codes[code % codes.length]?.id
            const coding = codeId && { id: String(index), codeId, start, end: start + length, coder }
            if (!coding || seen.has(`${coding.codeId} ${placeOf(coding)}`)) return []
            seen.add(`${coding.codeId} ${placeOf(coding)}`)
            return [coding]
          })
          const plan = planRecoding(before, ({ codeId }) => into.get(codeId) ?? codeId, placeOf)
          const gone = new Set(plan.doubled.map(({ id }) => id))
          const recoded = new Map(plan.recoded.map(({ id, codeId }) => [id, codeId]))
          const after = before
            .filter(({ id }) => !gone.has(id))
            .map((coding) => ({ ...coding, codeId: recoded.get(coding.id) ?? coding.codeId }))
          expect(covered(after, (id) => id)).toEqual(covered(before, (id) => into.get(id) ?? id))
          const said = after.map((coding) => `${coding.codeId} ${placeOf(coding)}`)
          expect(new Set(said).size).toBe(said.length)
          const kept = new Set(after.map(({ id }) => id))
          expect(plan.doubled.every(({ keptId }) => kept.has(keptId))).toBe(true)
        },
      ),
    )
  })

  it('the codes are a tree again, siblings of different names, and none of those that went is named', () => {
    fc.assert(
      fc.property(codebooks, fc.array(fc.nat(8), { minLength: 1, maxLength: 3 }), fc.nat(8), (codes, ids, to) => {
        const target = codes[to % codes.length]
        const sources = ids.flatMap((index) => codes[index % codes.length]?.id ?? [])
        if (target === undefined) return
        const outcome = planMerge(codes, sources, target.id)
        if (outcome.kind !== 'planned') return
        const after = applyMerge(codes, outcome.plan)
        const known = new Set(after.map(({ id }) => id))
        expect(after.every(({ parentId }) => parentId === null || known.has(parentId))).toBe(true)
        expect(siblingsIn(after, null).flatMap(({ id }) => branchOf(after, id))).toHaveLength(after.length)
        const places = after.map(({ parentId, name }) => `${String(parentId)} ${name}`)
        expect(new Set(places).size).toBe(places.length)
        expect([...outcome.plan.into.values()].every((id) => known.has(id))).toBe(true)
        expect(after.length + outcome.plan.into.size).toBe(codes.length)
      }),
    )
  })
})
