import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asId } from '../../../../domain/ids.ts'
import {
  createTreeBuilder,
  filterTree,
  type CountedNode,
} from '../../../../renderer/features/coding/codes/code-filter.ts'
import { scoreOf } from '../../../../renderer/features/coding/palette/fuzzy.ts'
import { initialsOf, labelsOf } from '../../../../renderer/features/coding/words/marks.ts'
import { planNewCode } from '../../../../renderer/features/coding/palette/new-code.ts'
import { NO_RECENT_CODES, noteUse } from '../../../../renderer/features/coding/palette/recent-codes.ts'
import { countedCode } from '../../../fixtures/codes.ts'

const code = (id: string, name: string, parent: string | null = null) => countedCode(name, { id, parent })
const codes = [
  code('raw', 'Raw Data'),
  code('meta', 'Metadata', 'raw'),
  code('raw-version', 'Versioning', 'raw'),
  code('model', 'Trained Model'),
  code('model-version', 'Versioning', 'model'),
]
const best = (query: string) =>
  [
    ['Missing value'],
    ['Raw Data', 'Metadata'],
    ['Raw Data', 'Données manquantes'],
    ['Model', 'Values'],
    ['Model valley'],
  ]
    .flatMap((path) => {
      const score = scoreOf(query, path)
      return score === null ? [] : [{ name: path.at(-1), score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name)

describe('finding a code by a few letters', () => {
  it('puts the name that begins so before names with such a word, and those before the middle of a word', () => {
    expect(best('val')).toEqual(['Values', 'Model valley', 'Missing value'])
    expect(best('ata')).toEqual(['Metadata', 'Données manquantes'])
  })

  it('takes beginnings of words, ignores accents and case, and looks into the category', () => {
    expect(best('misval')).toEqual(['Missing value'])
    expect(best('DONNEES')).toEqual(['Données manquantes'])
    expect(best('raw meta')).toEqual(['Metadata'])
  })

  it('takes a typed path for what it says: the name in the name, the category in the categories', () => {
    expect(scoreOf('Theme 2 / Part 22', ['Theme 2', 'Part 2'])).toBeNull()
    expect(scoreOf('Part 22', ['Theme 2', 'Part 2'])).toBeNull()
    expect(scoreOf('Cause / Missing value', ['Data', 'Missing value'])).toBeNull()
    expect(scoreOf('raw / meta', ['Raw Data', 'Metadata'])).toBeGreaterThan(0)
    expect(scoreOf('Raw Data / ', ['Raw Data', 'Metadata'])).toBeGreaterThan(0)
    expect(scoreOf('rdmeta', ['Raw Data', 'Metadata'])).toBeGreaterThan(0)
    expect(scoreOf('libraries', ['Model', 'Language/Tools/Libraries'])).toBeGreaterThan(0)
  })

  it('does not gather letters from the middle of words', () => {
    expect(scoreOf('vers', ['Development and Integration Timelines'])).toBeNull()
  })

  it.each(['mising', 'missign', 'missimg', 'misssing'])('forgives one slip where it is asked to: %s', (typed) => {
    expect(scoreOf(typed, ['Missing value'])).toBeNull()
    expect(scoreOf(typed, ['Missing value'], true)).toBeGreaterThan(0)
    expect(scoreOf(`${typed}x`, ['Missing value'], true)).toBeNull()
  })

  it('forgives no slip in a word of three letters', () => {
    expect(scoreOf('api', ['App'], true)).toBeNull()
  })

  it('finds every name by any part of it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zé]{1,8}( [a-zé]{1,8}){0,2}$/),
        fc.nat(20),
        fc.nat(20),
        (name, from, length) => {
          const part = name.slice(from % name.length, (from % name.length) + 1 + length).trim()
          expect(scoreOf(part, ['Category', name])).not.toBeNull()
        },
      ),
    )
  })
})

describe('planNewCode', () => {
  it('puts a code into the category that is there, as people write its name', () => {
    expect(planNewCode(codes, 'raw data / Grey boxes')).toEqual({
      parentId: 'raw',
      parentPath: 'Raw Data',
      names: ['Grey boxes'],
    })
  })

  it('creates the category where it is not there', () => {
    expect(planNewCode(codes, 'People / Trust')).toEqual({ parentId: null, parentPath: '', names: ['People', 'Trust'] })
  })

  it('has nothing to create for a code that is there, or for no name', () => {
    expect(planNewCode(codes, 'Raw Data / Versioning')).toBeNull()
    expect(planNewCode(codes, '  ')).toBeNull()
  })

  it('creates a code at the top though one of that name is in a category', () => {
    expect(planNewCode(codes, 'Versioning')?.names).toEqual(['Versioning'])
  })
})

describe('the codes with a digit', () => {
  const used = (...ids: readonly string[]) => ids.reduce((recent, id) => noteUse(recent, asId(id)), NO_RECENT_CODES)

  it('keep their digit when they are used again', () => {
    const recent = used('a', 'b', 'c', 'a')
    expect(recent.slots).toEqual(['a', 'b', 'c'])
    expect(recent.order).toEqual(['a', 'c', 'b'])
  })

  it('give it to a tenth code when they were used longest ago', () => {
    expect(used('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'a', 'j').slots).toEqual('ajcdefghi'.split(''))
  })

  it('are always the last nine that were used', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abcdefghijklmno'.split('')), { maxLength: 60 }), (ids) => {
        const lastNine = [...new Set(ids.toReversed())].slice(0, 9)
        expect(new Set(used(...ids).slots)).toEqual(new Set(lastNine))
      }),
    )
  })
})

describe('the tree of codes', () => {
  const names = (nodes: readonly CountedNode[]): unknown[] =>
    nodes.map((node) => [node.code.name, names(node.children)])

  it('keeps the categories of what is found, and everything in a category that is found', () => {
    expect(names(filterTree(codes, 'meta'))).toEqual([['Raw Data', [['Metadata', []]]]])
    expect(names(filterTree(codes, 'trained'))).toEqual([['Trained Model', [['Versioning', []]]]])
  })

  it('keeps the nodes that did not change', () => {
    const build = createTreeBuilder()
    const [raw, model] = build(codes, '')
    const [rawAfter, modelAfter] = build(
      codes.map((one) => (one.id === 'meta' ? { ...one, codings: 1 } : { ...one })),
      '',
    )
    expect(modelAfter).toBe(model)
    expect(rawAfter).not.toBe(raw)
  })
})

describe('what a code and a coder are called', () => {
  it('is the path where two codes have one name', () => {
    expect(labelsOf(codes).get(asId('meta'))).toBe('Metadata')
    expect(labelsOf(codes).get(asId('raw-version'))).toBe('Raw Data / Versioning')
  })

  it('is one letter of each name, or the first two', () => {
    expect([initialsOf('Maya Lind'), initialsOf('C1'), initialsOf('Élodie')]).toEqual(['ML', 'C1', 'ÉL'])
  })
})
