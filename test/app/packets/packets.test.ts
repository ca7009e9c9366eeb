import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { readPacketHeader } from '../../../formats/packet/seal.ts'
import { contentOf, rowsOf } from '../../fixtures/study-content.ts'
import {
  createLead,
  handOutTo,
  Machines,
  openOn,
  workAtRandom,
  type Lead,
  type Machine,
  type PacketFile,
} from '../../fixtures/machines.ts'
import { reasonOf, textFile } from '../../fixtures/study.ts'

const machines = new Machines()
afterAll(() => machines.clear())

let lead: Lead
let files: readonly PacketFile[]
let returned: readonly PacketFile[]
let coders: readonly Machine[]

/** The lead's study as it was when packets were out, on a machine of its own. */
async function leadAgain(newId?: () => string): Promise<Machine> {
  const machine = machines.start(newId)
  mkdirSync(dirname(machine.path), { recursive: true })
  copyFileSync(join(machines.folder, 'handed-out.axial'), machine.path)
  await machine.call('workspace.open', { path: machine.path })
  return machine
}

beforeAll(async () => {
  lead = await createLead(machines.start())
  const people = [lead.ada, lead.ben, lead.cy]
  files = await handOutTo(lead, people)
  await lead.close()
  copyFileSync(lead.path, join(machines.folder, 'handed-out.axial'))
  coders = await Promise.all(files.map((file) => openOn(machines.start(), file)))
  for (const [index, { call }] of coders.entries()) {
    const coderId = people[index]?.id
    if (coderId !== undefined) await workAtRandom({ call, coderId, roundId: lead.round.id }, 11 + index, 40)
  }
  returned = await Promise.all(
    coders.map(async ({ call }, index) => {
      const coderId = people[index]?.id ?? lead.ada.id
      return (await call('packets.giveBack', { roundId: lead.round.id, coderId })).file
    }),
  )
})

async function mergeOne({ call }: Machine, file: PacketFile | undefined) {
  if (file === undefined) throw new Error('there is such a packet')
  await call('packets.register', { files: [file] })
  await call('packets.unseal', { roundId: lead.round.id, reason: 'to see whether it works' })
  return call('packets.merge', { roundId: lead.round.id })
}

function ordersOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items]
  return items.flatMap((item, at) => ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}

