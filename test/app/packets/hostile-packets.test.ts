import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Handout, Returned } from '../../../formats/packet/content.ts'
import { openPacket, sealPacket } from '../../../formats/packet/seal.ts'
import { v7 } from 'uuid'
import { createLead, handOutTo, Machines, openOn, type Lead, type PacketFile } from '../../fixtures/machines.ts'
import { contentOf } from '../../fixtures/study-content.ts'
import { reasonOf } from '../../fixtures/study.ts'

const machines = new Machines()
afterAll(() => machines.clear())

let lead: Lead
let handout: PacketFile
let returned: PacketFile
/** A code that was made on the coder's machine. */
let newCode = ''
/** A coding of Ben's that is in the lead's study. */
let foreign = ''

beforeAll(async () => {
  lead = await createLead(machines.start())
  const { call, ada, ben, round, transcripts, schema } = lead
  const [transcriptId] = transcripts
  const [file] = await handOutTo(lead, [ada])
  if (transcriptId === undefined || file === undefined) throw new Error('there is a text, and a packet')
  handout = file
  const { turns } = await call('transcripts.read', { id: transcriptId })
  const [first, second] = turns
  if (first === undefined || second === undefined) throw new Error('there are turns')
  const at = ({ start, end }: typeof first) => ({ transcriptId, start, end, codeId: schema.id, roundId: round.id })
  foreign = (await call('codings.apply', { ...at(first), coderId: ben.id })).id
  const machine = await openOn(machines.start(), file)
  await machine.call('codings.apply', { ...at(first), coderId: ada.id })
  const place = { ...at(second), parentId: null, names: ['hers'], coderId: ada.id }
  const { codes } = await machine.call('codings.applyNew', place)
  const [hers] = codes
  if (hers === undefined) throw new Error('a code was made')
  const [segment] = await machine.call('segments.list', { transcriptId })
  if (segment === undefined) throw new Error('there are segments')
  const undecided = 'undecided' as const
  const criteria = {
    I1: 'yes' as const,
    I2: undecided,
    E1: undecided,
    E2: undecided,
    E3: undecided,
    E4: undecided,
    E5: undecided,
  }
  const form = { criteria, quote: 'q', quoteSpan: null, description: '', information: '', instances: [schema.id] }
  await machine.call('screenings.save', {
    segmentId: segment.id,
    coderId: ada.id,
    roundId: round.id,
    ...form,
  })
  returned = (await machine.call('packets.giveBack', { roundId: round.id, coderId: ada.id })).file
  newCode = hers.id
})

/** The same packet with something else in it. */
async function forged(file: PacketFile, change: (content: string) => string): Promise<PacketFile> {
  const { header, content } = await openPacket(file.name, file.bytes, null)
  const { size: _, lock: __, ...label } = header
  return { name: file.name, bytes: await sealPacket({ ...label, id: v7() }, change(content), null) }
}

const withWork = (change: (content: Returned) => Partial<Returned['work']>) => (content: Returned) => ({
  ...content,
  work: { ...content.work, ...change(content) },
})

const nobody = '01900000-0000-7000-8000-0000000000ff'

const HOSTILE: Readonly<Record<string, readonly [reason: string, (content: Returned) => Returned]>> = {
  'work of another coder': [
    'packet-foreign',
    withWork(({ work }) => ({ coding: work.coding.map((row) => ({ ...row, coder_id: lead.ben.id })) })),
  ],
  'work of another round': [
    'packet-foreign',
    withWork(({ work }) => ({ coding: work.coding.map((row) => ({ ...row, round_id: nobody })) })),
  ],
  'the id of another coder’s coding': [
    'packet-foreign',
    withWork(({ work }) => ({
      coding: work.coding.map((row, index) => (index === 0 ? { ...row, id: foreign } : row)),
    })),
  ],
  'an instance of a screening that is not in it': [
    'packet-foreign',
    withWork(() => ({
      screening_instance: [{ id: nobody, screening_id: nobody, slot: 1, code_id: lead.schema.id }],
    })),
  ],
  'words behind the end of the text': [
    'packet-unfit',
    withWork(({ work }) => ({ coding: work.coding.map((row) => ({ ...row, end: 999_999 })) })),
  ],
  'words that end before they begin': [
    'packet-unfit',
    withWork(({ work }) => ({ coding: work.coding.map((row) => ({ ...row, start: row.end, end: row.start })) })),
  ],
  'a code that is nowhere': [
    'packet-unfit',
    withWork(({ work }) => ({ coding: work.coding.map((row) => ({ ...row, code_id: nobody })) })),
  ],
  'the same row twice': ['packet-unfit', withWork(({ work }) => ({ coding: [...work.coding, ...work.coding] }))],
  'the same coding under two ids': [
    'packet-unfit',
    withWork(({ work }) => ({ coding: [...work.coding, ...work.coding.map((row) => ({ ...row, id: v7() }))] })),
  ],
  'a memo on words without words': [
    'packet-unfit',
    withWork(() => ({
      memo: [
        {
          id: nobody,
          title: '',
          subject_kind: 'passage' as const,
          subject_id: lead.transcripts[0] ?? '',
          start: null,
          end: null,
          coder_id: lead.ada.id,
          round_id: lead.round.id,
          body: 'x',
          written_at: '2026-03-01T09:30:00.000Z',
          updated_at: '2026-03-01T09:30:00.000Z',
        },
      ],
    })),
  ],
  'a code that holds itself': [
    'packet-unfit',
    (content) => ({
      ...content,
      codes: content.codes.map((code) => (code.id === newCode ? { ...code, parent_id: code.id } : code)),
    }),
  ],
  'a code under one that is nowhere': [
    'packet-unfit',
    (content) => ({ ...content, codes: content.codes.map((code) => ({ ...code, parent_id: nobody })) }),
  ],
}

