import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packetCommands } from '../../app/commands/packet-commands.ts'
import { createWorkspace } from '../../app/workspace.ts'
import { readPacketHeader } from '../../formats/packet/seal.ts'
import { run } from '../../cli/run.ts'
import { contentOf } from '../fixtures/study-content.ts'
import { createLead, handOutTo, Machines, openOn, type Lead } from '../fixtures/machines.ts'

const machines = new Machines()
afterAll(() => machines.clear())

const WORDS = { ADA: 'a dog, a boat', BEN: 'a lamp, a road' }

let lead: Lead
beforeAll(async () => {
  lead = await createLead(machines.start())
  const people = [lead.ada, lead.ben]
  const files = await handOutTo(lead, people)
  await lead.close()
  for (const [index, file] of files.entries()) {
    const { call } = await openOn(machines.start(), file)
    const coder = people[index] ?? lead.ada
    const passphrase = index === 0 ? WORDS.ADA : WORDS.BEN
    const back = await call('packets.giveBack', { roundId: lead.round.id, coderId: coder.id, passphrase })
    await writeFile(join(lead.folder, `${coder.name}.axialpacket`), back.file.bytes)
  }
})

/** What `axial …` gives in the lead's folder. */
async function axial(...line: readonly string[]) {
  const seen = { output: '', errors: '' }
  const status = await run(packetCommands, line, {
    output: { write: (text) => (seen.output += text) },
    errors: { write: (text) => (seen.errors += text) },
    version: '0.0.0',
    signal: new AbortController().signal,
    environment: WORDS,
    folder: lead.folder,
    sampleFolder: '.',
    runServer: () => Promise.resolve(0),
    createWorkspace: () =>
      createWorkspace({
        folder: lead.folder,
        version: '0.0.0',
        now: () => new Date(),
        newId: () => v7(),
      }),
  })
  return { ...seen, status }
}

const merge = (...words: readonly string[]) =>
  axial(
    'packet',
    'merge',
    'study',
    'Ada.axialpacket',
    'Ben.axialpacket',
    ...words.flatMap((word) => (word.startsWith('--') ? [word] : ['--packet-passphrase-env', word])),
  )

describe('passphrases of packets on the command line', () => {
  it('are all tried before anything is opened or taken in: with a wrong one the study stays as it was', async () => {
    const before = contentOf(lead.path)
    for (const wrong of [
      ['Ada=ADA', 'Ben=ADA'],
      ['ADA', '--sealed'],
    ]) {
      const refused = await merge(...wrong)
      expect(refused).toMatchObject({ status: 2, output: '' })
      expect(refused.errors).toContain('Ben.axialpacket')
      expect(contentOf(lead.path)).toEqual(before)
    }
    expect(await axial('packet', 'merge', 'study', 'Ada.axialpacket', '--sealed')).toMatchObject({ status: 0 })
    const sealed = contentOf(lead.path)
    const waiting = ['--packet-passphrase-env', 'Ada=BEN', '--packet-passphrase-env', 'BEN'] as const
    const refused = await axial('packet', 'merge', 'study', 'Ben.axialpacket', ...waiting)
    expect(refused.errors).toContain('Ada.axialpacket')
    expect(contentOf(lead.path)).toEqual(sealed)
  })

  it('may differ from packet to packet; one that is missing is told before anything is opened', async () => {
    const without = await merge('Ada=ADA')
    expect(without.errors).toContain(
      'Ben.axialpacket has a passphrase; what was done before that stays: 1 new packet taken in;',
    )
    expect(await merge('Eve=ADA')).toMatchObject({ status: 2, errors: expect.stringContaining('Eve') as string })
    expect(await merge('Ada=ADA', 'Ada=BEN')).toMatchObject({
      status: 2,
      errors: expect.stringContaining('two passphrases are given for Ada') as string,
    })
    const merged = await merge('Ada=ADA', 'BEN')
    expect(merged).toMatchObject({ status: 0, errors: '' })
    expect(merged.output).toMatch(/Ada: codings[\s\S]*Ben: codings/)
  })

  it('are given to each coder who is handed one', async () => {
    const create = ['packet', 'create', 'study', '--round', 'Round 1', '--out', 'out'] as const
    expect(await axial(...create, '--packet-passphrase-env', 'Eve=ADA')).toMatchObject({ status: 2 })
    expect(
      await axial(...create, '--coder', 'Ada', '--coder', 'Ben', '--packet-passphrase-env', 'Ada=ADA'),
    ).toMatchObject({
      status: 0,
      errors: '',
    })
    const locks = ['ada', 'ben'].map((name) => {
      const file = `models-in-hospitals-round-1-${name}.axialpacket`
      return readPacketHeader(file, readFileSync(join(lead.folder, 'out', file))).lock !== null
    })
    expect(locks).toEqual([true, false])
  })
})
