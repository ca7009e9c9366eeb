import { describe, expect, it } from 'vitest'
import { asId, type CodeId } from '../../../../domain/ids.ts'
import { likelihoods, type Clues } from '../../../../renderer/features/coding/palette/likely-codes.ts'

const code = (id: string, definition = '') => ({ id: asId<'code'>(id), name: id, definition })
const NOTHING: Clues = { recent: [], near: new Map(), words: '' }
const order = (codes: readonly ReturnType<typeof code>[], clues: Partial<Clues>) => {
  const likely = likelihoods(codes, { ...NOTHING, ...clues })
  return codes.map(({ id }) => id).toSorted((a, b) => (likely.get(b) ?? 0) - (likely.get(a) ?? 0))
}
const id = (name: string): CodeId => asId(name)

describe('the likeliest codes', () => {
  it('are equally unlikely where nothing speaks for any', () => {
    expect([...likelihoods([code('a'), code('b')], NOTHING).values()]).toEqual([0, 0])
  })

  it('are those used last, the last one first', () => {
    expect(order([code('a'), code('b'), code('c')], { recent: [id('c'), id('b')] })).toEqual(['c', 'b', 'a'])
  })

  it('are those used in turns near by, the nearest first', () => {
    const near = new Map([
      [id('b'), 4],
      [id('c'), 1],
    ])
    expect(order([code('a'), code('b'), code('c')], { near })).toEqual(['c', 'b', 'a'])
  })

  it('are those whose name is in the words, whatever its ending, case or accents', () => {
    const codes = [code('Told late'), code('Étiquetage'), code('Missing labels')]
    expect(order(codes, { words: 'the labelling was missing' })[0]).toBe('Missing labels')
    expect(order(codes, { words: 'les etiquettes' })[0]).toBe('Étiquetage')
  })

  it('are those whose definition is in the words, less than those whose name is', () => {
    const codes = [code('Gaps', 'labels are missing'), code('Missing labels'), code('Told late')]
    expect(order(codes, { words: 'missing labels' })).toEqual(['Missing labels', 'Gaps', 'Told late'])
  })

  it('are not found by short words, which every definition has', () => {
    expect([...likelihoods([code('a', 'it is to be')], { ...NOTHING, words: 'it is to be' }).values()]).toEqual([0])
  })

  it('are rather those that more than one thing speaks for', () => {
    const codes = [code('used before the last'), code('near')]
    expect(
      order(codes, { recent: [id('x'), id('used before the last'), id('near')], near: new Map([[id('near'), 1]]) }),
    ).toEqual(['near', 'used before the last'])
  })
})
