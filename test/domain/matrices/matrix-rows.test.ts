import { describe, expect, it } from 'vitest'
import { asId, type CodeId } from '../../../domain/ids.ts'
import { matrixRows, withSubCodes } from '../../../domain/matrices/matrix-rows.ts'
import { smallCode } from '../../fixtures/codes.ts'

const idOf = (name: string): CodeId => asId<'code'>(name)

const code = (name: string, parent: string | null = null) => smallCode(name, { parent })

const CODES = [code('data'), code('labels', 'data'), code('noise', 'labels'), code('model')]
const rows = (chosen: readonly string[], rollUp: boolean) =>
  matrixRows(CODES, chosen.map(idOf), rollUp).map((row) => [row.code.name, row.members])

describe('the rows of a matrix', () => {
  it('hold their own code alone', () => {
    expect(rows(['model', 'data'], false)).toEqual([
      ['model', ['model']],
      ['data', ['data']],
    ])
  })

  it('hold what is below them too when sub-codes are rolled up', () => {
    expect(rows(['data'], true)).toEqual([['data', ['data', 'labels', 'noise']]])
  })

  it('count a sub-code in the nearest row only', () => {
    expect(rows(['data', 'labels'], true)).toEqual([
      ['data', ['data']],
      ['labels', ['labels', 'noise']],
    ])
  })

  it('leave out a code that is not there, and name none twice', () => {
    expect(rows(['gone', 'model', 'model'], true)).toEqual([['model', ['model']]])
  })

  it('end where codes hold each other in a circle', () => {
    const circle = [code('a', 'b'), code('b', 'a')]
    expect(withSubCodes(circle, idOf('a')).toSorted()).toEqual(['a', 'b'])
    expect(matrixRows(circle, [idOf('c')], true)).toEqual([])
  })
})
