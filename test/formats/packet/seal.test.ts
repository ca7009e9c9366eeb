import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  openPacket,
  readPacketHeader,
  sealPacket,
  type PacketLabel,
  type PacketLock,
} from '../../../formats/packet/seal.ts'
import { readHandout, readReturned } from '../../../formats/packet/content.ts'
import { reasonOf } from '../../fixtures/study.ts'

const label: PacketLabel = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'return',
  study: '01900000-0000-7000-8000-000000000002',
  round: '01900000-0000-7000-8000-000000000003',
  coder: '01900000-0000-7000-8000-000000000004',
  answers: null,
  madeAt: '2026-03-01T09:30:00.000Z',
}
const lock: PacketLock = { passphrase: 'en été', salt: new Uint8Array(16).fill(7), iv: new Uint8Array(12).fill(9) }
const NAME = 'a.axialpacket'

const reasonToOpen = (bytes: Uint8Array, passphrase: string | null = null) =>
  reasonOf(() => openPacket(NAME, bytes, passphrase))

/** A packet made by hand: a header and a body of which anything can be said, with a checksum that is right. */
function forged(header: unknown, body: Uint8Array, version = 1): Uint8Array {
  const json = Buffer.from(JSON.stringify(header))
  const prefix = Buffer.alloc(14)
  prefix.write('AXIALPKT', 'latin1')
  prefix.writeUInt16BE(version, 8)
  prefix.writeUInt32BE(json.length, 10)
  const whole = Buffer.concat([prefix, json, body])
  return Buffer.concat([whole, createHash('sha256').update(whole).digest()])
}

describe('a packet', () => {
  it('gives back what was put in, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (content) => {
        const { header, content: read } = await openPacket(NAME, await sealPacket(label, content, null), null)
        expect(read).toBe(content)
        expect(header).toMatchObject(label)
      }),
      { numRuns: 30 },
    )
  })

  it('gives it back with a passphrase, in whatever Unicode form that is typed', async () => {
    const bytes = await sealPacket(label, 'what was said', lock)
    expect((await openPacket(NAME, bytes, 'en été'.normalize('NFD'))).content).toBe('what was said')
    expect(Buffer.from(bytes).includes('what was said')).toBe(false)
    expect(await reasonToOpen(bytes)).toBe('packet-locked')
    expect(await reasonToOpen(bytes, '')).toBe('packet-locked')
    expect(await reasonToOpen(bytes, 'en ete')).toBe('packet-passphrase-wrong')
  })

  it('says with which parameters it was locked, and nothing of what it holds', async () => {
    const header = readPacketHeader(NAME, await sealPacket(label, '{}', lock))
    expect(header).toEqual({
      ...label,
      size: 2,
      lock: {
        kdf: 'scrypt',
        n: 131_072,
        r: 8,
        p: 1,
        cipher: 'aes-256-gcm',
        salt: '07'.repeat(16),
        iv: '09'.repeat(12),
      },
    })
  })

  it('is the same bytes when the same is sealed alike', async () => {
    expect(await sealPacket(label, 'x', null)).toEqual(await sealPacket(label, 'x', null))
  })
})

describe('a packet is refused', () => {
  it('when any byte of it was altered', async () => {
    const bytes = await sealPacket(label, 'what was said', null)
    for (let at = 0; at < bytes.length; at++) {
      const altered = Uint8Array.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(await reasonToOpen(altered), `byte ${String(at)}`).toMatch(/^packet-(damaged|not-one|newer)$/)
    }
  })

  it('when it was cut short, wherever', async () => {
    const bytes = await sealPacket(label, 'what was said', null)
    for (let length = 0; length < bytes.length; length++) {
      expect(await reasonToOpen(bytes.subarray(0, length))).toMatch(/^packet-(damaged|not-one)$/)
    }
  })

  it('when it was altered and its checksum put right, if it has a passphrase', async () => {
    const { lock: how } = readPacketHeader(NAME, await sealPacket(label, 'x', lock))
    const body = Buffer.alloc(40)
    expect(await reasonToOpen(forged({ ...label, size: 1, lock: how }, body), 'en été')).toBe('packet-passphrase-wrong')
  })

  it('when it comes from a version to come', async () => {
    expect(await reasonToOpen(forged({}, Buffer.alloc(3), 2))).toBe('packet-newer')
  })

  it.each([
    ['holds more than it says', { ...label, size: 10, lock: null }, gzipSync(Buffer.alloc(50_000_000))],
    ['holds less than it says', { ...label, size: 10, lock: null }, gzipSync('x')],
    ['is not packed', { ...label, size: 10, lock: null }, Buffer.from('x')],
    ['says that it holds more than anything may', { ...label, size: 1e12, lock: null }, gzipSync('x')],
    [
      'wants all memory for its key',
      { ...label, size: 1, lock: { kdf: 'scrypt', n: 2 ** 30, r: 8, p: 1 } },
      gzipSync('x'),
    ],
    ['has a path for an id', { ...label, id: '../../etc/passwd', size: 1, lock: null }, gzipSync('x')],
    ['has no header to speak of', null, gzipSync('x')],
  ])('when it %s', async (_, header, body) => {
    expect(await reasonToOpen(forged(header, body), 'en été')).toBe('import-malformed')
  })

  it('when its header is longer than any', async () => {
    expect(await reasonToOpen(forged({ ...label, note: 'x'.repeat(5000) }, Buffer.alloc(3)))).toBe('packet-damaged')
  })
})

describe('the content of a packet is refused', () => {
  const work = {
    assignment: [],
    coding: [],
    screening: [],
    screening_instance: [],
    quote: [],
    memo: [],
    memo_code: [],
    code_example: [],
  }
  const returned = { kind: 'return', codes: [], texts: [], segments: [], work, removed: [] }

  it('not when it is as it should be', () => {
    expect(readReturned(NAME, JSON.stringify(returned)).codes).toEqual([])
  })

  it.each([
    ['it is no JSON', 'x'],
    ['it is nested without end', '['.repeat(100_000)],
    ['it is a list', '[]'],
    ['it holds what nobody knows', JSON.stringify({ ...returned, more: 1 })],
    ['a table is no list', JSON.stringify({ ...returned, work: { ...work, coding: {} } })],
    ['a table is unknown', JSON.stringify({ ...returned, work: { ...work, study: [] } })],
    ['an offset is no number', JSON.stringify({ ...returned, work: { ...work, coding: [{ start: '0' }] } })],
    [
      'a removed row is of a table that is nobody’s',
      JSON.stringify({ ...returned, removed: [{ table: 'code', id: label.id }] }),
    ],
    ['it is of the other kind', JSON.stringify({ ...returned, kind: 'handout' })],
  ])('when %s', async (_, content) => {
    expect(await reasonOf(() => readReturned(NAME, content))).toBe('import-malformed')
    expect(await reasonOf(() => readHandout(NAME, content))).toBe('import-malformed')
  })
})