/** That a packet was opened early, and why, is told of whichever came first: it is no part of the study's work. */
function withoutReasons({ packet = [], ...content }: ReturnType<typeof contentOf>): ReturnType<typeof contentOf> {
  return { ...content, packet: packet.map((row) => row.replace(/"reason":"[^"]*"/, '')) }
}

describe('a packet that was handed out', () => {
  it('opens as the same study, with the same ids', async () => {
    const [first] = files
    if (first === undefined) throw new Error('a packet was made')
    const { path } = await openOn(machines.start(), first)
    const [theirs, ours] = [contentOf(path), contentOf(lead.path)]
    expect(theirs['study']).toEqual(ours['study'])
    expect(theirs['code']).toEqual(ours['code'])
    expect(theirs['segment']).toEqual(ours['segment'])
    expect(theirs['revision']).toEqual(ours['revision'])
    expect(theirs['turn']).toEqual(ours['turn'])
  })

  it('holds the name of its coder alone, and of nobody who was interviewed', async () => {
    const [first] = files
    if (first === undefined) throw new Error('a packet was made')
    const { path } = await openOn(machines.start(), first)
    const all = JSON.stringify(contentOf(path))
    expect(all).toContain('Ada')
    expect(all).not.toMatch(/"Ben"|"Cy"|"Mo"|Acme/)
  })
})

describe('two packets that were handed out one after the other', () => {
  it('leave the lead’s newest codebook, whichever is opened first', async () => {
    const machine = await leadAgain()
    const { schema, ada, round, missing } = lead
    const handOut = async () => {
      const [made] = await machine.call('packets.handOut', { roundId: round.id, coders: [ada.id] })
      if (made === undefined) throw new Error('a packet was made')
      return made.file
    }
    const first = await handOut()
    await machine.call('codes.update', { id: schema.id, name: 'scheme', definition: 'As the lead has it now' })
    await machine.call('codes.remove', { ids: [missing.id] })
    await machine.call('codes.create', { name: 'missing values', parentId: lead.data.id })
    const second = await handOut()
    const codebooks = []
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const theirs = await openOn(machines.start(), one)
      await theirs.call('packets.open', { file: other })
      const { code, code_origin: origins } = contentOf(theirs.path)
      codebooks.push({ code: code?.toSorted(), origins: origins?.toSorted() })
    }
    expect(codebooks[1]).toEqual(codebooks[0])
    expect(JSON.stringify(codebooks[0])).toContain('As the lead has it now')
  })
})

describe('three machines', () => {
  it('lose nothing: every row of every coder is in the lead’s study', async () => {
    const machine = await leadAgain()
    await machine.call('packets.register', { files: [...returned] })
    await machine.call('packets.unseal', { roundId: lead.round.id })
    await machine.call('packets.merge', { roundId: lead.round.id })
    const ours = contentOf(machine.path)
    for (const { path } of coders) {
      const theirs = contentOf(path)
      for (const table of ['assignment', 'coding', 'screening', 'screening_instance', 'quote', 'memo', 'memo_code']) {
        expect(
          theirs[table]?.filter((row) => ours[table]?.includes(row) === false),
          table,
        ).toEqual([])
      }
      expect(theirs['coding']?.length).toBeGreaterThan(3)
      const ids = (rows: readonly string[] | undefined) =>
        (rows ?? []).map((row) => /"id":"([^"]*)"/.exec(row)?.[1] ?? '')
      expect(ids(theirs['code']).filter((id) => !ids(ours['code']).includes(id))).toEqual([])
    }
  })

  it('give the same study whatever the order, whatever the lead does in between', async () => {
    const outcomes: unknown[] = []
    for (const order of ordersOf([0, 1, 2])) {
      for (const at of [0, 1, 2, 3]) {
        let made = 0
        const machine = await leadAgain(() => `01900000-0000-7000-8000-${String(++made).padStart(12, '0')}`)
        for (const [step, index] of [...order, -1].entries()) {
          if (step === at) {
            const { schema } = lead
            await machine.call('codes.update', { id: schema.id, name: 'scheme', definition: 'As the lead has it now' })
            await machine.call('codes.create', { name: 'of the lead', parentId: schema.id })
          }
          if (index >= 0) await mergeOne(machine, returned[index])
        }
        outcomes.push(withoutReasons(contentOf(machine.path)))
        await machine.close()
      }
    }
    expect(outcomes).toHaveLength(24)
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
  })

  it('that made a code of one name both keep it, each under its coder’s name', async () => {
    const machine = await leadAgain()
    await machine.call('packets.register', { files: [...returned] })
    await machine.call('packets.unseal', { roundId: lead.round.id })
    const { packets } = await machine.call('packets.merge', { roundId: lead.round.id })
    const names = (await machine.call('codes.list', { coderId: lead.mo.id })).map(({ name }) => name)
    expect(names).not.toContain('shared idea')
    expect(names.filter((name) => name.startsWith('shared idea')).length).toBeGreaterThan(1)
    expect(packets.flatMap(({ clashes }) => clashes).map(({ name }) => name)).toContain('shared idea')
  })

  it('change nothing with a packet that came before', async () => {
    const machine = await leadAgain()
    await mergeOne(machine, returned[0])
    const before = contentOf(machine.path)
    const [again] = await machine.call('packets.register', {
      files: [returned[0]].filter((file) => file !== undefined),
    })
    expect(again?.isNew).toBe(false)
    const listed = await machine.call('packets.list', {})
    const id = listed[0]?.coders.find(({ in: back }) => back !== null)?.in?.id ?? ''
    const { changes } = await machine.call('packets.merge', { roundId: lead.round.id, packets: [id] })
    expect(changes).toBe(0)
    expect(contentOf(machine.path)).toEqual(before)
  })

  it('take a merge back in one step', async () => {
    const machine = await leadAgain()
    const coderId = lead.mo.id
    await machine.call('packets.register', { files: [...returned] })
    await machine.call('packets.unseal', { roundId: lead.round.id, coderId })
    const before = rowsOf(machine.path)
    await machine.call('packets.merge', { roundId: lead.round.id, coderId })
    const after = rowsOf(machine.path)
    await machine.call('history.undo', { coderId })
    expect(rowsOf(machine.path)).toEqual(before)
    await machine.call('history.redo', { coderId })
    expect(rowsOf(machine.path)).toEqual(after)
  })
})

