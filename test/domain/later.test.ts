import fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { idAfter, momentAfter } from '../../domain/later.ts'

const moment = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('2200-01-01') })
  .map((at) => at.toISOString())
const uuid = fc.integer({ min: 0, max: 2 ** 42 }).map((msecs) => v7({ msecs }))

describe('what comes after', () => {
  it('is what the clock says, unless that was before the last', () => {
    expect(momentAfter('2026-01-02T00:00:00.000Z', undefined)).toBe('2026-01-02T00:00:00.000Z')
    expect(momentAfter('2026-01-02T00:00:00.000Z', '2026-01-01T00:00:00.000Z')).toBe('2026-01-02T00:00:00.000Z')
    expect(momentAfter('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.999Z')).toBe('2026-01-02T00:00:01.000Z')
    fc.assert(fc.property(moment, moment, (now, before) => momentAfter(now, before) >= before))
  })

  it('has a greater id, which is a UUIDv7 still', () => {
    expect(idAfter('00000000-0001-7abc-8abc-0123456789ab', 'ffffffff-0001-7fff-bfff-ffffffffffff')).toBe(
      'ffffffff-0002-7abc-8abc-0123456789ab',
    )
    fc.assert(
      fc.property(uuid, uuid, (id, before) => {
        const given = idAfter(id, before)
        expect(given > before).toBe(true)
        expect(given).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(idAfter(id, undefined)).toBe(id)
      }),
    )
  })
})
