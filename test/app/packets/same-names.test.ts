import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spanOf } from '../../../domain/span.ts'
import { createLead, handOutTo, Machines, openOn, type Lead } from '../../fixtures/machines.ts'

const machines = new Machines()
afterAll(() => machines.clear())

let lead: Lead
/** Names that every coder makes, one of them under a category that every coder makes. */
const ALIKE = [['unclear'], ['too few'], ['Labels'], ['Labels', 'gaps']]

beforeAll(async () => {
  lead = await createLead(machines.start())
  const people = [lead.ada, lead.ben, lead.cy]
  const files = await handOutTo(lead, people)
  const back = []
  for (const [index, file] of files.entries()) {
    const { call } = await openOn(machines.start(), file)
    const coderId = people[index]?.id ?? lead.ada.id
    const who = { coderId, roundId: lead.round.id }
    const [transcriptId] = lead.transcripts
    for (const [at, names] of [...ALIKE, [`only ${String(index)}`]].entries()) {
      const { id: codeId } = await call('codes.createPath', { names: [...names], coderId })
      const span = spanOf(30 * at + index, 30 * at + 20)
      if (span !== null && transcriptId !== undefined) {
        await call('codings.apply', { transcriptId, ...span, codeId, ...who })
      }
    }
    back.push((await call('packets.giveBack', who)).file)
  }
  await lead.call('packets.register', { files: back })
  await lead.call('packets.unseal', { roundId: lead.round.id })
  await lead.call('packets.merge', { roundId: lead.round.id })
  await lead.call('rounds.open', { roundId: lead.round.id, coderId: lead.mo.id })
})

describe('codes of one name, made on machines of their own', () => {
  const read = () => lead.call('harmonising.read', { roundId: lead.round.id, coderId: lead.mo.id })
  const alike = async () =>
    (await read()).proposals
      .filter(({ isSameName }) => isSameName)
      .map(({ code, other }) => ({ codeId: code.id, otherId: other.id, names: [code.path, other.path] }))

  it('are all proposed to be harmonised, before anything that is less alike', async () => {
    const { proposals } = await read()
    // Four names of three coders: three pairs each.
    expect(proposals.slice(0, 12).every(({ isSameName, strength }) => isSameName && strength === 1)).toBe(true)
    const names = (await alike()).map((pair) => pair.names.toSorted().join(' ~ '))
    expect(names).toHaveLength(12)
    expect(names).toEqual(
      expect.arrayContaining([
        'unclear (Ada) ~ unclear (Ben)',
        'too few (Ben) ~ too few (Cy)',
        'Labels (Ada) / gaps ~ Labels (Cy) / gaps',
      ]),
    )
  })

  it('are no longer alike where the moderator has named one anew', async () => {
    const code = (await lead.call('codes.list', {})).find(({ name }) => name === 'unclear (Ada)')
    if (code === undefined) throw new Error('Ada made the code')
    await lead.call('codes.update', { id: code.id, name: 'unclear (said twice)', coderId: lead.mo.id })
    expect(await alike()).toHaveLength(10)
    await lead.call('history.undo', { coderId: lead.mo.id })
  })

  it('count as one in one step, which one undo takes back', async () => {
    const who = { roundId: lead.round.id, coderId: lead.mo.id }
    const figures = async () => (await lead.call('harmonising.figures', who)).after
    const before = await figures()
    const pairs = (await alike()).map(({ codeId, otherId }) => ({ codeId, otherId }))
    // Two mappings make three names one.
    expect(await lead.call('harmonising.mapAll', { ...who, pairs })).toEqual({ mapped: 8 })
    expect(await alike()).toEqual([])
    expect((await read()).decisions).toHaveLength(8)
    expect(await figures()).not.toEqual(before)
    await lead.call('history.undo', { coderId: lead.mo.id })
    expect((await read()).decisions).toEqual([])
    expect(await alike()).toHaveLength(12)
    expect(await figures()).toEqual(before)
  })

  it('are left as they are where a pair was refused', async () => {
    const who = { roundId: lead.round.id, coderId: lead.mo.id }
    const pairs = (await alike()).map(({ codeId, otherId }) => ({ codeId, otherId }))
    const [refused] = pairs
    if (refused === undefined) throw new Error('there is a pair')
    await lead.call('harmonising.refuse', { ...who, ...refused })
    expect(await lead.call('harmonising.mapAll', { ...who, pairs: [refused] })).toEqual({ mapped: 0 })
    await lead.call('history.undo', { coderId: lead.mo.id })
  })
})