describe('a merge that is cancelled', () => {
  it('changes nothing', async () => {
    const big = machines.start()
    const { call } = big
    await call('workspace.create', { path: big.path, coder: 'Ada' })
    const [ada] = await call('coders.list', {})
    const [round] = await call('rounds.list', {})
    if (ada === undefined || round === undefined) throw new Error('a new study has a coder and a round')
    const text = Array.from({ length: 2000 }, (_, index) => `P1: answer ${String(index)}`).join('\n')
    await call('transcripts.import', { files: [textFile('P1.txt', text)] })
    const [out] = await call('packets.handOut', { roundId: round.id, coders: [ada.id] })
    if (out === undefined) throw new Error('a packet was made')
    const theirs = await openOn(machines.start(), out.file)
    const who = { coderId: ada.id, roundId: round.id }
    const source = { kind: 'speakers' as const, filters: { speakers: ['P1'] } }
    await theirs.call('autoCoding.apply', { source, code: { path: 'all' }, passages: 2000, ...who })
    const { file, codings } = await theirs.call('packets.giveBack', who)
    expect(codings).toBe(2000)
    await call('packets.register', { files: [file] })
    await call('packets.unseal', { roundId: round.id })
    const before = contentOf(big.path)
    const controller = new AbortController()
    const options = { signal: controller.signal, onProgress: () => controller.abort() }
    expect(await reasonOf(() => call('packets.merge', { roundId: round.id }, options))).toBe('cancelled')
    expect(contentOf(big.path)).toEqual(before)
  })
})

describe('a later packet of a coder', () => {
  it('counts, whichever of the two comes first', async () => {
    const [, ben] = coders
    if (ben === undefined) throw new Error('Ben has a machine')
    const who = { call: ben.call, coderId: lead.ben.id, roundId: lead.round.id }
    await workAtRandom(who, 99, 25)
    const { file } = await ben.call('packets.giveBack', { roundId: lead.round.id, coderId: lead.ben.id })
    expect([returned[1]?.name, file.name]).toEqual([
      'models-in-hospitals-round-1-ben-returned.axialpacket',
      'models-in-hospitals-round-1-ben-returned-2.axialpacket',
    ])
    const contents = []
    for (const order of [
      [returned[1], file],
      [file, returned[1]],
    ]) {
      const machine = await leadAgain()
      for (const one of order) await mergeOne(machine, one)
      contents.push(withoutReasons(contentOf(machine.path)))
    }
    expect(contents[0]).toEqual(contents[1])
    const theirs = contentOf(ben.path)
    expect(contents[0]?.['coding']).toEqual(theirs['coding'])
    expect(contents[0]?.['screening_instance']).toEqual(theirs['screening_instance'])
  })
})

describe('an earlier packet of a coder', () => {
  it('needs no passphrase once a later one is here', async () => {
    const [ada] = coders
    if (ada === undefined) throw new Error('Ada has a machine')
    const who = { roundId: lead.round.id, coderId: lead.ada.id }
    const { file: earlier } = await ada.call('packets.giveBack', { ...who, passphrase: 'one that was lost' })
    const { file: later } = await ada.call('packets.giveBack', { ...who, passphrase: 'another' })
    const machine = await leadAgain()
    await machine.call('packets.register', { files: [earlier, later] })
    await machine.call('packets.unseal', { roundId: lead.round.id, reason: 'to see' })
    const listed = await machine.call('packets.list', {})
    const newest = listed[0]?.coders.find(({ coderId }) => coderId === lead.ada.id)?.in?.id ?? ''
    const passphrases = { [newest]: 'another' }
    const { packets } = await machine.call('packets.merge', { roundId: lead.round.id, passphrases })
    expect(packets.map(({ isOlder }) => isOlder)).toEqual([true, false])
    expect((await machine.call('packets.merge', { roundId: lead.round.id, passphrases })).changes).toBe(0)
  })

  it('is the one that was made earlier, though the clock was set back since', async () => {
    const [firstFile] = files
    if (firstFile === undefined) throw new Error('a packet was handed out')
    let time = Date.now()
    const machine = await openOn(
      machines.start(() => v7({ msecs: (time -= 60_000) })),
      firstFile,
    )
    const who = { roundId: lead.round.id, coderId: lead.ada.id }
    const ids: string[] = []
    for (let made = 0; made < 3; made++) {
      const { file } = await machine.call('packets.giveBack', who)
      ids.push(readPacketHeader(file.name, file.bytes).id)
    }
    expect(ids).toEqual(ids.toSorted())
  })
})

