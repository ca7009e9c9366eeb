import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BLANK_FORM } from '../../../domain/screening.ts'
import type { CodeId } from '../../../domain/ids.ts'
import { spanOf } from '../../../domain/span.ts'
import {
  createLead,
  handOutTo,
  Machines,
  openOn,
  type Lead,
  type Machine,
  type PacketFile,
} from '../../fixtures/machines.ts'
import { contentOf } from '../../fixtures/study-content.ts'

const machines = new Machines()
afterAll(() => machines.clear())

let lead: Lead
let first: PacketFile
let later: PacketFile
/** A code that Ada made, and one of the lead's that she used with it on the same words. */
let hers: CodeId

async function leadAgain(): Promise<Machine> {
  const machine = machines.start()
  mkdirSync(dirname(machine.path), { recursive: true })
  copyFileSync(join(machines.folder, 'handed-out.axial'), machine.path)
  await machine.call('workspace.open', { path: machine.path })
  return machine
}

beforeAll(async () => {
  lead = await createLead(machines.start())
  const [out] = await handOutTo(lead, [lead.ada])
  await lead.close()
  copyFileSync(lead.path, join(machines.folder, 'handed-out.axial'))
  const [transcriptId] = lead.transcripts
  if (out === undefined || transcriptId === undefined) throw new Error('a packet was made of a text')
  const { call } = await openOn(machines.start(), out)
  const who = { coderId: lead.ada.id, roundId: lead.round.id }
  const put = (codeId: CodeId, start: number, end: number) => {
    const span = spanOf(start, end)
    if (span === null) throw new Error('these are words')
    return call('codings.apply', { transcriptId, ...span, codeId, ...who })
  }
  const { id: onMissing } = await put(lead.missing.id, 5, 13)
  await put(lead.schema.id, 5, 13)
  await put(lead.missing.id, 20, 30)
  ;({ id: hers } = await call('codes.create', { name: 'gaps', parentId: lead.missing.id, coderId: lead.ada.id }))
  await put(hers, 31, 35)
  await call('codes.markExample', { codingId: onMissing, coderId: lead.ada.id })
  const [segment] = await call('segments.list', { transcriptId })
  if (segment === undefined) throw new Error('there are segments')
  const instances = [lead.missing.id, lead.schema.id]
  await call('screenings.save', { segmentId: segment.id, ...who, ...BLANK_FORM, instances })
  const memo = { ...who, body: 'Both at once?', codes: instances }
  await call('memos.write', { ...memo, subject: { kind: 'coding', id: onMissing } })
  await call('memos.write', { ...memo, subject: { kind: 'code', id: lead.missing.id } })
  first = (await call('packets.giveBack', who)).file
  await put(lead.missing.id, 40, 50)
  later = (await call('packets.giveBack', who)).file
})

async function take(machine: Machine, file: PacketFile) {
  await machine.call('packets.register', { files: [file] })
  await machine.call('packets.unseal', { roundId: lead.round.id, reason: 'to see' })
  return machine.call('packets.merge', { roundId: lead.round.id })
}

const mergeCodes = ({ call }: Machine) =>
  call('codes.merge', { ids: [lead.missing.id], into: lead.schema.id, coderId: lead.mo.id })

/** What a coder did, whenever it was written. */
function workIn(machine: Machine) {
  const {
    code,
    coding,
    screening_instance: instances,
    memo,
    memo_code: filed,
    code_example: examples,
  } = contentOf(machine.path)
  return { code, coding, instances, memo, filed, examples }
}

describe('a packet that names a code which was merged since', () => {
  it('goes where the merge would have sent it, and says so', async () => {
    const after = await leadAgain()
    await mergeCodes(after)
    const { packets } = await take(after, first)
    expect(packets).toMatchObject([
      { returningCodes: [], mergedCodes: [{ name: 'missing values', as: 'schema' }], codings: { added: 3 } },
    ])
    const before = await leadAgain()
    await take(before, first)
    await mergeCodes(before)
    expect(workIn(after)).toEqual(workIn(before))
  })

  it('does not undo the merge of codings that came before it', async () => {
    const machine = await leadAgain()
    await take(machine, first)
    await mergeCodes(machine)
    const { packets } = await take(machine, later)
    expect(packets).toMatchObject([
      {
        returningCodes: [],
        codings: { added: 1, changed: 0, removed: 0 },
        screenings: { changed: 0 },
        memos: { changed: 0 },
      },
    ])
    const names = (await machine.call('codes.list', { coderId: lead.mo.id })).map(({ name }) => name)
    expect(names).not.toContain('missing values')
    expect((await machine.call('packets.merge', { roundId: lead.round.id })).changes).toBe(0)
  })

  it('follows a code of the coder’s own, over two merges', async () => {
    const machine = await leadAgain()
    await take(machine, first)
    await machine.call('codes.merge', { ids: [hers], into: lead.missing.id, coderId: lead.mo.id })
    await mergeCodes(machine)
    const { packets, changes } = await take(machine, later)
    expect(packets).toMatchObject([{ newCodes: [], returningCodes: [], codings: { added: 1, changed: 0 } }])
    expect(changes).toBe(1)
  })

  it('follows nothing where the merge was taken back', async () => {
    const machine = await leadAgain()
    await mergeCodes(machine)
    await machine.call('history.undo', { coderId: lead.mo.id })
    const { packets } = await take(machine, first)
    expect(packets).toMatchObject([{ returningCodes: [], mergedCodes: [], codings: { added: 4 } }])
  })
})
