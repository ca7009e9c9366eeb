import { copyFileSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { connect } from '../../db/connection.ts'
import { startServer } from '../../scripts/workbench.ts'
import { actionsIn, rowsOf } from '../fixtures/study-content.ts'
import { openWorkspace, reasonOf, textFile } from '../fixtures/study.ts'
import { admittedCall } from './admitted-call.ts'

const TURNS = 3000

/** A study into which a packet of 3,000 codings came, opened and not merged. */
async function madeStudy(folder: string) {
  const lead = openWorkspace(folder)
  const { path } = await lead.call('workspace.create', { path: 'lead', coder: 'Ada' })
  const mo = await lead.call('coders.create', { name: 'Mo', kind: 'moderator' })
  const [ada] = await lead.call('coders.list', {})
  const [round] = await lead.call('rounds.list', {})
  if (ada === undefined || round === undefined) throw new Error('a new study has a coder and a round')
  const text = Array.from({ length: TURNS }, (_, index) => `P1: answer ${String(index)} about the labels.`).join('\n')
  await lead.call('transcripts.import', { files: [textFile('P1.txt', text)] })
  const roundId = round.id
  const [out] = await lead.call('packets.handOut', { roundId, coders: [ada.id] })
  if (out === undefined) throw new Error('a packet was made')
  const coder = openWorkspace(folder)
  await coder.call('packets.openAsStudy', { file: out.file, path: 'coder' })
  const who = { coderId: ada.id, roundId }
  const source = { kind: 'speakers' as const, filters: { speakers: ['P1'] } }
  await coder.call('autoCoding.apply', { source, code: { path: 'all' }, passages: TURNS, ...who })
  const { file } = await coder.call('packets.giveBack', who)
  await lead.call('packets.register', { files: [file] })
  await lead.call('packets.unseal', { roundId, coderId: mo.id })
  await lead.close()
  await coder.close()
  return { path, input: { roundId, coderId: mo.id } }
}

it('a process killed in the middle of merging a packet leaves the study as it was, or merged whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'axial-crash-'))
  const made = await madeStudy(folder)
  const server = await startServer()
  const path = join(server.folder, 'study.axial')
  copyFileSync(made.path, path)
  const before = { rows: rowsOf(path), actions: actionsIn(path) }
  const call = await admittedCall(server)
  await call('workspace.open', { path })
  const ended = reasonOf(() => call('packets.merge', made.input))
  await setTimeout(60)
  await server.kill()
  expect(['service-gone', 'no error']).toContain(await ended)

  const { call: again, close } = openWorkspace()
  await again('workspace.open', { path })
  if (actionsIn(path) === before.actions) expect(rowsOf(path)).toEqual(before.rows)
  else await again('history.undo', { coderId: made.input.coderId })
  expect(rowsOf(path)).toEqual(before.rows)
  await again('packets.merge', made.input)
  expect(rowsOf(path)['coding']).toHaveLength(TURNS)
  await close()
  const file = connect(path, { readonly: true, passphrase: null })
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(file.pragma('foreign_key_check')).toEqual([])
  file.close()
  await rm(server.folder, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})