describe('a registered packet', () => {
  it('is sealed: nothing of it is in any table but as it came', async () => {
    const machine = await leadAgain()
    const before = contentOf(machine.path)
    await machine.call('packets.register', { files: [...returned] })
    const { packet: _, packet_content: content, ...after } = contentOf(machine.path)
    const { packet: __, packet_content: ___, ...rest } = before
    expect(after).toEqual(rest)
    expect(content).toHaveLength(3)
  })

  it('is not read before it is opened', async () => {
    const machine = await leadAgain()
    await machine.call('packets.register', { files: [...returned] })
    const { id: roundId } = lead.round
    expect(await reasonOf(() => machine.call('packets.preview', { roundId }))).toBe('packets-sealed')
    expect(await reasonOf(() => machine.call('packets.merge', { roundId }))).toBe('packets-sealed')
  })

  it('is not opened while another is out, unless a moderator says why, which the history keeps', async () => {
    const machine = await leadAgain()
    const [first] = returned
    if (first === undefined) throw new Error('a packet was returned')
    await machine.call('packets.register', { files: [first] })
    const input = { roundId: lead.round.id }
    expect(await reasonOf(() => machine.call('packets.unseal', { ...input, coderId: lead.ada.id }))).toBe(
      'moderator-only',
    )
    expect(await reasonOf(() => machine.call('packets.unseal', { ...input, coderId: lead.mo.id }))).toBe(
      'packets-still-out',
    )
    await machine.call('packets.unseal', { ...input, coderId: lead.mo.id, reason: 'Ben has left the team' })
    const told = await machine.call('history.list', { coderId: lead.ada.id })
    expect(told[0]).toMatchObject({ action: 'packets.unseal', detail: 'Round 1: Ben has left the team', coder: 'Mo' })
    expect((await machine.call('history.state', { coderId: lead.mo.id })).undo).toBeNull()
  })

  it('keeps its round from being opened until it is merged', async () => {
    const machine = await leadAgain()
    await machine.call('packets.register', { files: [...returned] })
    const input = { roundId: lead.round.id, coderId: lead.mo.id }
    expect(await reasonOf(() => machine.call('rounds.open', input))).toBe('packets-unmerged')
    await machine.call('packets.unseal', input)
    expect(await reasonOf(() => machine.call('rounds.open', input))).toBe('packets-unmerged')
    await machine.call('packets.merge', input)
    expect((await machine.call('rounds.open', input)).state).toBe('open')
    expect(await reasonOf(() => machine.call('packets.merge', input))).toBe('round-finished')
  })

  it('that cannot be merged is left out of the opened round for a reason, which the history keeps', async () => {
    const machine = await leadAgain()
    await machine.call('packets.register', { files: [...returned] })
    const input = { roundId: lead.round.id, coderId: lead.mo.id }
    expect(await reasonOf(() => machine.call('rounds.open', { ...input, without: ' ' }))).toBe('packets-unmerged')
    const without = 'Nobody knows the passphrase'
    expect((await machine.call('rounds.open', { ...input, without })).state).toBe('open')
    const [told] = await machine.call('history.list', { coderId: lead.ada.id })
    expect(told).toMatchObject({ action: 'rounds.open', detail: `Round 1: ${without}` })
  })

  it('is for a moderator to look into, not for a coder', async () => {
    const machine = await leadAgain()
    await machine.call('packets.register', { files: [...returned] })
    await machine.call('packets.unseal', { roundId: lead.round.id, coderId: lead.mo.id })
    const asAda = { roundId: lead.round.id, coderId: lead.ada.id }
    expect(await reasonOf(() => machine.call('packets.preview', asAda))).toBe('moderator-only')
    expect(await reasonOf(() => machine.call('packets.merge', asAda))).toBe('moderator-only')
  })

  it('stays blind when it is merged', async () => {
    const machine = await leadAgain()
    await machine.call('packets.register', { files: [...returned] })
    const asMo = { roundId: lead.round.id, coderId: lead.mo.id }
    await machine.call('packets.unseal', asMo)
    await machine.call('packets.merge', asMo)
    const [transcriptId] = lead.transcripts
    if (transcriptId === undefined) throw new Error('there is a text')
    const seen = await machine.call('codings.list', { transcriptId, coderId: lead.ada.id })
    expect(seen.every(({ coderId }) => coderId === lead.ada.id)).toBe(true)
  })
})

/** A correction of a few words. */
async function correct(call: Machine['call'], transcriptId: Lead['transcripts'][number], coderId: Lead['ada']['id']) {
  const { revisionId } = await call('transcripts.read', { id: transcriptId })
  const correction = { kind: 'turns' as const, turns: [{ number: 2, words: 'Answer 1 about labels.' }] }
  await call('corrections.apply', { transcriptId, revisionId, correction, coderId })
}

