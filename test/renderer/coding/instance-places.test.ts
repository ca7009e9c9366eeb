import { describe, expect, it } from 'vitest'
import { asId } from '../../../domain/ids.ts'
import { instancesIn, placesOf, withPlace } from '../../../renderer/features/coding/segments/instance-places.ts'

const a = asId<'code'>('a')
const b = asId<'code'>('b')
const c = asId<'code'>('c')

describe('the fields of the instances', () => {
  it('stay where they are while one of them is empty, though what is saved has no gap', () => {
    const held = withPlace([a, b, c], 0, null)
    expect(instancesIn(held)).toEqual([b, c])
    expect(placesOf([b, c], held)).toEqual([null, b, c])
    expect(instancesIn(withPlace(held, 0, a))).toEqual([a, b, c])
  })

  it('close up once they are left', () => {
    expect(placesOf([b, c], null)).toEqual([b, c])
  })

  it('follow the form where it holds something else by now', () => {
    expect(placesOf([a, b, c], [null, b, c])).toEqual([a, b, c])
  })

  it('take one more after the last', () => {
    expect(withPlace([a], 1, b)).toEqual([a, b])
  })

  it('have their last one emptied as the one in which the next is chosen', () => {
    expect(withPlace([a, null, c], 2, null)).toEqual([a, null])
  })
})