describe('a returned packet is refused, and nothing is changed, where it holds', () => {
  it.each(Object.entries(HOSTILE))('%s', async (_, [reason, change]) => {
    const { call, path, round } = lead
    const file = await forged(returned, (content) => JSON.stringify(change(JSON.parse(content) as Returned)))
    await call('packets.register', { files: [file] })
    await call('packets.unseal', { roundId: round.id, reason: 'to see what it does' })
    const before = contentOf(path)
    const id = (await call('packets.list', {}))[0]?.coders.find(({ coder }) => coder === 'Ada')?.in?.id ?? ''
    expect(await reasonOf(() => call('packets.merge', { roundId: round.id, packets: [id] }))).toBe(reason)
    expect(contentOf(path)).toEqual(before)
  })
})

const BROKEN: Readonly<Record<string, readonly [reason: string, (content: Handout) => Handout]>> = {
  'its label says otherwise': ['packet-unfit', (content) => ({ ...content, study: { ...content.study, id: nobody } })],
  'a text is not the one of its hash': [
    'packet-unfit',
    (content) => ({
      ...content,
      transcripts: content.transcripts.map((one) => ({ ...one, revision: { ...one.revision, text: 'other' } })),
    }),
  ],
  'a turn ends behind its text': [
    'packet-unfit',
    (content) => ({
      ...content,
      transcripts: content.transcripts.map((one) => ({
        ...one,
        turns: one.turns.map((turn) => ({ ...turn, end: turn.end + 999_999 })),
      })),
    }),
  ],
  'a segment is of no text': [
    'packet-unfit',
    (content) => ({ ...content, segments: content.segments.map((one) => ({ ...one, transcript_id: nobody })) }),
  ],
  'two transcripts have one name': [
    'packet-unfit',
    (content) => ({ ...content, transcripts: content.transcripts.map((one) => ({ ...one, name: 'same' })) }),
  ],
  'a name is blank': ['import-malformed', (content) => ({ ...content, coder: { ...content.coder, name: ' ' } })],
}

describe('a packet that was handed out is refused, and leaves no study behind, where', () => {
  it.each(Object.entries(BROKEN))('%s', async (_, [reason, change]) => {
    const machine = machines.start()
    const file = await forged(handout, (content) => JSON.stringify(change(JSON.parse(content) as Handout)))
    expect(await reasonOf(() => machine.call('packets.openAsStudy', { file, path: machine.path }))).toBe(reason)
    expect(existsSync(machine.path)).toBe(false)
  })
})

describe('names in a packet', () => {
  it('lead to no file: it becomes the one that was asked for, and nothing beside it', async () => {
    const machine = machines.start()
    const file = await forged(handout, (content) => {
      const parsed = JSON.parse(content) as Handout
      const study = { ...parsed.study, title: '../../../tmp/evil' }
      const transcripts = parsed.transcripts.map((one, index) => ({ ...one, name: `../${String(index)}\\..\\evil` }))
      return JSON.stringify({ ...parsed, study, transcripts })
    })
    await machine.call('packets.openAsStudy', { file, path: machine.path })
    expect(readdirSync(machine.folder).filter((name) => !name.startsWith('study.axial'))).toEqual([])
    const coder = (await machine.call('coders.list', {}))[0]
    if (coder === undefined) throw new Error('it has its coder')
    const back = await machine.call('packets.giveBack', { roundId: lead.round.id, coderId: coder.id })
    expect(back.file.name).toBe('tmp-evil-round-1-ada-returned.axialpacket')
  })
})

describe('a screening of a segment that is not here', () => {
  it('waits in its packet until there is one on the same words', async () => {
    const { call } = lead
    const [, transcriptId] = lead.transcripts
    if (transcriptId === undefined) throw new Error('there are two texts')
    const drawn = await call('segments.list', { transcriptId })
    const last = drawn.at(-1)
    if (last === undefined) throw new Error('there are segments')
    const machine = await openOn(machines.start(), handout)
    const { turns } = await call('transcripts.read', { id: transcriptId })
    const at = turns.at(-1)?.start
    if (at === undefined) throw new Error('there are turns')
    const who = { coderId: lead.ada.id, roundId: lead.round.id }
    const { id: segmentId } = await machine.call('segments.split', { id: last.id, at, coderId: lead.ada.id })
    const undecided = 'undecided' as const
    const criteria = {
      I1: 'no' as const,
      I2: undecided,
      E1: undecided,
      E2: undecided,
      E3: undecided,
      E4: undecided,
      E5: undecided,
    }
    const form = { criteria, quote: '', quoteSpan: null, description: 'hers', information: '', instances: [] }
    await machine.call('screenings.save', { segmentId, ...who, ...form })
    const made = await machine.call('packets.giveBack', who)
    expect(made.unknownSegments).toBe(1)
    const { id } = (await openPacket('', made.file.bytes, null)).header
    await call('packets.register', { files: [made.file] })
    await call('packets.unseal', { roundId: lead.round.id, reason: 'to see what it does' })
    const input = { roundId: lead.round.id, packets: [id] }
    const [first] = (await call('packets.merge', input)).packets
    expect(first?.screenings).toMatchObject({ added: 0, leftOut: 1 })
    await call('segments.split', { id: last.id, at })
    const [again] = (await call('packets.merge', input)).packets
    expect(again?.screenings).toMatchObject({ added: 1, leftOut: 0 })
    expect((await call('packets.merge', input)).changes).toBe(0)
  })
})