describe('whoever is about to correct a transcript', () => {
  const away = async ({ call }: Machine) => {
    const [first, second] = lead.transcripts
    if (first === undefined || second === undefined) throw new Error('there are two texts')
    const of = async (transcriptId: typeof first) =>
      (await call('packets.away', { transcriptId })).map(({ coder, standing }) => `${coder} ${standing}`)
    return [await of(first), await of(second)]
  }

  it('is told whose work on it is elsewhere, until it is merged', async () => {
    const machine = await leadAgain()
    const everyone = ['Ada out', 'Ben out', 'Cy out']
    expect(await away(machine)).toEqual([everyone, everyone])
    await machine.call('packets.register', { files: returned.slice(0, 1) })
    expect((await away(machine))[0]).toEqual(['Ada waiting', 'Ben out', 'Cy out'])
    await machine.call('packets.register', { files: returned.slice(1) })
    await machine.call('packets.unseal', { roundId: lead.round.id })
    await machine.call('packets.merge', { roundId: lead.round.id })
    expect(await away(machine)).toEqual([[], []])
    // A later packet of one transcript: what Ben returns rests on both.
    const { call } = machine
    const transcripts = lead.transcripts.slice(0, 1)
    const [again] = await call('packets.handOut', { roundId: lead.round.id, coders: [lead.ben.id], transcripts })
    expect(await away(machine)).toEqual([['Ben out'], ['Ben out']])
    if (again === undefined) throw new Error('a packet was made')
    expect(await away(await openOn(machines.start(), again.file))).toEqual([['Ben received'], []])
  })
})

describe('a packet is refused and changes nothing where it', () => {
  it('is for another text, with both hashes', async () => {
    const machine = await leadAgain()
    const [id] = lead.transcripts
    if (id === undefined) throw new Error('there is a text')
    await correct(machine.call, id, lead.mo.id)
    await machine.call('packets.register', { files: [...returned] })
    await machine.call('packets.unseal', { roundId: lead.round.id })
    const before = contentOf(machine.path)
    const failure: unknown = await machine
      .call('packets.merge', { roundId: lead.round.id })
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ reason: 'packet-text-corrected', params: { transcript: 'P1' } })
    expect(String(failure).match(/[0-9a-f]{64}/g)).toHaveLength(2)
    expect(contentOf(machine.path)).toEqual(before)
    expect(String(failure)).toContain('take the correction back')
    // The advice holds.
    await machine.call('history.undo', { coderId: lead.mo.id })
    expect((await machine.call('packets.merge', { roundId: lead.round.id })).changes).toBeGreaterThan(0)
  })

  it('is for a text that the coder corrected', async () => {
    const [file] = files
    const [id] = lead.transcripts
    if (file === undefined || id === undefined) throw new Error('there is a packet with a text')
    const { call } = await openOn(machines.start(), file)
    await workAtRandom({ call, coderId: lead.ada.id, roundId: lead.round.id }, 3, 4)
    await correct(call, id, lead.ada.id)
    const back = await call('packets.giveBack', { roundId: lead.round.id, coderId: lead.ada.id })
    const machine = await leadAgain()
    await machine.call('packets.register', { files: [back.file] })
    await machine.call('packets.unseal', { roundId: lead.round.id, reason: 'to look' })
    expect(await reasonOf(() => machine.call('packets.merge', { roundId: lead.round.id }))).toBe('packet-other-text')
  })

  it('belongs to another study', async () => {
    const other = await createLead(machines.start())
    expect(await reasonOf(() => other.call('packets.register', { files: [...returned] }))).toBe('packet-other-study')
    const [file] = files
    if (file === undefined) throw new Error('a packet was made')
    expect(await reasonOf(() => other.call('packets.open', { file }))).toBe('packet-other-study')
  })

  it('is the wrong way round', async () => {
    const machine = await leadAgain()
    const [file] = files
    const [back] = returned
    if (file === undefined || back === undefined) throw new Error('there are packets')
    expect(await reasonOf(() => machine.call('packets.register', { files: [file] }))).toBe('packet-kind-handout')
    expect(await reasonOf(() => machine.call('packets.open', { file: back }))).toBe('packet-kind-return')
    expect(await reasonOf(() => machine.call('packets.open', { file }))).toBe('packet-own')
  })

  it('is no packet', async () => {
    const machine = machines.start()
    const file = textFile('x.axialpacket', 'hello')
    expect(await reasonOf(() => machine.call('packets.openAsStudy', { file, path: machine.path }))).toBe(
      'packet-not-one',
    )
    expect(existsSync(machine.path)).toBe(false)
  })
})
